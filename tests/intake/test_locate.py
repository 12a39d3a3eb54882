"""Pointers become lines and columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from plus100.core.findings import Finding, Location, Pointer
from plus100.intake.locate import locate
from plus100.intake.tree import open_source

TEXT = '# 注释\n- id: a\n  posts:\n    - from: 2017-01-01\n      "植树":  [x, 😀y]\n- id: b\n'


@pytest.mark.parametrize(
    ("pointer", "key", "line", "column"),
    [
        ((), False, 2, 1),
        ((0,), False, 2, 3),
        ((0, "id"), False, 2, 7),
        ((0, "id"), True, 2, 3),
        ((0, "posts", 0, "from"), True, 4, 7),
        ((0, "posts", 0, "植树", 1), False, 5, 18),
        ((1, "id"), False, 6, 7),
        ((0, "posts", 0, "until"), False, 4, 7),
        ((0, "posts", 7, "from"), False, 4, 5),
        ((1, "id", "deeper"), True, 6, 7),
    ],
)
def test_a_pointer_leads_to_its_value_or_the_nearest_one(
    tmp_path: Path,
    pointer: Pointer,
    key: bool,  # noqa: FBT001 - a table's column
    line: int,
    column: int,
) -> None:
    """Columns count characters; with ``key`` the key is meant; what is missing is at its parent."""
    (tmp_path / "a.yml").write_text(TEXT, encoding="utf-8")
    source = open_source(tmp_path)
    where = Location(path=f"{tmp_path.name}/a.yml", pointer=pointer, key=key)
    (found,) = locate([Finding(code="S201", message="", fix="", where=where, others=(where,))], source)
    assert (found.where.line, found.where.column) == (line, column)
    assert found.others == (found.where,)


def test_what_cannot_be_located_stays_as_it_is(tmp_path: Path) -> None:
    """A missing file, a link, one that cannot be read, a file as a whole, a place that is known."""
    (tmp_path / "bad.yml").write_bytes(b"\xff")
    (tmp_path / "link.yml").symlink_to("bad.yml")
    name = tmp_path.name
    places = [
        Location(path=f"{name}/none.yml", pointer=("a",)),
        Location(path=f"{name}/link.yml", pointer=("a",)),
        Location(path=f"{name}/bad.yml", pointer=("a",)),
        Location(path=f"{name}/bad.yml"),
        Location(path=f"{name}/bad.yml", line=3, column=4, pointer=("a",)),
    ]
    findings = tuple(Finding(code="S201", message="", fix="", where=where) for where in places)
    assert locate(findings, open_source(tmp_path)) == findings
