"""What is withheld, and what stands: the smallest owner of a fault, and nobody who refers to it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from plus100.ledger.assemble import check, read_book, read_frame
from plus100.ledger.world import Book, Frame, Withheld
from support import mini
from support.memory import Memory

WANG = "records/units/sheng/cadres/wang-yi"
BROKEN = b"\xff\n"  # not UTF-8
UNDATED = {"path": "records/settings.yml", "find": "as_of: 2018-11-30\n", "replace": ""}


def frame_of(source: Memory) -> Frame:
    """The frame, which there is."""
    frame, _ = read_frame(source)
    assert frame is not None
    return frame


def withheld_of(source: Memory) -> set[tuple[str, str, tuple[str, ...]]]:
    """Kind, name and codes of everything withheld in the frame and all books."""
    frame = frame_of(source)
    books = (one for cadre in frame.cadres for one in read_book(frame, cadre, source)[1])
    return {(one.kind, one.record, one.codes) for one in (*frame.withheld, *books)}


def codes_of(source: Memory) -> list[str]:
    """The codes of all findings."""
    return [finding.code for finding in check(source)]


def edit(path: str, find: str, replace: str) -> dict[str, str]:
    """One change."""
    return {"path": path, "find": find, "replace": replace}


# -- as-of and commit ----------------------------------------------------------------------------


def committed_late(revision: str | None) -> Memory:
    """A repository without a date in its settings, committed late on 30 November, UTC."""
    return Memory(
        files=mini.changed(edits=[UNDATED]),
        revision=revision,
        committed=datetime(2018, 11, 30, 17, 0, tzinfo=UTC),
    )


def test_the_date_asked_for_comes_first_then_that_of_the_settings() -> None:
    """Neither depends on a clock."""
    asked, _ = read_frame(mini.source(), date(2017, 6, 30))
    assert asked is not None
    assert asked.as_of == date(2017, 6, 30)
    assert frame_of(mini.source(committed="2020-01-01")).as_of == date(2018, 11, 30)


@pytest.mark.parametrize("revision", ["0" * 40, None])
def test_else_as_of_is_the_commits_day_in_the_settings_time_zone(revision: str | None) -> None:
    """17:00 UTC is the next day in Shanghai; of changed files it is the last commit's day."""
    frame = frame_of(committed_late(revision))
    assert frame.as_of == date(2018, 12, 1)
    assert frame.commit.day == date(2018, 12, 1)
    assert frame.commit.revision == revision


def test_without_any_date_there_is_no_frame() -> None:
    """It is said how to mend that, and nothing is guessed."""
    frame, findings = read_frame(mini.source(edits=[UNDATED]))
    assert frame is None
    assert [finding.code for finding in findings] == ["R301"]


def test_records_may_be_read_under_the_policies_of_another_frame() -> None:
    """Then policies of their own are neither needed nor looked at."""
    under, _ = read_frame(mini.source())
    assert under is not None
    bare = {path: None for path in mini.files() if "/policies/" in path}
    frame, found = read_frame(mini.source(bare), under=under)
    assert frame is not None
    assert found == ()
    assert frame.editions is under.editions
    assert frame.readings is under.readings


def test_without_settings_books_are_checked_all_the_same() -> None:
    """All faults are said at once, whatever else is missing."""
    source = mini.source(
        {"records/settings.yml": BROKEN},
        [edit(f"{WANG}/log/2018-01.yml", "theme: talk", "theme: talks")],
    )
    assert read_frame(source)[0] is None
    codes = codes_of(source)
    assert "R363" in codes
    assert "R300" not in codes
    assert len(codes) == 2


# -- the frame -----------------------------------------------------------------------------------


def test_a_persons_engagements_are_the_oldest_first() -> None:
    """The transfer is one person, known by the order of the engagements."""
    assert frame_of(mini.source()).persons["zhao-san"] == ("xian/zhao-san", "shi/zhao-san")


