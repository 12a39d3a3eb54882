"""Hostile trees: 20 kinds at 10 places, proposed by whoever has most rights there. None gets through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import pytest

from plus100.review.changes import read_change
from plus100.review.guard import judge
from plus100.review.paths import BULK, LONGEST_NAME
from plus100.review.receipt import receipt
from plus100.review.roles import roles_of
from support import pulls
from support.gitrepo import Content, Entry, Raw, Store

Entries = list[Entry]
Kind = Callable[[Store, Entries], Entries]

TEXT = b"[]\n"


def one(name: str, mode: str = "100644", data: bytes = TEXT, target: str = "") -> Kind:
    """One more entry."""

    def put(here: Store, entries: Entries) -> Entries:
        made = target or here.object("tree" if mode in {"40000", "040000"} else "blob", data)
        return in_order([*entries, Entry(mode, name.encode("utf-8", "surrogateescape"), made)])

    return put


def in_order(entries: Entries) -> Entries:
    """Git's order."""
    return sorted(entries, key=lambda each: each.name + (b"/" if each.mode == "40000" else b""))


def folder_of_dots(here: Store, entries: Entries) -> Entries:
    """``..`` as a folder that holds a file."""
    inner = here.raw_tree([Entry("100644", b"a.yml", here.object("blob", TEXT))])
    return in_order([*entries, Entry("40000", b"..", inner)])


def twice(here: Store, entries: Entries) -> Entries:
    """The same name with two contents."""
    pair = [Entry("100644", b"twice.yml", here.object("blob", text)) for text in (b"a", b"b")]
    return in_order([*entries, *pair])


def reversed_order(here: Store, entries: Entries) -> Entries:
    """Out of order."""
    more = [Entry("100644", name, here.object("blob", TEXT)) for name in (b"zz2.yml", b"zz1.yml")]
    return [*in_order(entries), *more]


def alike(here: Store, entries: Entries) -> Entries:
    """Two names that differ in case."""
    pair = [Entry("100644", name, here.object("blob", TEXT)) for name in (b"same.yml", b"SAME.yml")]
    return in_order([*entries, *pair])


def nested(here: Store, entries: Entries) -> Entries:
    """Folders in folders."""
    made = here.raw_tree([Entry("100644", b"a.yml", here.object("blob", TEXT))])
    for _ in range(40):
        made = here.raw_tree([Entry("40000", b"d", made)])
    return in_order([*entries, Entry("40000", b"d", made)])


def bomb(here: Store, entries: Entries) -> Entries:
    """Ten folders in each of ten folders, eight deep: a hundred million files in a kilobyte."""
    made = here.raw_tree([Entry("100644", b"a.yml", here.object("blob", TEXT))])
    for _ in range(8):
        made = here.raw_tree([Entry("40000", f"d{n}".encode(), made) for n in range(10)])
    return in_order([*entries, Entry("40000", b"bomb", made)])


def hollow_bomb(here: Store, entries: Entries) -> Entries:
    """The same with nothing in the innermost: not a file that anybody could count."""
    made = here.raw_tree([])
    for _ in range(9):
        made = here.raw_tree([Entry("40000", f"d{n}".encode(), made) for n in range(10)])
    return in_order([*entries, Entry("40000", b"bomb", made)])


