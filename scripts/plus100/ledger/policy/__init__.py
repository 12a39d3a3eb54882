"""Policy editions: rules as data, with dates, sources and readings.

Each source document is one edition, a file of ``records/policies/``. An edition may extend another;
of each rule it says ``add``, ``replace`` or ``unset``, and inherits the rest. Dates stand on every
rule, because the documents differ inside: the points of Shandong count from 2017-01-01, the rest of
the same notice from 2017-05-03. A rule holds until a later version supersedes it, and is asked for
by the day of the deed that it judges.

There is no expression language. A rule names one *measure* of a closed list and gives its parameters;
the list stands in ``rules``. What a measure makes of the records is the business of ``plus100.measure``.

- ``rules``       how an edition and the readings are written, with the list of measures
- ``measures_people``, ``measures_activities``, ``measures_points``   the measures' parameters;
  ``part`` is the base of them all
- ``edition``     an edition with everything inherited: ``Edition.on(day)``, ``Edition.rule(id, day)``
- ``load``        records → editions and findings; the one entry point
- ``draft``       one edition while it is being resolved
- ``inherit``     a child's rules laid over its parent's, and whether add, replace, unset are true
- ``ceilings``    what lower levels may not raise, compared as exact yearly rates
- ``sense``       parameters that contradict each other; the closed lists of values
- ``references``  themes and points classes that a rule names must exist in its edition
- ``citations``   documents, clauses, what they support, readings cited
- ``readings``    every unclear clause is carried by a parameter or fixed with a reason
- ``parameters``  a rule's parameters by dotted path: read, list, replace
- ``turn``        the same editions with one reading decided differently
- ``diff``        what differs between two editions or two days
- ``gaps``        days on which an edition lacks what measuring a person needs

A fault takes the smallest thing with it: a rule that cannot be applied leaves the parent's in its
place, and the edition tells which (``Edition.left_out``), so that no figure that rests on it looks
whole; a bad citation is reported and the value stays; an edition whose parent is missing falls with
its children. All findings are ``P4xx`` and point into the file.

Duties of units (the organ's five ones, open days, reports, 8+4) are not here yet. They will be
measures of their own in ``rules``, with the same dates, sources and readings.
"""

from __future__ import annotations

from plus100.ledger.policy.diff import ParameterChange, RuleChange, diff
from plus100.ledger.policy.gaps import Gap, gaps
from plus100.ledger.policy.load import load
from plus100.ledger.policy.turn import turned

__all__ = ["Gap", "ParameterChange", "RuleChange", "diff", "gaps", "load", "turned"]
