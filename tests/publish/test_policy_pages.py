"""The pages of policies and readings: complete, linked, and free of anybody's markup."""

from __future__ import annotations

import html
import posixpath
import re
from typing import Any, get_args

import markdown
import msgspec
import pytest

from ledger.policy.editions import SOURCES, by_name, edition, readings, records, rule
from plus100.ledger.policy import load
from plus100.ledger.policy.rules import Measure, Readings, Rule
from plus100.publish.page import Page
from plus100.publish.policies.pages import anchor, pages
from plus100.publish.policies.text import one_line, safe
from plus100.publish.policies.words import SAY, day, sentences, share, whom

EDITIONS, _ = load(records(), readings())
READINGS = {reading.id: reading for reading in readings().readings}
PAGES = {page.path: page for page in pages(EDITIONS, READINGS)}
HOSTILE = "<script>alert(1)</script> *x* [a](javascript:b) `c` | # & {{ d }} ![e](f) _g_ ~~h~~"


def rendered(page: Page) -> str:
    """A page as HTML, with the extensions of the site."""
    extensions = ["attr_list", "tables", "toc", "admonition", "pymdownx.details"]
    return markdown.markdown(page.markdown, extensions=extensions)


def plain(page: Page) -> str:
    """A page's Markdown with character references resolved."""
    return html.unescape(page.markdown)


@pytest.mark.parametrize("name", sorted(EDITIONS))
def test_an_edition_page_has_every_version_of_every_rule(name: str) -> None:
    """Title, id, day, clause of every source, reading and note of each rule are there."""
    text = plain(PAGES[f"policies/{name}/index.md"])
    for held in (one for versions in EDITIONS[name].rules.values() for one in versions):
        ended = f"（{day(held.until)}止）" if held.until else ""
        assert f"### {held.rule.title}{ended} " in text
        assert f"规则代号：{held.rule.id}" in text
        assert all(source.clause in text for source in held.rule.sources)
        assert all(f"[{READINGS[reading].title}](" in text for reading in held.rule.readings)
        assert held.rule.note in text


@pytest.mark.parametrize("name", sorted(EDITIONS))
def test_what_holds_now_stands_before_what_has_ended(name: str) -> None:
    """A superseded version comes later, and its heading says when it ended."""
    text = plain(PAGES[f"policies/{name}/index.md"])
    for versions in (found for found in EDITIONS[name].rules.values() if len(found) > 1):
        marks = [
            text.index(f"{{ #{anchor(one.rule.id)}{f'-{n + 1}' if n else ''} }}")
            for n, one in enumerate(versions)
        ]
        assert marks == sorted(marks, reverse=True)
    heads = re.findall(r"^### (.*) \{", text, re.MULTILINE)
    assert len(heads) == len(set(heads))


def test_a_reading_is_found_by_the_number_that_texts_cite() -> None:
    """``见解读X05`` on paper leads to a heading with X05 in it."""
    heads = re.findall(r"^## (.*) \{", plain(PAGES["policies/readings/index.md"]), re.MULTILINE)
    for reading in READINGS.values():
        assert f"{reading.title}（{reading.id}）" in heads or not reading.id.startswith("X")
    assert not [head for head in heads if re.search("[a-z]", head)]


def test_the_page_of_readings_has_all_of_each() -> None:
    """What is unclear, the decision, the reason, and either the parameter or why there is none."""
    text = plain(PAGES["policies/readings/index.md"])
    for reading in READINGS.values():
        parts = (
            reading.title,
            reading.unclear,
            reading.decision,
            reading.why,
            reading.others,
            reading.fixed,
        )
        assert all(one_line(part) in text for part in parts)
        assert f"解读代号：{reading.id}\n" in text
    assert text.count("- 参数：") == sum(len(reading.carried_by) for reading in READINGS.values())
    assert text.count("- 没有可以改的参数：") == sum(bool(reading.fixed) for reading in READINGS.values())