def test_children_are_those_of_the_day() -> None:
    """A unit hangs where it stood at as-of."""
    moved = edit(
        "records/units/gongsi/unit.yml",
        "parent: shi",
        "parent: [{value: shi, from: 2016-01-01}, {value: xian, from: 2018-11-30}]",
    )
    source = mini.source(edits=[moved])
    now, before = frame_of(source), read_frame(source, date(2018, 11, 29))[0]
    assert before is not None
    assert (now.children["xian"], now.children["shi"]) == (("gongsi", "zhen"), ("xian",))
    assert (before.children["xian"], before.children["shi"]) == (("zhen",), ("gongsi", "xian"))


def test_with_a_unit_its_cadres_are_withheld_under_its_code() -> None:
    """One finding, three records; the unit below stands, and keeps its place in the tree."""
    source = mini.source(edits=[edit("records/units/xian/unit.yml", "level: county", "level: village")])
    assert codes_of(source) == ["S204"]
    assert withheld_of(source) == {
        (kind, name, ("S204",))
        for kind, name in (
            ("unit", "xian"),
            ("cadre", "xian/zhao-san"),
            ("cadre", "xian/qian-si"),
            ("cadre", "xian/chen-shi"),
        )
    }
    frame = frame_of(source)
    assert "zhen" in frame.units
    assert frame.lost_units == {"xian": "shi"}
    assert (frame.children["shi"], frame.children["xian"]) == (("gongsi", "xian"), ("zhen",))
    assert "zhen/sun-wu" in frame.cadres
    assert frame.missing["zhao-san"] == ("xian/zhao-san",)


def test_a_lost_unit_whose_place_cannot_be_read_has_none() -> None:
    """Nothing is guessed, and two units never stand above each other."""
    unreadable = mini.source({"records/units/xian/unit.yml": BROKEN})
    assert frame_of(unreadable).lost_units == {"xian": None}
    unknown = mini.source(
        edits=[edit("records/units/xian/unit.yml", "parent: shi", "parent: nowhere\nx: 1")]
    )
    assert frame_of(unknown).lost_units == {"xian": None}
    round_about = mini.source(
        edits=[edit("records/units/xian/unit.yml", "parent: shi", "parent: zhen\nx: 1")]
    )
    assert frame_of(round_about).lost_units == {"xian": None}
    assert frame_of(round_about).children["xian"] == ("zhen",)


def test_a_withheld_engagement_is_missing_from_its_person() -> None:
    """Its own file tells whose it is, or the engagement that came of it by a transfer."""
    faulty = mini.source(
        edits=[edit("records/units/xian/cadres/zhao-san/cadre.yml", "since: 2016", "sinc: 2016")]
    )
    assert frame_of(faulty).missing == {"zhao-san": ("xian/zhao-san",)}
    unreadable = mini.source({"records/units/xian/cadres/zhao-san/cadre.yml": BROKEN})
    assert frame_of(unreadable).missing == {"zhao-san": ("xian/zhao-san",)}
    assert frame_of(mini.source({"records/units/xian/cadres/qian-si/cadre.yml": BROKEN})).missing == {}
    assert frame_of(mini.source()).missing == {}


def test_a_cadre_at_fault_is_withheld_alone() -> None:
    """Nobody who refers to it is blamed: neither its reviewers' unit nor the engagement after it."""
    path = "records/units/xian/cadres/zhao-san/cadre.yml"
    source = mini.source(
        edits=[
            edit(path, "left: transfer", "left: gone"),
            edit("records/units/xian/unit.yml", "person: qian-si", "person: zhao-san"),
        ]
    )
    assert codes_of(source) == ["S204"]
    assert withheld_of(source) == {("cadre", "xian/zhao-san", ("S204",))}


def test_a_folder_with_nothing_that_can_be_read_is_withheld_for_what_is_in_it() -> None:
    """What is said of the file is enough: without it there is no folder. With a list beside it a record
    is missing, too.
    """
    folder = "records/units/lin-shi/cadres/feng-er"
    notes, partners = {f"{folder}/notes.txt": "示例"}, {f"{folder}/partners/a.yml": "[]\n"}
    assert codes_of(mini.source(notes)) == ["R302"]
    assert withheld_of(mini.source(notes)) == {("cadre", "lin-shi/feng-er", ("R302",))}
    assert sorted(codes_of(mini.source(notes | partners))) == ["R302", "R307"]
    assert withheld_of(mini.source(notes | partners)) == {("cadre", "lin-shi/feng-er", ("R307",))}


