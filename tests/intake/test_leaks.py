"""The leak scan: what it finds in any spelling, and what it lets pass."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plus100.intake.leaks import in_names, masked, scan
from plus100.intake.leaks.spellings import _half, _number, _respelt
from plus100.intake.reading import strict_yaml

ROOT = Path(__file__).parents[2]

MOBILE = "138" + "0013" + "8000"
IDENTITY = "370102" + "19900307" + "123X"
MAILBOX = "zhang.san@" + "example.com"


SIGNS = ("[at]", "(at)", "（at）", "【AT】", "{at}", " [At] ", "＠", "(a)", "[@]")
QQ = (
    "qq:",
    "QQ：",
    "qq",
    "qq号 ",
    "qq群：",
    "Qq=",
    "扣扣",
    "扣扣号：",
    "企鹅号",
    "加vx：",
    "vx: ",
    "WX：",
    "微信",
)
WECHAT = (
    "微信号",
    "微信号：",
    "微信 ",
    "vx:",
    "VX：",
    "vx ",
    "wx：",
    "加V：",
    "加微",
    "V信",
    "薇信：",
    "薇心：",
    "weixin: ",
    "WeChat：",
)
LANDLINE = ("-", " ", "－", "—", "/", ".", ") ", "")


def codes(text: str) -> list[str]:
    """What is found in a text."""
    return [finding.code for finding in scan("a.yml", text.encode())]


@given(st.integers(13, 19), st.integers(0, 10**9 - 1), st.sampled_from(["", " ", "-", ".", "－", "·"]))
def test_every_mobile_number_is_found_however_it_is_grouped(head: int, rest: int, gap: str) -> None:
    """Three, four and four digits, with any one separator, as value, key or comment."""
    digits = f"{head}{rest:09}"
    written = gap.join((digits[:3], digits[3:7], digits[7:]))
    looks_like_a_day = gap and digits[3:5] in {"19", "20"}
    for text in (
        f"a: {written}\n",
        f'? "{written}"\n: b\n',
        f"[] # {written}\n",
        f"title: 联系{written}吧\n",
    ):
        assert codes(text) == ["L501"] or looks_like_a_day


ODD = st.text(
    st.sampled_from("a0·・。｡︒⁻−⼀一洞洞①") | st.characters(min_codepoint=0xFF01, max_codepoint=0xFFEE)
)


@given(ODD | st.just("".join(map(chr, range(0xFF01, 0xFFEF)))), st.sampled_from([_half, _number]))
def test_each_character_is_respelt_for_itself(text: str, way: Callable[[str], str]) -> None:
    """However many odd characters a text has, none is taken for what another one became."""
    assert _respelt(text, way) == "".join(way(char) if char > "\x7f" else char for char in text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"- id: p-{MOBILE}\n", "L501"),
        (f"- id: 20170503-{MOBILE}\n", "L501"),
        (f"a: tel{MOBILE}x\n", "L501"),
        (f"a: +86-{MOBILE}\n", "L501"),
        (f"a: 86{MOBILE}\n", "L501"),
        (f"a: 0086 {MOBILE}\n", "L501"),
        ("a: (0532) 8234" + "5678\n", "L501"),
        ("a: 010-8234" + "5678\n", "L501"),
        (f"a: {IDENTITY}\n", "L502"),
        (f"{IDENTITY}: a\n", "L502"),
        (f"a: {IDENTITY[:6]}-{IDENTITY[6:14]}-{IDENTITY[14:]}\n", "L502"),
        (f"a: {IDENTITY.lower()}\n", "L502"),
        (f"a: {MAILBOX}\n", "L503"),
        (f"a: {MAILBOX.replace('@', '＠')}\n", "L503"),
        (f"a: <{MAILBOX}>\n", "L503"),
        (f"a: '{MAILBOX}'\n", "L503"),
        (f"a: [unclosed {MOBILE}\n", "L501"),
        (f"a: 联系人一{MOBILE}\n", "L501"),
        (f"a: ({MOBILE[:3]}) {MOBILE[3:]}\n", "L501"),
        (f"# {MOBILE[:3]}\n# {MOBILE[3:]}\n[]\n", "L501"),
        ("# 微信号：shili" + "_1234\n", "L504"),
        *((f"a: zhangsan{at}example.com\n", "L503") for at in SIGNS),
        ("a: zhangsan@example[dot]com\n", "L503"),
        ("a: zhangsan艾特example点com\n", "L503"),
        *((f"a: {said}{'1234' + '5678'}\n", "L504") for said in QQ),
        *((f"a: {said}{'abc' + '_12345'}\n", "L504") for said in WECHAT),
        *((f"a: {area}{mark}8888{'1234'}\n", "L501") for area in ("010", "0531") for mark in LANDLINE),
        *(
            (f"a: {said}8888{'1234'}\n", "L501")
            for said in ("电话", "办公电话：", "座机 ", "+86 531 ", "86-10-")
        ),
        ("a: 零五三一八八八八" + "一二三四\n", "L501"),
        ("a: (０５３１) ８８８８" + "１２３４\n", "L501"),
    ],
)
def test_personal_data_is_found(text: str, code: str) -> None:
    """Inside ids and words, with prefixes, and in files that cannot be read."""
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "date: 2017-05-03\nuntil: 2018-11-30\n",
        "a: 2017-05-03 12:30:00\n",
        "a: 2017-05-03 2017-05-04\n",
        "- id: 20170503-ab12\n- id: 20170503-138001\n",
        f"commit: 2d{MOBILE}abc0f93cd2dd3d27a0e3ae9d4b6f\n",
        f"digest: sha256:{'0123456789abcdef' * 4}\n",
        f"key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ{MOBILE}Qy3xlBHAQ3pGEFwyDuqGvJ1Ryh3xNWc me@host\n",
        "a: 鲁青办〔2017〕18号，#1380013，第150-20170503号\n",
        "a: [13, 8001, 3800, 0, 138, 1, 2]\n",
        "a: 12345678901\n",
        "a: 138001380001\n",
        "a: 15.123456789\n",
        "a: 【2017】鲁青办第150号，GB/T 4754-2017，GB/T 6565—2015，91370100MA3C1234XX\n",
        "at: 2017-05-03T12:30:00.123456789+08:00\n",
        "- [150, 2017, 2018]\n- [138, 1500, 2600]\n",
        "a: 二〇一七年五月三日，一二三四五六七八九十，第一三五七九期\n",
        "a: 3.14159265358979, 1.41421356237\n",
        "a: 7f0c138001380000b1e2c3d4a5968778695a4b3c2d1e0f00112233445566778\n",
        "a: MTIzNDU2Nzg5MDEyMzQ1Njc4OTAx\n",
        "a: 微信群里，QQ群，微信100000人次，微信20170503，微信公众号：示例青年\n",
        "a: 活动（at home）和 KTV、B2B、T恤\n",
        "a: 999999199003071234\n",
        "a: 370102199013071234\n",
        "a: git@example.org:league/records.git\n",
        "a: @青春示例\n",
        "a: a@b\n",
        "about: 100000201705031234\n",
    ],
)
def test_what_only_looks_like_it_passes(text: str) -> None:
    """Dates, ids, digests, keys, numbers of documents and issues, other numbers, remotes, mentions."""
    assert codes(text) == []


def test_a_message_never_repeats_the_number() -> None:
    """Messages end up in public logs."""
    for finding in scan("a.yml", f"{MOBILE}: x\na: {IDENTITY}\nb: {MAILBOX}\n".encode()):
        said = f"{finding.message}{finding.fix}{finding.where.pointer}"
        assert not any(whole in said for whole in (MOBILE, IDENTITY, MAILBOX))


def test_a_leak_knows_its_value_and_one_in_a_comment_has_none() -> None:
    """What is withheld is the item that gives something away; a comment belongs to nobody."""
    text = f"- id: a\n  title: 找{MOBILE}\n- id: b # {MOBILE}\n- {MOBILE}: 1\n"
    found = scan("a.yml", text.encode())
    assert [(f.where.line, f.where.column, f.where.pointer) for f in found] == [
        (2, 11, (0, "title")),
        (3, 11, None),
        (4, 3, (2,)),
    ]


def test_every_leak_is_told_and_none_takes_long() -> None:
    """A list of ten thousand numbers pasted into a file: each item is withheld for its own number."""
    found = scan("a.yml", "".join(f"- {13800138000 + n}\n" for n in range(10_000)).encode())
    assert [finding.where.pointer for finding in found] == [(n,) for n in range(10_000)]


HAN, ROUND = "零一二三四五六七八九", "⓪①②③④⑤⑥⑦⑧⑨"
FORMAL, TAIWAN, FILLED = "零壹贰叁肆伍陆柒捌玖", "零壹貳參肆伍陸柒捌玖", "⓿❶❷❸❹❺❻❼❽❾"
WIDE, BOLD, ARABIC = "０１２３４５６７８９", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "٠١٢٣٤٥٦٧٨٩"
numbers = st.builds("1{}{:09}".format, st.integers(3, 9), st.integers(0, 10**9 - 1))


@given(numbers, st.sampled_from([HAN, ROUND, FORMAL, TAIWAN, FILLED, WIDE, BOLD, ARABIC]), st.data())
def test_every_mobile_number_is_found_in_any_digits(number: str, digits: str, data: st.DataObject) -> None:
    """One spelling throughout, or each digit in one of two."""
    others = data.draw(st.sampled_from([digits, WIDE, "0123456789"]))
    choices = data.draw(st.lists(st.booleans(), min_size=11, max_size=11))
    written = "".join(
        (digits if own else others)[int(digit)] for digit, own in zip(number, choices, strict=True)
    )
    assert codes(f"title: 联系{written}吧\n") == ["L501"]
    assert codes(f"- {written}\n") == ["L501"]


@given(numbers, st.sampled_from(["'", '"', "|", ">"]), st.booleans(), st.sampled_from(["", " ", "  "]))
def test_a_number_is_found_however_yaml_writes_it(
    number: str,
    style: str,
    escaped: bool,  # noqa: FBT001 - drawn by hypothesis
    gap: str,
) -> None:
    """What counts is the value: quoted, as a block, escaped, or folded over narrow lines."""
    value = gap.join((number[:3], number[3:7], number[7:])) + "号"
    text = yaml.dump(value, default_style=style, width=4, allow_unicode=not escaped)
    assert strict_yaml.read(text.encode(), "a.yml")[0] == value
    assert codes(text) == ["L501"] or (gap and number[3:5] in {"19", "20"})


@given(numbers, st.text("abc手机：:", max_size=7))
def test_a_number_is_found_in_base64(number: str, before: str) -> None:
    """Wherever in the encoded text it begins."""
    encoded = b64encode(f"{before}{number}".encode()).decode()
    assert codes(f"title: {encoded}\n") == ["L501"]


def test_the_sample_league_gives_nothing_away() -> None:
    """Dates, ids, codes of trades and documents: what records really hold is no leak, however often."""
    paths = sorted((ROOT / "records").rglob("*.yml"))
    assert paths
    assert [finding for path in paths for finding in scan(str(path), path.read_bytes())] == []
    assert in_names([str(path) for path in paths]) == {}


def test_names_are_masked_as_a_line_is() -> None:
    """A path in a message shows where, and not whom."""
    assert (
        masked(f"records/units/u/cadres/{MOBILE}/cadre.yml")
        == f"records/units/u/cadres/{'*' * 11}/cadre.yml"
    )
    assert masked("records/units/u/cadres/chen-yi/log/2017-05.yml").endswith("chen-yi/log/2017-05.yml")


MARKS = ("", " ", "  ", "-", ".", "_", "/", "、", ",", "·", "－", "—", "　", " - ")


@given(numbers, st.sampled_from(["0123456789", HAN, ROUND, FORMAL, WIDE]), st.sampled_from(MARKS))
def test_every_mobile_number_is_found_digit_by_digit(number: str, digits: str, mark: str) -> None:
    """Whatever stands between the digits, in whatever shape they are."""
    written = mark.join(digits[int(digit)] for digit in number)
    assert codes(f"title: 联系{written}吧\n") == ["L501"]


days = st.dates(date(1949, 1, 1), date(2049, 12, 31))
counts = st.integers(1, 99999)
HARMLESS = st.one_of(
    days.map(lambda day: day.isoformat()),
    days.map(lambda day: f"{day:%Y年%m月%d日}"),
    days.map(lambda day: f"{day:%Y.%m.%d}"),
    days.map(lambda day: f"{day:%Y/%m/%d}"),
    days.map(lambda day: f"{day:%Y%m%d}"),
    days.map(lambda day: "".join(HAN[int(digit)] for digit in f"{day:%Y}") + "年"),
    days.map(lambda day: "".join(FORMAL[int(digit)] for digit in f"{day:%Y}") + "年"),
    st.tuples(days, days).map(lambda two: f"{two[0]}至{two[1]}"),
    st.tuples(days, counts).map(lambda one: f"鲁青办〔{one[0]:%Y}〕{one[1]}号"),
    st.tuples(days, counts).map(lambda one: f"团鲁联发[{one[0]:%Y}]{one[1]}号"),
    st.tuples(counts, st.sampled_from("人次名个条篇万元")).map(lambda one: f"{one[0]}{one[1]}"),
    st.tuples(counts, counts).map(lambda two: f"{two[0]}/{two[1]}，{two[0]}:{two[1]}"),
    counts.map(lambda count: f"{count * 1000:,}元"),
    counts.map(lambda count: f"微信群里{count}人，QQ群{count % 1000}人，电话回访{count}人"),
    counts.map(lambda count: f"第{count % 100}期①②③，（a）（b），(A)项"),
    st.sampled_from(
        ["队伍伍拾人", "壹佰元", "大陆贰万叁仟元", "【at home】", "加V认证", "vx 活动", "微信 公众号", "wx"]
    ),
)


@given(st.lists(HARMLESS, min_size=1, max_size=4), st.sampled_from(["，", " ", "、", "\n# "]))
def test_days_documents_counts_and_amounts_are_no_leak(parts: list[str], between: str) -> None:
    """Nobody trusts a check that calls a document's number a telephone."""
    assert codes(f"title: {between.join(parts)}\n") == []
