"""What leaves the repository: exact figures, published names, counts instead of partners."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from plus100.publish import names
from plus100.publish.cells import small
from plus100.publish.convert_cadre import ratio
from plus100.publish.datafiles import files, score_json
from plus100.publish.pages import pages, survey
from plus100.publish.schema import schemas
from plus100.publish.sheets import safe, sheets, to_csv
from publish.league import Measured, cadre, league, share

SCHEMAS = Path(__file__).parents[2] / "schemas"


def test_no_partner_is_published() -> None:
    """A partner's id is on no page and in no data file; their number is."""
    made = league()
    everything = pages(made.outcome, made.told)
    assert not [path for path, text in everything.items() if "secret-partner" in text]
    trace = json.loads(everything["data/cadres/east/a.json"])["points"]["partners/partners"]
    assert trace["lines"] == []
    assert [one["count"] for one in trace["counts"]] == [47]


@pytest.mark.parametrize(
    ("name", "publish", "shown"),
    [
        ("张示例", "full", "张示例"),
        ("张示例", "surname", "张某"),
        ("欧阳示例", "surname", "欧阳某"),
        ("欧阳", "surname", "欧某"),
        ("张示例", "hidden", "姓名不公开"),
    ],
)
def test_names_are_published_as_the_cadre_allows(name: str, publish: str, shown: str) -> None:
    """Full, surname only (two characters of a compound surname), or not at all."""
    assert names.published(cadre(name, publish)) == shown


@pytest.mark.parametrize("publish", ["surname", "hidden"])
def test_a_name_kept_back_is_nowhere(publish: str) -> None:
    """A name that is not to be published in full stands on no page and in no file."""
    made = league({"a": "张示例", "b": "李独特"})
    frame = made.outcome.frame
    assert frame is not None
    kept = dict(frame.cadres) | {"east/b": cadre("李独特", publish)}
    outcome = Measured(made.outcome.season, _with(frame, kept))
    everything = pages(outcome, made.told)
    assert "张示例" in everything["index.md"]
    assert not [path for path, text in everything.items() if "李独特" in text]


def _with(frame: object, cadres: object) -> object:
    from dataclasses import replace  # noqa: PLC0415

    return replace(frame, cadres=cadres)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("part", "whole", "kept_back"),
    [
        (0, 47, False),
        (1, 47, True),
        (4, 47, True),
        (5, 47, False),
        (43, 47, True),
        (42, 47, False),
        (0, 3, True),
    ],
)
def test_small_cells_are_kept_back(part: int, whole: int, *, kept_back: bool) -> None:
    """A share is published only if neither those in it nor the rest are one to four people."""
    figure = share(part, whole)
    assert small(figure) is kept_back
    view = ratio(figure, exact=False)
    assert (view.part is None) is view.suppressed is kept_back
    assert ratio(figure, exact=True).part == str(part)


def test_published_schemas_are_those_of_the_views(bless: bool) -> None:  # noqa: FBT001 (a fixture)
    """The committed schemas are what the published types say (`make bless` writes them)."""
    for name, text in schemas().items():
        if bless:
            (SCHEMAS / name).write_text(text, encoding="utf-8")
        assert (SCHEMAS / name).read_text(encoding="utf-8") == text, name


def test_data_files_fit_their_schemas() -> None:
    """The season and every cadre's file validate against the schema published beside them."""
    made = league()
    everything = pages(made.outcome, made.told)
    season = json.loads(everything["data/schemas/score.schema.json"])
    dossier = json.loads(everything["data/schemas/dossier.schema.json"])
    jsonschema.Draft202012Validator.check_schema(season)
    jsonschema.validate(json.loads(everything["data/score.json"]), season)
    cadres = [path for path in everything if path.startswith("data/cadres/")]
    assert len(cadres) == 3
    for path in cadres:
        jsonschema.validate(json.loads(everything[path]), dossier)


def test_figures_are_exact_text() -> None:
    """No figure of the published season is a float; points are decimal text."""
    found = survey(league().outcome)
    assert found is not None
    values: list[object] = []
    json.loads(score_json(found.season), parse_float=values.append)
    assert values == []
    points = found.season.cadres[0].points
    assert points is not None
    assert points.total == "39.7"


def test_a_published_trace_sums_to_its_figure() -> None:
    """Lines and counts of a part add up to what the part counts."""
    made = league()
    found = survey(made.outcome, made.told)
    assert found is not None
    for name in found.cadres:
        dossier = found.dossier(name)
        assert dossier.cadre.points is not None
        for item in dossier.cadre.points.items:
            for part in item.parts:
                trace = dossier.points[f"{item.id}/{part.id}"]
                counted = [Decimal(one.counted) for one in (*trace.lines, *trace.counts)]
                assert sum(counted) == Decimal(part.counted)


def test_ties_share_a_place() -> None:
    """1, 2, 2, 4 overall and within a unit, from the order of the board."""
    made = league({name: f"示例{name}" for name in "abcd"}, entries=20)
    found = survey(made.outcome)
    assert found is not None
    ranks = {name: view.ranks for name, view in found.cadres.items()}
    assert [ranks[f"east/{name}"].overall.place for name in "abcd"] == [4, 3, 2, 1]  # type: ignore[union-attr]
    capped = survey(league({name: f"示例{name}" for name in "abc"}, entries=36).outcome)
    assert capped is not None
    assert {view.ranks.unit.place for view in capped.cadres.values() if view.ranks} == {1}


@pytest.mark.parametrize("cell", ["=1+1", "+8613", "-2", "@x", "\t=1", " =1", "＝1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet might run begins with an apostrophe."""
    assert safe(cell) == f"'{cell}"


def test_csv_opens_in_excel() -> None:
    """UTF-8 with a byte-order mark, CRLF, one row a cadre under the documented columns."""
    found = survey(league({"a": "=张", "b": "李,示例\n"}).outcome)
    assert found is not None
    text = to_csv(sheets(found)[0])
    assert text.startswith("\ufeffcadre,name,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["name"] for row in rows] == ["'=张", "李,示例\n"]
    assert len({path for path, _ in files(found)}) == 9 + 1 + 2


def test_a_silent_unit_is_not_zero() -> None:
    """A unit that has reported nothing is shown as such on its page and in the tree."""
    made = pages(league().outcome)
    assert "尚未报送" in made["units/silent/index.md"]
    assert "这不等于零" in made["units/silent/index.md"]
    assert made["units/index.md"].count("尚未报送") == 1


def test_pages_are_a_pure_function() -> None:
    """The same season gives the same bytes."""
    made = league()
    assert pages(made.outcome, made.told) == pages(made.outcome, made.told)


def test_a_silent_unit_has_no_board_and_no_places() -> None:
    """Of a silent unit no points, places or quotas are shown, only that it has not reported."""
    made = pages(league().outcome)
    silent = made["units/silent/index.md"]
    assert "排行" not in silent.split("<h2", 1)[1]
    assert "达标" not in silent
    assert "排行" in made["units/east/index.md"]
