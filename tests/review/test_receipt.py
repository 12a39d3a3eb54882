"""The receipt on a pull request: what it says, how long it gets, and that nothing in it bites."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date

import jsonschema
import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plus100.core.findings import Finding, Location
from plus100.review import views
from plus100.review.blame import blame
from plus100.review.changes import read_change
from plus100.review.guard import judge
from plus100.review.markdown import MARK, MOST, WJ, fence, markdown, plain, span
from plus100.review.receipt import receipt
from plus100.review.roles import roles_of
from plus100.review.schema import FILE, schema
from plus100.review.sides import compared
from plus100.review.views import Receipt
from support import mini, pulls
from support.gitrepo import Content, Raw

GOLDEN = mini.ROOT / "tests" / "golden" / "receipts"
WANG = "records/units/sheng/cadres/wang-yi"
QIAN = "records/units/xian/cadres/qian-si"
COMMIT = re.compile(r"(?<=`)[0-9a-f]{12}(?=`)")

WEEK: dict[str, Content] = {
    f"{WANG}/log/2018-12.yml": (
        "- {id: 20181101-zz, type: activity, date: 2018-11-01, form: offline, theme: talk, title: 谈心}\n"
        "- {id: 20181102-zz, type: share, date: 2018-11-02, article: 示例文章}\n"
    )
}
HOSTILE: dict[str, Content] = {
    ".github/workflows/review.yml": "on: pull_request\n",
    "scripts/plus100/review/guard.py": "def judge(*_): ...\n",
    "CODEOWNERS": "* @mallory\n",
    "schemas/log.schema.json": "{}\n",
    "mkdocs.yml": "hooks: [x.py]\n",
    f"{QIAN}/log/x.yml": Raw("120000", b"/etc/passwd"),
    f"{QIAN}/log/@mallory #1 [x](http:x).yml": "[]\n",
    f"{WANG}/log/y.yml": (
        "- {id: 20181101-zz, type: share, date: 2018-11-01, more: 1,\n"
        '   article: "@mallory ![x](http://x) ```"}\n'
    ),
}


def policy() -> dict[str, Content]:
    """Half a point more for each shared article."""
    path = "records/policies/shandong-2017.yml"
    text = pulls.base_files()[path].decode()
    found = re.search(r"(articles[\s\S]{0,400}?)\"?0\.5\"?", text)
    assert found
    return {path: text[: found.start()] + found[1] + '"0.6"' + text[found.end() :]}


def made(
    over: Mapping[str, Content], actor: str | None, *approvers: str, ranks: bool | None = None
) -> Receipt:
    """The receipt of a change over the base."""
    bench = pulls.bench()
    with bench.open() as objects:
        change, faults = read_change(objects, bench.base, bench.head(over))
        assert change is not None, faults
        roles = roles_of(objects, change.base, pulls.RECEIVED)
        verdict = judge(objects, change, roles, actor, frozenset(approvers))
        return receipt(objects, change, bench.store.folder / "records", verdict, ranks=ranks)


CASES = {
    "week": lambda: made(WEEK, "wang-yi"),
    "hostile": lambda: made(HOSTILE, "zhou-liu"),
    "policy": lambda: made(policy(), "wang-yi", "wei-hu"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_receipt_reads_as_written_down(name: str, bless: bool) -> None:  # noqa: FBT001
    """A cadre's week, a hostile fork, a change of policy, to the letter but for the commits' names."""
    text = COMMIT.sub("…", markdown(CASES[name]()))
    path = GOLDEN / f"{name}.md"
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_the_json_follows_the_published_schema(name: str) -> None:
    """Both ways out say the same; JSON says all of it."""
    document = json.loads(msgspec.json.encode(CASES[name]()))
    jsonschema.Draft202012Validator(json.loads(schema())).validate(document)


def test_the_published_schema_is_the_types(bless: bool) -> None:  # noqa: FBT001
    """``schemas/receipt.schema.json`` cannot drift."""
    path = mini.ROOT / "schemas" / FILE
    if bless:
        path.write_text(schema(), encoding="utf-8", newline="\n")
    assert schema() == path.read_text(encoding="utf-8")


def test_points_and_demands_before_and_after() -> None:
    """One activity and one article: 1 and 0.5 points more, the quarter's demand met."""
    (one,) = CASES["week"]().cadres
    assert one.id == "sheng/wang-yi"
    assert {item.id: (item.counted.before, item.counted.after) for item in one.items} == {
        "activities": ("1", "2"),
        "articles": ("1", "1.5"),
    }
    assert ("open", "met") in {(demand.status.before, demand.status.after) for demand in one.demands}


