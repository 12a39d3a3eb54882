"""New files to be: texts with blanks, and the way to a forge's page for new files.

A draft is a file's path and text in which everything known stands already; what only the writer knows is a
blank: a field without a value and a note after ``#``. The same drafts are offered on the pages (for phones)
and written by ``plus100 new``.

- ``texts``    ``Draft``; those for entries, partners and the columns, from the schemas' fields and codes
- ``blanks``   filling in the id and the day
- ``forge``    the address of a forge's page for a new file, name and text filled in where it can
- ``offers``   what a cadre's page and a column's page offer
"""
