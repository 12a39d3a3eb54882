"""One edition while it is being resolved, and the findings that point into its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plus100.core.findings import Finding, Location, Pointer
from plus100.ledger.policy.edition import Edition, LeftOut
from plus100.ledger.policy.rules import Document, EditionRecord, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An edition as written, its file, and its ancestors as resolved (the root first). ``dropped`` are
    rules of the file that could not even be read.
    """

    record: EditionRecord
    path: str
    ancestors: tuple[Edition, ...] = ()
    dropped: tuple[LeftOut, ...] = ()

    @property
    def parent(self) -> Edition | None:
        """The edition that this one extends."""
        return self.ancestors[-1] if self.ancestors else None

    @property
    def documents(self) -> Mapping[str, Document]:
        """Documents that this edition may cite: its own and those of its ancestors."""
        inherited = dict(self.parent.documents) if self.parent else {}
        return inherited | {document.id: document for document in self.record.documents}

    def rules(self, left_out: frozenset[int] = frozenset()) -> Iterator[tuple[int, Rule]]:
        """The rules as written with their positions, but those left out."""
        return ((i, rule) for i, rule in enumerate(self.record.rules) if i not in left_out)

    def finding(self, code: str, pointer: Pointer, *, message: str, fix: str) -> Finding:
        """An error at a place in this edition's file."""
        where = Location(path=self.path, pointer=pointer)
        return Finding(code=code, message=message, fix=fix, where=where)