def test_a_policy_change_tells_its_effect_on_everybody() -> None:
    """All persons are measured on both sides; only those whose figures move are listed."""
    found = CASES["policy"]()
    assert found.looked_at == 10
    assert (found.up, found.down) == (1, 0)
    assert [one.id for one in found.cadres] == ["sheng/wang-yi"]


def test_older_faults_stand_apart_and_do_not_block() -> None:
    """The base holds two files out of place; a change elsewhere passes and folds them away."""
    found = CASES["week"]()
    assert found.passes
    assert [one.code for one in found.older] == ["R302", "R302"]
    assert "<details>" in markdown(found)


def test_nothing_is_praised_while_something_is_open() -> None:
    """The closing line on demands met needs a change without a fault and nothing left to do."""
    text = markdown(CASES["week"]())
    assert "还可以做" in text
    assert "都已达到" not in text
    assert "通过" not in markdown(CASES["hostile"]())


def test_what_only_waits_for_another_person_is_not_called_forbidden() -> None:
    """Somebody has to agree: the receipt says so and whom to ask, and that it is no fault."""
    text = markdown(made({"records/units/zhen/cadres/zhou-liu/log/2018.yml": None}, "zhou-liu"))
    assert text.startswith(f"{MARK}\n## 还差一步：有 1 处要另一个人同意\n")
    assert "### 要另一个人同意的" in text
    assert "不能" not in text.partition("### 改了什么")[0]
    assert "改好以后" not in text


def test_a_name_at_fault_is_told_once() -> None:
    """What the guard refuses by its mode is not told again as a fault of the records."""
    found = CASES["hostile"]()
    assert [one.code for one in found.refusals if one.path == f"{QIAN}/log/x.yml"] == ["G901"]
    assert [one.code for one in found.findings if one.path == f"{QIAN}/log/x.yml"] == []


MENTION = re.compile(r"(?<![\w`])@[A-Za-z0-9]|(?<!\w)#\d|\bGH-\d|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])")


def prose(text: str) -> str:
    """The text of a rendered receipt outside of code."""
    tokens = MarkdownIt("gfm-like").parse(text)
    return "\n".join(
        child.content for token in tokens for child in token.children or () if child.type == "text"
    )


