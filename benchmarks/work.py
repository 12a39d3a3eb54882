"""The jobs that are timed, each a process of its own: ``python work.py JOB RECORDS [ARGUMENT]``.

Every job prints one JSON object. Its ``seconds`` are processor seconds and leave out starting Python,
importing and reading the files into memory; ``run.py`` measures the whole process besides.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

Job = Callable[[Path, str], dict[str, float]]


def files(records: Path, share: int = 1) -> list[tuple[str, bytes]]:
    """All record files in order, or those of one unit in ``share``; paths start with ``records/``."""
    units = sorted(path for path in (records / "units").iterdir() if path.name.startswith("unit-"))[::share]
    paths = [path for unit in units for path in sorted(unit.rglob("*.yml"))]
    if share == 1:
        paths = sorted(records.rglob("*.yml"))
    return [(path.relative_to(records.parent).as_posix(), path.read_bytes()) for path in paths]


def floor(records: Path, _: str) -> dict[str, float]:
    """Events of libyaml alone: what every reader that stands on it must at least take."""
    from yaml import StreamEndEvent  # noqa: PLC0415 - each job imports its own tools only
    from yaml._yaml import CParser  # noqa: PLC0415

    documents = files(records)
    events = 0
    start = process_time()
    for _path, data in documents:
        get = CParser(data).get_event
        while type(get()) is not StreamEndEvent:
            events += 1
    return {"seconds": process_time() - start, "files": len(documents), "events": events}


def read(records: Path, _: str) -> dict[str, float]:
    """Our reading: strict YAML, leak scan, schema."""
    from plus100.intake.documents import kind_of, read_document  # noqa: PLC0415

    documents = files(records)
    findings = 0
    start = process_time()
    for path, data in documents:
        kind = kind_of(path)
        if kind is None:
            raise ValueError(f"no kind for {path}")
        findings += len(read_document(path, data, kind)[1])
    return {"seconds": process_time() - start, "files": len(documents), "findings": findings}


def score(records: Path, jobs: str) -> dict[str, float]:
    """Our check and score, cold: every figure of everybody."""
    from plus100.intake.tree import open_source  # noqa: PLC0415
    from plus100.measure.season import measure_season  # noqa: PLC0415

    start = process_time()
    outcome = measure_season(open_source(records), jobs=int(jobs))
    seconds = process_time() - start
    if outcome.season is None or outcome.findings:
        raise ValueError([str(finding.where) + finding.message for finding in outcome.findings[:3]])
    return {"seconds": seconds, "cadres": len(outcome.season.cadres)}


def load(records: Path, share: str) -> dict[str, float]:
    """``yaml.load(CSafeLoader)`` and ``jsonschema`` on one unit in ``share``."""
    import yaml  # noqa: PLC0415
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    from plus100.intake.documents import kind_of  # noqa: PLC0415
    from plus100.intake.schema import load as schema  # noqa: PLC0415

    class Loader(yaml.CSafeLoader):
        """Dates stay text, as the schemas want them."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
        for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    documents = files(records, int(share))
    kinds = ("unit", "cadre", "partners", "log")
    validators = {kind: Draft202012Validator(schema(kind)) for kind in kinds}
    start = process_time()
    for path, data in documents:
        kind = kind_of(path)
        if kind in validators:
            validators[kind].validate(yaml.load(data, Loader))  # noqa: S506 - a safe loader
    return {"seconds": process_time() - start, "files": len(documents)}


JOBS: dict[str, Job] = {"floor": floor, "read": read, "score": score, "load": load}


if __name__ == "__main__":
    name, folder, *rest = sys.argv[1:]
    sys.stdout.write(json.dumps(JOBS[name](Path(folder), rest[0] if rest else "")) + "\n")
