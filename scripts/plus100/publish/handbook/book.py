"""The whole handbook: a pure function from texts and policies to pages and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from plus100.core.findings import Finding, Location, order
from plus100.intake.front_matter import located
from plus100.intake.reading.text import decode
from plus100.ledger.world import Frame
from plus100.publish.handbook import marks, notes, sheet
from plus100.publish.handbook.absent import absent, absent_of, notice
from plus100.publish.handbook.answers import Answer, read_answer
from plus100.publish.handbook.chapters import CHAPTERS
from plus100.publish.handbook.faults import finding
from plus100.publish.handbook.glossary import PATH as GLOSSARY_PAGE
from plus100.publish.handbook.glossary import glossary_page
from plus100.publish.handbook.guides import guide_page
from plus100.publish.handbook.sayings import read_sayings
from plus100.publish.handbook.shelf import Shelf
from plus100.publish.handbook.targets import SECTIONS, World
from plus100.publish.handbook.worked import page_of, read_worked
from plus100.publish.handbook.working import work
from plus100.publish.page import Page


@dataclass(frozen=True, slots=True)
class Handbook:
    """``answers`` in the order of the chapters; ``pages`` the index, one an answer and one a chapter, and
    the guides; ``findings`` with paths from the repository's root (``docs/qa/…``).
    """

    answers: tuple[Answer, ...]
    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    absent: tuple[str, ...] = ()
    """Editions that the texts speak of and the records do not have."""
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Path of any page of the site → what people say who look for it."""


def compose(shelf: Shelf, frame: Frame) -> Handbook:
    """Read, check and render every answer and guide, and work every example out, against the policies
    of the frame.
    """
    read = [read_answer(path, data) for path, data in shelf.texts.items()]
    answers = sorted((one for one, _ in read if one), key=_place)
    found = [finding for _, findings in read for finding in findings]
    world = _world(shelf, frame, answers)
    worked, wrong = _worked(shelf, frame, world)
    found += wrong
    pages, bodies = [sheet.index_page(answers)], []
    for place, answer in enumerate(answers):
        body, wrong = marks.render(answer, world)
        body = sheet.with_examples(body, worked.get(answer.path, ""))
        body = notice(absent_of(answer, world.editions)) + body
        found += located((*notes.check(answer, world), *wrong), answer.head)
        beside = (
            answers[place - 1] if place else None,
            answers[place + 1] if answers[place + 1 :] else None,
        )
        pages.append(sheet.answer_page(answer, body, world, beside))
        bodies.append((answer, body))
    pages += [*sheet.chapter_pages(answers), sheet.whole_page(bodies)] if bodies else []
    for path, data in shelf.guides.items():
        page, wrong = guide_page(path, data, world, worked.get(path, ""))
        pages.append(page)
        found += wrong
    if shelf.glossary:
        terms, wrong = glossary_page(shelf.glossary, world)
        pages += [terms] if terms else []
        found += located(wrong, decode(shelf.glossary, "")[0] or "")
    said, wrong = read_sayings(shelf.sayings, world) if shelf.sayings else ({}, ())
    found += wrong
    return Handbook(
        tuple(answers), tuple(pages), tuple(_rooted(found)), _absent(shelf, answers, world), said
    )


def _absent(shelf: Shelf, answers: list[Answer], world: World) -> tuple[str, ...]:
    guides = (decode(data, path)[0] or "" for path, data in shelf.guides.items())
    named = [absent_of(one, world.editions) for one in answers]
    named += [absent(text, world.editions) for text in guides]
    return tuple(sorted({one for names in named for one in names}))


def _worked(shelf: Shelf, frame: Frame, world: World) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The examples of each page that has some, as Markdown."""
    told: dict[str, str] = {}
    found: list[Finding] = []
    for path, data in shelf.examples.items():
        one, wrong = read_worked(path, data)
        text, _ = decode(data, path)
        found += located(wrong, text or "")
        if page_of(path) not in shelf.texts.keys() | shelf.guides.keys():
            found.append(finding("H613", Location(path=path), shown=page_of(path)))
        elif one is not None:
            told[page_of(path)], wrong = work(one, frame, world)
            found += wrong
    return told, tuple(found)


def _place(answer: Answer) -> tuple[int, str, str]:
    return list(CHAPTERS).index(answer.front.chapter), answer.front.id, answer.path


def _world(shelf: Shelf, frame: Frame, answers: list[Answer]) -> World:
    editions = frame.editions
    return World(
        answers={one.front.id: one for one in answers},
        editions=editions,
        readings=frame.readings,
        documents={name: one for edition in editions.values() for name, one in edition.documents.items()},
        pages=shelf.pages | SECTIONS | ({GLOSSARY_PAGE} if shelf.glossary else set()),
        on=frame.as_of,
        guides=shelf.guides,
        pictures=shelf.pictures,
    )


def _rooted(findings: list[Finding]) -> Iterator[Finding]:
    for found in sorted(findings, key=order):
        where: Location = replace(found.where, path=f"docs/{found.where.path}")
        yield replace(found, where=where)