HOSTILE_TEXTS = (
    "@mallory", "x @org/team", "fixes #12", "GH-12", "a/b#3", "deadbeef1234567", "http://x.y", "www.x.y",
    "[a](javascript:alert(1))", "![a](http://x)", "<script>alert(1)</script>", "`", "```", "~~~", "\n# x",
    "&#64;mallory", "<!-- -->", "</details>", "| a | b |", "- [ ] x", "a\u202eb", "x@y.example", "*a* _b_",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_text_from_records_means_nothing_in_a_comment(text: str) -> None:
    """No link, picture, HTML, mention, issue, commit, code; and what is shown is what was written."""
    line = f"- 问题：{plain(text)}"
    html = MarkdownIt("gfm-like").render(line)
    assert not re.search(r"<(?!/?(?:ul|li)>)", html), html
    assert not MENTION.search(prose(line)), line
    shown = prose(line).replace("\u2060", "").removeprefix("问题：")
    assert shown.split() == re.sub("[\n\u202e]", " ", text).split()


@given(st.text(st.sampled_from("`~ ab|\n"), max_size=30))
@example("`")
@example("````")
def test_code_cannot_be_left(text: str) -> None:
    """A fence, and a span, is longer than any run of backticks inside."""
    tokens = MarkdownIt("gfm-like").parse(f"{fence(text)}\n\nafter {span(text)} end")
    assert [token.type for token in tokens] == ["fence", "paragraph_open", "inline", "paragraph_close"]
    assert [child.type for child in tokens[2].children or ()] == ["text", "code_inline", "text"]


@pytest.mark.parametrize("records", [1, 5_000])
def test_a_receipt_stays_short_and_counts_the_rest(records: int) -> None:
    """For one changed record and for five thousand, all of them at fault."""
    rows = [
        f"- {{id: 20181101-{n:05}, type: share, date: 2018-11-31, article: 示例, extra: {n}}}\n"
        for n in range(records)
    ]
    over: dict[str, Content] = {
        f"{WANG}/log/m{i:02}.yml": "".join(rows[i::50]) for i in range(min(50, records))
    }
    found = made(over, "wang-yi")
    text = markdown(found)
    assert len(text) < MOST
    assert text.startswith(f"{MARK}\n## 还不能合并")
    assert sum(one.count for one in found.edits) == records
    assert ("没有列出" in text) == (records > 1)


def test_a_receipt_of_many_cadres_stays_short() -> None:
    """Two hundred new cadres in one change."""
    over: dict[str, Content] = {
        f"records/units/xian/cadres/xin-{n}/cadre.yml": (
            f"id: xin-{n}\nperson: xin-{n}\nname: 示例新{'甲' * 15}\nsince: 2018-01-01\nposts:\n"
            "  - {category: full_time, basis: {kind: formal_staff}, from: 2018-01-01}\n"
        )
        for n in range(200)
    }
    found = made(over, "qian-si")
    assert found.passes
    assert len(found.cadres) == 200
    text = markdown(found)
    assert len(text) < MOST
    assert "人没有列出" in text


FEW: dict[str, Mapping[str, Content]] = {
    "a week": WEEK,
    "partners gone": {f"{QIAN}/partners/a.yml": "[]\n"},
    "a spoilt log": {"records/units/xian/cadres/zhao-san/log/2016.yml": "x"},
    "one who has moved": {"records/units/zhen/cadres/sun-wu/log/2018.yml": "[]\n"},
    "two at once": {**WEEK, "records/units/xian/cadres/zhao-san/partners/x.yml": "- {id: x}\n"},
    "a text beside": {**WEEK, "docs/columns/notices/b.md": "x"},
}
STARTS: dict[str, Mapping[str, Content]] = {
    "sound": {},
    "an edition that cannot be read": {"records/policies/shandong-2017.yml": "id: ["},
    "a unit that cannot be read": {"records/units/shi/unit.yml": "id: ["},
    "a parent that is nowhere": {"records/units/shi/unit.yml": "id: shi\nparent: nowhere\n"},
}


@pytest.mark.parametrize("begin", STARTS)
@pytest.mark.parametrize("name", FEW)
def test_few_records_tell_as_much_as_all(name: str, begin: str) -> None:
    """For a change to books, reading only those persons' records yields the same figures and findings
    as reading everything.
    """
    bench = pulls.bench()
    start = {**pulls.base_files(), **STARTS[begin]}
    base = bench.store.commit(bench.store.tree(start))
    with bench.open() as objects:
        change, _ = read_change(objects, base, bench.head(FEW[name], base, start))
        assert change is not None
        folder = bench.store.folder / "records"
        narrow = compared(objects, change, folder)
        whole = compared(objects, change, folder, all_after=True)
        assert narrow.persons == whole.persons
        for few, every in ((narrow.before, whole.before), (narrow.after, whole.after)):
            assert {p: few.figures.get(p) for p in narrow.persons} == {
                p: every.figures.get(p) for p in narrow.persons
            }
            assert set(few.findings) <= set(every.findings)
            assert {one for one in every.findings if "/log/" in one.where.path} <= set(few.findings)


def test_places_move_only_where_everybody_is_measured() -> None:
    """A place needs all points of a board; without them there is none, and the receipt says so."""
    assert made(WEEK, None, ranks=True).cadres[0].rank.after == "1/3"
    without = made(WEEK, None, ranks=False)
    assert without.cadres[0].rank.after is None
    assert "没有计算名次" in markdown(without)


def fault(line: int, position: int, message: str = "x") -> Finding:
    """A finding about an item of a list."""
    where = Location(path="records/a.yml", line=line, pointer=(position, "date"))
    return Finding(code="S205", message=message, fix="x", where=where)


def test_an_old_fault_is_the_changes_own_once_its_record_is_touched() -> None:
    """Where lines move, a fault stays the same; who edits its record takes it on."""
    before, after = [fault(3, 0)], [fault(9, 4)]
    assert blame(before, after, (), {}).older == tuple(after)
    assert blame(before, after, (), {"records/a.yml": frozenset({4})}).own == tuple(after)
    assert blame([], after, (), {}).own == tuple(after)
    assert blame(before, [], (), {}).mended == 1
    assert blame(before, [fault(3, 0), fault(5, 1)], (), {}).own == (fault(5, 1),)


def test_settings_that_cannot_be_read_are_told_and_not_fatal() -> None:
    """Nothing can be measured after such a change; the receipt says so by its finding."""
    found = made({"records/settings.yml": "root: ["}, "wang-yi", "wei-hu")
    assert not found.passes
    assert "records/settings.yml" in {one.path for one in found.findings}
    assert found.as_of is None
    assert markdown(found).startswith(MARK)


def test_everything_deleted_is_told_and_not_fatal() -> None:
    """A change that leaves nothing is refused with a receipt like any other."""
    found = made(dict.fromkeys(pulls.base_files()), "zhou-liu")
    assert not found.passes
    assert found.files == len(pulls.base_files())
    assert len(markdown(found)) < MOST


@pytest.mark.parametrize("text", ["&", "`", "`\n", "#a1 ", "0123456789abcdef", "\u202e"])
def test_the_longest_of_everything_is_short_enough(text: str) -> None:
    """More of all than the shortest lists hold, each as long as can be, of what takes most room when
    escaped. A forge takes no comment that is longer, and nobody would read why the change is refused.
    """
    long = text * 2001
    one = views.FindingView(
        code="R301", severity="error", path=long, line=1, column=1, message=long, fix=long, snippet=long
    )
    hint = msgspec.structs.replace(one, severity="hint")
    up = views.Moved(before="1", after="2")
    item = views.ItemEffect(id="articles", counted=up, raw=up, cap="5")
    status = views.Moved(before="open", after="met")
    demand = views.DemandEffect(
        id="x", title=long, status=status, have=up, need="9", short="7", unit="times", due=None
    )
    left = msgspec.structs.replace(demand, status=views.Moved(before="open", after="open"))
    crossed = views.Moved(before="met", after="unmet")
    share = views.ShareEffect(id="x", title=long, status=crossed, share=up, limit=long)
    cadre = views.CadreEffect(
        id=long, name=long, status=views.Moved(before="assessed", after="assessed"),
        points=up, level=views.Moved(before="1.1", after="2.2"), rank=up,
        items=(item,) * 40, demands=(*(demand,) * 40, *(left,) * 40), shares=(share,) * 40,
    )  # fmt: skip
    edit = views.EditCount(thing="log", owner=long, op="add", count=9, listed=(long,) * 3)
    agreed = views.Agreement(thing="log", person=long)
    most = msgspec.structs.replace(
        CASES["week"](), passes=False, refusals=(one,) * 11, findings=(*(one,) * 11, *(hint,) * 11),
        older=(one,) * 11, waived=(one,) * 11, edits=(edit,) * 11, agreements=(agreed,) * 11,
        cadres=(cadre,) * 11, looked_at=11,
    )  # fmt: skip
    assert len(markdown(most)) < MOST


def test_nothing_that_cannot_be_seen_is_left() -> None:
    """Neither what a terminal or browser would obey nor what only looks like nothing."""
    unseen = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    for number in (
        *range(0x3200),
        *range(0xD7F0, 0xE010),
        *range(0xFE00, 0x11200),
        *range(0xE0000, 0xE0200),
    ):
        char = chr(number)
        if unicodedata.category(char) in unseen or char in "\u3164\u115f\ufe0f\U000e0101":
            assert char not in plain(f"甲{char}乙").replace(WJ, ""), hex(number)
            assert char not in span(f"甲{char}乙"), hex(number)


def test_an_empty_change_changes_nothing() -> None:
    """The receipt of a branch without a difference."""
    found = made({}, "zhou-liu")
    assert found.passes
    assert (found.files, found.edits, found.cadres) == (0, (), ())
    assert "没有改动记录" in markdown(found)


WAIVER = (
    "- {code: R363, path: units/sheng/cadres/wang-yi/log/x.yml, reason: 示例, approver: li-er,"
    " approved_on: 2018-01-01, until: 2018-12-31}\n"
)
FAULT = "- {id: 20180303-zz, type: activity, date: 2018-03-03, form: online, theme: nothing-known}\n"


def test_a_waiver_counts_once_it_is_merged() -> None:
    """One that stands in the base lets the fault pass; one that the change brings along does not."""
    bench = pulls.bench()
    path = f"{WANG}/log/x.yml"
    both = made({path: FAULT, "records/waivers.yml": WAIVER}, "wang-yi", "wei-hu")
    assert [one.code for one in both.findings] == ["R363"]
    start = {**pulls.base_files(), "records/waivers.yml": WAIVER.encode()}
    base = bench.store.commit(bench.store.tree(start))
    with bench.open() as objects:
        change, _ = read_change(objects, base, bench.head({path: FAULT}, base, start))
        assert change is not None
        verdict = judge(objects, change, roles_of(objects, change.base, pulls.RECEIVED), "wang-yi")
        found = receipt(objects, change, bench.store.folder / "records", verdict)
    assert found.passes
    assert [one.code for one in found.waived] == ["R363"]
    assert "已豁免的问题 1 处" in markdown(found)


@pytest.mark.parametrize(
    ("day", "taken_back", "codes"),
    [
        (date(2018, 12, 31), False, []),
        (date(2019, 1, 1), False, ["R363"]),
        (date(2018, 12, 31), True, ["R363"]),
    ],
)
def test_a_branch_cannot_be_older_than_the_end_of_a_waiver(
    day: date, *, taken_back: bool, codes: list[str]
) -> None:
    """Where the branch began, the waiver still held. What counts is the day of receipt, and the base."""
    bench = pulls.bench()
    start = {**pulls.base_files(), "records/waivers.yml": WAIVER.encode()}
    fork = bench.store.commit(bench.store.tree(start))
    base = fork
    if taken_back:
        base = bench.store.commit(bench.store.tree(pulls.base_files()), fork)
    with bench.open() as objects:
        change, _ = read_change(objects, base, bench.head({f"{WANG}/log/x.yml": FAULT}, fork, start))
        assert change is not None
        verdict = judge(objects, change, roles_of(objects, change.base, day), "wang-yi")
        found = receipt(objects, change, bench.store.folder / "records", verdict)
    assert [one.code for one in found.findings] == codes


def test_a_name_that_is_no_text_can_be_told() -> None:
    """In JSON, too, where a byte that is not UTF-8 has no place."""
    found = made({f"{WANG}/log/a\udcff.yml": "[]\n"}, "wang-yi")
    assert json.loads(msgspec.json.encode(found))["refusals"][0]["path"].endswith("/log/a\\udcff.yml")


def test_no_report_repeats_a_number() -> None:
    """Whoever may read a report on a change need not have a telephone number out of it."""
    over: dict[str, Content] = {
        f"{WANG}/log/13912345678.yml": "- {id: p13912345678, type: share}\n",
        f"{QIAN}/partners/x.yml": "- {id: p-13912345678, since: 2018-01-01, 电话: 13912345678}\n",
        f"{WANG}/log/电话13912345678.yml": "- 13912345678\n",
        f"{QIAN}/13912345678/a.yml": "[]\n",
        f"{WANG}/cadre.yml": "person: 13912345678\nname: 13912345678\n13912345678: x\n",
        "records/waivers.yml": "- {code: R330, path: 13912345678, reason: 13912345678}\n",
        "docs/columns/notices/13912345678.md": "---\ntitle: 13912345678\nunit: '13912345678'\n---\n",
        "records/units/xian/unit.yml": "id: 13912345678\nparent: '13912345678'\n",
    }
    for actor in ("wang-yi", "qian-si", "zhou-liu", None):
        found = made(over, actor)
        assert "13912345678" not in markdown(found)
        assert "13912345678" not in msgspec.json.encode(found).decode()


def test_what_a_change_mends_is_said() -> None:
    """Faults of the base that are gone after it."""
    found = made({"records/units/xian/activities/a.yml": None}, "qian-si")
    assert found.mended == 1
    assert "改好了以前的 1 处问题" in markdown(found)


def test_who_is_overtaken_is_counted() -> None:
    """Another's place moves though nothing of theirs was touched."""
    gone = [path for path in pulls.base_files() if path.startswith((f"{WANG}/log", f"{WANG}/partners"))]
    found = made(dict.fromkeys(gone), "wang-yi", "li-er")
    (one,) = found.cadres
    assert (one.rank.before, one.points.after) == ("1/3", "0")
    assert one.rank.after != "1/3"
    assert found.passed > 0
    assert f"另有 {found.passed} 人积分没有变化，名次跟着变了。" in markdown(found)
    assert made(dict.fromkeys(gone), "wang-yi", "li-er", ranks=False).passed == 0
