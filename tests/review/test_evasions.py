"""Ways round the guard that people would try. Each is refused, by the code that says why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from io import BytesIO

from PIL import Image

from plus100.intake.limit import MAX_BYTES
from plus100.review.changes import read_change
from plus100.review.guard import Verdict, judge
from plus100.review.objects import LARGEST
from plus100.review.roles import roles_of
from support import pulls
from support.gitrepo import DAY, Content, Entry, Raw

QIAN = "records/units/xian/cadres/qian-si"
ZHOU = "records/units/zhen/cadres/zhou-liu"
SUN = "records/units/zhen/cadres/sun-wu"
KEY = pulls.public("stranger")


def verdict(
    *steps: Mapping[str, Content],
    actor: str,
    approvers: tuple[str, ...] = (),
    base: str = "",
    day: date = pulls.RECEIVED,
) -> Verdict:
    """What is said of a branch of several commits, each laid over the one before, none of them later than
    the day on which it was received.
    """
    bench = pulls.bench()
    files: dict[str, Content] = dict(pulls.base_files())
    tip = bench.base
    when = min(DAY, int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
    for step in steps:
        files |= step
        tip = bench.store.commit(bench.store.tree(files), tip, when=when)
    with bench.open() as objects:
        change, faults = read_change(objects, base or bench.base, tip)
        assert change is not None, faults
        roles = roles_of(objects, change.base, day)
        return judge(objects, change, roles, actor, frozenset(approvers))


def codes(found: Verdict) -> set[str]:
    """The codes of the refusals."""
    return {one.code for one in found.refusals}


def moved(source: str, target: str) -> dict[str, Content]:
    """A file of the base under another name."""
    return {source: None, target: pulls.base_files()[source]}


def test_renaming_out_and_in() -> None:
    """Another's file moved into one's own folder, changed there, and moved back: the net change counts."""
    source, mine = f"{QIAN}/partners/a.yml", f"{ZHOU}/partners/x.yml"
    changed = pulls.base_files()[source].replace(b"p001", b"p999")
    found = verdict(moved(source, mine), {mine: changed}, {mine: None, source: changed}, actor="zhou-liu")
    assert codes(found) == {"G930"}


def test_taking_anothers_records() -> None:
    """Moving them into one's own folder removes them where they were."""
    found = verdict(moved(f"{QIAN}/partners/a.yml", f"{ZHOU}/partners/x.yml"), actor="zhou-liu")
    assert codes(found) == {"G930"}
    assert [one.where.path for one in found.refusals] == [f"{QIAN}/partners/a.yml"]


def test_renaming_a_folder_to_be_its_owner() -> None:
    """The owner of a folder is who the base says."""
    over = {
        path.replace(QIAN, "records/units/xian/cadres/zhou-liu"): data
        for path, data in pulls.base_files().items()
        if path.startswith(QIAN)
    }
    gone = dict.fromkeys(path for path in pulls.base_files() if path.startswith(QIAN))
    assert codes(verdict({**over, **gone}, actor="zhou-liu")) == {"G930", "G931", "G932", "G941"}


def test_becoming_somebody_else() -> None:
    """The person id in one's own record is not one's own to change."""
    text = pulls.base_files()[f"{ZHOU}/cadre.yml"].replace(b"person: zhou-liu", b"person: wang-yi")
    assert codes(verdict({f"{ZHOU}/cadre.yml": text}, actor="zhou-liu")) == {"G941"}


def test_a_reviewer_cannot_make_a_superior_of_himself() -> None:
    """A unit's reviewer adds a cadre who is, by person id, the root's reviewer, with a key of his own."""
    text = (
        "id: x\nperson: wang-yi\nname: 示例\nsince: 2018-01-01\nposts:\n"
        "  - {category: full_time, basis: {kind: formal_staff}, from: 2018-01-01}\n"
        f"keys:\n  - {{public: {KEY}, from: 2018-01-01}}\n"
    )
    over = {"records/units/xian/cadres/x/cadre.yml": text}
    assert "G941" in codes(verdict(over, actor="qian-si", approvers=("zhao-san",)))
    assert "G941" in codes(verdict(over, actor="qian-si", approvers=("zhao-san", "li-er", "wei-hu")))


