"""Extensions of Python-Markdown, named in ``mkdocs.yml``.

- ``tables``  tables that fit a phone
- ``lines``   drops the space that a line broken within Chinese would show
- ``ticks``   gives items to be ticked off a box for their mark
"""
