"""The plain links of a guide, to other files and to headings: whether they lead somewhere.

MkDocs looks at them too, but tells in English and without a line, and not before a site is built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from plus100.publish.handbook.targets import KNOWN, World

AWAY = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
"""What leads out of the site, where nobody looks."""

_ID = re.compile(r'<[a-z][^<>]* id="([^"]+)"')
_EXTENSIONS = ("attr_list", "tables", "toc", "admonition", "pymdownx.details", "pymdownx.superfences")
_COUNTED = re.compile(r"_\d+")
"""The name of a heading without Latin letters: its number, which changes with every heading before it."""


def astray(path: str, target: str, world: World) -> Mapping[str, str]:
    """The code and the words of what is wrong with a link of the text ``path`` (``guide/cadre/phone.md``),
    empty where nothing is. Of headings only those of guides are known.
    """
    if AWAY.match(target):
        return {}
    file, _, anchor = unquote(target).partition("#")
    to = normpath(join(dirname(path), file)) if file else path
    if file.startswith("/") or to not in world.files:
        return {"code": "H604", "shown": target, "known": KNOWN["file"]}
    if not anchor or to not in world.guides or anchor in (there := _anchors(world.guides[to])):
        return {}
    names = "、".join(f"#{one}" for one in there if not _COUNTED.fullmatch(one))
    return {
        "code": "H604",
        "shown": target,
        "known": f"docs/{to} 里能链接到的有 {names}" if names else KNOWN["heading"],
    }


@cache
def _anchors(data: bytes) -> tuple[str, ...]:
    """The names that a text's headings have on its page, and all others to which a link may lead."""
    from markdown import markdown  # noqa: PLC0415 - only a link to a heading needs it

    return tuple(_ID.findall(markdown(data.decode("utf-8", "replace"), extensions=list(_EXTENSIONS))))
