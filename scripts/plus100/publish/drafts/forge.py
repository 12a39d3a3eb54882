"""The page of a forge on which one writes a new file, with folder and text filled in where it can.

The forms, as the forges give them:

- GitHub: ``/new/BRANCH?filename=PATH&value=TEXT`` (the editor's own hint of 2012; used by many bots)
- Gitea: ``/_new/BRANCH/FOLDER/?filename=NAME&value=TEXT`` (Gitea documentation, "Integrations")
- GitLab: ``/-/new/BRANCH?file_name=PATH``; the text cannot be given (gitlab-org/gitlab 337038, 594214)
- Gitee: no form is documented, so the repository's own page

The file's name is left blank. A page is built once and opened often: a name that stood in it would be
that of several files. ``docs/assets/drafts.js`` puts a new one behind the folder whenever the page is
opened, and where that does not run, the forge asks for it.
"""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from plus100.ledger.records import Forge

LONGEST = 7 * 1024
"""Characters of an address; servers refuse those beyond 8 KB."""

ROOM = len("20181130-k3f9.yml")
"""Of these, characters kept for the name."""


class Way(NamedTuple):
    """``address`` of the page for a new file; ``placed`` and ``filled``: whether folder and text stand in
    it already.
    """

    address: str
    placed: bool
    filled: bool


def way(forge: Forge, folder: str, text: str) -> Way:
    """How one gets to a new file of that text in a folder (``docs/columns/stories``). What would be too
    long goes without the text.
    """
    filled = _address(forge, folder, value=text) if forge.kind in ("github", "gitea") else ""
    if filled and len(filled) + ROOM <= LONGEST:
        return Way(filled, placed=True, filled=True)
    address = _address(forge, folder)
    return Way(address or forge.url, placed=bool(address), filled=False)


def _address(forge: Forge, folder: str, **text: str) -> str:
    """The address of the page, the name in it blank; "" where the forge has no form of one."""
    match forge.kind:
        case "github":
            return f"{_page(forge, 'new')}?{_query(filename=f'{folder}/', **text)}"
        case "gitea":
            return f"{_page(forge, '_new')}/{quote(folder)}/?{_query(filename='', **text)}"
        case "gitlab":
            return f"{_page(forge, '-/new')}?{_query(file_name=f'{folder}/')}"
        case _:
            return ""


def _page(forge: Forge, page: str) -> str:
    return f"{forge.url.rstrip('/').removesuffix('.git')}/{page}/{quote(forge.branch)}"


def _query(**fields: str) -> str:
    return urlencode(fields, quote_via=quote)
