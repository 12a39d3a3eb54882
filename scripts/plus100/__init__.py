"""plus100: records of a "1+100" programme, checked, measured and published.

Data flows one way, and the packages stand in that order (import-linter holds it):

    core      the words that everything else uses; standard library only
    intake    bytes → schema-valid documents, from a work tree or any Git revision
    ledger    documents → one consistent, immutable world
    measure   ledger → figures with traces
    publish   figures → views → pages, data files, charts
    review    a change in Git: who may make it, what it does, what is wrong with it
    server    a Git server of one's own: who may connect, and what may enter
    write     new records and contributions: drafts with ids, put where they belong
    cli       printing and exit codes only

Each package opens with a page of prose that maps its modules. ``vault`` has its place between
``server`` and ``write`` and comes with its own issue.
"""

import os

# GitPython refuses even to be imported where Git is missing; folders can be read without it.
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")

__version__ = "0.1.0"
