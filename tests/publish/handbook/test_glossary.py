"""Terms in plain words: each has a meaning, a source or none of a document, and a name that exists."""

from __future__ import annotations

import re

import yaml

from plus100.publish.handbook.glossary import named
from plus100.publish.handbook.shelf import GLOSSARY
from plus100.publish.handbook.targets import World
from publish.handbook.the_book import TEXTS, book, frame, prose, shelf

GROUPS = yaml.safe_load(shelf().glossary)["groups"]
TERMS = [term for group in GROUPS for term in group["terms"]]
PAGE = next(page.markdown for page in book().pages if page.path == "guide/glossary.md")


def world() -> World:
    """The policies, without answers and pages."""
    held = frame()
    return World({}, held.editions, held.readings, {}, frozenset(), held.as_of)


def test_every_name_in_the_glossary_exists() -> None:
    """Fields, codes, rules, readings, themes and words are those of the schemas, policies and figures."""
    codes = [term["code"] for term in TERMS if "code" in term]
    assert [code for code in codes if not named(code, world())] == []
    assert len(codes) > 40
    assert {code.partition(":")[0] for code in codes} == {
        "field",
        "code",
        "rule",
        "reading",
        "theme",
        "word",
    }


def test_a_name_that_is_not_there_is_not_taken_for_one() -> None:
    """Neither a wrong list, nor a wrong entry, nor a wrong kind."""
    wrong = ["field:cadre.nobody", "field:nobody.id", "code:left/gone", "code:nobody/gone", "theme:nothing"]
    wrong += ["rule:national-2016/nothing", "reading:X99", "word:quota/gone", "word:nobody/gone", "other:x"]
    assert [code for code in wrong if named(code, world())] == []


def test_terms_stand_once_and_on_the_page() -> None:
    """Nobody looks a word up in two places; a meaning is a sentence."""
    terms = [term["term"] for term in TERMS]
    assert len(set(terms)) == len(terms)
    assert all(term["meaning"].endswith("。") for term in TERMS)
    assert PAGE.count("| **") == len(TERMS)


def test_a_question_leads_to_its_answer() -> None:
    """Whoever wants more reads on there."""
    assert "问答[第8问](../qa/renshi/q08.md)、[第41问](../qa/lianxi/q41.md)" in PAGE


def test_terms_of_its_own_are_used() -> None:
    """A term without a source is this system's own, and then it is said on a page somewhere."""
    read = "".join(prose(text) for text in TEXTS.values())
    own = [term["term"] for term in TERMS if "sources" not in term]
    words = [word for term in own for word in re.split(r"、|（.*）", term) if word]
    assert [word for word in words if word not in read] == []
    assert GLOSSARY == "guide/glossary.yml"
