"""``python -m samples league|columns|bench``: writes invented records."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from samples.bench import commit, repository
from samples.books import File
from samples.league import league
from samples.pieces import pictures, texts

POLICIES = Path(__file__).parents[2] / "records" / "policies"


def main(arguments: list[str] | None = None) -> int:
    """Write what is asked for and say how much it was."""
    options = _parser().parse_args(arguments)
    if options.command == "bench":
        written = write(options.out / "records", repository(options.cadres, options.policies))
        if options.git:
            commit(options.out)
    elif options.command == "columns":
        written = write(options.out, texts()) + write_pictures(options.out)
    else:
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


def write_pictures(out: Path) -> int:
    """Write the pictures of the columns; returns how many."""
    number = 0
    for path, data in pictures():
        number += 1
        (out / path).write_bytes(data)
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m samples", description=__doc__)
    commands = parser.add_subparsers(required=True, dest="command")
    sample = commands.add_parser("league", help="the sample league")
    sample.add_argument("--out", type=Path, required=True, help="the records folder")
    columns = commands.add_parser("columns", help="the sample contributions to the columns")
    columns.add_argument("--out", type=Path, required=True, help="the folder of the columns, docs/columns")
    many = commands.add_parser("bench", help="a repository of any size")
    many.add_argument("--cadres", type=int, default=1000)
    many.add_argument("--out", type=Path, required=True, help="the folder that gets records/")
    many.add_argument("--policies", type=Path, default=POLICIES, help="the editions to copy")
    many.add_argument("--git", action="store_true", help="commit the records into a new repository")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
