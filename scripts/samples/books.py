"""A plan → the files of one engagement, as ``(path, text)``; paths are relative to the records folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from samples.diary import entries
from samples.emit import Document, Value, document
from samples.people import contacts, partners
from samples.plan import Plan, Post

File = tuple[str, str]
BASIS = {
    "full_time": "formal_staff",
    "attached": "attachment",
    "leading_organ_part_time": "concurrent",
    "large_unit_part_time": "concurrent",
    "other_part_time": "concurrent",
}


def files(plan: Plan, *, monthly: bool) -> Iterator[File]:
    """``cadre.yml``, partners by the year in which they came, the log by month or by quarter."""
    folder = f"units/{plan.unit}/cadres/{plan.cadre}"
    yield _file(f"{folder}/cadre.yml", "cadre", cadre(plan))
    people = partners(plan)
    for year, batch in groupby(people, key=lambda person: str(person["since"])[:4]):
        yield _file(f"{folder}/partners/{year}.yml", "partners", list(batch))
    period = _month if monthly else _quarter
    for name, batch in groupby(entries(plan, contacts(people)), key=period):
        yield _file(f"{folder}/log/{name}.yml", "log", list(batch))


def _file(path: str, kind: str, value: Document | list[Document]) -> File:
    return path, document(path, kind, value)


def _month(entry: Document) -> str:
    return str(entry["date"])[:7]


def _quarter(entry: Document) -> str:
    year, month = str(entry["date"]).split("-")[:2]
    return f"{year}-q{(int(month) + 2) // 3}"


def cadre(plan: Plan) -> Document:
    """``cadre.yml`` with its keys in the schema's order; what is empty is left out."""
    value: dict[str, Value] = {
        "id": plan.cadre,
        "person": plan.cadre,
        "name": plan.name,
        "since": str(plan.since),
        "posts": [_post(post, plan) for post in plan.posts],
        "publish": plan.publish,
        "until": _day(plan.until),
        "left": plan.left,
        "moved_from": plan.moved_from,
        "exemptions": _exemptions(plan),
        "accounts": _accounts(plan),
        "links": [{"kind": kind, "name": name, "since": str(plan.since)} for kind, name in plan.links],
    }
    return {key: item for key, item in value.items() if item is not None and item != []}


def _post(post: Post, plan: Plan) -> Document:
    value: dict[str, Value] = {"category": post.category}
    basis: dict[str, Value] = {"kind": BASIS[post.category]}
    if plan.level == "township" and post.category == "full_time":
        basis["kind"] = "township_secretary"
    if post.category == "attached":
        basis["document"] = f"示例团组字〔{post.since.year}〕7号"
        basis["term_from"] = str(post.since)
        basis["term_until"] = str(date(post.since.year + 2, post.since.month, post.since.day))
    value |= {"basis": basis, "from": str(post.since), "title": post.title, "until": _day(post.until)}
    return {key: item for key, item in value.items() if item is not None}


def _exemptions(plan: Plan) -> list[Value]:
    if plan.exemption is None:
        return []
    reason, first, last = plan.exemption
    value: dict[str, Value] = {
        "reason": reason,
        "approver": "本单位主要负责人",
        "approved_on": str(first),
        "from": str(first),
    }
    if last:
        value["until"] = str(last)
    return [value]


def _accounts(plan: Plan) -> list[Value]:
    draw = plan.draw("accounts")
    real = draw.random() < 0.85  # noqa: PLR2004
    name = f"{plan.account_prefix}{plan.name}" if real else f"示例·{plan.cadre}"
    first: dict[str, Value] = {
        "platform": draw.choice(("wechat", "wechat", "wechat", "qq", "weibo")),
        "name": name,
        "since": str(plan.since),
        "real_name": real,
    }
    return [first]


def _day(day: date | None) -> str | None:
    return str(day) if day else None
