"""What a receipt says of the texts beside the records: contributions and the handbook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import yaml
from PIL import Image

from plus100.review.changes import Change, read_change
from plus100.review.guard import judge
from plus100.review.markdown import markdown
from plus100.review.objects import Objects
from plus100.review.paths import name_is_plain
from plus100.review.receipt import receipt
from plus100.review.roles import roles_of
from plus100.review.views import FindingView, Receipt
from support import cases, mini, pulls, pushes
from support.gitrepo import Content

DATA: dict[str, Any] = yaml.safe_load(
    (mini.ROOT / "tests/cases/review/texts.yml").read_text(encoding="utf-8")
)
PLACED = 0x8825
COMMIT = re.compile(r"(?<=`)[0-9a-f]{12}(?=`)")
TEXTS = [
    case
    for path in sorted((*cases.FOLDER.glob("C7*.yml"), *cases.FOLDER.glob("H6*.yml")))
    for case in cases.read(path)
    if not {"links", "committed"} & case.data.keys()
]


@cache
def picture(*, placed: bool = False, side: int = 30) -> bytes:
    """A PNG; ``placed`` tells where it was taken."""
    image, exif = Image.new("RGB", (side, side), "red"), Image.Exif()
    if placed:
        exif[PLACED] = {1: "N", 2: (36.0, 39.0, 0.0)}
    out = BytesIO()
    image.save(out, "PNG", exif=exif)
    return out.getvalue()


WORDS: Mapping[str, Content] = {
    "picture": picture(),
    "placed": picture(placed=True),
    "huge": picture() + bytes(5 * 1024 * 1024),
}


def laid(start: Mapping[str, Content], case: Mapping[str, Any], key: str) -> dict[str, Content]:
    """Files with those of a case over them."""
    told = case.get(key, {})
    return {**start, **{path: WORDS.get(text, text) for path, text in told.items()}}


def edited(start: Mapping[str, Content], case: Mapping[str, Any]) -> dict[str, Content]:
    """Files with a case's edits made in them."""
    files = {path: text for path, text in start.items() if not path.startswith(case.get("gone", "//"))}
    for edit in case.get("edits", ()):
        content = files[edit["path"]]
        text = content.decode() if isinstance(content, bytes) else str(content)
        assert text.count(edit["find"]) == 1, edit
        files[edit["path"]] = text.replace(edit["find"], edit["replace"])
    if "drop rule" in case:
        path, rule = case["drop rule"]["path"], case["drop rule"]["id"]
        edition = yaml.safe_load(start[path])  # type: ignore[arg-type]
        left = [one for one in edition["rules"] if one["id"] != rule]
        assert len(left) == len(edition["rules"]) - 1
        files[path] = yaml.safe_dump({**edition, "rules": left}, allow_unicode=True, sort_keys=False)
    return files


def told_of(
    start: Mapping[str, Content],
    after: Mapping[str, Content],
    ranks: bool | None = None,  # noqa: FBT001
) -> tuple[Receipt, Change, Objects]:
    """The receipt of going from some files to others."""
    store = pulls.bench().store
    base = store.commit(store.tree(start))
    head = store.commit(store.tree(after), base)
    with pulls.bench().open() as objects:
        change, faults = read_change(objects, base, head)
        assert change is not None, faults
        verdict = judge(objects, change, roles_of(objects, change.base, pulls.RECEIVED), None)
        made = receipt(objects, change, store.folder / "records", verdict, ranks=ranks)
    return made, change, objects


def of_texts(found: tuple[FindingView, ...]) -> list[str]:
    """``CODE place`` of each finding outside of the records."""
    here = [one for one in found if one.path.startswith("docs/")]
    return sorted(
        f"{one.code} {':'.join(str(p) for p in (one.path, one.line, one.column) if p)}" for one in here
    )


@pytest.mark.parametrize("ranks", [False, None], ids=["as a server asks", "as a forge asks"])
@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["name"])
def test_a_change_to_texts(case: Mapping[str, Any], ranks: bool | None) -> None:  # noqa: FBT001
    """Its own faults, older ones apart, and nothing of what it is not about."""
    start = laid(pulls.base_files(), case, "before")
    made, _, _ = told_of(start, edited(laid(start, case, "files"), case), ranks)
    assert of_texts(made.findings) == sorted(case.get("own", []))
    if "also" not in case:
        assert len(made.findings) == len(case.get("own", []))
        assert made.mended == case.get("mended", 0)
        assert made.passes == (not case.get("own") and not made.refusals)
    assert [one for one in of_texts(made.older) if "q41.md:1:1" not in one] == case.get("older", [])


