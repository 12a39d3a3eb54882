"""How a check speaks: one finding, its severity from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from plus100.core.catalogue import CATALOGUE
from plus100.core.findings import Finding, Location, Pointer

Place = tuple[str, Pointer | None]
"""A path and the pointer into its document; ``None`` means the file as a whole."""

ALIKE = 70
"""From this likeness on (0 to 100), an existing name is offered in place of a mistaken one."""

SPELT = 4
"""Letters from which on one letter more or less, or two that changed places, are a slip. One letter for
another makes another name too often: ``dong``, ``tong``.
"""

_DIGITS = re.compile("[0-9]+")
Parts = tuple[list[int], str]


def say(
    code: str, place: Place, message: str, fix: str, *others: Place, mended: str | None = None
) -> Finding:
    """One finding. ``others`` are further places of the same fault; ``mended`` is what the value at
    ``place`` certainly has to be, where that is known.
    """
    return Finding(
        code=code,
        message=message,
        fix=fix,
        where=Location(path=place[0], pointer=place[1]),
        others=tuple(Location(path=path, pointer=pointer) for path, pointer in others),
        snippet=_excerpt(place[1] or (), mended) if mended is not None else "",
        severity=CATALOGUE[code].severity,
    )


def _excerpt(pointer: Pointer, value: str) -> str:
    """The corrected value as it is written, with its field's name unless it is one of a list."""
    from plus100.intake.messages.wording import scalar  # noqa: PLC0415 - only a slip needs it

    key = pointer[-1] if pointer else None
    return f"{key}: {scalar(value)}" if isinstance(key, str) else scalar(value)


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The existing name that the mistaken one was probably meant to be, if any is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a slip needs it

    found = process.extractOne(name, sorted(names), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else None


def offer(name: str, names: Iterable[str], otherwise: str) -> str:
    """The fix for a reference that leads nowhere: the nearest existing name, else ``otherwise``."""
    return ask(nearest(name, names), otherwise)


def ask(near: str | None, otherwise: str) -> str:
    """The fix that first asks whether another name was meant, where there is one."""
    return f"是不是想写“{near}”？{otherwise}" if near else otherwise


def meant(name: str, names: Iterable[str]) -> str | None:
    """The only existing name from which the mistaken one differs by no more than a slip, if there is just
    one. Another number is another name: ``p007`` is no slip for ``p001``, but ``p01`` is.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only a slip needs it

    slips = [known for known in names if _is_slip(_parts(name), _parts(known), OSA.distance)]
    return slips[0] if len(slips) == 1 else None


def _is_slip(name: Parts, known: Parts, distance: Callable[[str, str], int]) -> bool:
    (numbers, letters), (its_numbers, its_letters) = name, known
    if numbers != its_numbers or letters == its_letters:
        return numbers == its_numbers
    exchanged = len(letters) == len(its_letters) and sorted(letters) != sorted(its_letters)
    long_enough = min(len(letters), len(its_letters)) >= SPELT
    return long_enough and not exchanged and distance(letters, its_letters) == 1


def _parts(name: str) -> Parts:
    """The numbers in a name, and the rest with a mark where each stood."""
    return [int(one) for one in _DIGITS.findall(name)], _DIGITS.sub("0", name)