def test_a_new_unit_under_somebody_elses() -> None:
    """Who names the parent does not become its reviewer."""
    text = (
        "id: x\nname: 示例\nlevel: city\nparent: sheng\npolicy: shandong-2017\n"
        "reviewers:\n  - {person: qian-si, from: 2018-01-01}\n"
    )
    assert codes(verdict({"records/units/x/unit.yml": text}, actor="qian-si")) == {"G932"}


def test_a_unit_moved_below_oneself() -> None:
    """Both the old and the new superior must have a say."""
    text = pulls.base_files()["records/units/gongsi/unit.yml"].replace(b"parent: shi", b"parent: xian")
    over = {"records/units/gongsi/unit.yml": text}
    assert codes(verdict(over, actor="qian-si")) & {"G932", "G942"}
    assert codes(verdict(over, actor="zhao-san")) == {"G932"}


def test_the_second_step_of_two_waits_for_the_first() -> None:
    """A right that comes with an earlier pull request holds once that is merged, and not before."""
    unit = (
        pulls.base_files()["records/units/zhen/unit.yml"]
        + b"reviewers:\n  - {person: sun-wu, from: 2018-01-01}\n"
    )
    grant: dict[str, Content] = {"records/units/zhen/unit.yml": unit}
    use: dict[str, Content] = {f"{ZHOU}/log/b.yml": "[]\n"}
    assert codes(verdict(grant, use, actor="sun-wu")) == {"G932", "G942"}
    assert codes(verdict(grant, actor="sun-wu")) == {"G932"}
    assert verdict(grant, actor="qian-si").allowed
    bench = pulls.bench()
    merged = bench.head(grant)
    head = bench.store.commit(bench.store.tree({**pulls.base_files(), **grant, **use}), merged)
    with bench.open() as objects:
        change, _ = read_change(objects, merged, head)
        assert change is not None
        assert judge(objects, change, roles_of(objects, change.base, pulls.RECEIVED), "sun-wu").allowed


def test_a_right_that_was_taken_away_is_gone_for_older_branches() -> None:
    """Roles are those of the base as it is now, not as it was where the branch began."""
    bench = pulls.bench()
    unit = pulls.base_files()["records/units/xian/unit.yml"].replace(
        b"from: 2017-01-01}", b"from: 2017-01-01, until: 2018-06-30}", 1
    )
    now = bench.head({"records/units/xian/unit.yml": unit})
    over: dict[str, Content] = {f"{ZHOU}/log/b.yml": "[]\n"}
    assert verdict(over, actor="qian-si").allowed
    assert codes(verdict(over, actor="qian-si", base=now)) == {"G930"}


def test_dates_of_a_role_are_held_against_the_day_of_receipt() -> None:
    """A reviewer's term begins and ends by the calendar of whoever receives the change."""
    over: dict[str, Content] = {f"{ZHOU}/log/b.yml": "[]\n"}
    assert codes(verdict(over, actor="qian-si", day=date(2016, 12, 31))) == {"G930"}


def test_a_spoilt_settings_file_opens_no_door() -> None:
    """Nobody is root where the head's settings cannot be read: roles come from the base."""
    over: dict[str, Content] = {"records/settings.yml": "root: [", "records/policies/readings.yml": "[]\n"}
    assert codes(verdict(over, actor="zhou-liu")) == {"G933"}


def test_a_cadre_that_is_there_cannot_be_made_anew() -> None:
    """Deleting and adding in one change is a change of what was there."""
    text = pulls.base_files()[f"{ZHOU}/cadre.yml"].replace("示例周六".encode(), "示例周九".encode())
    assert codes(verdict({f"{ZHOU}/cadre.yml": None}, {f"{ZHOU}/cadre.yml": text}, actor="zhou-liu")) == {
        "G931"
    }


