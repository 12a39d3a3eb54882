"""Nothing that a stranger writes does anything on the page but be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plus100.publish.columns.body import render, sanitised
from plus100.publish.columns.markdown import curious
from publish.columns.pieces import FRONT, harmful, one

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "columns" / "attacks.yml").read_text(encoding="utf-8")
)
PARTS = [
    "<script>",
    "<img src=x onerror=1>",
    "](javascript:1)",
    "[x",
    "](https://a.b)",
    "**",
    "`",
    "```\n",
    "\n",
    "> ",
]
PARTS += [
    "<a href=javascript:1>",
    "&#60;",
    "\\",
    "<!--",
    "-->",
    "| a |\n|---|\n",
    "# ",
    "- ",
    "\t",
    "{: x }",
    "文字",
    "<",
    '"',
]


def shown(value: Any) -> str:
    """A short name for a case."""
    return str(value)[:40]


@pytest.mark.parametrize("case", CASES["bodies"], ids=lambda case: shown(case["body"]))
def test_an_attack_in_a_body_is_found_or_shown_as_text(case: dict[str, Any]) -> None:
    """Exactly the findings that are written down; what has none is published and harmless."""
    columns = one(case["body"])
    assert sorted(found.code for found in columns.findings) == sorted(case["found"])
    assert len(columns.printed) == (not case["found"])
    for printed in columns.printed:
        assert harmful(printed.body.html) == []


@pytest.mark.parametrize("case", CASES["bodies"], ids=lambda case: shown(case["body"]))
def test_the_second_wall_holds_alone(case: dict[str, Any]) -> None:
    """Rendered in spite of its findings, an attack is harmless; so is its HTML from a parser that lets all
    HTML and every link through.
    """
    assert harmful(render(case["body"]).html) == []
    assert harmful(sanitised(str(curious().render(case["body"])))) == []


@pytest.mark.parametrize("case", CASES["fronts"], ids=lambda case: shown(case["front"]))
def test_an_attack_in_the_front_matter_is_found(case: dict[str, Any]) -> None:
    """What the schema does not know, or what is no plain line, keeps the piece out."""
    columns = one(front=case["front"])
    assert sorted(found.code for found in columns.findings) == sorted(case["found"])
    assert len(columns.printed) == (not case["found"])


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=12).map("".join))
def test_whatever_is_written_renders_harmlessly(text: str) -> None:
    """No mixture of marks gets anything but plain forms and links to the web through."""
    assert harmful(render(text).html) == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_title_is_escaped_wherever_it_stands(title: str) -> None:
    """Every page that names a piece shows its title as text: no tag of it is a tag."""
    front = f"title: '{title.replace(chr(39), chr(39) * 2)}<b>'\n" + FRONT.partition("\n")[2]
    for page in one(front=front).pages:
        assert "<b>" not in page.body
        assert "<b>" not in page.text


def test_every_kind_of_attack_is_there() -> None:
    """The file holds enough of both sorts to mean something."""
    assert len(CASES["bodies"]) > 90
    assert sum(not case["found"] for case in CASES["bodies"]) > 15
    assert len(CASES["fronts"]) > 15
