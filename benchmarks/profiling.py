"""Where the time goes: ``python benchmarks/profiling.py RECORDS [LINES]`` profiles check + score."""

from __future__ import annotations

import cProfile
import pstats
import sys
from pathlib import Path

from work import score


def main() -> None:
    """Profile one cold run on one core and print the functions that take most themselves."""
    records, *rest = sys.argv[1:]
    profile = cProfile.Profile()
    profile.enable()
    score(Path(records), "1")
    profile.disable()
    stats = pstats.Stats(profile, stream=sys.stdout)
    stats.strip_dirs().sort_stats("tottime").print_stats(int(rest[0]) if rest else 30)


if __name__ == "__main__":
    main()
