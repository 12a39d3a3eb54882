"""Everything that a page looks up: the season's views by id, the tree of units, titles of editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from plus100.ledger.policy.rules import Themes
from plus100.ledger.world import Frame
from plus100.measure.figures import CadreFigures, Season
from plus100.publish.convert import above, season_view
from plus100.publish.dossiers import dossier
from plus100.publish.entries import Told
from plus100.publish.traces import DossierView
from plus100.publish.views import BoardView, CadreView, SeasonView, UnitView


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """The season as pages see it. ``lineage`` runs from a unit up to the root, itself included;
    ``homes`` leads from a person to the cadre whose page is about the person.
    """

    season: SeasonView
    frame: Frame
    figures: Mapping[str, CadreFigures]
    cadres: Mapping[str, CadreView]
    units: Mapping[str, UnitView]
    members: Mapping[str, tuple[str, ...]]
    children: Mapping[str, tuple[str, ...]]
    lineage: Mapping[str, tuple[str, ...]]
    themes: Mapping[str, str]
    told: Mapping[str, Mapping[str, Told]]
    homes: Mapping[str, str]

    def home(self, cadre: str) -> str | None:
        """The cadre on whose page a person is found today; ``None`` where there is none. Who moved since
        stands on the boards of past years under an earlier engagement.
        """
        record = self.frame.cadres.get(cadre)
        return cadre if cadre in self.cadres else self.homes.get(record.person) if record else None

    def unit_name(self, unit: str) -> str:
        """The unit's name today, its id where it has no figures."""
        return self.units[unit].name if unit in self.units else unit

    def silent(self, unit: str) -> bool:
        """Whether the unit has reported nothing: its figures are shown as missing, not as zero."""
        found = self.units.get(unit)
        return found is not None and not found.reason and not found.own.reported

    def edition_title(self, edition: str | None) -> str:
        """The title of an edition; its id where there is none of that id."""
        found = self.frame.editions.get(edition or "")
        return found.title if found else edition or "没有适用的规则版本"

    def rule_title(self, rule: str, edition: str | None) -> str:
        """A rule's newest title, in the edition or in whichever edition has it."""
        editions = self.frame.editions
        first = [editions[edition]] if edition is not None and edition in editions else []
        for one in (*first, *editions.values()):
            if rule in one.rules:
                return one.rules[rule][-1].rule.title
        return rule

    def theme_title(self, theme: str, unit: str) -> str:
        """An activity theme in words: the unit's own, else the vocabulary of its edition."""
        record = self.frame.units.get(unit)
        for one in record.themes if record else ():
            if one.id == theme:
                return one.title
        return self.themes.get(theme, "其他" if theme == "other" else theme)

    def below(self, unit: str) -> tuple[str, ...]:
        """The unit and all units below it, in tree order."""
        found = [unit]
        for child in self.children.get(unit, ()):
            found.extend(self.below(child))
        return tuple(found)

    def words(self, cadre: str) -> dict[str, Told]:
        """The words of the entries of a person, from every engagement that the figures rest on."""
        engagements = (*self.figures[cadre].engagements, cadre)
        return {name: one for book in engagements for name, one in self.told.get(book, {}).items()}

    def dossier(self, cadre: str) -> DossierView:
        """One cadre with the trace."""
        view, told = self.cadres[cadre], self.words(cadre)
        return dossier(self.figures[cadre], view, told, self.season.as_of, self.season.commit)

    def boards(self) -> tuple[BoardView, ...]:
        """Present boards, then the hall of history, newest year first."""
        past = sorted(self.season.history, key=lambda one: (-one.year, one.edition, one.class_))
        return (*self.season.boards, *past)


def themes(frame: Frame) -> dict[str, str]:
    """Code → title of every activity theme that any edition names."""
    rules = (held.rule.does for e in frame.editions.values() for row in e.rules.values() for held in row)
    return {one.id: one.title for does in rules if isinstance(does, Themes) for one in does.themes}


def atlas(
    season: Season, frame: Frame, told: Mapping[str, Mapping[str, Told]], *, exact: bool = False
) -> Atlas:
    """Index one season for its pages."""
    view = season_view(season, frame, exact=exact)
    lineage = above(frame)
    units = {one.id: one for one in view.units}
    children: dict[str, list[str]] = defaultdict(list)
    members: dict[str, list[str]] = defaultdict(list)
    for name in units:
        if len(lineage[name]) > 1:
            children[lineage[name][1]].append(name)
    for one in view.cadres:
        members[one.unit].append(one.id)
    return Atlas(
        season=view,
        frame=frame,
        figures={one.id: one for one in season.cadres},
        cadres={one.id: one for one in view.cadres},
        units=units,
        members={name: tuple(found) for name, found in members.items()},
        children={name: tuple(found) for name, found in children.items()},
        lineage=lineage,
        themes=themes(frame),
        told=told,
        homes={one.person: one.id for one in view.cadres},
    )
