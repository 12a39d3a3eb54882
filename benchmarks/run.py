"""``make bench``: our reading, check and score against the floor and the peers, in one run.

The contenders take turns within each round, every one as a process of its own on pinned cores.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import journal
from report import publish, table
from timing import Contender, Run, once, versions

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parent / "scripts"
sys.path.insert(0, str(SCRIPTS))

from plus100.intake.schema import load as schema  # noqa: E402 - after the path
from samples.__main__ import main as samples  # noqa: E402

PYTHON = Path(sys.executable)
TENTH = 10


def contenders(data: Path) -> list[Contender]:
    """Everything that is compared. ``data`` holds the records, the journal and standalone schemas."""
    records = str(data / "records")

    def job(name: str, *arguments: str) -> tuple[tuple[str, ...], ...]:
        return ((str(PYTHON), str(HERE / "work.py"), name, records, *arguments),)

    check = str(PYTHON.parent / "check-jsonschema")
    some = sorted((data / "records" / "units").glob("unit-*"))[::TENTH]
    peers = tuple(
        (check, "--schemafile", str(data / f"{kind}.json"), *_paths(some, pattern))
        for kind, pattern in (("partners", "cadres/*/partners/*.yml"), ("log", "cadres/*/log/*.yml"))
    )
    tenth = "a tenth, scaled"
    return [
        Contender(name="floor", title="libyaml events alone (the floor)", commands=job("floor")),
        Contender(name="read", title="our reading", commands=job("read")),
        Contender(name="score-1", title="our check + score, one core", commands=job("score", "1")),
        Contender(
            name="score-2", title="our check + score, two cores", commands=job("score", "2"), cores=2
        ),
        Contender(
            name="hledger",
            title="hledger balance, as many transactions",
            commands=(("hledger", "-f", str(data / "bench.journal"), "balance"),),
        ),
        Contender(
            name="load",
            title=f"yaml.load(CSafeLoader) + jsonschema ({tenth})",
            commands=job("load", str(TENTH)),
            scale=TENTH,
        ),
        Contender(name="peer", title=f"check-jsonschema ({tenth})", commands=peers, scale=TENTH),
    ]


def _paths(units: list[Path], pattern: str) -> tuple[str, ...]:
    return tuple(str(path) for unit in units for path in sorted(unit.glob(pattern)))


def prepare(data: Path, cadres: int) -> dict[str, Any]:
    """Make the records, the journal and the schemas unless they are there; what there is in numbers."""
    if not (data / "records").exists():
        samples(["bench", "--cadres", str(cadres), "--out", str(data)])
    items = journal.write(data / "records", data / "bench.journal")
    for kind in ("partners", "log"):
        (data / f"{kind}.json").write_text(json.dumps(schema(kind)), encoding="utf-8")
    paths = list((data / "records").rglob("*.yml"))
    return {
        "cadres": cadres,
        "items": items,
        "files": len(paths),
        "bytes": sum(path.stat().st_size for path in paths),
    }


def measure(chosen: list[Contender], repeats: int, cores: list[int]) -> dict[str, list[Run]]:
    """All rounds. One run of the first contender, thrown away, warms the disk cache before."""
    runs: dict[str, list[Run]] = {contender.name: [] for contender in chosen}
    once(chosen[0], cores)
    for number in range(1, repeats + 1):
        for contender in chosen:
            run = once(contender, cores)
            print(
                f"round {number}: {contender.name:8} {run.wall:6.1f} s ({run.cpu:.1f} cpu)", file=sys.stderr
            )
            runs[contender.name].append(run)
    return runs


def main() -> None:
    """Prepare, measure, publish."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cadres", type=int, default=1000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--only", help="contenders, separated by commas; prints and keeps nothing")
    parser.add_argument("--data", type=Path, help="keep the records here and use them again")
    options = parser.parse_args()
    data = options.data or Path(tempfile.mkdtemp(prefix="plus100-bench-"))
    try:
        facts = prepare(data, options.cadres)
        facts |= {"repeats": options.repeats, "versions": versions(PYTHON)}
        chosen = contenders(data)
        if options.only:
            chosen = [contender for contender in chosen if contender.name in options.only.split(",")]
        runs = measure(chosen, options.repeats, sorted(os.sched_getaffinity(0)))
        if options.only:
            print(table(chosen, runs, facts["items"]))
            return
        command = f"make bench  # benchmarks/run.py --cadres {options.cadres} --repeats {options.repeats}"
        print(publish(HERE, chosen, runs, facts, command))
    finally:
        if options.data is None:
            shutil.rmtree(data)


if __name__ == "__main__":
    main()
