"""What no role allows, whoever asks: a unit removed that is not empty, another's key.

Closed periods will be one more of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from plus100.core.findings import Finding
from plus100.ledger.checks.key import body
from plus100.review.base import Base
from plus100.review.changes import Change
from plus100.review.objects import Objects
from plus100.review.rights.places import place_of
from plus100.review.rights.touches import Touch
from plus100.review.roles import Roles
from plus100.review.say import refusal

NOT_EMPTY, TAKEN = "G937", "G943"

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
        record = head.cadre(place.cadre) if place.thing == "cadre" and edit.after else None
        if record is None:
            continue
        for field, mark in (
            *(("keys", key.public.partition(" ")[2]) for key in record.keys if body(key.public)),
            *(("forge_accounts", f"{one.forge} {one.number}") for one in record.forge_accounts),
        ):
            owner = _owner(roles, field, mark, record.person)
            if owner:
                message = f"{place.cadre} 的{_SAID[field]}已登记给 {owner}。"
                fix = f"换成本人的；确实是 {record.person} 的，请先更正 {owner} 的登记。"
                yield refusal(TAKEN, edit.path, message, fix, (field,))


_SAID = MappingProxyType({"keys": "公钥", "forge_accounts": "平台账号编号"})


def _owner(roles: Roles, field: str, mark: str, person: str) -> str:
    """Another person who has the key or account in the base."""
    needle = mark.rpartition(" ")[2].encode()
    for name in roles.base.cadres_naming(needle):
        other = roles.base.cadre(name)
        if other is None or other.person == person:
            continue
        keys = (key.public.partition(" ")[2] for key in other.keys)
        accounts = (f"{one.forge} {one.number}" for one in other.forge_accounts)
        if mark in (keys if field == "keys" else accounts):
            return other.person
    return ""


CONDITIONS: tuple[Condition, ...] = (not_empty, taken)
"""All of them; each yields findings of its own."""
