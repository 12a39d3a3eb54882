"""Changes to the miniature repository as commits, judged in Git: the base has reviewers on three levels,
two maintainers, and a key for each of some cadres.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from plus100.core.findings import Finding
from plus100.review.changes import Change, read_change
from plus100.review.guard import judge
from plus100.review.identity import Account, Answer, by_account, by_key
from plus100.review.objects import Objects, open_objects
from plus100.review.roles import Roles, roles_of
from plus100.review.signatures import by_signatures, one_person
from support import mini
from support.gitrepo import DAY, Content, Entry, Raw, Store, store

KEYS = mini.ROOT / "tests" / "cases" / "keys"
RECEIVED = date(2018, 12, 1)

HELD = {
    "xian/qian-si": "qian-si",
    "shi/zhao-san": "zhao-san",
    "zhen/sun-wu": "sun-wu",
}
"""Whose key is which."""


def public(name: str) -> str:
    """The line of a test key."""
    return (KEYS / f"{name}.pub").read_text().strip()


@cache
def base_files() -> Mapping[str, bytes]:
    """The miniature repository with offices: ``sheng`` wang-yi and li-er, ``shi`` zhao-san, ``xian``
    qian-si, ``lin-shi`` feng-jiu; maintainers wei-hu, who is no cadre, and wu-qi.
    """
    files = mini.changed(
        edits=[
            {
                "path": "records/settings.yml",
                "find": "as_of: 2018-11-30\n",
                "replace": "as_of: 2018-11-30\nmaintainers:\n"
                "  - {person: wei-hu, from: 2017-01-01, forge_accounts: [{forge: github, number: 900}]}\n"
                "  - {person: wu-qi, from: 2017-01-01}\n",
            },
            {
                "path": "records/units/sheng/unit.yml",
                "find": "  - {person: wang-yi, from: 2017-01-01}\n",
                "replace": "  - {person: wang-yi, from: 2017-01-01}\n"
                "  - {person: li-er, from: 2017-01-01}\n",
            },
        ]
    )
    for unit, person in (("shi", "zhao-san"), ("lin-shi", "feng-jiu")):
        files[f"records/units/{unit}/unit.yml"] += (
            f"reviewers:\n  - {{person: {person}, from: 2017-01-01}}\n".encode()
        )
    for number, (cadre, name) in enumerate(HELD.items(), 100):
        unit, folder = cadre.split("/")
        until = ", until: 2018-06-30" if name == "sun-wu" else ""
        files[f"records/units/{unit}/cadres/{folder}/cadre.yml"] += (
            f"keys:\n  - {{public: {public(name)}, from: 2017-01-01{until}}}\n"
            f"forge_accounts:\n  - {{forge: github, number: {number}}}\n"
        ).encode()
    files["scripts/tool.py"] = b"print('tool')\n"
    files["docs/qa/lianxi/q41.md"] = b"# q41\n"
    files["docs/columns/notices/a.md"] = b"---\nunit: xian\n---\na\n"
    files["records/units/xian/activities/a.yml"] = b"- {}\n"
    files["records/units/xian/audits/a.yml"] = b"- {}\n"
    return files


@dataclass(frozen=True)
class Bench:
    """A store with the base committed."""

    store: Store
    base: str

    def open(self) -> AbstractContextManager[Objects]:
        """Its objects."""
        return open_objects(self.store.folder / "records")

    def head(
        self, over: Mapping[str, Content], parent: str = "", start: Mapping[str, Content] | None = None
    ) -> str:
        """A commit of the base's files with others laid over them (``None`` deletes)."""
        files = {**(base_files() if start is None else start), **over}
        return self.store.commit(self.store.tree(files), parent or self.base)


@cache
def workshop() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes with the run."""
    return tempfile.TemporaryDirectory(prefix="plus100-pulls-", ignore_cleanup_errors=True)


@cache
def bench() -> Bench:
    """One store for the whole run."""
    made = store(Path(workshop().name) / "repo.git")
    return Bench(made, made.commit(made.tree(base_files())))


def findings(case: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What the guard says of a case: ``files`` and ``raw`` over the base, ``actor`` (or ``account``,
    ``key``, ``signer``), ``approvers``, ``before`` (laid over the base first), ``history``, ``steps``.
    """
    made = bench()
    start = {**base_files(), **case.get("before", {})}
    base = made.store.commit(made.store.tree(start)) if "before" in case else made.base
    base, head = _history(made, case, base, start)
    folder = _shallow(made, base, head) if case.get("history") == "shallow" else made.store.folder
    with open_objects(folder / "records") as objects:
        change, faults = read_change(objects, base, head)
        if change is None:
            return faults
        roles = roles_of(objects, change.base, date.fromisoformat(str(case.get("received", RECEIVED))))
        person, unknown = _person(objects, change, roles, case)
        verdict = judge(objects, change, roles, person, frozenset(case.get("approvers", ())))
        return (*unknown, *verdict.refusals)


def _person(objects: Objects, change: Change, roles: Roles, case: Mapping[str, Any]) -> Answer:
    if "account" in case:
        forge, number = case["account"].split(":")
        return by_account(roles, Account(forge, int(number)))
    if "key" in case:
        return by_key(roles, fingerprint(case["key"]))
    if "signer" in case or case.get("unsigned"):
        return one_person(by_signatures(objects, roles, change))
    return case.get("actor", "wei-hu"), ()