def test_every_link_leads_to_a_page_and_an_anchor_that_exist() -> None:
    """Between the policy pages no link is broken."""
    anchors = {path: set(re.findall(r'id="([^"]+)"', rendered(page))) for path, page in PAGES.items()}
    links = 0
    for path, page in PAGES.items():
        for target, fragment in re.findall(r'href="([^"#]+)(?:#([^"]+))?"', rendered(page)):
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            assert found in PAGES, (path, target)
            assert not fragment or fragment in anchors[found], (path, target, fragment)
            links += 1
    assert links > len(READINGS)


def test_a_child_shows_what_it_changes_of_its_parent() -> None:
    """Each child has a page of changes, the root has none."""
    assert "policies/national-2016/changes/index.md" not in PAGES
    text = plain(PAGES["policies/shandong-2017/changes/index.md"])
    told = re.search(r"有效的规则：改动(\d+)条，新增(\d+)条。", text)
    assert told
    shown = [part.count("### ") for part in re.split(r"\n## .*\n", text)[1:]]
    assert [int(number) for number in told.groups()] == shown
    for said in (
        "- 周期：由每季度改为每两个月",
        "- 首次期限：原来是2016年8月31日，现在没有",
        "- 下级不得再提高",
        "- 主题：增加志愿服务；去掉线上或线下交流、线上活动、加入社会组织或公益组织并开展活动",
        "- “讲团课”改称“上团课”",
        "- 增加“志愿服务”",
        "### [青年之声](../index.md#points-youth_voice)",
    ):
        assert said in text
    gone = plain(PAGES["policies/xjyyxy-2019/changes/index.md"]).partition("## 不再有（4条）")[2]
    assert "[线上日常有声音、有互动、有话题](../../national-2016/index.md#presence-online)" in gone


def test_the_pages_of_changes_say_no_code_and_no_arrow() -> None:
    """Whoever reads what a child changes meets words: no date as 2016-08-31, no 是 or 否 on its own."""
    for path, page in PAGES.items():
        if path.endswith("changes/index.md"):
            said = [one for one in plain(page).splitlines() if "代号" not in one]
            assert not [one for one in said if re.search(r"→|\d-\d|：(?:是|否)\b", one)]


def test_chinese_text_has_no_space_after_its_punctuation() -> None:
    """A line break in a long YAML text leaves none behind (it is folded to a space)."""
    assert one_line("没有办法， 只规定。\n 完") == "没有办法，只规定。完"
    assert one_line("a. b 100 名") == "a. b 100 名"
    for page in PAGES.values():
        shown = re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|li|h\d)>", "\f", rendered(page)))
        assert not re.search(r"[，。；！？][ \n]\S", shown), page.path


def hostile() -> dict[str, Page]:
    """Pages of records whose every text is hostile."""
    does = {"measure": "themes", "themes": [{"id": "x", "title": HOSTILE}]}
    stated = {**rule("themes", "2018-01-01", does, readings=["x"], note=HOSTILE), "title": HOSTILE}
    stated["sources"] = [{**SOURCES[0], "clause": HOSTILE}]
    record = msgspec.structs.replace(edition("root", stated), title=HOSTILE, description=HOSTILE)
    document = msgspec.structs.replace(record.documents[0], title=HOSTILE, number=HOSTILE)
    record = msgspec.structs.replace(record, documents=(document,))
    text = dict.fromkeys(("title", "unclear", "decision", "why", "others", "fixed"), HOSTILE)
    carrier = {
        "edition": "root",
        "rule": "themes",
        "parameter": "themes",
        "value": HOSTILE,
        "others": [HOSTILE],
    }
    plain_reading = {"id": "x", **text, "sources": stated["sources"], "carried_by": [carrier]}
    known = msgspec.convert({"readings": [plain_reading]}, Readings)
    child = msgspec.structs.replace(
        edition("child", {**stated, "id": "own"}, extends="root"), title=HOSTILE
    )
    held, _ = load(by_name(record, child))
    return {page.path: page for page in pages(held, {"x": known.readings[0]})}