def test_hiding_between_many() -> None:
    """One foreign file among five hundred of one's own is found."""
    over: dict[str, Content] = {f"{ZHOU}/log/m{n}.yml": "[]\n" for n in range(500)}
    found = verdict({**over, f"{SUN}/log/x.yml": "[]\n"}, actor="zhou-liu")
    assert [one.where.path for one in found.refusals] == [f"{SUN}/log/x.yml"]


def test_the_records_folder_under_another_spelling() -> None:
    """A folder that only a careless file system takes for the records'."""
    found = verdict({"RECORDS/units/zhen/cadres/zhou-liu/log/x.yml": "[]\n"}, actor="zhou-liu")
    assert codes(found) >= {"G907"}


def test_whoever_has_left_reviews_nothing() -> None:
    """A unit's list may still name one who has left the League's work."""
    unit = pulls.base_files()["records/units/zhen/unit.yml"]
    unit += b"reviewers:\n  - {person: chen-shi, from: 2017-01-01}\n"
    bench = pulls.bench()
    base = bench.head({"records/units/zhen/unit.yml": unit})
    over: dict[str, Content] = {"records/units/zhen/unit.yml": unit, f"{ZHOU}/log/b.yml": "[]\n"}
    assert codes(verdict(over, actor="chen-shi", base=base, day=date(2018, 3, 31))) == {"G932"}
    assert codes(verdict({f"{ZHOU}/log/b.yml": "[]\n"}, actor="chen-shi", base=base)) == {"G930"}
    while_there = verdict({f"{ZHOU}/log/b.yml": "[]\n"}, actor="chen-shi", base=base, day=date(2018, 3, 31))
    assert while_there.allowed


def test_nobody_by_name_is_nobody() -> None:
    """A folder without a record of its cadre belongs to no person, and an empty name to none either."""
    over: dict[str, Content] = {"records/units/zhen/cadres/niemand/log/b.yml": "[]\n"}
    assert codes(verdict(over, actor="")) == {"G939"}


def test_a_name_in_escapes_is_a_name() -> None:
    """The office of one whom a unit's file names by escapes is found all the same."""
    bench = pulls.bench()
    unit = pulls.base_files()["records/units/gongsi/unit.yml"]
    unit += b'reviewers:\n  - {person: "sun\\x2dwu", from: 2017-01-01}\n'
    base = bench.head({"records/units/gongsi/unit.yml": unit})
    text = pulls.base_files()[f"{SUN}/cadre.yml"].replace(b"number: 102", b"number: 555")
    found = verdict({f"{SUN}/cadre.yml": text}, actor="qian-si", approvers=("zhao-san",), base=base)
    assert codes(found) == {"G941"}


def test_a_unit_that_cannot_be_read_is_the_roots() -> None:
    """Where nobody can tell whose a unit is, the root's reviewers answer for it, and nobody else."""
    base = pulls.bench().head({"records/units/zhen/unit.yml": "id: ["})
    over: dict[str, Content] = {f"{ZHOU}/log/b.yml": "[]\n"}
    assert verdict(over, actor="wang-yi", base=base).allowed
    assert codes(verdict(over, actor="qian-si", base=base)) == {"G930"}


def test_a_transfer_of_somebody_else_is_no_transfer() -> None:
    """Naming another's engagement as the one before makes nobody that person: somebody further up must
    agree, and not a fellow reviewer.
    """
    unit = (
        pulls.base_files()["records/units/lin-shi/unit.yml"] + b"  - {person: zheng-ba, from: 2017-01-01}\n"
    )
    base = pulls.bench().head({"records/units/lin-shi/unit.yml": unit})

    def joining(person: str) -> dict[str, Content]:
        text = (
            f"id: neu\nperson: {person}\nname: 示例\nsince: 2018-06-01\nmoved_from: xian/chen-shi\nposts:\n"
            "  - {category: full_time, basis: {kind: formal_staff}, from: 2018-06-01}\n"
        )
        return {"records/units/lin-shi/cadres/neu/cadre.yml": text}

    def said(person: str) -> set[str]:
        return codes(verdict(joining(person), actor="feng-jiu", approvers=("zheng-ba",), base=base))

    assert said("chen-shi") == set()
    assert said("li-er") == {"G936"}


