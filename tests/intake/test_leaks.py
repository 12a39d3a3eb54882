"""The leak scan: what it finds in any spelling, and what it lets pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plus100.intake.leaks import scan

MOBILE = "138" + "0013" + "8000"
IDENTITY = "370102" + "19900307" + "123X"
MAILBOX = "zhang.san@" + "example.com"


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


def test_many_leaks_are_all_findings_up_to_a_screenful() -> None:
    """A list of numbers pasted into a file gives twenty findings, not thousands."""
    assert codes("".join(f"- {13800138000 + n}\n" for n in range(100))) == ["L501"] * 20
