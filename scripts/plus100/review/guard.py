"""The verdict on a change: whether this person may make it, by what stands in the base.

Deny by default: every file of a change must be of a kind that the table knows, and everything that it
touches must be allowed by a row of the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plus100.core.findings import Finding
from plus100.review.base import Base
from plus100.review.changes import Change
from plus100.review.conditions import CONDITIONS
from plus100.review.objects import Objects
from plus100.review.passing import passing
from plus100.review.paths import TOO_MUCH, check_paths, name_is_plain
from plus100.review.rights.holders import holds, whom
from plus100.review.rights.table import OPERATIONS, TABLE, Right, Role, right
from plus100.review.rights.touches import LISTED, Touch, touches
from plus100.review.roles import Roles
from plus100.review.say import refusal
from plus100.review.trees import FileEdit

SECOND, ENDED, STRANGER, OWN, GRANTED = "G936", "G938", "G939", "G940", "G942"

_ANONYMOUS = (Role.SELF, Role.MEMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``refusals`` are findings, empty where the change is allowed. ``agreements`` are the touches that
    needed a second person, each with who agreed. ``touches`` is everything that was judged, ``day`` that of
    receipt.
    """

    person: str | None
    day: date
    refusals: tuple[Finding, ...]
    agreements: tuple[tuple[Touch, str], ...]
    touches: tuple[Touch, ...]

    @property
    def allowed(self) -> bool:
        """Whether nothing was refused."""
        return not self.refusals


@dataclass
class _Bench:
    """What one judgement looks at."""

    objects: Objects
    change: Change
    roles: Roles
    person: str
    approvers: frozenset[str]

    @cached_property
    def after(self) -> Roles:
        """The roles as they would stand in the head: only to say *why* something is refused."""
        return Roles(Base(self.objects, self.change.head), self.roles.day)

    @cached_property
    def before(self) -> Roles:
        """The roles where the change began."""
        return Roles(Base(self.objects, self.change.fork), self.roles.day)

    @cached_property
    def is_known(self) -> bool:
        """Whether the person is anyone in the base."""
        return self.roles.knows(self.person)


def judge(
    objects: Objects,
    change: Change,
    roles: Roles,
    person: str | None,
    approvers: frozenset[str] = frozenset(),
) -> Verdict:
    """Judge a change proposed by a person (id; ``None`` where identity could not be established, which
    its own findings say). ``approvers`` are persons who agreed to exactly this head.
    """
    found = [*check_paths(objects, change.head, change.edits, change.flaws), *passing(objects, change)]
    refused_already = {one.where.path for one in found}
    too_much = any(one.code == TOO_MUCH for one in found)
    sound = [edit for edit in change.edits if edit.path not in refused_already and _plain(edit)]
    sound = [] if too_much else sound
    touched = touches(objects, sound, roles)
    agreements: list[tuple[Touch, str]] = []
    if person is not None:
        bench = _Bench(objects, change, roles, person, approvers)
        refused = [one for touch in touched for one in _decide(bench, touch, agreements)]
        strange = bool(refused) and not bench.is_known
        found += (_stranger(person),) if strange else refused
    for condition in CONDITIONS:
        found += () if too_much else condition(objects, change, roles, touched)
    return Verdict(
        person=person,
        day=roles.day,
        refusals=tuple(found),
        agreements=tuple(agreements),
        touches=touched,
    )


def _plain(edit: FileEdit) -> bool:
    """Whether a path can be told a kind of. A bad name may still be removed by a maintainer."""
    return edit.after is None or name_is_plain(edit.path)


def _decide(bench: _Bench, touch: Touch, agreements: list[tuple[Touch, str]]) -> Iterator[Finding]:
    """Nothing where the touch is allowed."""
    rule = right(touch.thing, touch.op)
    if _is(bench.roles, bench.person, rule.alone, touch):
        return
    if not _is(bench.roles, bench.person, rule.agreed, touch):
        yield _refused(bench, touch, rule)
        return
    second = next((one for one in sorted(bench.approvers) if _may_agree(bench, one, touch, rule)), None)
    if second is None:
        yield _alone(bench, touch, rule)
    else:
        agreements.append((touch, second))


