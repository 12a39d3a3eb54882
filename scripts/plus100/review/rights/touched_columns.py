"""What an edit of the columns touches, and whose it is.

A text belongs to the unit that its front matter names in the base, a picture to that of the texts beside it
which name it there. What is new belongs to nobody yet: the top decides whether it is published.
"""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.ids import NAME
from plus100.review.objects import Objects
from plus100.review.rights.places import Place
from plus100.review.rights.touch import Touch, operation
from plus100.review.roles import Roles
from plus100.review.trees import FileEdit, Node, below

_TEXT = ".md"
_HEAD = 2000


def column_touches(objects: Objects, edit: FileEdit, _place: Place, roles: Roles) -> Iterator[Touch]:
    """A contribution's file, which is one thing as a whole."""
    unit = ""
    if edit.before is not None:
        is_text = edit.path.endswith(_TEXT)
        unit = _named(objects, edit.before) if is_text else _owner(objects, edit.path, roles)
    yield Touch(thing="column", op=operation(edit), path=edit.path, unit=unit)


def _owner(objects: Objects, picture: str, roles: Roles) -> str:
    """The one unit whose texts speak of a picture; "" where there is none, or several."""
    folder, _, name = picture.rpartition("/")
    here = below(objects, roles.base.commit.tree, folder, deep=False)
    texts = [node for path, node in here if path.endswith(_TEXT)]
    objects.fetch(node.object for node in texts)
    found = {_named(objects, node) for node in texts if name.encode() in (objects.blob(node.object) or b"")}
    return found.pop() if len(found) == 1 else ""


def _named(objects: Objects, node: Node) -> str:
    """The unit that a text's front matter names, "" for none."""
    data = objects.blob(node.object)
    for line in (data or b"")[:_HEAD].splitlines():
        name = line.removeprefix(b"unit:").decode("ascii", "ignore").strip()
        if line.startswith(b"unit:") and NAME.fullmatch(name):
            return name
    return ""
