"""A Markdown extension: a line broken within Chinese text is no space.

HTML shows a line's end as a space, which Chinese does not have. Between two Chinese characters or marks,
with or without the tags of emphasis or a link between them, the break is dropped.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

WIDE = r"[\u2018-\u201d\u2026\u3001-\u303f\u3400-\u9fff\uff01-\uff60]"
INLINE = r"(?:</?(?:a|abbr|code|em|mark|span|strong)\b[^<>]*>)*"
BREAK = re.compile(rf"(?<={WIDE})({INLINE})\n({INLINE})(?={WIDE})")


class Lines(Postprocessor):
    """Works on the text of the page while code is still stashed away."""

    def run(self, text: str) -> str:
        """The page without breaks between wide characters."""
        return BREAK.sub(r"\1\2", text)


class LinesExtension(Extension):
    """What ``markdown_extensions`` of the site's configuration names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register before Python-Markdown's own ``raw_html`` (30), which puts code back."""
        md.postprocessors.register(Lines(md), "plus100_lines", 40)


def makeExtension(**options: object) -> LinesExtension:  # noqa: N802 (Python-Markdown's name)
    """The extension, as Python-Markdown asks for it."""
    return LinesExtension(**options)
