"""Figures → published views → pages, data files and charts.

What leaves the repository is an allow-list: ``views`` are types of their own and ``convert`` is the
only place that makes them from figures. A partner is never more than a count there.

What is published:

- ``views``, ``traces``   the published types; ``schema`` and ``meanings`` make schemas of them
- ``convert``, ``convert_cadre``, ``dossiers``   figures → views, the only way out; ``names``, ``ranks``,
  ``shares``, ``cells`` (small counts) and ``entries`` (a clean entry's own day and title) are its parts
- ``atlas``      the views with their index: what every page is made from
- ``datafiles``, ``sheets``   the same views as JSON and CSV

How it is shown:

- ``pages``      all generated pages, a pure function ``pages(outcome) -> {path: text}``; ``page`` is one of
  them and its address, ``render`` the templates, ``labels`` the Chinese words for computed codes
- ``home``, ``boards``, ``units``, ``cadres``, ``findings``, ``waivers``   one kind of page each; ``todo``,
  ``logbook`` and ``spans`` (names of windows) are parts of a cadre's; ``progress`` what pages and the
  terminal share
- ``policies``   editions and readings in plain Chinese
- ``schema_reference``, ``schema_examples``   the record files, field by field
- ``charts``, ``calendar``   drawings that follow the light and the dark scheme
- ``handbook``   questions and answers, guides and worked examples, with numbers cited from the policies
- ``columns``    notices, good practice, pictures, recommendations and stories: one file a contribution
- ``drafts``     new files to be: texts with blanks, and the way to a forge's page for new files
- ``almanac``    the year's days by the policies, as pages and as files that a phone can subscribe to

How it gets out:

- ``mkdocs``     the generated pages as MkDocs takes them; ``scripts/site_hook.py`` is the thin hook
- ``search``, ``theme``   faults of the theme's search and HTML, mended in what was built; ``terms`` are the
  words that the search should not take apart
- ``foot``       the foot of every page; ``markdown`` extensions of Python-Markdown
- ``site``       a whole build, and serving it
"""