def heavy(here: Store, entries: Entries) -> Entries:
    """Nothing but blanks: a few kilobytes on the way, more than anybody wants to hold in memory."""
    blob = here.object("blob", b" " * (BULK // 16))
    return in_order([*entries, *(Entry("100644", f"h{n:02}.yml".encode(), blob) for n in range(17))])


KINDS: Mapping[str, Kind] = {
    "symbolic link": one("a-link.yml", "120000", b"../../../../etc/passwd"),
    "link to a folder": one("log-link", "120000", b"/"),
    "submodule": one("module", "160000", target="1" * 40),
    "may be run": one("run.yml", "100755"),
    "group may write": one("group.yml", "100664"),
    "padded mode": one("padded.yml", "0100644"),
    "padded folder": one("padded", "040000", b""),
    "two dots": folder_of_dots,
    "a dot": one("."),
    "a slash in the name": one("a/../../b.yml"),
    "no name": one(""),
    ".git": one(".git"),
    ".GIT in other case": one(".Git"),
    "git~1": one("git~1"),
    "name twice": twice,
    "out of order": reversed_order,
    "case collision": alike,
    "Windows device": one("nul.yml"),
    "right-to-left": one("a\u202elmy.yml"),
    "not UTF-8": one("a\udcff.yml"),
    "Chinese name": one("记录.yml"),
    "too long": one("a" * (LONGEST_NAME + 1)),
    "deep": nested,
    "tree bomb": bomb,
    "tree bomb without a file": hollow_bomb,
    "an empty folder": one("empty", "40000", b""),
    "an empty folder of two dots": one("..", "40000", b""),
    "an empty .git": one(".git", "40000", b""),
    "too much to hold": heavy,
    "content missing": one("missing.yml", target="2" * 40),
}
PLACES: Mapping[str, str] = {
    "": "wei-hu",
    "scripts": "wei-hu",
    "docs/columns/notices": "wang-yi",
    "records": "wang-yi",
    "records/policies": "wang-yi",
    "records/units": "wang-yi",
    "records/units/xian": "qian-si",
    "records/units/xian/activities": "qian-si",
    "records/units/xian/cadres/qian-si": "qian-si",
    "records/units/xian/cadres/qian-si/log": "qian-si",
    "records/units/xian/cadres/qian-si/partners": "qian-si",
}
CODES = {f"G{number}" for number in range(901, 914)}


@cache
def start() -> Mapping[str, Content]:
    """The base with a log beside the partners."""
    return {**pulls.base_files(), "records/units/xian/cadres/qian-si/log/a.yml": TEXT}


@cache
def base() -> str:
    """Its commit."""
    store = pulls.bench().store
    return store.commit(store.tree(start()))


def with_hostile(here: Store, files: Mapping[str, Content], place: str, kind: Kind) -> str:
    """The base's tree with a folder spoilt."""
    entries: Entries = []
    folders: dict[str, dict[str, Content]] = {}
    for path, content in files.items():
        name, slash, rest = path.partition("/")
        if slash:
            folders.setdefault(name, {})[rest] = content
        else:
            assert isinstance(content, bytes)
            entries.append(Entry("100644", name.encode(), here.object("blob", content)))
    top, _, rest = place.partition("/")
    for name, inner in folders.items():
        made = with_hostile(here, inner, rest, kind) if place and name == top else here.tree(inner)
        entries.append(Entry("40000", name.encode(), made))
    return here.raw_tree(in_order(entries) if place else kind(here, in_order(entries)))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_tree_is_refused(kind: str, place: str) -> None:
    """Whatever else is said of it, one finding is about the tree itself."""
    bench = pulls.bench()
    head = bench.store.commit(with_hostile(bench.store, start(), place, KINDS[kind]), base())
    with bench.open() as objects:
        change, faults = read_change(objects, base(), head)
        assert change is not None, faults
        roles = roles_of(objects, change.base, pulls.RECEIVED)
        verdict = judge(objects, change, roles, PLACES[place], frozenset({"li-er", "zhao-san"}))
    assert CODES & {finding.code for finding in verdict.refusals}, verdict.refusals


@pytest.mark.parametrize("kind", KINDS)
def test_a_receipt_of_a_hostile_tree_is_written(kind: str) -> None:
    """Folders that are flawed, or hold more than anybody can read, are not read for it."""
    bench = pulls.bench()
    place = "records/units/xian/cadres/qian-si/log"
    head = bench.store.commit(with_hostile(bench.store, start(), place, KINDS[kind]), base())
    with bench.open() as objects:
        change, faults = read_change(objects, base(), head)
        assert change is not None, faults
        roles = roles_of(objects, change.base, pulls.RECEIVED)
        verdict = judge(objects, change, roles, PLACES[place])
        told = receipt(objects, change, bench.store.folder / "records", verdict)
    assert not told.passes
    assert CODES & {one.code for one in told.refusals}


def test_the_table_is_as_large_as_it_says() -> None:
    """At least 20 kinds, 10 places, and the places are fine by themselves: a sound file passes there or
    is refused for its place alone.
    """
    assert len(KINDS) >= 20
    assert len(PLACES) >= 10
    bench = pulls.bench()
    for place, actor in PLACES.items():
        name = f"{place}/sound.yml" if place else "sound.yml"
        head = bench.head({name: Raw("100644", TEXT)}, base(), start())
        with bench.open() as objects:
            change, _ = read_change(objects, base(), head)
            assert change is not None
            roles = roles_of(objects, change.base, pulls.RECEIVED)
            verdict = judge(objects, change, roles, actor, frozenset({"li-er", "zhao-san"}))
        assert not CODES & {finding.code for finding in verdict.refusals}, place
