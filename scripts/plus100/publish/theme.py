"""What the theme writes that is not valid HTML, or that a screen reader cannot name, mended in every page.

Each of these is in the theme's own templates and cannot be overridden short of copying them whole.
A page without such a fault is left as it is, so that a later theme that has mended it needs nothing here.
"""

from __future__ import annotations

import re

_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
"""A checkbox has no such attribute. Our script sets the property, so that a browser forgets its state."""

_DIALOG = '<div class="md-search" data-md-component="search" role="dialog">'
_NAMED = '<div class="md-search" data-md-component="search" role="dialog" aria-label="搜索">'
_EMPTY_TABINDEX = ' tabindex=""'
_NO_CONTROL = '<label class="md-nav__title" for="__toc">'
_CONTROL = ' id="__toc"'
_SLASH = re.compile(r"<(br|hr|img[^<>]*?) ?/>")


def mend(html: str) -> str:
    """The page with these faults mended."""
    html = _TOGGLE.sub(r"\1", html).replace(_EMPTY_TABINDEX, "").replace(_DIALOG, _NAMED)
    html = _SLASH.sub(r"<\1>", html)
    if _CONTROL not in html:
        html = html.replace(_NO_CONTROL, '<label class="md-nav__title">')
    return html
