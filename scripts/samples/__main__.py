"""``python -m samples league|bench``: writes invented records."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from samples.books import File
from samples.league import league


def main(arguments: list[str] | None = None) -> int:
    """Write what is asked for and say how much it was."""
    options = _parser().parse_args(arguments)
    written = write(options.out, league())
    sys.stdout.write(f"{written} files in {options.out}\n")
    return 0


def write(out: Path, files: Iterable[File]) -> int:
    """Write files below a folder, with Unix line ends everywhere; returns how many."""
    number = 0
    for path, text in files:
        number += 1
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m samples", description=__doc__)
    commands = parser.add_subparsers(required=True, dest="command")
    sample = commands.add_parser("league", help="the sample league")
    sample.add_argument("--out", type=Path, required=True, help="the records folder")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
