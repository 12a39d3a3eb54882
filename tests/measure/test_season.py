"""A season over a tiny league: the same whatever the jobs, file order, hash seed, locale and clock."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from measure.folder import Folder
from measure.scenario import ROOT
from plus100.core.points import text
from plus100.ledger.assemble import read_book
from plus100.measure.digest import book_digests, cadre_digest, combined, frame_digests, policy_digest
from plus100.measure.figures import Board, Standing
from plus100.measure.season import Outcome, explain, measure_season

PRINT = """
import sys
from pathlib import Path
from measure.folder import Folder
from plus100.measure.season import measure_season
import msgspec
outcome = measure_season(Folder(Path(sys.argv[1])))
sys.stdout.buffer.write(msgspec.json.encode(outcome.season))
"""


def encoded(outcome: Outcome) -> bytes:
    """A season as bytes."""
    return msgspec.json.encode(outcome.season)


def test_what_the_tiny_league_comes_to(league: Path, outcome: Outcome) -> None:
    """Sound records give no findings; boards, history, units and digests are all there."""
    season, frame = outcome.season, outcome.frame
    assert season is not None
    assert frame is not None
    assert (outcome.findings, outcome.withheld) == ((), ())
    assert [found.id for found in season.cadres] == ["city/a", "city/b", "city/e", "east/c", "west/d"]
    assert [found.engagements for found in season.cadres][2] == ("east/e", "city/e")
    assert rows(season.boards) == [
        ("shandong-2017", "class_1", 2018, [("city/a", "1.7", 1), ("city/e", "1.7", 1)]),
        ("shandong-2017", "class_2", 2018, [("city/b", "4", 1), ("east/c", "4", 1)]),
    ]
    assert rows(season.history) == [
        ("shandong-2017", "class_1", 2017, [("city/a", "1.7", 1), ("east/e", "1.7", 1)]),
        ("shandong-2017", "class_2", 2017, [("city/b", "4", 1), ("east/c", "4", 1)]),
    ]
    assert season.history[0].rows[0] == Standing(
        cadre="city/a", unit="city", total=Decimal("1.7"), diamonds=0, stars=0, place=1
    )
    assert [unit.id for unit in season.units] == ["city", "east", "west"]
    assert [sum(unit.cadres.values()) for unit in season.units] == [3, 1, 1]
    assert [sum(unit.cadres.values()) for unit in season.subtrees] == [5, 1, 1]
    assert (season.as_of, season.revision) == (date(2018, 6, 30), None)
    assert season.policy_digest == policy_digest(frame)
    digests = frame_digests(frame)
    for cadre in frame.cadres:
        digests |= cadre_digest(frame, cadre)
        digests |= book_digests(read_book(frame, cadre, Folder(league))[0])
    assert season.records_digest == combined(digests)


def rows(boards: tuple[Board, ...]) -> list[tuple[str, str, int, list[tuple[str, str, int]]]]:
    """Boards in short."""
    return [
        (
            board.edition,
            board.points_class,
            board.year,
            [(row.cadre, text(row.total), row.place) for row in board.rows],
        )
        for board in boards
    ]


def test_the_sample_league_does_not_depend_on_jobs() -> None:
    """The whole sample league, too, is the same for one job and for two."""
    source = Folder(ROOT / "records")
    assert measure_season(source, jobs=2) == measure_season(source)


def test_any_number_of_jobs_gives_the_same_outcome(league: Path, outcome: Outcome) -> None:
    """Season, findings and what is withheld don't depend on how many processes share the work."""
    for jobs in (2, 3, 99):
        again = measure_season(Folder(league), jobs=jobs)
        assert again == outcome
        assert encoded(again) == encoded(outcome)


def test_the_order_of_files_changes_nothing(league: Path, outcome: Outcome) -> None:
    """A source that lists its files in another order gives the same season."""
    assert measure_season(Folder(league, scramble=True)).season == outcome.season


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "C", "TZ": "America/Anchorage"},
    ],
    ids=["seed", "locale-east", "locale-west"],
)
def test_hash_seed_locale_and_time_zone_change_nothing(
    league: Path, outcome: Outcome, variables: dict[str, str]
) -> None:
    """Another process with another seed, locale and zone prints the same bytes."""
    path = os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "tests")])
    found = subprocess.run(
        [sys.executable, "-c", PRINT, str(league)],
        env={**os.environ, **variables, "PYTHONPATH": path},
        capture_output=True,
        check=True,
    )
    assert found.stdout == encoded(outcome)


