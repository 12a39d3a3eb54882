"""Lines of a trace, one by one and folded, and the partners that they tell of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from plus100.core.points import ZERO
from plus100.ledger.records import Partner, Share
from plus100.measure.contacts import Contacts, contacts_on
from plus100.measure.evidence import Contact
from plus100.measure.figures import Line
from plus100.measure.lines import lay_entries, lay_partners, total, total_raw

DAY = date(2018, 6, 30)
TENTH = Decimal("0.1")


def contact(name: str, cadre: str = "u/a", moved: date | None = None) -> Contact:
    """A partner since a day of its own."""
    since = date(2018, 1, int(name[1:]))
    return since, name, cadre, Partner(id=name, since=since, moved_away=moved)


def contacts(*partners: Contact) -> Contacts:
    """These partners as they stand on the day."""
    return contacts_on(partners, DAY, elsewhere=(), count_kept=False)


def test_a_partners_line_names_partner_and_day() -> None:
    """Each partner has a line with its id, first day and worth; left out, it is worth nothing."""
    known = contacts(contact("p1"), contact("p2"), contact("p3"), contact("p4", moved=DAY))
    lines = lay_partners(known, ["", None, "not_recorded"], TENTH, known.left_out, fold=False)
    assert lines == [
        Line("u/a", "partner", "p1", date(2018, 1, 1), TENTH, TENTH),
        Line("u/a", "partner", "p3", date(2018, 1, 3), ZERO, ZERO, "not_recorded"),
        Line("u/a", "partner", "p4", date(2018, 1, 4), ZERO, ZERO, "moved_away"),
    ]


def test_folded_partners_are_counts_by_engagement_and_reason() -> None:
    """One line for all of an engagement with the same reason; a single partner folds too."""
    known = contacts(contact("p1"), contact("p2", "u/b"), contact("p3", "u/b"), contact("p4", moved=DAY))
    lines = lay_partners(known, ["", "", ""], TENTH, known.left_out, fold=True)
    assert lines == [
        Line("u/a", "partner", "", None, TENTH, TENTH, "", 1),
        Line("u/b", "partner", "", None, 2 * TENTH, 2 * TENTH, "", 2),
        Line("u/a", "partner", "", None, ZERO, ZERO, "moved_away", 1),
    ]
    one = contacts(contact("p1"))
    assert lay_partners(one, [""], TENTH, fold=True) == [Line("u/a", "partner", "", None, TENTH, TENTH)]
    first_alone = contacts(contact("p1", "u/b"), contact("p2"), contact("p3"))
    assert [line.count for line in lay_partners(first_alone, ["", "", ""], TENTH, fold=True)] == [1, 2]
    assert lay_partners(contacts(), [], TENTH, fold=True) == []


def test_an_entrys_line_names_entry_and_day() -> None:
    """What counts keeps its line when folded; what is left out becomes a count without a name."""
    claims = [
        ((DAY, f"20180630-{name}", "u/a", Share(id=name, date=DAY, article="示例")), Decimal(worth), why)
        for name, worth, why in (("ab", 1, ""), ("cd", 0, "other_form"), ("ef", 0, "other_form"))
    ]
    assert lay_entries(claims, fold=False) == [
        Line("u/a", "entry", "20180630-ab", DAY, Decimal(1), Decimal(1)),
        Line("u/a", "entry", "20180630-cd", DAY, ZERO, ZERO, "other_form"),
        Line("u/a", "entry", "20180630-ef", DAY, ZERO, ZERO, "other_form"),
    ]
    assert lay_entries(claims, fold=True) == [
        Line("u/a", "entry", "20180630-ab", DAY, Decimal(1), Decimal(1)),
        Line("u/a", "entry", "", None, ZERO, ZERO, "other_form", 2),
    ]


def test_the_sum_of_nothing_is_a_decimal() -> None:
    """Without lines the sums are exact zeros, not whole numbers of another type."""
    assert isinstance(total([]), Decimal)
    assert isinstance(total_raw([]), Decimal)


def test_contacts_remember_how_they_were_chosen() -> None:
    """A past window chooses its partners as the present did: the choice is kept with the result."""
    quiet, moved = (contact("p1"),), (contact("p1", moved=DAY),)
    for partners in (quiet, moved):
        found = contacts_on(partners, DAY, elsewhere=(), count_kept=True)
        assert (found.elsewhere, found.count_kept) == ((), True)
        assert len(found.active) == 1
    away = contacts_on(quiet, DAY, elsewhere={"u/a"}, count_kept=False)
    assert (away.elsewhere, away.count_kept) == ({"u/a"}, False)
    assert [why for _, why in away.left_out] == ["elsewhere"]
    assert contacts_on(moved, DAY, elsewhere=(), count_kept=False).count_kept is False


def test_a_column_is_taken_once() -> None:
    """Facts asked for again are the very list that was taken before, each under its own name."""
    known = contacts(contact("p1"))
    assert known.column("since") is known.column("since")
    assert known.column("id") == ["p1"]