def test_more_than_an_end_is_more_than_an_end() -> None:
    """Who may let an engagement end may close its posts, and may not rewrite them on the way."""
    path = f"{SUN}/cadre.yml"
    text = pulls.base_files()[path]
    ended = text.replace(b"    from: 2017-01-01", b"    from: 2017-01-01\n    until: 2018-11-30", 1)
    ended += b"until: 2018-11-30\nleft: departure\n"
    assert ended.count(b"until: 2018-11-30") == 2
    assert verdict({path: ended}, actor="wang-yi").allowed
    rewritten = ended.replace(b"full_time", b"other_part_time").replace(
        b"township_secretary", b"concurrent"
    )
    assert codes(verdict({path: rewritten}, actor="wang-yi")) == {"G931"}


def test_spoiling_a_record_takes_what_changing_all_of_it_takes() -> None:
    """A file that nobody can read any more has lost its keys, its exemptions and its reviewers."""
    cadre: dict[str, Content] = {f"{QIAN}/cadre.yml": "id: ["}
    assert codes(verdict(cadre, actor="zhou-liu")) == {"G931", "G941"}
    assert codes(verdict(cadre, actor="qian-si")) == {"G936"}
    root: dict[str, Content] = {"records/units/sheng/unit.yml": "id: ["}
    assert codes(verdict(root, actor="qian-si")) == {"G931", "G933"}
    assert codes(verdict(root, actor="wang-yi")) == {"G936"}
    assert verdict(root, actor="wang-yi", approvers=("li-er",)).allowed
    spoilt = pulls.bench().head(cadre)
    found = verdict(cadre, {f"{QIAN}/cadre.yml": "id: {"}, actor="zhou-liu", base=spoilt)
    assert codes(found) == {"G931"}


def test_saying_later_where_one_came_from_is_a_transfer() -> None:
    """``moved_from`` joins two engagements, whenever it is written."""
    text = pulls.base_files()[f"{SUN}/cadre.yml"] + b"moved_from: xian/chen-shi\n"
    assert codes(verdict({f"{SUN}/cadre.yml": text}, actor="sun-wu")) == {"G931"}
    assert codes(verdict({f"{SUN}/cadre.yml": text}, actor="qian-si")) == {"G936"}


def test_a_parent_with_dates_is_the_last_one() -> None:
    """Who may create a unit follows from where it comes to hang."""
    text = (
        "id: x\nname: 示例\nlevel: township\npolicy: shandong-2017\nparent:\n"
        "  - {value: lin-shi, from: 2017-01-01}\n  - {value: xian, from: 2018-01-01}\n"
    )
    assert verdict({"records/units/x/unit.yml": text}, actor="qian-si").allowed
    assert codes(verdict({"records/units/x/unit.yml": text}, actor="feng-jiu")) == {"G932"}


def test_a_contribution_is_a_text_or_a_picture() -> None:
    """A page of HTML or a script in the columns' folder would be published as it is."""
    for name in ("x.md", "2018/x.JPG", "x.webp"):
        assert verdict({f"docs/columns/notices/{name}": "x"}, actor="zhou-liu").allowed, name
    for name in ("x.html", "x.js", "x.svg", "x.md.html", "md", "a/CNAME"):
        assert codes(verdict({f"docs/columns/notices/{name}": "x"}, actor="zhou-liu")) == {"G934"}, name


