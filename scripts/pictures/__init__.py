"""The guides' pictures: of the real site by Chromium, of the real terminal as SVG by rich.

``python -m pictures`` (``make pictures``) makes all that ``docs/guide/pictures.yml`` lists, from a copy of
the sample records, and notes in ``pictures.sum`` what each one shows. They are committed, since
whoever builds the site need not have Chromium; a test compares the digests with what would be shown.

- ``wanted``     the list: what each picture shows, and the digest of its text
- ``stage``      a copy of the records, with a fault laid over it where a picture wants one
- ``terminal``   a command run on a terminal: its text, and the SVG
- ``browser``    pages in Chromium, as WebP
"""
