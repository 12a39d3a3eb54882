"""``python -m pictures``: make the guides' pictures anew, and note what they show."""

from __future__ import annotations

import sys

from pictures.browser import photograph, texts
from pictures.stage import staged
from pictures.terminal import drawn, shown
from pictures.wanted import PICTURES, Picture, digest, note, wanted


def main() -> int:
    """Make all of them and say how many."""
    PICTURES.mkdir(exist_ok=True)
    listed = wanted()
    pages = [one for one in listed if one.page]
    with staged(Picture(name="")) as folder:
        words = texts(folder)
    found = {}
    for one in listed:
        if one.command:
            screen = shown(one)
            one.file.write_text(drawn(one, screen), encoding="utf-8")
        found[one.name] = digest(screen.plain if one.command else words[one.page])
    for one in pages:
        one.file.touch()  # the site that is photographed shows pictures of itself
    photograph(pages)
    note(found)
    sys.stdout.write(f"{len(listed)} pictures in {PICTURES}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
