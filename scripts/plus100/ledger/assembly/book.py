"""One cadre's book: partners and log entries, each file converted at once, items at fault left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from plus100.core.findings import Finding
from plus100.intake.documents import FURTHER, SWAPPED, read_document
from plus100.intake.source import Source
from plus100.ledger import checks
from plus100.ledger.assembly.doubt import Doubted, doubted, of_item
from plus100.ledger.assembly.read import is_error, list_kind
from plus100.ledger.checks.draft import Pages
from plus100.ledger.records import Entry, Partner
from plus100.ledger.world import Book, Frame, Sheet, T, Withheld

Check = Callable[[Pages], Iterable[Finding]]


class _Partners(msgspec.Struct):
    """A list file as one record, whose type is then analysed once and not for every file."""

    items: tuple[Partner, ...]


class _Log(msgspec.Struct):
    """Likewise."""

    items: tuple[Entry, ...]


@dataclass(slots=True)
class _Faults:
    """What is found while a book is read: the codes of errors by file and item (``None``: the file
    as a whole), and the id of each item at fault, where it has one. ``misnamed`` are the files with a
    partner whose id itself is at fault, so that any unknown one may be meant for it.
    """

    findings: list[Finding] = field(default_factory=list)
    codes: defaultdict[tuple[str, int | None], dict[str, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    ids: dict[tuple[str, int], str] = field(default_factory=dict)
    misnamed: set[str] = field(default_factory=set)

    def take(self, found: Iterable[Finding]) -> None:
        """Note findings. An error without a place in an item has no owner yet."""
        for finding in found:
            self.findings.append(finding)
            for where in (finding.where, *finding.others) if finding.code == FURTHER else (finding.where,):
                match where.pointer:
                    case (int(position), *_) if is_error(finding):
                        self.codes[where.path, position][finding.code] = None

    def items(self, path: str) -> set[int]:
        """The items at fault in a file."""
        return {position for one, position in self.codes if one == path and position is not None}


def read_book(
    frame: Frame, cadre_id: str, source: Source
) -> tuple[Book, tuple[Withheld, ...], tuple[Finding, ...]]:
    """The book of a cadre of the frame (``KeyError`` for any other), what was withheld of it, and all
    findings in its files, not located yet.
    """
    faults = _Faults()
    partners: list[Sheet[Partner]] = []
    log: list[Sheet[Entry]] = []
    doubtful: list[Doubted] = []
    for path, data in source.read_many(frame.files[cadre_id]):
        if list_kind(path) == "partners":
            value = read_document(path, data, "partners")
            partners += _sheet(path, *value, lambda items: msgspec.convert(items, _Partners).items, faults)
            doubtful += doubted(path, *value, Partner)
        else:
            value = read_document(path, data, "log")
            log += _sheet(path, *value, lambda items: msgspec.convert(items, _Log).items, faults)
            doubtful += doubted(path, *value, Entry)
    pages = _pages(frame, cadre_id, partners, log, faults)
    _check(pages, faults)
    for one in doubtful:
        faults.take(of_item(pages, one))
    book = Book(cadre_id, tuple(_clean(partners, faults)), tuple(_clean(log, faults)))
    return book, tuple(_withheld(cadre_id, faults)), tuple(faults.findings)


def _sheet(
    path: str,
    value: object,
    found: Sequence[Finding],
    convert: Callable[[dict[str, object]], tuple[T, ...]],
    faults: _Faults,
) -> Iterator[Sheet[T]]:
    """The items of a file that are of the right shape; nothing where the file cannot be read."""
    if not found:
        items = convert({"items": value})
        yield Sheet(path, items, tuple(range(len(items))))
        return
    faults.take(found)
    if not isinstance(value, list):
        faults.codes[path, None].update(dict.fromkeys(f.code for f in found if is_error(f)))
        return
    dropped = faults.items(path)
    for position in dropped:
        item = value[position]
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            faults.ids[path, position] = item["id"]
        else:
            faults.misnamed.add(path)
    faults.misnamed.update(path for one in found if one.where.pointer and one.where.pointer[1:] == ("id",))
    positions = tuple(i for i in range(len(value)) if i not in dropped)
    yield Sheet(path, convert({"items": [value[i] for i in positions]}), positions)


def _pages(
    frame: Frame,
    cadre_id: str,
    partners: Sequence[Sheet[Partner]],
    log: Sequence[Sheet[Entry]],
    faults: _Faults,
) -> Pages:
    """What the checks look at. Files lost on the way to the frame count as not readable too."""
    unit = cadre_id.partition("/")[0]
    lost = {*faults.codes, *((one.path, None) for one in frame.withheld if one.cadre == cadre_id)}
    unknown = faults.misnamed.union(path for path, position in lost if position is None)
    return Pages(
        cadre_id=cadre_id,
        cadre=frame.cadres[cadre_id],
        unit=frame.units[unit],
        vocabulary=frame.vocabularies[unit],
        day=frame.commit.day if frame.commit.revision is not None else None,
        partners=[partner for sheet in partners for partner in sheet.items],
        partner_sheets=partners,
        entries=[entry for sheet in log for entry in sheet.items],
        entry_sheets=log,
        at_fault=frozenset(faults.ids.values()),
        whole=not any(
            "/partners/" in path.lower() or SWAPPED in faults.codes.get((path, None), ())
            for path in unknown
        ),
    )


def _check(pages: Pages, faults: _Faults) -> None:
    """Run the checks in their three stages."""
    if found := _run(checks.PARTNERS, pages):
        faults.take(found)
        at_fault = {pages.partners[i].id for i in _indexes(pages.partner_sheets, faults)}
        pages = replace(pages, at_fault=pages.at_fault | at_fault)
    if found := _run(checks.DAYS, pages):
        faults.take(found)
        pages = replace(pages, doubtful=frozenset(_indexes(pages.entry_sheets, faults)))
    faults.take(_run(checks.ENTRIES, pages))
    for sheets in (pages.partner_sheets, pages.entry_sheets):
        for sheet in sheets:
            for position, item in zip(sheet.positions, sheet.items, strict=True):
                if (sheet.path, position) in faults.codes:
                    faults.ids[sheet.path, position] = item.id


def _run(stage: Iterable[Check], pages: Pages) -> list[Finding]:
    return [finding for check in stage for finding in check(pages)]


def _indexes(sheets: Sequence[Sheet[Partner]] | Sequence[Sheet[Entry]], faults: _Faults) -> Iterator[int]:
    """The indexes of items at fault, counted over all sheets."""
    places = ((sheet.path, position) for sheet in sheets for position in sheet.positions)
    return (i for i, place in enumerate(places) if place in faults.codes)


def _clean(sheets: Iterable[Sheet[T]], faults: _Faults) -> Iterator[Sheet[T]]:
    """The sheets without the items at fault."""
    for sheet in sheets:
        dropped = faults.items(sheet.path) if faults.codes else ()
        if not dropped:
            yield sheet
            continue
        kept = [i for i, position in enumerate(sheet.positions) if position not in dropped]
        yield Sheet(
            sheet.path, tuple(sheet.items[i] for i in kept), tuple(sheet.positions[i] for i in kept)
        )


def _withheld(cadre_id: str, faults: _Faults) -> Iterator[Withheld]:
    """What was left out, in the order in which it was found."""
    unit = cadre_id.partition("/")[0]
    for (path, position), codes in faults.codes.items():
        kind = list_kind(path)
        if position is None:
            yield Withheld(kind, path, unit, cadre_id, path, tuple(codes))
            continue
        name = faults.ids.get((path, position), f"{path}#{position + 1}")
        item = "partner" if kind == "partners" else "entry"
        yield Withheld(item, path, unit, cadre_id, name, tuple(codes))
