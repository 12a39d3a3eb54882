"""The command ``plus100``: printing and exit codes only. What is computed is computed elsewhere.

Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 our own fault (a short message; the traceback only
with ``--debug``).

- ``app``         the command with all its subcommands, ``lazy`` imports them one by one; ``main`` turns
  outcomes into exit codes
- ``check``, ``score``, ``explain``, ``policy``, ``new``, ``review``, ``guard``, ``codeowners``, ``server``,
  ``site``, ``completion``   one each
- ``options``     what every command accepts, and the season or frame that those options ask for
- ``parameters``  kinds of values (dates, revisions, cadres) with Chinese messages and completion; ``clock``
  the day on which a change is received
- ``words``       Click in Chinese: help pages and usage errors
- ``excerpt``, ``reports``, ``annotations``   findings as a compiler would print them, as JSON, for GitHub;
  ``crowds`` counts those of a fault that fills a file
- ``verdict``, ``trace``, ``places``   a figure in one line, and explained to the line
- ``board``, ``standing``, ``person``, ``rules``   tables of points, the season's head, one cadre, editions
- ``grid``, ``cells``   tables; text in which a Chinese character is two wide and a hostile one is visible
- ``terminal``    the only place that writes: colours, width, UTF-8, closed pipes, progress

What users read is Chinese whatever the locale; output is UTF-8 whatever the locale.
"""

from plus100.cli.app import main

__all__ = ["main"]