def test_an_unreadable_cadre_may_be_anybody() -> None:
    """While one cannot be read at all, no reviewer is called unknown."""
    source = mini.source(
        {"records/units/zhen/cadres/sun-wu/cadre.yml": BROKEN},
        [edit("records/units/xian/unit.yml", "person: qian-si", "person: nobody")],
    )
    assert "R328" not in codes_of(source)


def test_what_no_figure_rests_on_is_left_out_alone() -> None:
    """A wrong reviewer, key, account or theme does not keep a unit or a cadre out."""
    source = mini.source(
        edits=[
            edit("records/units/xian/unit.yml", "person: qian-si", "person: nobody"),
            edit(
                "records/units/xian/unit.yml", "title: 读书会}", "title: 读书会}\n  - {id: talk, title: 谈}"
            ),
            edit(f"{WANG}/cadre.yml", "aGxwdHh8g,", "aGxwd,"),
        ]
    )
    assert sorted(codes_of(source)) == ["R328", "R329", "R345"]
    assert withheld_of(source) == set()
    frame = frame_of(source)
    assert frame.units["xian"].reviewers == ()
    assert [theme.id for theme in frame.units["xian"].themes] == ["reading"]
    assert frame.cadres["sheng/wang-yi"].keys == ()
    assert len(frame.cadres["sheng/wang-yi"].forge_accounts) == 1


def test_an_own_quota_without_effect_is_left_out_alone() -> None:
    """The policy's number applies, as it would anyway."""
    source = mini.source(
        edits=[
            edit("records/units/gongsi/unit.yml", "shandong-2017", "xjyyxy-2019"),
            edit("records/units/gongsi/unit.yml", "from: 2017-01-01", "from: 2019-01-01"),
        ]
    )
    assert frame_of(source).units["gongsi"].own_quota == ()


def test_warnings_withhold_nothing() -> None:
    """Two names of one person are worth a look, no more."""
    path = "records/units/shi/cadres/zhao-san/cadre.yml"
    source = mini.source(edits=[edit(path, "示例赵三", "示例赵四")])
    assert codes_of(source) == ["R339"]
    assert withheld_of(source) == set()


def test_a_leak_in_a_comment_is_an_error_without_an_owner() -> None:
    """It must go, but no record is wrong."""
    over = {f"{WANG}/log/2018-02.yml": "# 13800138000\n[]\n"}
    source = mini.source(over, [edit("records/settings.yml", "as_of", "# 13800138000\nas_of")])
    assert codes_of(source) == ["L501", "L501"]
    assert withheld_of(source) == set()


# -- policies ------------------------------------------------------------------------------------

TOWN = """\
id: town
title: 示例小镇办法
extends: national-2016
documents:
  - {id: town, title: 示例小镇办法}
rules:
  - {id: one, title: 一, from: 2018-01-01, sources: [], does: {measure: unknown}}
  - id: tea
    title: 喝茶
    change: replace
    from: 2018-01-01
    sources: [{document: town, clause: 第2条}]
    does: {measure: activity_count, at_least: 1, window: year}
"""


def test_a_rule_at_fault_is_left_out_of_its_edition() -> None:
    """By the schema or by what it says; places are those of the file. The edition stands."""
    source = mini.source({"records/policies/town.yml": TOWN})
    found = [finding for finding in check(source) if finding.code == "P405"]
    assert [str(finding.where) for finding in found] == ["records/policies/town.yml:8:9"]
    names = {(one.kind, one.record) for one in frame_of(source).withheld}
    assert names == {("policy", "town#one"), ("policy", "town#tea")}
    assert "town" in frame_of(source).editions


def test_a_rule_without_a_name_is_known_by_its_number() -> None:
    """What cannot be named is counted."""
    text = TOWN.replace(
        "{id: one, title: 一, from: 2018-01-01, sources: [], does: {measure: unknown}}", "3"
    )
    names = {one.record for one in frame_of(mini.source({"records/policies/town.yml": text})).withheld}
    assert "town#1" in names


