"""A plan → its partners. Nothing in a partner names or identifies anyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from samples.emit import Document, Value
from samples.plan import Plan, chance
from samples.words import FIELDS, INDUSTRIES, OCCUPATIONS

MET = (
    "regional_committee", "youth_house", "interest_group", "volunteer_group", "school_class",
    "enterprise", "linked_programmes", "visit", "chat_group",
)  # fmt: skip
FIELD_WEIGHTS = {
    "enterprise": (8, 2, 1, 1, 2, 1, 2),
    "township": (2, 9, 1, 2, 3, 1, 1),
    "school": (1, 1, 1, 14, 1, 1, 1),
    "": (5, 3, 1, 4, 4, 2, 2),
}
CHANNELS = (("wechat",), ("wechat", "group"), ("qq",), ("group",), ("phone", "wechat"))
AGE_ROLES = {"enterprise": "private_enterprise_head", "rural": "coop_head"}
CLIENT = date(2017, 5, 3)
"""Nobody's account joined a channel of the cadre's client before the client was announced."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A partner as the diary needs it: who could take part, and when."""

    id: str
    since: date
    until: date | None

    def on(self, day: date) -> bool:
        """Whether the contact was open on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def partners(plan: Plan) -> tuple[Document, ...]:
    """All partners of a plan in the order of their days; ``size`` of them are active at the end."""
    draw = plan.draw("partners")
    crowd = plan.crowd
    days = sorted(_first_days(plan, draw, crowd.size + crowd.moved_away))
    traits = _traits(plan, draw)
    people: list[Document] = [_partner(plan, draw, number, day, traits) for number, day in enumerate(days)]
    numbers = range(crowd.size + crowd.moved_away, crowd.size + crowd.moved_away + crowd.replaced)
    people += [_ended(plan, draw, number) for number in numbers]
    return tuple(sorted(people, key=lambda person: (str(person["since"]), str(person["id"]))))


def contacts(people: tuple[Document, ...]) -> tuple[Contact, ...]:
    """The same partners for the diary; one who moved away takes part no more."""
    found = []
    for person in people:
        end = person.get("until") or person.get("moved_away")
        found.append(
            Contact(
                str(person["id"]),
                date.fromisoformat(str(person["since"])),
                date.fromisoformat(str(end)) if end else None,
            )
        )
    return tuple(found)


def _first_days(plan: Plan, draw: Random, size: int) -> list[date]:
    """Six in ten come within the first ten weeks, the others until a while before the end."""
    length = (plan.last - plan.since).days
    early = min(70, length)
    spread = max(early, length - 20)
    return [
        plan.since + timedelta(draw.randrange(early if chance(draw, 0.6) else spread)) for _ in range(size)
    ]


def _traits(plan: Plan, draw: Random) -> dict[str, frozenset[int]]:
    crowd = plan.crowd
    shares = {
        "elsewhere": crowd.elsewhere,
        "civil_servants": crowd.civil_servants,
        "over_35": crowd.over_35,
        "tagged": crowd.tagged,
        "bound": crowd.bound,
    }
    active = range(crowd.size)
    traits = {
        name: frozenset(draw.sample(active, round(share * crowd.size))) for name, share in shares.items()
    }
    traits["moved_away"] = frozenset(range(crowd.size, crowd.size + crowd.moved_away))
    traits["paired"] = frozenset(draw.sample(active, min(crowd.paired, crowd.size)))
    return traits


def _partner(
    plan: Plan, draw: Random, number: int, since: date, traits: dict[str, frozenset[int]]
) -> Document:
    def has(trait: str) -> bool:
        return number in traits[trait]

    person: dict[str, Value] = {"id": f"p{number + 1:03}", "since": str(since)}
    if plan.left == "transfer":
        person |= {"until": str(plan.last), "ended": "out_of_scope"}
    if has("moved_away"):
        person["moved_away"] = str(_between(draw, since, plan.last))
    civil = has("civil_servants")
    place = "organ" if civil else draw.choices(FIELDS, FIELD_WEIGHTS.get(plan.level, FIELD_WEIGHTS[""]))[0]
    person["field"] = place
    _work(person, plan, draw, place, tagged=has("tagged"))
    person["local"] = not has("elsewhere")
    person["civil_servant"] = civil
    person["age"] = "from_36_to_45" if has("over_35") else "to_35"
    person["age_confirmed"] = str(since)
    if has("over_35") and chance(draw, 0.75):
        person["age_role"] = AGE_ROLES.get(place, "other_head")
    person["met"] = draw.choice(MET)
    person["channels"] = draw.choice(CHANNELS)
    if has("bound"):
        first = max(since, CLIENT)
        if first <= plan.last:
            person["bound_on"] = str(_between(draw, first, min(first + timedelta(60), plan.last)))
    if has("paired"):
        person["paired_on"] = str(since)
    return person


def _work(person: dict[str, Value], plan: Plan, draw: Random, place: str, *, tagged: bool) -> None:
    occupation = draw.choice(OCCUPATIONS[place])
    graduation = date(2018, 7, 1)
    since = str(person["since"])
    graduates = plan.rich and occupation == "student" and since < str(graduation) < str(plan.last)
    if occupation not in {"student", "job_seeking"}:
        person["industry"] = draw.choice(INDUSTRIES[place])
    if not tagged:
        return
    if graduates and chance(draw, 0.08):
        person["occupation"] = [
            {"value": "student", "from": since},
            {"value": "professional", "from": str(graduation)},
        ]
    else:
        person["occupation"] = occupation


def _ended(plan: Plan, draw: Random, number: int) -> Document:
    """A contact that ended; the one who took the place is among the active ones."""
    since = _between(draw, plan.since, plan.since + timedelta(60))
    until = _between(draw, since + timedelta(30), plan.last - timedelta(30))
    return {
        "id": f"p{number + 1:03}",
        "since": str(since),
        "until": str(until),
        "ended": draw.choice(("unreachable", "declined", "moved_away")),
        "field": "street",
        "industry": "H",
        "occupation": "service",
        "local": True,
        "civil_servant": False,
        "age": "to_35",
        "age_confirmed": str(since),
        "met": "visit",
        "channels": ["phone"],
    }


def _between(draw: Random, first: date, last: date) -> date:
    return first + timedelta(draw.randrange(max(1, (last - first).days)))
