"""The list of questions: each can be found by the number that other texts cite it by."""

from __future__ import annotations

import html
import re

from plus100.publish.handbook.chapters import CHAPTERS
from plus100.publish.handbook.sheet import chapter_pages, index_page
from publish.handbook.the_book import ANSWERS, book


def test_every_question_is_listed_with_its_number() -> None:
    """``见第41问`` on paper is enough to find it, in the whole list and in its chapter's."""
    answers = [*ANSWERS.values()]
    lists = [index_page(answers).markdown, "".join(page.markdown for page in chapter_pages(answers))]
    for text in lists:
        numbers = re.findall(r"^- \[(第[^　]+)　", html.unescape(text), re.MULTILINE)
        assert numbers == [answer.number for answer in answers]


def test_the_list_leads_to_its_chapters() -> None:
    """One link a chapter above the 74 questions."""
    text = index_page(ANSWERS.values()).markdown
    assert re.findall(r"\]\(#([a-z]+)\)", text) == [*CHAPTERS.values()]
    assert all(f"{{ #{name} }}" in text for name in CHAPTERS.values())


def test_an_answer_names_a_reading_by_number_and_title_only() -> None:
    """An id in words is for files: nobody reads ``bound`` in a Chinese page."""
    for page in book().pages:
        for label in re.findall(r"\[([^\]]*)\]\([^)]*policies/readings/", html.unescape(page.markdown)):
            assert not re.search("[a-z]", label), (page.path, label)
