"""Findings as data: the published form, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from running import Plus100

from support import mini as miniature
from support.gitrepo import Raw, store

ROOT = Path(__file__).parents[2]


def validator() -> Draft202012Validator:
    """The published schema, itself checked."""
    schema = json.loads((ROOT / "schemas" / "findings.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("records", ["records", "faulty/records"])
def test_json_findings_follow_their_published_schema(records: str, plus100: Plus100) -> None:
    """Whoever reads the JSON can rely on the schema, with and without findings."""
    ran = plus100(f"check --records {records} --format json")
    assert list(validator().iter_errors(json.loads(ran.out))) == []


def test_json_holds_the_findings_that_the_text_shows(plus100: Plus100) -> None:
    """The same faults at the same places, whatever the format."""
    document = json.loads(plus100("check --records faulty/records --format json").out)
    text = plus100("check --records faulty/records").out
    github = plus100("check --records faulty/records --format github").out
    places = [
        ":".join(str(one[name]) for name in ("path", "line", "column") if one[name])
        for one in document["findings"]
    ]
    assert places
    assert all(f"{place}: " in text for place in places)
    assert len(github.splitlines()) == len(places)
    assert document["counts"]["error"] == sum(one["severity"] == "error" for one in document["findings"])


def test_what_is_no_ordinary_file_is_named_and_never_read(plus100: Plus100, tmp_path: Path) -> None:
    """A submodule has no content in this repository, and a link may lead to something without end;
    neither is opened, not even for the line that a finding shows.
    """
    module = Raw("160000", object="1" * 40)
    repository = store(tmp_path / ".git")
    (tmp_path / ".git" / "config").unlink()  # which says that there is no work tree
    over = {
        "records/units/xian/module.yml": module,
        "records/units/xian/link.yml": Raw("120000", b"/dev/zero"),
    }
    repository.branch("main", repository.commit(repository.tree({**miniature.files(), **over})))
    ran = plus100("check --at main")
    assert ran.code == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines() if " R304 " in line] == sorted(over)


def test_findings_exit_with_1_and_soundness_with_0(plus100: Plus100) -> None:
    """The exit code alone tells a script whether something must be mended."""
    codes = [plus100(f"check --records {records}").code for records in ("records", "faulty/records")]
    assert codes == [0, 1]


def test_a_faulty_league_is_scored_all_the_same(plus100: Plus100) -> None:
    """Scoring goes on without what is at fault, says so on standard error, and succeeds."""
    ran = plus100("score --records faulty/records --format json")
    assert ran.code == 0
    assert json.loads(ran.out)["cadres"]
    assert "plus100 check" in ran.err


def test_without_settings_every_file_is_still_checked(plus100: Plus100, mini: Path) -> None:
    """One missing file hides no other finding, and nothing can be scored."""
    (mini / "settings.yml").unlink()
    (mini / "units" / "xian" / "unit.yml").write_text("id: xian\n", encoding="utf-8")
    ran = plus100("check --format json")
    paths = {one["path"] for one in json.loads(ran.out)["findings"]}
    assert ran.code == 1
    assert {"records/settings.yml", "records/units/xian/unit.yml"} <= paths
    assert plus100("score").code == 1


def test_score_json_is_the_published_season(plus100: Plus100) -> None:
    """What the command prints follows the schema that the site publishes."""
    schema = json.loads((ROOT / "schemas" / "score.schema.json").read_text(encoding="utf-8"))
    season = json.loads(plus100("score --format json").out)
    assert list(Draft202012Validator(schema).iter_errors(season)) == []


def test_one_unit_and_one_cadre_are_parts_of_the_whole(plus100: Plus100) -> None:
    """A narrower question gives the same figures and places, only fewer."""
    whole = {one["id"]: one for one in json.loads(plus100("score --format json").out)["cadres"]}
    unit = json.loads(plus100("score --unit shi --format json").out)["cadres"]
    cadre = json.loads(plus100("score --cadre shi/zhao-san --format json").out)["cadres"]
    assert 0 < len(unit) < len(whole)
    assert all(whole[one["id"]] == one for one in unit)
    assert cadre == [whole["shi/zhao-san"]]


def test_whoever_moved_later_stands_in_the_hall_of_history_where_the_year_ended(
    plus100: Plus100, mini: Path
) -> None:
    """A past board keeps a row filed under an engagement that has ended since: the former unit's row,
    and the person's.
    """
    for unit in ("xian", "shi"):
        path = mini / "units" / unit / "cadres" / "zhao-san" / "cadre.yml"
        text = path.read_text(encoding="utf-8").replace("2017-06-30", "2018-06-30")
        later = text.replace("2017-07-01", "2018-07-01").replace("2019-06-30", "2020-06-30")
        path.write_text(later, encoding="utf-8")

    def past(words: str) -> list[str]:
        boards = json.loads(plus100(f"score --format json {words}").out)["history"]
        return [row["cadre"] for board in boards for row in board["rows"]]

    whole = past("")
    assert "xian/zhao-san" in whole
    assert past("--unit xian") == [one for one in whole if one.startswith(("xian/", "zhen/"))]
    assert past("--cadre shi/zhao-san") == ["xian/zhao-san"]


def test_jobs_change_nothing(plus100: Plus100) -> None:
    """One process or two: the same bytes."""
    assert plus100("score --format json --jobs 1").out == plus100("score --format json --jobs 2").out


def answer(fact: str) -> str:
    """An answer of a handbook, which announces a fact and tells another."""
    head = "id: q41\nchapter: 联系篇\nquestion: 示例问题？\nfacts: [q41.1]\n"
    source = "sources:\n  - {document: central-qa, clause: 第41问}\n"
    return (
        f"---\n{head}{source}related: []\nrules: []\nreadings: []\n---\n\n至少联系一些青年。{{#{fact}}}\n"
    )


def test_a_check_reads_the_handbook_beside_the_records(plus100: Plus100, tmp_path: Path) -> None:
    """What would stop the site from being built is said with everything else, at its line."""
    page = tmp_path / "faulty" / "docs" / "qa" / "lianxi" / "q41.md"
    page.parent.mkdir(parents=True)
    page.write_text(answer("q41.2"), encoding="utf-8")
    ran = plus100("check --records faulty/records")
    assert "faulty/docs/qa/lianxi/q41.md:5:9: 错误 H605 要点 q41.1" in ran.out
    assert (
        list(
            validator().iter_errors(json.loads(plus100("check --records faulty/records --format json").out))
        )
        == []
    )
    page.write_text(answer("q41.1"), encoding="utf-8")
    assert "H605" not in plus100("check --records faulty/records").out


def test_of_a_fault_that_fills_a_file_the_first_hundred_are_shown(plus100: Plus100, tmp_path: Path) -> None:
    """The rest are counted, in text and for GitHub; JSON has them all."""
    log = next((tmp_path / "records").rglob("log/*.yml")).with_name("crowd.yml")
    entry = (
        "- {{id: 20180305-x{}, type: activity, date: 2018-03-05, form: offline, "
        "theme: nowhere, headcount: {}}}\n"
    )
    log.write_text("".join(entry.format(n, n + 1) for n in range(130)), encoding="utf-8")
    text, github, data = (plus100(f"check --format {form}").out for form in ("text", "github", "json"))
    assert text.count(": 错误 R363") == github.count("title=R363") == 100
    assert "crowd.yml: R363 还有 30 处同样的问题" in text
    assert "crowd.yml: R363 还有 30 处同样的问题" in github
    assert sum(one["code"] == "R363" for one in json.loads(data)["findings"]) == 130
