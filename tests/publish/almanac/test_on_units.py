"""From a unit's page one tap leads to its rules and to its days."""

from __future__ import annotations

from dataclasses import replace

from plus100.publish.pages import survey
from plus100.publish.units import pages
from publish.league import Measured, league

LINKS = ('href="../../policies/shandong-2017/"', 'href="../../calendar/shandong-2017/"')


def page_of(outcome: Measured) -> str:
    """The page of the unit that reports."""
    found = survey(outcome)
    assert found is not None
    return next(page.body for page in pages(found) if page.path == "units/east/index.md")


def test_a_unit_leads_to_its_rules_and_days() -> None:
    """Those of the edition that it goes by."""
    assert all(link in page_of(league().outcome) for link in LINKS)


def test_an_edition_that_cannot_be_applied_is_not_linked() -> None:
    """It has no page."""
    made = league().outcome
    assert made.frame is not None
    page = page_of(replace(made, frame=replace(made.frame, editions={})))
    assert not any(link in page for link in LINKS)