def test_the_clock_is_never_asked(league: Path, outcome: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every clock broken the season is the same."""

    def broken() -> float:
        raise AssertionError("the clock was asked")

    monkeypatch.setattr("time.time", broken)
    monkeypatch.setattr("time.localtime", broken)
    monkeypatch.setattr("time.gmtime", broken)
    assert measure_season(Folder(league)).season == outcome.season


def test_progress_is_told_person_by_person(league: Path, outcome: Outcome) -> None:
    """One process tells of every person; of those whom another measured one hears when they come back."""
    assert outcome.frame is not None
    everybody = len(outcome.frame.persons)
    told: list[tuple[int, int]] = []
    measure_season(Folder(league), progress=lambda done, whole: told.append((done, whole)))
    assert told == [(number, everybody) for number in range(1, everybody + 1)]
    told.clear()
    measure_season(Folder(league), jobs=2, progress=lambda done, whole: told.append((done, whole)))
    assert told == sorted(set(told))
    assert told[-1] == (everybody, everybody)


def test_an_earlier_day_may_be_asked_for(league: Path, outcome: Outcome) -> None:
    """``as_of`` overrules the settings; at a year's end the boards are those that history keeps."""
    assert outcome.season is not None
    then = measure_season(Folder(league), as_of=date(2017, 12, 31)).season
    assert then is not None
    assert then.as_of == date(2017, 12, 31)
    assert then.boards == outcome.season.history
    assert then.history == ()
    assert then.records_digest == outcome.season.records_digest


def test_rows_are_those_assessed_with_points(outcome: Outcome) -> None:
    """Every cadre with points stands on one board, with its total, and nobody else."""
    assert outcome.season is not None
    rows = {row.cadre: row.total for board in outcome.season.boards for row in board.rows}
    scored = {found.id: found.points.total for found in outcome.season.cadres if found.points is not None}
    assert rows == scored
    assert sum(len(board.rows) for board in outcome.season.boards) == len(rows)


def test_a_commits_name_is_kept(league: Path, outcome: Outcome) -> None:
    """A season of a clean commit says of which."""
    assert outcome.season is not None
    found = measure_season(Folder(league, revision="示例版本")).season
    assert found == msgspec.structs.replace(outcome.season, revision="示例版本")


def test_explaining_gives_the_same_figures_with_full_traces(league: Path, outcome: Outcome) -> None:
    """What ``explain`` shows of a cadre is what the season shows, with a line for every partner, where
    the season only counts them.
    """
    assert outcome.season is not None
    for found in outcome.season.cadres:
        lines = [line for quota in found.quotas for line in quota.lines if line.kind == "partner"]
        assert all(not line.record for line in lines)
    cadre = next(found for found in outcome.season.cadres if found.points and len(found.engagements) > 1)
    for engagement in cadre.engagements:
        full = explain(Folder(league), engagement)
        assert full.figures is not None
        assert full.frame is not None
        assert set(full.books) == set(cadre.engagements)
        assert full.figures.id == cadre.id
        assert full.figures.points is not None
        assert cadre.points is not None
        assert full.figures.points.total == cadre.points.total
        assert all(
            line.record for item in full.figures.points.items for part in item.parts for line in part.lines
        )


def test_a_cadre_may_be_explained_as_of_an_earlier_day(league: Path) -> None:
    """``as_of`` overrules the settings here too."""
    found = explain(Folder(league), "city/a", as_of=date(2017, 12, 31)).figures
    assert found is not None
    assert found.points is not None
    assert found.points.year == 2017


def test_nobody_of_that_name_is_explained(league: Path) -> None:
    """An unknown cadre has no figures and no books."""
    found = explain(Folder(league), "no/body")
    assert found.figures is None
    assert found.frame is not None
    assert found.books == {}


@pytest.mark.parametrize("collecting", [True, False])
def test_the_cycle_collector_is_left_as_it_was(league: Path, collecting: bool) -> None:  # noqa: FBT001 - a parameter
    """Measuring goes without it and gives it back only to those who had it."""
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        seen: list[bool] = []
        measure_season(Folder(league), progress=lambda _done, _all: seen.append(gc.isenabled()))
        assert set(seen) == {False}
        assert gc.isenabled() == collecting
    finally:
        (gc.enable if before else gc.disable)()


def test_what_was_measured_is_not_walked_at_once(league: Path) -> None:
    """The collector comes back to a heap that it takes for old, and has nothing to do."""
    gc.collect()
    before = [found["collections"] for found in gc.get_stats()]
    measure_season(Folder(league))
    assert gc.get_count()[0] < gc.get_threshold()[0]
    assert [found["collections"] for found in gc.get_stats()] == before
