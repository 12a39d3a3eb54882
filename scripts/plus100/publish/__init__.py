"""Figures → published views → pages, data files and charts.

What leaves the repository is an allow-list: ``views`` are types of their own and ``convert`` is the
only place that makes them from figures. A partner is never more than a count there.

- ``views``, ``traces``   the published types; ``schema`` turns them into ``schemas/score.schema.json``
- ``convert``    figures → views; ``names``, ``ranks``, ``cells`` (small counts) and ``entries``
  (the log entries' own dates and titles) are its parts
- ``labels``     the Chinese words for computed codes
- ``page``       one generated page and its address; ``render`` the templates; ``pages`` all of them:
  a pure function ``pages(outcome) -> {path: text}``
- ``charts``, ``calendar``   inline SVG that follows the light and the dark scheme
- ``datafiles``  the same views as JSON and CSV
- ``handbook``   questions and answers in Markdown, with numbers cited from the policies
- ``site``       the MkDocs build; ``scripts/site_hook.py`` is its thin hook
"""
