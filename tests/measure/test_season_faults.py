"""A season of records with faults: whatever is sound is measured, the rest is withheld and shown."""

from __future__ import annotations

import shutil
from pathlib import Path

from measure.folder import Folder
from plus100.measure import reasons
from plus100.measure.figures import CadreFigures
from plus100.measure.season import explain, measure_season


def test_a_faulty_cadre_record_is_withheld_and_shown(league: Path, tmp_path: Path) -> None:
    """One broken cadre file leaves everybody else's figures as they were, and its cadre as withheld."""
    folder = tmp_path / "records"
    shutil.copytree(league, folder)
    before = measure_season(Folder(folder)).season
    broken = folder / "units/city/cadres/a/cadre.yml"
    broken.write_text(broken.read_text("utf-8") + "\nnonsense: 1\n", "utf-8")
    after = measure_season(Folder(folder))
    name = f"{broken.parts[-4]}/{broken.parts[-2]}"
    assert before is not None
    assert after.season is not None
    withheld = [found for found in after.season.cadres if found.status == "withheld"]
    assert withheld == [
        CadreFigures(
            id=name,
            person="",
            unit=broken.parts[-4],
            category=None,
            points_class=None,
            edition=None,
            points_edition=None,
            status="withheld",
            reason=reasons.AT_FAULT,
            points=None,
            level=None,
            points_reason=reasons.AT_FAULT,
            quotas=(),
            ratios=(),
            tallies={},
            calendar=(),
            engagements=(),
        )
    ]
    assert [found for found in after.season.cadres if found.id != name] == [
        found for found in before.cadres if found.id != name
    ]
    assert after.findings
    assert next(unit for unit in after.season.units if unit.id == broken.parts[-4]).withheld >= 1
    assert after.season.records_digest != before.records_digest
    explained = explain(Folder(folder), name)
    assert explained.figures is None
    assert explained.frame is not None
    assert explained.findings
    assert explained.withheld


def test_a_faulty_entry_is_withheld_and_the_rest_scored(league: Path, tmp_path: Path) -> None:
    """A log file that cannot be read costs its own entries only; the findings come in order of place."""
    folder = tmp_path / "records"
    shutil.copytree(league, folder)
    broken = folder / "units/city/cadres/b/log/2018.yml"
    broken.write_bytes(b"\xff")
    name = f"{broken.parts[-5]}/{broken.parts[-3]}"
    after = measure_season(Folder(folder), jobs=2)
    assert after.season is not None
    assert [found.status for found in after.season.cadres if found.id == name] != ["withheld"]
    assert any(record.cadre.endswith(name.partition("/")[2]) for record in after.withheld)
    assert [finding.where.path for finding in after.findings] == sorted(
        finding.where.path for finding in after.findings
    )
    explained = explain(Folder(folder), name)
    assert {record.path for record in explained.withheld} == {record.path for record in after.withheld}
    assert explained.findings == after.findings


def test_what_is_withheld_comes_in_order_of_place(league: Path, tmp_path: Path) -> None:
    """Faults of cadres, of logs and of several persons are listed by path, whoever was read first."""
    folder = tmp_path / "records"
    shutil.copytree(league, folder)
    places = ["city/cadres/a/log/2018.yml", "east/cadres/c/log/2017.yml", "west/cadres/d/cadre.yml"]
    for place in places:
        (folder / "units" / place).write_bytes(b"\xff")
    after = measure_season(Folder(folder))
    assert [record.path.partition("units/")[2] for record in after.withheld] == places
    assert [finding.where.path.partition("units/")[2] for finding in after.findings] == places


def test_a_faulty_unit_is_no_cadre(league: Path, tmp_path: Path) -> None:
    """What is withheld besides cadres makes no row of its own."""
    folder = tmp_path / "records"
    shutil.copytree(league, folder)
    (folder / "units" / "west" / "unit.yml").write_bytes(b"\xff")
    after = measure_season(Folder(folder))
    assert after.season is not None
    assert {record.kind for record in after.withheld} >= {"unit"}
    assert [found.id for found in after.season.cadres] == ["city/a", "city/b", "city/e", "east/c", "west/d"]


def test_without_settings_there_is_no_season(league: Path, tmp_path: Path) -> None:
    """Where the frame cannot be read there are findings and nothing else."""
    folder = tmp_path / "records"
    shutil.copytree(league, folder)
    (folder / "settings.yml").unlink()
    found = measure_season(Folder(folder))
    assert (found.season, found.frame, found.withheld) == (None, None, ())
    assert found.findings
    explained = explain(Folder(folder), "home/one")
    assert (explained.figures, explained.frame, explained.books, explained.withheld) == (None, None, {}, ())
    assert explained.findings
