"""Contributions beside the miniature repository, composed without files."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from io import BytesIO

from PIL import Image

from plus100.ledger.assemble import read_frame
from plus100.ledger.world import Frame
from plus100.publish.columns.drawer import Drawer
from plus100.publish.columns.press import Columns, compose
from support import mini

FRONT = "title: 示例\nunit: shi\ndate: 2018-11-03"
ALLOWED = frozenset(
    ("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a")
).union(("br", "hr", "table", "thead", "tbody", "tr", "th", "td"))


@cache
def frame(**settings: str) -> Frame:
    """The miniature repository's frame, with more settings."""
    more = "".join(f"{name}: {value}\n" for name, value in settings.items())
    text = mini.files()["records/settings.yml"].decode() + more
    found, _ = read_frame(mini.source({"records/settings.yml": text}))
    assert found is not None
    return found


def text(body: str = "正文。", front: str = FRONT) -> bytes:
    """A contribution's file."""
    return f"---\n{front}\n---\n\n{body}\n".encode("utf-8", "surrogatepass")


def one(body: str = "正文。", front: str = FRONT, column: str = "notices") -> Columns:
    """The columns with a single contribution."""
    return compose(Drawer({f"docs/columns/{column}/a.md": text(body, front)}), frame())


def picture(kind: str = "PNG") -> bytes:
    """A small picture's file."""
    out = BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, kind)
    return out.getvalue()


class Seen(HTMLParser):
    """Tags and attributes of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[tuple[str, str], set[str]] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note them."""
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault((tag, name), set()).add(value or "")


def harmful(html: str) -> list[str]:
    """What of some HTML is not on the allow-list."""
    seen = Seen(html)
    wrong = sorted(seen.tags - ALLOWED)
    for (tag, name), values in seen.attributes.items():
        fits = (tag, name) in {("a", "href"), ("a", "rel"), ("ol", "start")}
        wrong += [] if fits else [f"{tag}@{name}"]
        if name == "href":
            wrong += [value for value in values if not value.startswith(("http://", "https://"))]
    return wrong