def test_an_unreadable_edition_takes_its_children_and_their_units_with_it_in_silence() -> None:
    """One finding; units under other editions stand."""
    source = mini.source({"records/policies/shandong-2017.yml": BROKEN})
    assert codes_of(source) == ["Y102"]
    frame = frame_of(source)
    assert set(frame.units) == {"lin-shi", "xueyuan"}
    assert {one.record: one.codes for one in frame.withheld if one.kind == "policy"} == {
        "shandong-2017": ("Y102",)
    }


def test_a_child_of_an_unreadable_edition_is_not_blamed() -> None:
    """Its parent is there, if only as a file."""
    source = mini.source({"records/policies/national-2016.yml": BROKEN})
    assert codes_of(source) == ["Y102"]
    assert frame_of(source).units == {}
    assert {one.codes for one in frame_of(source).withheld} == {("Y102",)}


def test_unreadable_readings_are_not_missing_readings() -> None:
    """Rules may cite them."""
    source = mini.source({"records/policies/readings.yml": BROKEN})
    assert codes_of(source) == ["Y102"]
    assert frame_of(source).readings == {}


# -- books ---------------------------------------------------------------------------------------


def book_of(source: Memory, cadre: str = "sheng/wang-yi") -> tuple[Book, tuple[Withheld, ...]]:
    """A cadre's book, and what was withheld of it."""
    book, withheld, _ = read_book(frame_of(source), cadre, source)
    return book, withheld


def test_an_entry_at_fault_is_withheld_alone() -> None:
    """The others stand at their places in the file."""
    source = mini.source(
        edits=[edit(f"{WANG}/log/2018-01.yml", "article: 示例文章一", "articel: 示例文章一")]
    )
    book, withheld = book_of(source)
    sheet = next(sheet for sheet in book.log if sheet.path.endswith("2018-01.yml"))
    assert sheet.positions == (0, 1, 3, 4)
    assert [entry.id for entry in sheet.items] == [
        "20180110-ba",
        "20180110-bb",
        "20180112-bd",
        "20180120-be",
    ]
    assert [(one.kind, one.unit, one.cadre, one.record) for one in withheld] == [
        ("entry", "sheng", "sheng/wang-yi", "20180112-bc")
    ]


def test_an_item_without_an_id_is_known_by_its_number() -> None:
    """What cannot be named is counted, be it a mapping or not."""
    source = mini.source({f"{WANG}/log/2018-02.yml": "- {type: share}\n- 3\n- {id: 4}\n"})
    assert [one.record for one in book_of(source)[1]] == [
        f"{WANG}/log/2018-02.yml#{number}" for number in (1, 2, 3)
    ]


def test_a_partner_at_fault_is_withheld_and_who_names_it_is_not_blamed() -> None:
    """Whether the schema or a check finds the fault; the activity stands."""
    source = mini.source(
        edits=[
            edit(
                f"{WANG}/partners/a.yml",
                "p001, since: 2017-01-10, field: enterprise",
                "p001, since: 2017-01-10, field: firm",
            ),
            edit(f"{WANG}/partners/a.yml", "p004, since: 2017-02-01", "p004, since: 2018-02-01"),
        ]
    )
    assert sorted(codes_of(source)) == ["R311", "S204"]
    book, withheld = book_of(source)
    assert {(one.kind, one.record, one.codes) for one in withheld} == {
        ("partner", "p001", ("S204",)),
        ("partner", "p004", ("R311",)),
    }
    assert [partner.id for partner in book.each_partner()] == ["p002", "p003", "p005", "p006"]
    assert "20170503-aa" in {entry.id for entry in book.each_entry()}


@pytest.mark.parametrize(
    ("written", "codes"),
    [("- {since: 2017-01-10}", ["S202"]), ("- {id: P001, since: 2017-01-10}", ["S206"])],
)
def test_a_partner_whose_name_is_at_fault_may_be_the_one_that_is_named(
    written: str, codes: list[str]
) -> None:
    """One slip in a list of partners is one finding; no activity is blamed for naming the partner."""
    put = edit(f"{WANG}/partners/a.yml", "- {id: p001,", f"{written}\n- {{id: p900,")
    assert codes_of(mini.source(edits=[put])) == codes