@pytest.mark.parametrize("case", TEXTS, ids=str)
def test_what_the_check_finds_the_receipt_finds(case: cases.Case) -> None:
    """Every case of the catalogue about texts, as a pull request on the base: the same findings at the
    same places, but for files that the guard refuses by their names.
    """
    data = case.data
    start = {**pulls.base_files(), **{path: str(text) for path, text in data.get("records", {}).items()}}
    start = {path: text for path, text in start.items() if not path.startswith("docs/")}
    prefix = "" if case.kind == "columns" else "docs/"
    files = {f"{prefix}{path}": cases.content(told) for path, told in data["files"].items()}
    made, _, _ = told_of(start, {**start, **files}, ranks=False)
    allowed = [one for one in case.expected() if name_is_plain(one.split()[1].split(":")[0])]
    assert of_texts(made.findings) == allowed


NEW = [
    case
    for case in DATA["cases"]
    if case.keys() & {"files", "before"} == {"files"} and all("/columns/" in path for path in case["files"])
]


@pytest.mark.parametrize("case", NEW, ids=lambda case: case["name"])
def test_a_push_of_a_contribution(case: Mapping[str, Any]) -> None:
    """Any cadre may push one to a server of one's own, and is told the same there."""
    ruling = pushes.ruling({"key": "qian-si", "files": laid({}, case, "files")})
    stray = any(path.endswith(".pdf") for path in case["files"])
    assert sorted(f"{one.code} {one.where}" for one in ruling.refused if one.code != "G934") == case.get(
        "own", []
    )
    assert any(one.code == "G934" for one in ruling.refused) == stray


def test_what_else_lies_in_a_column_is_not_read() -> None:
    """A piece costs as much beside two hundred others as beside none, their texts unread."""
    text = next(case["files"] for case in DATA["cases"] if case["name"] == "a sound notice")
    more: dict[str, Content] = {f"docs/columns/notices/n{n}.md": f"{n}" for n in range(200)}
    counts = []
    for start in (pulls.base_files(), {**pulls.base_files(), **more}):
        _, _, objects = told_of(start, {**start, **text}, ranks=False)
        counts.append(len(objects._read))  # noqa: SLF001 - what was read is the point
    assert counts[0] == counts[1]


def test_a_story_is_looked_at_on_the_day_of_its_commit() -> None:
    """A piece of a day to come is found by the commit's date."""
    piece = next(iter(DATA["pieces"].values())).replace("2018-11-03", "2018-12-24")
    made, _, _ = told_of(pulls.base_files(), {**pulls.base_files(), "docs/columns/notices/b.md": piece})
    assert of_texts(made.findings) == ["C709 docs/columns/notices/b.md:4:7"]
    assert date.fromisoformat(made.committed[:10]) < date(2018, 12, 24)


def test_a_receipt_shows_a_fault_in_a_story() -> None:
    """The place, the words and how to mend it, as for records."""
    text = next(case["files"] for case in DATA["cases"] if case["name"] == "a notice with HTML")
    shown = markdown(told_of(pulls.base_files(), {**pulls.base_files(), **text})[0])
    assert "`docs/columns/notices/b.md:7:4`" in shown
    assert "不要写 HTML" in shown
    assert "名次" not in shown


def test_the_receipt_of_a_story_reads_as_written_down(bless: bool) -> None:  # noqa: FBT001
    """HTML in a story, and a picture that tells its place, to the letter but for the commits' names."""
    texts = DATA["pieces"]
    files: dict[str, Content] = {
        "docs/columns/stories/20180905-k3f9.md": texts["story"].replace(
            "的正文", "的<b onclick=x>正文</b>"
        ),
        "docs/columns/moments/20181103-a2b4.md": texts["pictured"],
        "docs/columns/moments/a-1.png": WORDS["placed"],
    }
    made, _, _ = told_of(pulls.base_files(), {**pulls.base_files(), **files})
    text = COMMIT.sub("…", markdown(made))
    path = mini.ROOT / "tests" / "golden" / "receipts" / "story.md"
    if bless:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
