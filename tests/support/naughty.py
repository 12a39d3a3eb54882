"""Records that carry hostile text in every text field that lets it in."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plus100.core.findings import Finding
from plus100.intake.documents import read_document

ROOT = Path(__file__).parents[2]
DAY = "2018-03-07"

Document = Any


def unit(**more: Document) -> Document:
    """A sound unit, with more."""
    base = {"id": "u", "name": "示例单位", "level": "county", "policy": "shandong-2017", "parent": "root"}
    return base | more


def cadre(**more: Document) -> Document:
    """A sound cadre, with more."""
    post = {"category": "full_time", "basis": {"kind": "formal_staff"}, "from": "2017-01-01"}
    return {"id": "c", "person": "p", "name": "示例", "since": "2017-01-01", "posts": [post]} | more


def post(**more: Document) -> Document:
    """A cadre whose post says more."""
    made = cadre()
    made["posts"][0] |= more
    return made


def entry(**more: Document) -> Document:
    """A log of one offline talk, with more."""
    base = {"type": "activity", "id": "20180307-aa", "date": DAY, "form": "offline", "theme": "talk"}
    return [base | more]


def share(**more: Document) -> Document:
    """A log of one shared article."""
    return [{"type": "share", "id": "20180308-bb", "date": "2018-03-08"} | more]


def exemption(**more: Document) -> Document:
    """A cadre with an exemption that is over."""
    base = {"reason": "maternity", "approver": "团委书记", "approved_on": "2017-03-01"}
    return cadre(exemptions=[base | {"from": "2017-03-01", "until": "2017-05-01"} | more])


FIELDS: dict[str, tuple[str, Callable[[str], Document]]] = {
    "unit.name": ("unit", lambda text: unit(name=text)),
    "unit.account_prefix": ("unit", lambda text: unit(account_prefix=text)),
    "unit.theme": ("unit", lambda text: unit(themes=[{"id": "own-theme", "title": text}])),
    "unit.own_quota": (
        "unit",
        lambda text: unit(own_quota=[{"partners": 20, "source": text, "from": "2017-01-01"}]),
    ),
    "cadre.name": ("cadre", lambda text: cadre(name=text)),
    "cadre.post": ("cadre", lambda text: post(title=text)),
    "cadre.basis": ("cadre", lambda text: post(basis={"kind": "formal_staff", "document": text})),
    "cadre.approver": ("cadre", lambda text: exemption(approver=text)),
    "cadre.note": ("cadre", lambda text: exemption(note=text)),
    "cadre.account": (
        "cadre",
        lambda text: cadre(accounts=[{"platform": "qq", "name": text, "since": "2017-01-01"}]),
    ),
    "cadre.link": (
        "cadre",
        lambda text: cadre(links=[{"kind": "branch", "name": text, "since": "2017-01-01"}]),
    ),
    "log.title": ("log", lambda text: entry(title=text)),
    "log.article": ("log", lambda text: share(article=text)),
}
"""Every text field that a person writes: its kind of document, and a document that carries a text."""


def judge(name: str, text: str) -> tuple[Finding, ...]:
    """What the strict reader finds wrong with this text in this field."""
    kind, make = FIELDS[name]
    _, findings = read_document(f"records/x/{kind}.yml", dump(make(text)), kind)  # type: ignore[arg-type]
    return findings


def dump(document: Document) -> bytes:
    """JSON, which is YAML too; only DEL and the like would be escaped, and the reader sees them."""
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")


@dataclass
class Harvest:
    """What the reader let in: text by number and field; and what it refused, with the codes."""

    texts: tuple[str, ...]
    taken: dict[int, set[str]] = field(default_factory=dict)
    refused: dict[tuple[int, str], tuple[str, ...]] = field(default_factory=dict)

    def holders(self, name: str) -> list[int]:
        """The numbers of the texts that a field took, in order."""
        return [number for number, names in self.taken.items() if name in names]

    def shares(self, of: str, among: str) -> dict[int, list[str]]:
        """Every text that one field took, dealt out to the records that another field's texts name."""
        owners = self.holders(among)
        dealt: dict[int, list[str]] = {owner: [] for owner in owners}
        for turn, number in enumerate(self.holders(of)):
            dealt[owners[turn % len(owners)]].append(self.texts[number])
        return dealt

    def homes(self) -> dict[str, int]:
        """Cadre folder → number of its name; cadres are dealt out to the units."""
        units = self.holders("unit.name")
        numbers = self.holders("cadre.name")
        return {
            f"units/u{units[turn % len(units)]}/cadres/c{number}": number
            for turn, number in enumerate(numbers)
        }