@pytest.mark.parametrize("path", sorted(hostile()))
def test_text_from_the_records_is_never_markup(path: str) -> None:
    """Whatever a record says is shown as it is: no tag, link, emphasis or code comes of it."""
    made = rendered(hostile()[path])
    assert HOSTILE in html.unescape(made)
    assert not re.search(r"<(?:script|em|code|img|table|del|strong)\b", made)
    assert "javascript:" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', made))


@pytest.mark.parametrize("words", ["", "a  b\n c", "1. x", "- x", "# x", "a_b", "“1+100”", "\\*"])
def test_safe_text_says_what_it_was_given(words: str) -> None:
    """As a list item it shows the text, with space folded to one line."""
    shown = re.sub(r"<[^>]+>", "", markdown.markdown(f"- {safe(words)}"))
    assert html.unescape(shown).strip() == " ".join(words.split())


def test_every_measure_can_be_said() -> None:
    """The words know each measure of the closed list."""
    assert set(SAY) == set(get_args(Measure))


def stated(does: dict[str, Any], **others: Any) -> Rule:
    """One rule."""
    return edition("root", rule("a", "2018-01-01", does, **others)).rules[0]


PART = {"id": "p", "counts": "activities", "rates": {"x": "1.50", "y": "1.5"}}
SAID = [
    (
        {"measure": "partner_quota", "at_least": 10, "own_quota": True, "by": "2016-08-31"},
        "2016年8月31日（含）",
    ),
    ({"measure": "partner_quota"}, "文件没有规定人数。"),
    ({"measure": "partner_quota", "at_least": 1, "kept_moved_away": "counted"}, "照常算进人数"),
    ({"measure": "partner_share", "of": "not_local", "at_most": "1/5"}, "不超过20%（正好等于也可以）"),
    (
        {"measure": "partner_share", "of": "over_45", "at_most": "0/1"},
        "46岁及以上的青年占在联系青年的比例应为零。",
    ),
    (
        {"measure": "partner_share", "of": "bound", "at_most": "1/1", "inclusive": False},
        "在联系青年不能全是",
    ),
    ({"measure": "partner_share", "of": "bound", "more_than": "2/3"}, "要多于2/3。"),
    (
        {"measure": "partner_share", "of": "bound", "denominator": "quota"},
        "占要求人数的比例：只显示，不设界限。",
    ),
    ({"measure": "pairing", "at_least": 3, "at_most": 5}, "建议不超过5名。"),
    ({"measure": "pairing", "at_least": 3, "at_most": 5, "limit": True}, "不得超过5名。"),
    ({"measure": "pairing", "at_least": 3}, "至少结对3名困难青年。"),
    (
        {"measure": "group", "members": 100, "together": True, "due": "12-01"},
        "至少建1个群，合计至少100名青年。",
    ),
    ({"measure": "group", "members": 100, "owner_counts": True}, "群主计入人数。"),
    ({"measure": "group", "due": "12-01"}, "每年12月1日前（含）。"),
    (
        {"measure": "activity_count", "at_least": 2, "window": "month", "form": "online"},
        "每月至少2次线上活动。",
    ),
    (
        {"measure": "activity_count", "at_least": 1, "window": "year", "windows": "rolling"},
        "任何连续的这么长时间",
    ),
    (
        {"measure": "activity_count", "at_least": 1, "window": "year", "partners_more_than": "1/2"},
        "要多于在联系青年的50%",
    ),
    (
        {"measure": "activity_count", "at_least": 1, "window": "year", "themes": ["x", "z"]},
        "算这些主题：甲、z。",
    ),
    (
        {
            "measure": "activity_count",
            "at_least": 1,
            "window": "year",
            "themes": ["x", "z"],
            "every_theme": True,
        },
        "每个主题至少一次。",
    ),
    ({"measure": "presence", "kinds": ["daily_voice"]}, "每个月说明：每天有声音。"),
    ({"measure": "presence", "kinds": ["daily_voice"], "required": False}, "只显示，不作要求。"),
    (
        {"measure": "campaign", "first": "2017-07-01", "last": "2017-11-30"},
        "2017年7月1日至2017年11月30日。",
    ),
    ({"measure": "campaign", "months": [7, 8], "theme": "x"}, "期间的活动记作“甲”。"),
    ({"measure": "campaign"}, "文件没有写日期。"),
    ({"measure": "deadline", "window": "quarter", "day": 20}, "每季度最后一个月的20日（含）。"),
    ({"measure": "deadline", "on": "2017-05-10", "statement": "client_login"}, "的说明为准"),
    ({"measure": "coverage", "categories": ["full_time"], "military": True}, "军队和武警部队也在内。"),
    ({"measure": "exemptions", "reasons": [], "needs_approval": False}, "不需要批准。"),
    ({"measure": "points_classes", "classes": [], "restart": "never"}, "一直累计，不重新计分。"),
    (
        {"measure": "points_item", "item": "i", "cap": "35.0", "parts": [PART]},
        "活动每次1.5分，写明任务的不算。",
    ),
    (
        {
            "measure": "points_item",
            "item": "i",
            "cap": "5",
            "parts": [{**PART, "themes": ["x"], "cap": "2"}],
        },
        "只算甲，写明任务的不算，至多2分。",
    ),
    (
        {
            "measure": "points_item",
            "item": "i",
            "cap": "5",
            "parts": [{**PART, "task_entries": "include", "categories": ["attached"]}],
        },
        "活动每次1.5分，只对挂职。",
    ),
    (
        {"measure": "levels", "star": "5", "stars_per_diamond": 4, "max_diamonds": 5, "rounding": "ceil"},
        "有零头就进一",
    ),
]


