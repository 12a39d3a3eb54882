"""Mutate ``measure`` and ``ledger/policy`` and see whether a test notices.

    python benchmarks/mutation.py [MODULE…]        # such as plus100.measure.caps; all if none is named

mutmut makes the mutants. Its own runner starts pytest anew for each, which takes hours for five thousand;
here pytest collects the tests once, and each mutant gets a fork of that process in which the function's
code is exchanged and the tests that call the function run, the quickest first, until one fails. Decorated
functions and module-level values are not mutated (mutmut leaves them out).

Verdicts are kept in ``build/mutation.json`` by the text of function and mutant; one that survived is tried
again at the next run. A survivor that has no reason in ``tests/mutation/README.md`` makes the command fail.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import json
import os
import re
import signal
import sys
import time
import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutmut.mutation.file_mutation import mutate_file_contents

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "scripts"
VERDICTS = ROOT / "build" / "mutation.json"
REASONS = ROOT / "tests" / "mutation" / "README.md"
SUITES = ("tests/measure", "tests/ledger/policy")
SLOW = (
    "test_hash_seed",
    "test_the_sample_league",
    "test_laws",
    "test_words",
    "test_the_order_is_total",
    "test_shares_do_not",
    "test_everybody_is",
    "jobs",
)
CPU_SECONDS = 30.0

Functions = dict[types.CodeType, list[str]]


@dataclass(frozen=True)
class Mutant:
    """One changed function; ``key`` follows from the texts before and after."""

    name: str
    key: str
    function: types.FunctionType
    changed: types.FunctionType


def modules(names: Iterable[str]) -> Iterator[types.ModuleType]:
    """The modules named, or all that are to be mutated."""
    wanted = list(names)
    if not wanted:
        folders = (SOURCES / "plus100" / "measure", SOURCES / "plus100" / "ledger" / "policy")
        paths = sorted(path for folder in folders for path in folder.rglob("*.py"))
        wanted = [".".join(path.relative_to(SOURCES).with_suffix("").parts) for path in paths]
    return (importlib.import_module(name.removesuffix(".__init__")) for name in wanted)


def mutants(module: types.ModuleType) -> Iterator[Mutant]:
    """Every mutant of a module's functions and methods."""
    source = Path(str(module.__file__)).read_text("utf-8")
    made = mutate_file_contents(str(module.__file__), source)
    scratch = types.ModuleType(module.__name__)
    scratch.__dict__.update(__file__=module.__file__, __package__=module.__package__)
    before = sys.modules[module.__name__]
    sys.modules[module.__name__] = scratch  # dataclasses look their module up
    try:
        exec(compile(made.code, str(module.__file__), "exec"), scratch.__dict__)  # noqa: S102
    finally:
        sys.modules[module.__name__] = before
    lines = made.code.splitlines()
    for name in made.mutant_names:
        function, changed = find(module, name), find_mutant(scratch, name)
        if function is None or changed is None:
            continue
        span = made.line_span_by_function_name[name]
        text = inspect.getsource(function) + "\n".join(lines[span.start - 1 : span.end])
        yield Mutant(
            f"{module.__name__}.{name}", hashlib.sha256(text.encode()).hexdigest()[:20], function, changed
        )


def find(module: types.ModuleType, mutant: str) -> types.FunctionType | None:
    """The function that a mutant stands for: ``x_name`` or ``xǁClassǁname``."""
    plain = mutant.partition("__mutmut_")[0]
    if plain.startswith("xǁ"):
        _, owner, name = plain.split("ǁ")
        found: Any = vars(getattr(module, owner)).get(name)
    else:
        found = getattr(module, plain.removeprefix("x_"), None)
    return found if isinstance(found, types.FunctionType) else None


def find_mutant(scratch: types.ModuleType, mutant: str) -> types.FunctionType | None:
    """The changed function in the scratch module."""
    owner = scratch if not mutant.startswith("xǁ") else getattr(scratch, mutant.split("ǁ")[1])
    found = vars(owner).get(mutant)
    return found if isinstance(found, types.FunctionType) else None


class Runner:
    """A pytest plugin that tries mutants instead of running the tests once."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.verdicts: dict[str, str] = json.loads(VERDICTS.read_text("utf-8")) if VERDICTS.exists() else {}
        self.survivors: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn which test calls what, then try every mutant."""
        items = [item for item in session.items if not any(slow in item.nodeid for slow in SLOW)]
        covering, seconds = learn(items)
        by_id = {item.nodeid: item for item in items}
        for module in modules(self.names):
            tried = killed = 0
            for mutant in mutants(module):
                calling = sorted(covering.get(mutant.function.__code__, []), key=seconds.__getitem__)
                verdict = self.verdicts.get(mutant.key, "")
                if verdict in {"", "survived"}:
                    verdict = attempt(mutant, [by_id[name] for name in calling])
                self.verdicts[mutant.key] = verdict
                tried += 1
                killed += verdict != "survived"
                if verdict == "survived":
                    self.survivors.append(mutant.name)
                    print(f"    survived: {mutant.name} ({len(calling)} tests)", flush=True)
            print(f"{module.__name__}: {killed} of {tried} killed", flush=True)
            VERDICTS.parent.mkdir(exist_ok=True)
            VERDICTS.write_text(json.dumps(self.verdicts, indent=0, sort_keys=True), "utf-8")
        return True


def learn(items: Iterable[pytest.Item]) -> tuple[Functions, dict[str, float]]:
    """Which tests call each function, and how long each takes."""
    covering: Functions = {}
    seconds: dict[str, float] = {}
    for item in items:
        seen: set[types.CodeType] = set()

        def profile(
            frame: types.FrameType, event: str, _arg: object, seen: set[types.CodeType] = seen
        ) -> None:
            if event == "call":
                seen.add(frame.f_code)

        started = time.process_time()
        sys.setprofile(profile)
        try:
            passed = passes(item)
        finally:
            sys.setprofile(None)
        if not passed:
            raise pytest.UsageError(f"{item.nodeid} fails without any mutant")
        seconds[item.nodeid] = time.process_time() - started
        for code in seen:
            covering.setdefault(code, []).append(item.nodeid)
    return covering, seconds


def passes(item: pytest.Item) -> bool:
    """Whether a test passes."""
    return all(not report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def attempt(mutant: Mutant, items: list[pytest.Item]) -> str:
    """Run the tests on the mutant in a fork: killed, timeout or survived."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        mutant.function.__code__ = mutant.changed.__code__
        mutant.function.__defaults__ = mutant.changed.__defaults__
        mutant.function.__kwdefaults__ = mutant.changed.__kwdefaults__
        try:
            noticed = any(not passes(item) for item in items)
        except BaseException:  # noqa: BLE001  # whatever it is, it was noticed
            noticed = True
        os._exit(1 if noticed else 0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "timeout"
    return "killed" if os.WEXITSTATUS(status) else "survived"


def main(names: list[str]) -> int:
    """0: every survivor has its reason."""
    os.chdir(ROOT)
    runner = Runner(names)
    quiet = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--no-header", "--no-summary", "-s"]
    code = pytest.main([*quiet, *SUITES], plugins=[runner])
    known = set(re.findall(r"`([\w.ǁ]+__mutmut_\d+)`", REASONS.read_text("utf-8")))
    unexplained = [name for name in runner.survivors if name not in known]
    print(f"{len(runner.survivors)} survived, {len(unexplained)} of them without a stated reason")
    return 1 if unexplained or code not in {0, 5} else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
