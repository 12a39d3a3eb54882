"""What no role allows, whoever asks: a unit removed that is not empty, another's key, a time to come.

Closed periods will be one more of these.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType

from plus100.core.findings import Finding
from plus100.ledger.checks.calendar import zone_of
from plus100.ledger.checks.key import body
from plus100.ledger.records import Cadre, ForgeAccount, Maintainer
from plus100.review.base import Base
from plus100.review.changes import Change
from plus100.review.objects import Objects
from plus100.review.rights.places import Place, place_of
from plus100.review.rights.touches import Touch
from plus100.review.roles import Roles
from plus100.review.say import refusal

NOT_EMPTY, TAKEN, FROM_TOMORROW = "G937", "G943", "G925"

_DAY = timedelta(days=1)
"""What clocks and zones may be apart."""

Condition = Callable[[Objects, Change, Roles, tuple[Touch, ...]], Iterator[Finding]]


def not_empty(
    _objects: Objects, _change: Change, roles: Roles, touched: tuple[Touch, ...]
) -> Iterator[Finding]:
    """A unit may go only where nobody is left in the base: no cadre, no unit below (Q23)."""
    for touch in touched:
        if touch.thing not in {"unit", "root_unit"} or touch.op != "remove":
            continue
        cadres = [name for name in roles.base.cadre_files if name.startswith(f"{touch.unit}/")]
        units = [name for name in roles.base.unit_files if roles.parent(name) == touch.unit]
        left = [*(f"团干部 {name}" for name in cadres[:3]), *(f"下级单位 {name}" for name in units[:3])]
        if left:
            message = f"{touch.unit} 还不是空单位，不能撤销：有{'、'.join(left)}。"
            fix = "先把团干部和下级单位调走并合并，再另外提交一次撤销。"
            yield refusal(NOT_EMPTY, touch.path, message, fix)


def taken(objects: Objects, change: Change, roles: Roles, _touched: tuple[Touch, ...]) -> Iterator[Finding]:
    """A key or account that the base knows as somebody else's (R346 and R347 say so of a whole
    repository; here it is said before it is merged).
    """
    head = Base(objects, change.head)
    for edit in change.edits:
        place = place_of(edit.path, objects.prefix)
        if edit.after is None or place.thing not in {"cadre", "settings"}:
            continue
        for name, record in _named(head, place):
            for field, mark in _marks(record):
                owner = _owner(roles, field, mark, record.person)
                if owner:
                    message = f"{name} 的{_SAID[field]}已登记给 {owner}。"
                    fix = f"换成本人的；确实是 {record.person} 的，请先更正 {owner} 的登记。"
                    pointer = (field,) if place.cadre else ("maintainers",)
                    yield refusal(TAKEN, edit.path, message, fix, pointer)


_SAID = MappingProxyType({"keys": "公钥", "forge_accounts": "平台账号编号"})


def _named(head: Base, place: Place) -> Iterator[tuple[str, Cadre | Maintainer]]:
    """The records with keys and accounts at a place, each as a message calls it."""
    if place.cadre:
        record = head.cadre(place.cadre)
        yield from [(place.cadre, record)] if record else []
    elif head.settings is not None:
        yield from ((f"维护者 {one.person}", one) for one in head.settings.maintainers)


def _marks(record: Cadre | Maintainer) -> Iterator[tuple[str, bytes | ForgeAccount]]:
    """What is one person's alone: the bytes of a key, however it is written, and an account."""
    yield from (("keys", raw) for key in record.keys if (raw := body(key.public)))
    yield from (("forge_accounts", one) for one in record.forge_accounts)


def _owner(roles: Roles, field: str, mark: bytes | ForgeAccount, person: str) -> str:
    """Another person who has the key or account in the base."""
    base = roles.base
    if isinstance(mark, ForgeAccount):
        names = base.cadres_with(mark.number)
    else:
        # The last characters of one key can be written in several ways.
        names = base.cadres_naming(base64.b64encode(mark)[:-4])
    maintainers = base.settings.maintainers if base.settings else ()
    for other in (*maintainers, *(base.cadre(name) for name in names)):
        if other is not None and other.person != person and (field, mark) in _marks(other):
            return other.person
    return ""


def from_tomorrow(
    _objects: Objects, change: Change, roles: Roles, _touched: tuple[Touch, ...]
) -> Iterator[Finding]:
    """The head's own time, by which what lies ahead is known from what has been, is a claim. It cannot be
    after the day on which the change was received.
    """
    settings = roles.base.settings
    late = datetime.combine(roles.day + 2 * _DAY, time(), zone_of(settings) if settings else UTC)
    if change.head.committed >= late.timestamp():
        message = f"提交 {change.head.name[:10]} 写的时间还没有到，收到是 {roles.day}。"
        yield refusal(FROM_TOMORROW, "", message, "校准电脑的时间，再运行 git commit --amend --no-edit。")


CONDITIONS: tuple[Condition, ...] = (not_empty, taken, from_tomorrow)
"""All of them; each yields findings of its own."""
