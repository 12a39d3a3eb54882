"""The server's verdict on a change is that of the GitHub route: the same changes, pushed over ``ssh`` and
judged by the command that the workflow runs.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from plus100.cli.app import run
from review.test_matrix import DATA, OPERATIONS, change_of
from support import cases, pulls
from support.gitrepo import Content, Raw, Store, store
from support.pushes import signed
from support.sshd import NUMBERS, PERSONS, Clone, Server, serve, with_keys
from support.warm import warm_hook

pytestmark = pytest.mark.sshd

BLOCK = re.compile(r"—— (\S+)\n(.*?)^\1：(不能收|检查通过)", re.DOTALL | re.MULTILINE)
CODE = re.compile(r": (错误|警告|提示) ([A-Z]\d{3}) ")
ACTORS = ("gao-yi", "he-er", "zhou-liu", "qian-si", "zhao-san", "wang-yi", "feng-jiu", "wei-hu")
CONNECTED = tuple(person for person in PERSONS if person != "nobody")
TREES = "G93"
SECOND = "G936"
"""Refused at GitHub until somebody approves; on the server the branch is taken, and waits."""


@dataclass(frozen=True)
class Proposal:
    """A change of one person over the base."""

    name: str
    person: str
    files: Mapping[str, Content]


@dataclass(frozen=True)
class Said:
    """What a route says: whether main may have the change as it is, and why not."""

    allowed: bool
    codes: tuple[str, ...]


def of_the_matrix() -> Iterator[Proposal]:
    """A change of every kind and operation, the persons taking turns."""
    turn = 0
    for kind in DATA["kinds"]:
        for operation in OPERATIONS:
            files = change_of(kind, operation)
            if files is not None:
                yield Proposal(f"{kind['title']} {operation}", ACTORS[turn % len(ACTORS)], files)
                turn += 3


def of_the_catalogue() -> Iterator[Proposal]:
    """The catalogue's cases about names, modes and rights that are one commit of one known person."""
    for path in sorted(cases.FOLDER.glob("G9*.yml")):
        for case in cases.read(path):
            data = case.data
            plain = {"name", "actor", "files", "append", "edits", "raw", "at", "says", "also"}
            if case.kind == "review" and set(data) <= plain and data.get("actor", "wei-hu") in CONNECTED:
                files = pulls.over(data)
                if not any(isinstance(one, Raw) and one.object for one in files.values()):
                    yield Proposal(str(case), data.get("actor", "wei-hu"), files)


def proposals() -> list[Proposal]:
    """A hundred of them, as many of the catalogue as there are."""
    found = list(of_the_catalogue())
    matrix = list(of_the_matrix())
    left = 100 - len(found)
    return [*found, *matrix[:: max(1, len(matrix) // left)][:left]] if left > 0 else found[:100]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the matrix's base, whose hook has its programs loaded."""
    more = {path: text.encode() for path, text in DATA["before"].items()}
    folder = tmp_path_factory.mktemp("verdicts")
    with serve(folder, more) as found, warm_hook(found.repository, folder):
        yield found


def known_to(clone: Clone, objects: Store) -> Clone:
    """A clone that finds the commits of a store among its own."""
    beside = clone.folder / ".git" / "objects" / "info" / "alternates"
    beside.write_text(f"{objects.folder / 'objects'}\n")
    return clone


def start(server: Server) -> Mapping[str, Content]:
    """The files of the server's main."""
    more = {path: text.encode() for path, text in DATA["before"].items()}
    return with_keys(server, {**pulls.base_files(), **more})


def over_ssh(clone: Clone, heads: Mapping[str, str]) -> dict[str, Said]:
    """The server's word on each of a person's commits: all pushed at once, since that costs one hook.
    Where Git itself refuses one of them, none is looked at: then in halves, down to that one.
    """
    _, told = clone.push(*(f"{head}:refs/heads/{ref}" for ref, head in heads.items()))
    if "unpack failed" not in told:
        found = said_in(told)
        assert found.keys() == heads.keys(), told
        return found
    if len(heads) == 1:
        return {ref: Said(allowed=False, codes=("git",)) for ref in heads}
    half = dict([*heads.items()][: len(heads) // 2])
    rest = {ref: head for ref, head in heads.items() if ref not in half}
    return {**over_ssh(clone, half), **over_ssh(clone, rest)}


def said_in(told: str) -> dict[str, Said]:
    """What the terminal shows, by ref."""
    text = re.sub(r"^remote: ?|\s+$", "", told, flags=re.MULTILINE)
    found = {}
    for ref, block, outcome in BLOCK.findall(text + "\n"):
        codes = tuple(sorted({code for weight, code in CODE.findall(block) if weight == "错误"}))
        found[ref] = Said(allowed=outcome == "检查通过" and SECOND not in codes, codes=codes)
    return found


def at_github(clone: Clone, head: str, person: str, capsys: Any) -> Said:
    """What the workflow's command says of the same commit."""
    capsys.readouterr()
    code = run(
        ["review", "--records", str(clone.folder / "records"), "--base", "origin/main", "--head", head,
         "--account", f"github:{NUMBERS[person]}", "--format", "json"]
    )  # fmt: skip
    receipt = json.loads(capsys.readouterr().out)
    refusals = {one["code"] for one in receipt["refusals"]}
    errors = {one["code"] for one in receipt["findings"] if one["severity"] == "error"}
    read = not any(code < TREES for code in refusals)
    return Said(allowed=code == 0, codes=tuple(sorted(refusals | errors if read else refusals)))


def test_a_hundred_changes(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Both routes allow the same and refuse the same, for the same codes; sixty or more are refused, of
    fifteen or more codes.
    """
    mine: defaultdict[str, dict[str, str]] = defaultdict(dict)
    base_files = start(server)
    known = {proposal.name: proposal for proposal in proposals()}
    assert len(known) == 100
    made, base = store(server.folder / "proposals.git"), server.main()
    for place, proposal in enumerate(known.values()):
        tree = made.tree({**base_files, **proposal.files})
        head = signed(made, tree, (base,), str(server.key(proposal.person)), proposal.person)
        mine[proposal.person][f"{proposal.person}/{place}"] = head
    names = [*known]
    refused: dict[str, tuple[str, ...]] = {}
    for person, heads in mine.items():
        clone = known_to(server.clone(person), made)
        here = over_ssh(clone, heads)
        for ref, head in heads.items():
            name = names[int(ref.partition("/")[2])]
            there = at_github(clone, head, person, capsys)
            assert here[ref].allowed == there.allowed, (name, here[ref], there)
            if here[ref].codes != ("git",):
                assert here[ref].codes == there.codes, (name, person)
            if not there.allowed:
                refused[name] = there.codes
    assert len(refused) >= 60
    codes = {code for name in refused for code in refused[name] if code.startswith("G9")}
    assert len(codes) >= 15, codes
