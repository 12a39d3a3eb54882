"""The handbook: questions and answers (``docs/qa``) and guides (``docs/guide``) in Markdown, checked and
woven into the site.

An answer is a file of two parts: front matter, read by the strict reader and held to
``schemas/answer.schema.json``, and a body in a small closed Markdown. What is more than plain text in
a body is ours: ``{{ rule("edition", "rule.id", "parameter") }}`` stands for the value of a policy,
``{#q41.1}`` marks where a fact is told, and links name what they mean (``qa:q50``, ``reading:X05``,
``rule:edition/rule.id``, ``page:boards/``). Nothing of a body is executed, and no number of a policy
is typed: a changed policy changes the handbook, and what it no longer holds is a finding (H6xx).

- ``shelf``    the texts as the adapters hand them in; the only module that reads files
- ``answers``  one file → ``Answer``; ``chapters`` the five of them
- ``values``   a cited value, worded; ``targets`` where a link leads
- ``filling``  marks in a text and what is put in their place, the same in answers and guides
- ``marks``    a body → Markdown, and what is wrong with it; ``notes`` the same for the front matter
- ``guides``   a guide's page: the same marks within all of the site's Markdown; ``anchors`` its plain
  links, to other files and to headings
- ``glossary`` terms in plain words, each with what it is called in records and rules
- ``sayings``  what people say in a search, and the page that answers it
- ``worked``   the examples beside a page (``q41.example.yml``); ``staging`` their records, read like
  anybody's; ``results`` what is measured from them; ``working`` the table, and where an author's
  figure is not the computed one
- ``sheet``    an answer's page and the index; ``book`` all of it: ``compose(shelf, frame)``, pure
- ``absent``   editions that texts speak of and the records do not have: the page says so
- ``faults``   the findings' words
"""
