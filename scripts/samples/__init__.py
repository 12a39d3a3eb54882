"""Invented records: the sample league of ``records/`` and repositories of any size for benchmarks.

Not part of the ``plus100`` package. Run with ``scripts/`` on the path:

    python -m samples league --out records
    python -m samples columns --out docs/columns
    python -m samples bench --cadres 1000 --out DIR [--git]

- ``words``    the vocabulary: codes of the schemas, invented places and names, titles
- ``emit``     plain documents → YAML text, block style, always the same bytes
- ``plan``     what one cadre is to be like: category, numbers, exemptions, moves
- ``people``   a plan → partners
- ``diary``    a plan → log entries
- ``books``    a plan → the files of one engagement
- ``roster``   the sample league's units, cadres and interesting cases
- ``league``   the sample league's files
- ``pieces``, ``drawings``   the sample contributions to the columns and their pictures
- ``bench``    a repository of so many cadres

Everything is drawn from generators seeded by the cadre's id: one cadre's records do not depend on the
others', and two runs give the same bytes.
"""