@pytest.mark.parametrize(
    ("over", "links"),
    [
        ({f"{WANG}/partners/b.yml": BROKEN}, ()),
        ({f"{WANG}/partners/b.yml": None, f"{WANG}/partners/b.yaml": "[]\n"}, ()),
        ({f"{WANG}/partners/b.yml": None}, (f"{WANG}/partners/b.yml",)),
        ({f"{WANG}/partners/b.yml": None, f"{WANG}/Partners/b.yml": "[]\n"}, ()),
    ],
)
def test_a_file_of_partners_that_is_not_read_is_withheld_whole(
    over: dict[str, str | bytes | None], links: tuple[str, ...]
) -> None:
    """Unreadable, misnamed or a link: one finding, and no partner is called unknown."""
    source = mini.source(over, links=links)
    assert len(codes_of(source)) == 1
    assert [(kind, codes) for kind, _, codes in withheld_of(source)] == [
        ("partners", tuple(codes_of(source)))
    ]


def test_partners_among_the_logs_are_one_finding() -> None:
    """No activity is blamed for naming partners who are there, in the wrong folder."""
    source = mini.source(
        {
            f"{WANG}/partners/b.yml": None,
            f"{WANG}/log/b.yml": mini.source().read(f"{WANG}/partners/b.yml"),
        }
    )
    assert codes_of(source) == ["S218"]


def test_a_log_that_is_not_read_leaves_partners_to_be_judged() -> None:
    """Only a file of partners may hold the partner that is missed."""
    source = mini.source(
        {f"{WANG}/log/2017-05.yml": BROKEN}, [edit(f"{WANG}/log/2018-01.yml", "p006]", "p009]")]
    )
    assert sorted(codes_of(source)) == ["R365", "Y102"]


def test_files_of_a_withheld_cadre_are_read_for_their_own_faults() -> None:
    """A leak there is a leak; what depends on the cadre's posts is not judged."""
    path = "records/units/zhen/cadres/zhou-liu"
    source = mini.source(
        {
            f"{path}/log/2018-05.yml": "- {type: share, id: 20180501-aa, date: 2011-05-01, "
            "article: 打 13800138000}\n"
        },
        [edit(f"{path}/cadre.yml", "category: other_part_time", "category: part_time")],
    )
    assert sorted(codes_of(source)) == ["L501", "S204"]


def test_a_cadre_without_files_has_an_empty_book() -> None:
    """Having reported nothing is no fault."""
    assert book_of(mini.source(), "xian/chen-shi") == (Book("xian/chen-shi"), ())


def test_without_readings_that_is_said_once() -> None:
    """Rules cite what nobody wrote down: one finding, not one a citation; all else stands."""
    source = mini.source({"records/policies/readings.yml": None})
    assert list(codes_of(source)) == ["P428"]
    assert frame_of(source).withheld == ()
    assert frame_of(source).units.keys() == frame_of(mini.source()).units.keys()


# -- names that give something away ---------------------------------------------------------------

NUMBER = "138" + "0013" + "8000"


@pytest.mark.parametrize(
    ("old", "new", "withheld"),
    [
        (f"{WANG}/log/2018-01.yml", f"{WANG}/log/{NUMBER}.yml", {"log"}),
        (f"{WANG}/cadre.yml", f"records/units/sheng/cadres/{NUMBER}/cadre.yml", {"cadre"}),
        (f"{WANG}/cadre.yml", f"records/units/{NUMBER}/cadres/wang-yi/cadre.yml", {"unit", "cadre"}),
        (f"{WANG}/log/2018-01.yml", f"records/联系{NUMBER}.yml", set()),
    ],
)
def test_a_name_that_gives_a_number_away_is_one_finding_and_nowhere_repeated(
    old: str, new: str, withheld: set[str]
) -> None:
    """What lies there is withheld under its masked name; neither message nor path holds the number."""
    files = mini.changed()
    source = Memory(files={**files, new: files[old]})
    found = [finding for finding in check(source) if finding.code == "L501"]
    assert len(found) == len(check(source)) == 1
    assert NUMBER not in repr(check(source)) + repr(withheld_of(source))
    kinds = {kind for kind, _, codes in withheld_of(source) if codes == ("L501",)}
    assert kinds == withheld
