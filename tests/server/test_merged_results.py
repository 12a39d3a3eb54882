"""Two changes, each in order by itself, that are a fault together: whoever is merged second is refused, on
the server as by the command of the merge queue.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import pytest

from plus100.cli.app import run
from plus100.core.findings import Severity
from support import pulls
from support.gitrepo import Content
from support.pushes import Push, ruled, signed

QIAN = "records/units/xian/cadres/qian-si"
ZHAO = "records/units/shi/cadres/zhao-san"
ACCOUNT = {"qian-si": "github:100", "zhao-san": "github:101"}
MAIN = "refs/heads/main"

Pair = tuple[tuple[str, Mapping[str, Content]], tuple[str, Mapping[str, Content]]]


def base(path: str) -> str:
    """A file of the base."""
    return pulls.base_files()[path].decode()


def share(name: str, article: str) -> str:
    """A file with one entry."""
    return f"- {{id: 20180301-{name}, type: share, date: 2018-03-01, article: {article}}}\n"


def key(number: int) -> str:
    """A public key like any other."""
    fields = (b"ssh-ed25519", bytes([number]) * 32)
    return (
        f"ssh-ed25519 {base64.b64encode(b''.join(len(f).to_bytes(4, 'big') + f for f in fields)).decode()}"
    )


def both_access(row: str, field: str) -> Pair:
    """The same key or account, each in the own record."""
    found = []
    for person, folder in (("qian-si", QIAN), ("zhao-san", ZHAO)):
        text = base(f"{folder}/cadre.yml").replace(f"\n{field}:\n", f"\n{field}:\n  - {row}\n")
        assert row in text
        found.append((person, {f"{folder}/cadre.yml": text}))
    return found[0], found[1]


def pair(kind: str, n: int) -> Pair:
    """Two changes over the base."""
    match kind:
        case "the same id in two logs":
            one = {f"{QIAN}/log/phone-{n}.yml": share(f"d{n}", f"示例甲{n}")}
            other = {f"{QIAN}/log/office-{n}.yml": share(f"d{n}", f"示例乙{n}")}
        case "the same deed in two logs":
            one = {f"{QIAN}/log/phone-{n}.yml": share(f"a{n}", f"示例{n}")}
            other = {f"{QIAN}/log/office-{n}.yml": share(f"b{n}", f"示例{n}")}
        case "the same partner in two lists":
            one = {f"{QIAN}/partners/phone-{n}.yml": f"- {{id: q-{n}, since: 2018-01-01}}\n"}
            other = {f"{QIAN}/partners/office-{n}.yml": f"- {{id: q-{n}, since: 2018-02-01}}\n"}
        case "the same key for two persons":
            return both_access(f"{{public: {key(n)}, from: 2018-01-01}}", "keys")
        case _:
            return both_access(f"{{forge: gitlab, number: {700 + n}}}", "forge_accounts")
    return ("qian-si", one), ("qian-si", other)


KINDS = (
    "the same id in two logs",
    "the same deed in two logs",
    "the same partner in two lists",
    "the same key for two persons",
    "the same account for two persons",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(10))
def test_a_pair(kind: str, number: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Either change may be merged, in a push of its own; the second one after the first is refused, and
    stays refused when both are pushed at once. The merge queue says the same of the same commits. What
    differs in numbers only is asked of the first pair of each kind.
    """
    made, changes = pulls.bench(), pair(kind, number)
    files, heads, merges = {**pulls.base_files()}, [], []
    tip = made.base
    for person, over in changes:
        heads.append(signed(made.store, {**pulls.base_files(), **over}, (made.base,), person))
        files |= over  # type: ignore[arg-type]
        merges.append(signed(made.store, files, (tip, heads[-1]), "zhao-san"))
        tip = merges[-1]
    for head, (person, over) in zip(heads, changes, strict=True):
        alone = signed(made.store, {**pulls.base_files(), **over}, (made.base, head), "zhao-san")
        assert refused(Push(made.base, alone, MAIN)) == set()
        assert number or queue(made.base, alone, person, capsys) == (True, set())
    second = refused(Push(merges[0], merges[1], MAIN))
    assert second
    assert number or refused(Push(made.base, merges[1], MAIN)) == second
    assert queue(merges[0], merges[1], changes[1][0], capsys) == (False, second)


def refused(push: Push) -> set[str]:
    """The codes for which the server refuses a push by the reviewer."""
    ruling = ruled(pulls.bench().store.folder, push.old, push, "zhao-san")
    return {one.code for one in ruling.refused}


def queue(before: str, after: str, person: str, capsys: Any) -> tuple[bool, set[str]]:
    """Whether the workflow's command lets a merged tree pass, and why not."""
    capsys.readouterr()
    records = str(pulls.bench().store.folder / "records")
    asked = ["review", "--records", records, "--base", before, "--head", after, "--format", "json"]
    code = run([*asked, "--account", ACCOUNT[person], "--received", pulls.RECEIVED.isoformat()])
    told = json.loads(capsys.readouterr().out)
    errors = [one for one in told["findings"] if one["severity"] == Severity.ERROR]
    return code == 0, {one["code"] for one in (*told["refusals"], *errors)}
