"""The page of a forge on which one writes a new file, with name and text filled in where it can.

The forms, as the forges give them:

- GitHub: ``/new/BRANCH?filename=PATH&value=TEXT`` (the editor's own hint of 2012; used by many bots)
- Gitea: ``/_new/BRANCH/FOLDER/?filename=NAME&value=TEXT`` (Gitea documentation, "Integrations")
- GitLab: ``/-/new/BRANCH?file_name=PATH``; the text cannot be given (gitlab-org/gitlab 337038, 594214)
- Gitee: no form is documented, so the repository's own page
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from plus100.ledger.records import Forge

LONGEST = 7 * 1024
"""Characters of an address; servers refuse those beyond 8 KB."""


class Way(NamedTuple):
    """``address`` of the page for a new file; ``named`` and ``filled``: whether name and text stand in it
    already.
    """

    address: str
    named: bool
    filled: bool


def way(forge: Forge, path: str, text: str) -> Way:
    """How one gets to a new file of that path and text. What would be too long goes without the text."""
    filled = _filled(forge, path, text)
    return (
        Way(filled, named=True, filled=True) if filled and len(filled) <= LONGEST else _empty(forge, path)
    )


def _filled(forge: Forge, path: str, text: str) -> str:
    """The address with all of it; "" where the forge knows none."""
    folder, _, name = path.rpartition("/")
    if forge.kind == "github":
        return f"{_page(forge, 'new')}?{_query(filename=path, value=text)}"
    if forge.kind == "gitea":
        return f"{_page(forge, '_new')}/{quote(folder)}/?{_query(filename=name, value=text)}"
    return ""


def _empty(forge: Forge, path: str) -> Way:
    folder, _, name = path.rpartition("/")
    match forge.kind:
        case "github":
            return Way(f"{_page(forge, 'new')}?{_query(filename=path)}", named=True, filled=False)
        case "gitea":
            address = f"{_page(forge, '_new')}/{quote(folder)}/?{_query(filename=name)}"
            return Way(address, named=True, filled=False)
        case "gitlab":
            return Way(f"{_page(forge, '-/new')}?{_query(file_name=path)}", named=True, filled=False)
        case _:
            return Way(forge.url, named=False, filled=False)


def _page(forge: Forge, page: str) -> str:
    return f"{forge.url.rstrip('/').removesuffix('.git')}/{page}/{quote(forge.branch)}"


def _query(**fields: str) -> str:
    return urlencode(fields, quote_via=quote)