def fingerprint(name: str) -> str:
    """What ``ssh-keygen -l`` says of a test key."""
    asked = ["ssh-keygen", "-l", "-f", str(KEYS / f"{name}.pub")]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[1]


def over(case: Mapping[str, Any]) -> dict[str, Content]:
    """What a case lays over the base."""
    files: dict[str, Content] = dict(case.get("files", {}))
    for path, text in case.get("append", {}).items():
        files[path] = base_files()[path] + text.encode()
    for edit in case.get("edits", ()):
        text = base_files()[edit["path"]].decode()
        assert text.count(edit["find"]) == 1, edit
        files[edit["path"]] = text.replace(edit["find"], edit["replace"])
    for one in case.get("raw", ()):
        files[one["path"]] = Raw(one["mode"], one.get("text", "x").encode(), one.get("object", ""))
    return files


def _history(
    made: Bench, case: Mapping[str, Any], base: str, start: Mapping[str, Content]
) -> tuple[str, str]:
    """Base and head of a case."""
    here, tip = made.store, base
    for step in case.get("steps", ()):
        tip = made.head(over(step), tip, start)
    tree = _flawed(here, case["folder"], start) if "folder" in case else here.tree({**start, **over(case)})
    if "signer" in case:
        return base, signed(here, tree, tip, case)
    match case.get("history"):
        case "no base":
            return "f" * 40, base
        case "no head":
            tip = "no-such-branch"
        case "unrelated":
            tip = here.commit(tree)
        case "crossed":
            left, right = made.head({"a.txt": "a"}, base), made.head({"b.txt": "b"}, base)
            base, tip = here.commit(tree, left, right), here.commit(tree, right, left)
        case "many":
            for _ in range(2001):
                tip = here.commit(tree, tip)
        case _:
            author = f"x <{case.get('author', 'x@shili')}>"
            said, when = case.get("message", "x"), case.get("when", DAY)
            tip = here.commit(tree, tip, author=author, message=said, when=when)
    return base, tip


def _shallow(made: Bench, *cut: str) -> Path:
    """A repository with the same objects in which the parents of two commits are cut off."""
    folder = Path(tempfile.mkdtemp(dir=workshop().name)) / "shallow.git"
    store(folder)
    (folder / "objects" / "info").mkdir()
    (folder / "objects" / "info" / "alternates").write_text(f"{made.store.folder / 'objects'}\n")
    (folder / "shallow").write_text("".join(f"{name}\n" for name in cut))
    return folder


def _flawed(here: Store, flaw: str, start: Mapping[str, Content]) -> str:
    """The base's tree with one folder at the top that is no sound tree."""
    blob = here.object("blob", b"x\n")
    entry = Entry("100644", b"a.yml", blob)
    folders: dict[str, Sequence[Entry]] = {
        "double": (entry, Entry("100644", b"a.yml", here.object("blob", b"y\n"))),
        "unsorted": (Entry("100644", b"b.yml", blob), entry),
        "missing blob": (Entry("100644", b"a.yml", "1" * 40),),
        "sound": (entry,),
    }
    if flaw == "broken":
        made = here.object("tree", b"100644 a.yml\0short")
    elif flaw == "missing tree":
        made = "2" * 40
    else:
        made = here.raw_tree(folders[flaw])
    whole = {name: content for name, content in start.items() if "/" in name}
    tops = sorted({name.partition("/")[0] for name in whole} | {"zz"})
    entries = [
        Entry(
            "40000",
            top.encode(),
            made
            if top == "zz"
            else here.tree({n.partition("/")[2]: c for n, c in whole.items() if n.startswith(f"{top}/")}),
        )
        for top in tops
    ]
    return here.raw_tree(entries)


def signed(here: Store, tree: str, parent: str, case: Mapping[str, Any]) -> str:
    """A commit signed with a test key; ``tamper`` changes it afterwards, ``when`` claims a time."""
    when, signer = case.get("when", DAY), case["signer"]
    head = (
        f"tree {tree}\nparent {parent}\n"
        f"author x <{case['author']}> {when} +0000\ncommitter x <x@shili> {when} +0000\n"
    )
    payload = f"{head}\nmessage\n".encode()
    if signer == "pgp":
        armour = "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----"
    else:
        armour = signature(payload, signer, case.get("namespace", "git"))
    if case.get("tamper"):
        payload = payload.replace(b"\nmessage\n", b"\nother\n")
    before, _, message = payload.partition(b"\n\n")
    header = armour.strip().replace("\n", "\n ").encode()
    return here.object("commit", before + b"\ngpgsig " + header + b"\n\n" + message)


def signature(payload: bytes, signer: str, namespace: str) -> str:
    """An SSH signature in its armour."""
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "key"
        key.write_bytes((KEYS / signer).read_bytes())
        key.chmod(0o600)
        asked = ["ssh-keygen", "-q", "-Y", "sign", "-n", namespace, "-f", str(key)]
        return subprocess.run(asked, input=payload, capture_output=True, check=True).stdout.decode()
