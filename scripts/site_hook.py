"""MkDocs hook: generated pages and data files join the static ones of ``docs/``.

Thin on purpose: what is said stands in ``plus100.publish.pages``, how MkDocs takes it in
``plus100.publish.mkdocs``.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from plus100.publish.mkdocs import MADE, add_files, prepare
from plus100.publish.search import known, mend_search
from plus100.publish.terms import vocabulary
from plus100.publish.theme import mend

WORDS = "plus100_words"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Measure the records, give the site their title and footer, and jieba their names."""
    config = prepare(config)
    words = ExitStack()
    words.enter_context(known(vocabulary(config.extra[MADE]["atlas"])))
    config.extra[WORDS] = words
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and data files."""
    return add_files(files, config)


def on_post_page(output: str, **_: object) -> str:
    """Mend what the theme writes against the standard."""
    return mend(output)


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """The same for the page of wrong addresses."""
    return mend(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Mend the theme's search, and let jieba forget this site's names."""
    mend_search(Path(config.site_dir))
    config.extra.pop(WORDS).close()