def test_a_unit_cut_off_from_all_is_still_below_its_superior() -> None:
    """Who takes the parent out of a unit's record makes no new root."""
    path = "records/units/zhen/unit.yml"
    for text in (b"parent: xian\n", b"parent: xian"):
        cut = pulls.base_files()[path].replace(text, b"" if text.endswith(b"\n") else b"parent: []")
        assert codes(verdict({path: cut}, actor="sun-wu")) == {"G932"}
        assert verdict({path: cut}, actor="qian-si").allowed


def branch(*trees: str, actor: str = "zhou-liu") -> set[str]:
    """The codes for a branch of these trees, one commit each, from the base."""
    bench = pulls.bench()
    tip = bench.base
    for tree in trees:
        tip = bench.store.commit(tree, tip)
    with bench.open() as objects:
        change, _ = read_change(objects, bench.base, tip)
        assert change is not None
        return codes(judge(objects, change, roles_of(objects, change.base, pulls.RECEIVED), actor))


def test_what_cannot_be_read_on_the_way_does_not_pass() -> None:
    """A folder too large to be looked at, or one that was never sent, and then the honest result."""
    store = pulls.bench().store
    honest = store.tree({**pulls.base_files(), f"{ZHOU}/log/b.yml": "[]\n"})
    blob = store.object("blob", b"x")
    large = store.raw_tree(Entry("100644", f"f{n:06}".encode(), blob) for n in range(LARGEST // 32))
    assert branch(honest) == set()
    assert branch(large, honest) == {"G913"}
    assert branch("3" * 40, honest) == {"G913"}


def test_a_picture_on_the_way_stays_in_the_history() -> None:
    """Something hidden behind a picture's end is out once it is merged, whatever comes later."""
    file = BytesIO()
    Image.new("RGB", (4, 4)).save(file, "PNG")
    place = "docs/columns/notices/x.png"
    clean: dict[str, Content] = {place: file.getvalue()}
    hidden: dict[str, Content] = {place: file.getvalue() + b"film"}
    assert codes(verdict(hidden, {place: None}, actor="zhou-liu")) == {"G914"}
    assert codes(verdict(clean, {place: None}, actor="zhou-liu")) == set()


def test_what_main_has_gained_is_not_held_against_who_merges_it() -> None:
    """A branch takes main in, with a program and a file that may be run, and goes on."""
    bench = pulls.bench()
    gained: dict[str, Content] = {"scripts/new.py": "x", "scripts/run.sh": Raw("100755", b"x")}
    log: dict[str, Content] = {f"{ZHOU}/log/b.yml": "[]\n"}
    main, mine = bench.head(gained), bench.head(log)
    merged = bench.store.commit(bench.store.tree({**pulls.base_files(), **gained, **log}), mine, main)
    more = {**pulls.base_files(), **gained, **log, f"{ZHOU}/log/c.yml": "[]\n"}
    head = bench.store.commit(bench.store.tree(more), merged)
    evil = bench.store.commit(bench.store.tree({**more, "scripts/evil.py": "x"}), mine, main)
    last = bench.store.commit(bench.store.tree(more), evil)
    for tip, said in ((head, set()), (last, {"G913"})):
        with bench.open() as objects:
            change, _ = read_change(objects, main, tip)
            assert change is not None
            roles = roles_of(objects, change.base, pulls.RECEIVED)
            assert codes(judge(objects, change, roles, "zhou-liu")) == said


def test_a_large_file_on_the_way_stays_in_the_history() -> None:
    """A photograph as the telephone took it says where; that a smaller one follows does not take it back.
    In the head itself it is for the check of pictures to say.
    """
    place = "docs/columns/notices/x.jpg"
    photo: dict[str, Content] = {place: b"x" * (MAX_BYTES + 1)}
    assert codes(verdict(photo, {place: None}, actor="zhou-liu")) == {"G913"}
    assert codes(verdict({place: b"x" * MAX_BYTES}, {place: None}, actor="zhou-liu")) == set()
    assert codes(verdict(photo, actor="zhou-liu")) == set()
