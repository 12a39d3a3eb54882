"""The handbook holds every question and every fact of the document that it answers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from publish.handbook.the_book import ANSWERS, CASES, FOLD, book, prose, shelf

INVENTORY = Path(__file__).parents[4] / "shared" / "inventory" / "qa-inventory.yml"
FACTS: dict[str, list[str]] = yaml.safe_load((CASES / "facts.yml").read_text(encoding="utf-8"))
CHAPTERS = {"认识篇": 17, "录入篇": 23, "联系篇": 17, "服务篇": 12, "引导篇": 5}
HAN = re.compile(r"[㐀-鿿]")


def anchored(name: str) -> list[str]:
    """The facts that an answer's text marks, in its order."""
    return re.findall(r"\{#([^}]+)\}", ANSWERS[name].body)


def inventory() -> list[dict[str, Any]]:
    """Questions and facts as they were read from the document; skips where that list is not at hand."""
    if not INVENTORY.is_file():
        pytest.skip("needs the inventory of the document's facts (../shared/inventory/qa-inventory.yml)")
    found: list[dict[str, Any]] = yaml.safe_load(INVENTORY.read_text(encoding="utf-8"))
    return found


def test_the_handbook_has_no_fault() -> None:
    """Every citation, link, source and anchor of every answer holds."""
    assert [f"{one.where} {one.code} {one.message}" for one in book().findings] == []


def test_every_text_is_an_answer() -> None:
    """No file below docs/qa is left out of the site."""
    assert len(shelf().texts) == len(ANSWERS) == 74


def test_every_question_is_there() -> None:
    """74 questions, each in its chapter."""
    chapters = [answer.front.chapter for answer in ANSWERS.values()]
    assert set(ANSWERS) == set(FACTS)
    assert {name: chapters.count(name) for name in CHAPTERS} == CHAPTERS


def test_every_fact_is_told_once() -> None:
    """324 facts, each announced by its question's answer and marked in its text exactly once."""
    assert sum(map(len, FACTS.values())) == 324
    assert {name: list(answer.front.facts) for name, answer in ANSWERS.items()} == FACTS
    assert {name: sorted(anchored(name)) for name in ANSWERS} == {
        name: sorted(facts) for name, facts in FACTS.items()
    }


@pytest.mark.corpora
def test_the_list_of_facts_is_the_document_s() -> None:
    """The committed list leaves out no question and no fact of the inventory."""
    assert {one["id"]: [fact["id"] for fact in one["facts"]] for one in inventory()} == FACTS


@pytest.mark.corpora
def test_questions_stand_in_the_document_s_chapters() -> None:
    """An answer is found where the reader of the document looks for it."""
    assert {name: one.front.chapter for name, one in ANSWERS.items()} == {
        one["id"]: one["chapter"] for one in inventory()
    }


@pytest.mark.parametrize("name", FACTS)
def test_an_anchor_follows_a_sentence(name: str) -> None:
    """A fact's mark stands behind words and their stop, or behind another mark: never alone."""
    for match in re.finditer(r"\{#[^}]+\}", ANSWERS[name].body):
        assert re.search(r"(?:[。；，：？]|\})$", ANSWERS[name].body[: match.start()]), match[0]


@pytest.mark.parametrize("name", FACTS)
def test_an_answer_fits_a_phone(name: str) -> None:
    """At most 400 Chinese characters before what is done here, and an answer in the first paragraph."""
    before = prose(ANSWERS[name].body).partition(FOLD)[0]
    assert len(HAN.findall(before)) <= 400
    first = before.strip().partition("\n\n")[0]
    assert HAN.search(first)
    assert not first.startswith(("-", "#", "!"))


@pytest.mark.parametrize("name", FACTS)
def test_an_answer_names_its_source(name: str) -> None:
    """The document is cited with the question's own number, and related questions are named."""
    front = ANSWERS[name].front
    own = f"第{int(name[1:3])}问"
    assert any(one.document == "central-qa" and own in one.clause for one in front.sources)
    assert name not in front.related
    assert front.related


@pytest.mark.parametrize("name", [name for name in FACTS if ANSWERS[name].front.chapter == "录入篇"])
def test_entry_answers_say_how_it_is_done_here(name: str) -> None:
    """What the original system did is followed by how the same is done with this one."""
    assert FOLD in ANSWERS[name].body