@pytest.mark.parametrize(("does", "expected"), SAID)
def test_a_parameter_changes_what_is_said(does: dict[str, Any], expected: str) -> None:
    """What stands on the page follows from the parameters."""
    assert expected in "".join(sentences(stated(does), {"x": "甲"}))


def test_nothing_is_said_of_a_rule_that_only_ends() -> None:
    """An ``unset`` has no content."""
    (ended,) = edition("root", rule("a", "2018-01-01", change="unset")).rules
    assert sentences(ended, {}) == ()


@pytest.mark.parametrize(
    ("fraction", "said"),
    [("1/5", "20%"), ("1/8", "12.5%"), ("1/3", "1/3"), ("3/40", "7.5%"), ("1/1", "100%")],
)
def test_a_share_is_a_percentage_where_that_is_short(fraction: str, said: str) -> None:
    """Exact, or the fraction as it stands."""
    assert share(fraction) == said


@pytest.mark.parametrize(
    ("applies", "said"),
    [
        ({}, "全部类别的团干部；各级单位"),
        ({"categories": ["full_time"]}, "专职团干部；各级单位"),
        ({"levels": ["county"]}, "全部类别的团干部；县级"),
    ],
)
def test_whom_a_rule_concerns_is_said(applies: dict[str, Any], said: str) -> None:
    """Nobody named means everybody."""
    does = {"measure": "campaign"}
    assert whom(stated(does, applies=applies).applies) == said


def test_a_carrier_that_leads_nowhere_is_shown_as_it_is_written() -> None:
    """The page still comes; the fault itself is a finding of the check."""
    carrier = {"edition": "none", "rule": "a.b", "parameter": "c", "value": 1, "others": [2]}
    text = dict.fromkeys(("title", "unclear", "decision", "why"), "示例")
    written = {"id": "x", **text, "sources": SOURCES, "carried_by": [carrier]}
    (reading,) = msgspec.convert({"readings": [written]}, Readings).readings
    (page,) = (one for one in pages(EDITIONS, {"x": reading}) if "readings" in one.path)
    assert "参数：none a.b c" in plain(page)