def _is(roles: Roles, person: str, among: tuple[Role, ...], touch: Touch) -> bool:
    return any(holds(roles, person, role, touch) for role in among)


def _may_agree(bench: _Bench, one: str, touch: Touch, rule: Right) -> bool:
    return one not in {bench.person, touch.person} and _is(bench.roles, one, rule.second, touch)


# -- the words -----------------------------------------------------------------------------------


def _what(touch: Touch) -> str:
    """What is touched, as one reads it: ``删除工作日志 20180307-aa 等 4 条``."""
    words = f"{OPERATIONS[touch.op]}{TABLE[touch.thing].title}"
    listed = "、".join(touch.detail[:LISTED])
    more = f" 等 {len(touch.detail)} 条" if len(touch.detail) > LISTED else ""
    return f"{words}（{listed}{more}）" if listed else words


def _whose(touch: Touch) -> str:
    owner = touch.cadre or touch.unit
    return f" {owner} 的" if owner else ""


def _refused(bench: _Bench, touch: Touch, rule: Right) -> Finding:
    code, reason = _reason(bench, touch, rule)
    message = f"{bench.person} 不能改{_whose(touch)}这项内容：{_what(touch)}。{reason}"
    ask = whom(bench.roles, (*rule.alone, *rule.agreed), touch, (bench.person,))
    return refusal(code, touch.path, message, _fix(rule, ask), touch.pointer)


def _reason(bench: _Bench, touch: Touch, rule: Right) -> tuple[str, str]:
    """The code, and a sentence where there is more to say than who may."""
    may = (*rule.alone, *rule.agreed)
    record = bench.roles.base.cadre(touch.cadre) if touch.cadre else None
    if record is not None and record.person == bench.person and Role.SELF in may:
        return ENDED, f"本人这段任职到 {record.until} 为止。"
    if touch.op != "remove" and bench.is_known and _granted(bench, may, touch):
        return GRANTED, "这项权限是这次改动自己加上的，合并以后才有。"
    return TABLE[touch.thing].refusal, ""


def _granted(bench: _Bench, may: tuple[Role, ...], touch: Touch) -> bool:
    """Whether it is the change itself that gives the right."""
    return _is(bench.after, bench.person, may, touch) and not _is(bench.before, bench.person, may, touch)


def _fix(rule: Right, ask: str) -> str:
    if not rule.alone and not rule.agreed:
        return "放到规定的位置，或请维护者看看这个文件该放哪里。"
    may = "、".join(dict.fromkeys(role.value for role in (*rule.alone, *rule.agreed)))
    if ask:
        return f"由{may}来改。请找{ask}。"
    if any(role not in _ANONYMOUS for role in (*rule.alone, *rule.agreed)):
        return f"由{may}来改；现在没有登记，请先由上级单位登记。"
    return f"由{may}来改。"


def _alone(bench: _Bench, touch: Touch, rule: Right) -> Finding:
    """A second person is missing, or the one there does not count."""
    barred = {bench.person, touch.person}
    itself = bool(barred & bench.approvers)
    ask = whom(bench.roles, rule.second, touch, barred)
    fix = f"请{ask} 批准。" if ask else "现在没有可以同意的另一个人，请先由上级单位登记审核人。"
    message = f"{_what(touch)}要另一个人同意。"
    if itself:
        message += "提交的人和当事人自己批准的不算。"
    return refusal(OWN if itself else SECOND, touch.path, message, fix, touch.pointer)


def _stranger(person: str) -> Finding:
    fix = "请本单位审核人在你的 cadre.yml 里登记平台账号编号或公钥，合并之后再提交。"
    return refusal(STRANGER, "", f"正式记录里没有 {person} 这个人。", fix)