def harvest(texts: tuple[str, ...]) -> Harvest:
    """Try every text in every field."""
    found = Harvest(texts)
    for number, text in enumerate(texts):
        for name in FIELDS:
            findings = judge(name, text)
            if findings:
                found.refused[number, name] = tuple(one.code for one in findings)
            else:
                found.taken.setdefault(number, set()).add(name)
    return found


def _units(found: Harvest) -> Iterator[tuple[str, Document]]:
    themes, quotas = found.shares("unit.theme", "unit.name"), found.shares("unit.own_quota", "unit.name")
    prefixes = found.shares("unit.account_prefix", "unit.name")
    for number in found.holders("unit.name"):
        more: Document = {}
        if themes[number]:
            more["themes"] = [{"id": f"own-{n}", "title": text} for n, text in enumerate(themes[number])]
        if quotas[number]:
            more["own_quota"] = [
                {"partners": 20, "source": text, "from": f"2017-0{n + 1}-01"}
                for n, text in enumerate(quotas[number])
            ]
        if prefixes[number]:
            more["account_prefix"] = prefixes[number][0]
        yield f"units/u{number}/unit.yml", unit(id=f"u{number}", name=found.texts[number], **more)


def _cadre(found: Harvest, number: int, dealt: dict[str, dict[int, list[str]]]) -> Document:
    texts = {
        name: dealt[name][number] for name in FIELDS if name.startswith("cadre.") and name != "cadre.name"
    }
    made = cadre(id=f"c{number}", person=f"p{number}", name=found.texts[number])
    made["posts"] = []
    for n in range(4):
        post_ = {
            "category": "full_time",
            "basis": {"kind": "formal_staff"},
            "from": f"2017-{3 * n + 1:02}-01",
        }
        if n < 3:
            post_["until"] = f"2017-{3 * n + 3:02}-28"
        if n < len(texts["cadre.post"]):
            post_["title"] = texts["cadre.post"][n]
        if n < len(texts["cadre.basis"]):
            post_["basis"]["document"] = texts["cadre.basis"][n]
        made["posts"].append(post_)
    made["exemptions"] = [
        {"reason": "maternity", "approver": "团委书记", "approved_on": "2017-01-01"}
        | {"from": f"2017-{3 * n + 1:02}-02", "until": f"2017-{3 * n + 1:02}-20"}
        | ({"note": texts["cadre.note"][n]} if n < len(texts["cadre.note"]) else {})
        | ({"approver": texts["cadre.approver"][n]} if n < len(texts["cadre.approver"]) else {})
        for n in range(3)
    ]
    for name, key, kind in (("cadre.account", "accounts", "qq"), ("cadre.link", "links", "branch")):
        word = "platform" if key == "accounts" else "kind"
        made[key] = [{word: kind, "name": text, "since": "2017-01-01"} for text in texts[name]]
    return made


def _log(titles: list[str], articles: list[str]) -> Document:
    talks = [entry(id=f"20180307-a{n:02}", title=text)[0] for n, text in enumerate(titles)]
    return talks + [share(id=f"20180308-b{n:02}", article=text)[0] for n, text in enumerate(articles)]


def documents(found: Harvest) -> Iterator[tuple[str, Document]]:
    """Path below the records folder and content: as few records as carry every text that was let in."""
    yield from _units(found)
    dealt = {name: found.shares(name, "cadre.name") for name in FIELDS if not name.startswith("unit.")}
    for home, number in found.homes().items():
        yield f"{home}/cadre.yml", _cadre(found, number, dealt)
        log = _log(dealt["log.title"][number], dealt["log.article"][number])
        if log:
            yield f"{home}/log/2018-03.yml", log


def write(found: Harvest, folder: Path, title: str) -> None:
    """A whole records folder under Shandong's rules, whose settings carry one hostile title too."""
    shutil.copytree(ROOT / "records" / "policies", folder / "policies")
    settings = {"namespace": "naughty", "title": title, "timezone": "Asia/Shanghai", "root": "root"}
    top = {"id": "root", "name": "示例省", "level": "province", "policy": "shandong-2017"}
    fixed = {
        "settings.yml": settings | {"as_of": "2018-11-30", "description": title},
        "units/root/unit.yml": top,
    }
    for path, document in (*fixed.items(), *documents(found)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(dump(document))
