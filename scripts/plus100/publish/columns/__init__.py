"""The columns: notices, good practice, pictures, recommendations and stories, one file a contribution.

Whoever writes them is a stranger until a reviewer has looked, so nothing that they write is trusted:
front matter is read by the strict reader and held to the schema of its column, the body is a small
Markdown without HTML, rendered by us and sanitised again by a library, pictures are decoded and made
anew. A contribution at fault is withheld with its findings (C7xx); all others are published.

- ``kinds``    the five columns: folder, words, schema
- ``drawer``   the files as the adapters hand them in; which is what
- ``pieces``   one file → ``Piece``
- ``body``     its Markdown → HTML, and what is wrong with it; ``markdown`` the Markdown itself
- ``checks``   what a piece says that cannot be so: units, dates, consent, recommendations, pictures
- ``faults``   the findings' words
- ``proofs``   every contribution read and checked: what may be published, what is wrong
- ``press``    all of it: ``compose(drawer, frame)``, pure
- ``rows``     a piece as lists show it
- ``sheets``   the pages: a piece, a column, by unit, tag, level and year
- ``feeds``    RSS, with the dates of the pieces and no clock
"""
