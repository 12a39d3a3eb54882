"""Running a command and accounting for it: wall and processor seconds, peak memory."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One finished run. ``inner`` is what the job itself reports, where it does; ``cpu`` and ``peak``
    are those of the process with its children.
    """

    wall: float
    cpu: float
    peak_mb: float
    inner: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A command and how to compare it: ``cores`` it is pinned to, ``scale`` when it did a part only."""

    name: str
    title: str
    commands: tuple[tuple[str, ...], ...]
    cores: int = 1
    scale: int = 1


def once(contender: Contender, cores: Sequence[int]) -> Run:
    """Run all commands of a contender in turn; a command that fails ends the benchmark."""
    pinned = ",".join(str(core) for core in cores[: contender.cores])
    wall = cpu = peak = 0.0
    inner: float | None = None
    for command in contender.commands:
        start = perf_counter()
        process = subprocess.Popen(
            ["taskset", "-c", pinned, *command],
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONUTF8": "1"},
        )
        assert process.stdout is not None
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall += perf_counter() - start
        if process.returncode:
            raise RuntimeError(f"{' '.join(command[:6])}: exit {process.returncode}")
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss / 1024)
        inner = _inner(output)
    scale = contender.scale
    return Run(wall=wall * scale, cpu=cpu * scale, peak_mb=peak, inner=inner * scale if inner else None)


def _inner(output: bytes) -> float | None:
    if not output.startswith(b'{"seconds"'):
        return None
    return float(json.loads(output)["seconds"])


def middle(runs: Sequence[Run], what: str) -> float:
    """The median of one figure over runs; ``inner`` falls back to ``cpu``."""
    if what == "inner":
        return median(run.cpu if run.inner is None else run.inner for run in runs)
    return median(float(getattr(run, what)) for run in runs)


def ratio(runs: Sequence[Run], others: Sequence[Run], what: str) -> float:
    """The median of the pairwise ratios, run by run: a drift of the machine's speed cancels out."""
    pairs = zip(runs, others, strict=True)
    return median(middle([one], what) / middle([other], what) for one, other in pairs)


def versions(python: Path) -> dict[str, str]:
    """Versions of what was compared."""
    code = (
        "import json,platform,yaml,jsonschema_rs;from importlib.metadata import version as v;"
        "from yaml._yaml import get_version_string as l;"
        "print(json.dumps({'python':platform.python_version(),'libyaml':l(),"
        "**{n:v(n) for n in ('pyyaml','jsonschema','jsonschema-rs','msgspec','check-jsonschema')}}))"
    )
    found: dict[str, str] = json.loads(subprocess.check_output([str(python), "-c", code]))
    hledger = subprocess.check_output(["hledger", "--version"], text=True)
    return found | {"hledger": hledger.split(",")[0].removeprefix("hledger ")}
