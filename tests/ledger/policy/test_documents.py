"""The four editions against a table typed from the documents (tests/cases/policies)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ledger.policy import editions
from plus100.core.periods import DAY
from plus100.ledger.policy.load import load
from plus100.ledger.policy.parameters import same, value
from plus100.ledger.policy.rules import Rule

CASES = editions.ROOT / "tests" / "cases" / "policies"
SEEDS = editions.ROOT.parent / "shared" / "seeds"
TABLES = {path.stem: editions.read(path) for path in sorted(CASES.glob("*.yml"))}
OWN = ("from", "ends", "force", "who", "where", "ceiling", "held")
SEED = {
    "central-notice": "001_cd434037fc8f14c5.txt",
    "reference-path": "000_74b560d379a71f92.txt",
    "central-organ-notice": "000_74b560d379a71f92.txt",
    "central-qa": "000_74b560d379a71f92.txt",
    "shandong-notice": "002_b2084d04102af0d3.txt",
    "college-plan": "003_666ac1958f98875b.txt",
    "meizhou-notice": "004_4770dc964d965e1b.txt",
}


def _cells() -> Iterator[Any]:
    """Every parameter of every table: edition, rule, parameter, and its cell."""
    for edition, table in TABLES.items():
        for rule, row in table.items():
            for name, cell in row.items():
                if name not in OWN:
                    yield pytest.param(edition, rule, name, cell, id=f"{edition} {rule} {name}")


CELLS = list(_cells())


def rules(edition: str, name: str) -> list[Rule]:
    """The versions of a rule in an edition's own file."""
    return [rule for rule in editions.records()[edition].rules if rule.id == name]


def cited(edition: str) -> Any:
    """The file itself, for what is written and not defaulted."""
    return editions.read(editions.POLICIES / f"{edition}.yml")["rules"]


def written(does: dict[str, Any], path: str = "") -> Iterator[str]:
    """Every parameter that a rule writes; lists of named things once, and what hangs below them."""
    for name, inner in does.items():
        here = f"{path}.{name}" if path else name
        if name in {"parts", "classes", "reasons"}:
            if name != "parts":
                yield here
            for item in inner:
                key = item.get("id", item.get("reason"))
                below = {k: v for k, v in item.items() if k not in {"id", "reason", "title"}}
                yield from written(below, f"{here}.{key}")
        elif name == "rates":
            yield from (f"{here}.{one}" for one in inner)
        elif name != "measure":
            yield here


@pytest.mark.parametrize("edition", TABLES)
def test_an_edition_has_the_rules_of_its_document_and_no_others(edition: str) -> None:
    """Every rule in the table is in the edition, and the other way round."""
    assert {rule["id"] for rule in cited(edition)} == set(TABLES[edition])


@pytest.mark.parametrize("edition", TABLES)
def test_every_parameter_that_an_edition_writes_stands_in_the_table(edition: str) -> None:
    """No value is in force that nobody looked up in a document."""
    unknown = {
        (rule["id"], name)
        for rule in cited(edition)
        for name in written(rule.get("does", {}))
        if name not in TABLES[edition][rule["id"]]
    }
    assert not unknown


@pytest.mark.parametrize(("edition", "rule", "name", "cell"), CELLS)
def test_a_value_is_that_of_the_document(edition: str, rule: str, name: str, cell: list[Any]) -> None:
    """The parameter has the value typed from the document, exactly."""
    (held,) = (one for one in rules(edition, rule) if one.does is not None)
    assert same(value(held, name), cell[0])


@pytest.mark.parametrize(("edition", "rule", "name", "cell"), CELLS)
def test_a_value_cites_its_clause_or_its_reading(
    edition: str, rule: str, name: str, cell: list[Any]
) -> None:
    """The rule cites the clause of the table for this parameter, or the reading that decides it."""
    (held,) = (one for one in rules(edition, rule) if one.does is not None)
    if len(cell) == 2:
        assert cell[1] in held.readings
        return
    document, clause = cell[1], cell[2]
    spoken_for = [
        source
        for source in held.sources
        if source.document == document
        and (
            not source.supports or any(name == one or name.startswith(f"{one}.") for one in source.supports)
        )
    ]
    assert any(clause in {source.clause, *re.split("[；;]", source.clause)} for source in spoken_for)


@pytest.mark.parametrize("edition", TABLES)
def test_a_rule_holds_from_and_for_whom_its_document_says(edition: str) -> None:
    """First day, last day, force, categories, levels and ceiling are those of the table."""
    for name, row in TABLES[edition].items():
        first, *rest = rules(edition, name)
        if first.does is None:
            assert first.change == "unset"
            assert first.from_.isoformat() == row["ends"]
            continue
        assert first.from_.isoformat() == row["from"], name
        assert first.force == row.get("force", "must"), name
        assert list(first.applies.categories) == row.get("who", []), name
        assert list(first.applies.levels) == row.get("where", []), name
        assert first.ceiling == row.get("ceiling", False), name
        assert [(one.change, one.from_.isoformat()) for one in rest] == (
            [("unset", row["ends"])] if "ends" in row else []
        )


@pytest.mark.parametrize("edition", TABLES)
def test_a_rule_that_ends_is_gone_the_day_after(edition: str) -> None:
    """The last day of a rule that is unset is the day before; one unset as it begins never holds."""
    held, _ = load(editions.records())
    for name, row in TABLES[edition].items():
        if "ends" in row:
            day = next(one.from_ for one in rules(edition, name) if one.change == "unset")
            assert (held[edition].rule(name, day - DAY) is not None) == row.get("held", True)
            assert held[edition].rule(name, day) is None


def plain(text: str) -> str:
    """Text without spaces and line ends, which the documents set at random."""
    return re.sub(r"\s+", "", text)


@pytest.mark.corpora
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the source documents are not on this machine")
@pytest.mark.parametrize(
    ("document", "words"),
    sorted({(cell[1], cell[3]) for one in CELLS if len(cell := one.values[3]) == 4}),
)
def test_the_words_quoted_stand_in_the_document(document: str, words: str) -> None:
    """What the table quotes can be found in the document, but for spaces."""
    text = (Path(SEEDS) / SEED[document]).read_text(encoding="utf-8")
    assert plain(words) in plain(text)


def test_the_points_of_a_class_add_up_to_100() -> None:
    """The seven caps sum to 100 in both classes (附件2), and the parts of an item never exceed it."""
    held, _ = load(editions.records())
    day = next(one.from_ for one in editions.records()["shandong-2017"].rules if one.id == "levels")
    items = [one.rule.does for one in held["shandong-2017"].on(day) if one.rule.id.startswith("points.")]
    scored = [one for one in items if hasattr(one, "cap")]
    assert len(scored) == 7
    assert sum(one.cap for one in scored) == 100
    assert all(set(part.rates) == {"class_1", "class_2"} for one in scored for part in one.parts)
