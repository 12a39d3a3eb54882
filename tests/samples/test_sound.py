"""The samples are sound records: nothing to find fault with."""

from __future__ import annotations

from pathlib import Path

from plus100.intake.tree import open_source
from plus100.measure.season import measure_season
from samples.__main__ import main

ROOT = Path(__file__).parents[2]


def test_the_league_has_no_findings() -> None:
    """The committed sample league passes every check, and nothing of it is withheld."""
    outcome = measure_season(open_source(ROOT / "records"))
    assert outcome.findings == ()
    assert outcome.withheld == ()


def test_a_generated_repository_has_no_findings(tmp_path: Path) -> None:
    """So does what the generator makes for the benchmark, under both of its policies."""
    main(["bench", "--cadres", "100", "--out", str(tmp_path)])
    outcome = measure_season(open_source(tmp_path / "records"))
    assert outcome.findings == ()
    assert outcome.season is not None
    assert {cadre.edition for cadre in outcome.season.cadres} == {"shandong-2017", "meizhou-2016"}


def test_the_tables_are_worth_looking_at() -> None:
    """Points reach from nearly nothing to nearly everything, and 2017 stands in the hall of history."""
    season = measure_season(open_source(ROOT / "records")).season
    assert season is not None
    totals = [row.total for board in season.boards for row in board.rows]
    assert min(total for total in totals if total) < 10
    assert max(totals) > 90
    assert {board.year for board in season.history} == {2017}
