"""No number of a rule is typed in an answer: it is cited, or it has a stated reason."""

from __future__ import annotations

import re

import pytest
import yaml

from publish.handbook.the_book import ANSWERS, CASES, GUIDES, TEXTS, prose

ALLOWED: list[dict[str, str]] = yaml.safe_load((CASES / "numerals.yml").read_text(encoding="utf-8"))
MEASURES = "名人位次项分年月日天周岁季问句个条家处件种样类级页堂批组门份倍元轮步头面点届遍层套路％%"
NUMERAL = re.compile(
    rf"[0-9０-９]+(?:[.．][0-9]+)?%?|[零〇一二三四五六七八九十百千万亿两半]+(?=[{MEASURES}])"
)


STEP = re.compile(r"^[ ]*(?:[0-9]+\.[ ]|## [一二三四五]、)", re.MULTILINE)
"""What numbers the steps of a list or the parts of a page."""
IN_GUIDES: dict[str, list[str]] = yaml.safe_load((CASES / "guides.yml").read_text(encoding="utf-8"))


def text(name: str) -> str:
    """Question and body without code and marks."""
    question = ANSWERS[name].front.question if name in ANSWERS else ""
    return STEP.sub("", f"{question}\n{prose(TEXTS[name])}")


def reasons(name: str) -> tuple[str, ...]:
    """The reasons for typed numbers: in an answer's front matter, in the list for guides."""
    return ANSWERS[name].front.typed if name in ANSWERS else tuple(IN_GUIDES.get(name, ()))


def typed(name: str) -> list[str]:
    """The numbers that there is a reason for, longest first."""
    return sorted((one.partition("：")[0] for one in reasons(name)), key=len, reverse=True)


def unexplained(words: str, excused: list[str]) -> list[str]:
    """Numbers in a text for which there is no reason, each with a few characters around."""
    for one in excused:
        words = words.replace(one, "※")
    for one in ALLOWED:
        words = re.sub(one["pattern"], "※", words)
    return [
        words[max(0, found.start() - 6) : found.end() + 6].replace("\n", " ")
        for found in NUMERAL.finditer(words)
    ]


@pytest.mark.parametrize("name", TEXTS)
def test_numbers_are_cited_or_excused(name: str) -> None:
    """A changed policy must change the handbook, so a typed number needs a reason."""
    assert unexplained(text(name), typed(name)) == []


@pytest.mark.parametrize("name", [name for name in TEXTS if reasons(name)])
def test_reasons_on_a_page_are_for_numbers_on_it(name: str) -> None:
    """A reason whose number is gone would excuse the next one."""
    assert [one for one in typed(name) if one not in text(name)] == []


def test_reasons_are_for_guides_that_are_there() -> None:
    """A guide that is gone takes its reasons along."""
    assert set(IN_GUIDES) <= set(GUIDES)


@pytest.mark.parametrize("entry", ALLOWED, ids=lambda one: one["kind"])
def test_every_exception_is_used_and_has_a_reason(entry: dict[str, str]) -> None:
    """The list of exceptions stays short: each one is met somewhere and says why it is none of a rule."""
    assert any(re.search(entry["pattern"], text(name)) for name in TEXTS)
    assert len(entry["why"]) > 10


@pytest.mark.parametrize(
    "words",
    [
        "至少联系100名青年",
        "至少一百名青年",
        "不超过20%",
        "每两个月五次",
        "满三个月",
        "至少建一个群",
        "两年轮换",
        "得0.1分",
        "到12月31日",
        "每半年办活动",
        "不少于十人",
        "满35岁",
        "八百元",
    ],
)
def test_typed_numbers_of_rules_are_seen(words: str) -> None:
    """What a rule might say is never excused by the general exceptions."""
    assert unexplained(words, []) != []
