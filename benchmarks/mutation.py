"""Mutate ``measure`` and ``ledger/policy`` and see whether a test notices.

    python benchmarks/mutation.py [MODULE…]        # such as plus100.measure.caps; all if none is named
    python benchmarks/mutation.py --table          # tries nothing, writes the verdicts into the README

mutmut makes the mutants. Its own runner starts pytest anew for each, which takes hours for five thousand;
here pytest collects the tests once, and each mutant gets a fork of that process in which the function's
code is exchanged and the tests that call the function run, the quickest first, until one fails. Decorated
functions and module-level values are not mutated (mutmut leaves them out).

Verdicts are kept in ``build/mutation.json`` by the text of function and mutant; one that survived is tried
again at the next run. A survivor without a reason in ``tests/mutation/reasons.yml`` makes the command fail.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import time
import types
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from _pytest.runner import runtestprotocol
from mutants import Mutant, modules, mutants

ROOT = Path(__file__).parents[1]
VERDICTS = ROOT / "build" / "mutation.json"
FOLDER = ROOT / "tests" / "mutation"
SUITES = ("tests/measure", "tests/ledger/policy", "tests/golden/test_messages.py")
LEFT_OUT = re.compile(
    "test_hash_seed|test_the_sample_league|test_laws|test_what_measuring_yields|test_figures_survive"
    r"|test_the_order_is_total|test_a_parcel_is|test_everybody_is|test_messages\.py::.*\[[^P]"
)
"""Slow tests, tests of chance, and the messages of other stages."""
CPU_SECONDS = 30.0
REAL_SECONDS = 120.0
"""For mutants that wait for ever for another process."""
COLUMNS = ("mutants", "killed", "alike", "reason", "alive", "untried")

Functions = dict[types.CodeType, set[str]]
Reasons = dict[tuple[str, str], str]
"""Place and change → why no test can notice."""


def reasons() -> Reasons:
    """What ``tests/mutation/reasons.yml`` says."""
    stated = yaml.safe_load((FOLDER / "reasons.yml").read_text("utf-8"))
    return {
        (place, change): kind["why"]
        for kind in stated
        for place, changes in kind["changes"].items()
        for change in changes
    }


def verdicts() -> dict[str, str]:
    """The verdicts of earlier runs."""
    kept: dict[str, str] = json.loads(VERDICTS.read_text("utf-8")) if VERDICTS.exists() else {}
    return kept


def judged(mutant: Mutant, kept: dict[str, str], stated: Reasons) -> str:
    """One of ``COLUMNS`` but the first."""
    if mutant.same:
        return "alike"
    verdict = kept.get(mutant.key, "untried")
    if verdict == "survived":
        return "reason" if (mutant.place, mutant.change) in stated else "alive"
    return "untried" if verdict == "untried" else "killed"


class Runner:
    """A pytest plugin that tries mutants instead of running the tests once."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.verdicts = verdicts()
        self.stated = reasons()
        self.unexplained = 0
        self.failing: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn which test calls what, then try every mutant."""
        if session.testsfailed:
            raise session.Interrupted("tests that cannot be collected would notice nothing")
        items = [item for item in session.items if not LEFT_OUT.search(item.nodeid)]
        covering, seconds = learn(items)
        self.failing = [item.nodeid for item in items if item.nodeid not in seconds]
        by_id = {item.nodeid: item for item in items}
        for module in modules(self.names):
            counts: Counter[str] = Counter()
            near = {
                test
                for code, tests in covering.items()
                if code.co_filename == module.__file__
                for test in tests
            }
            for mutant in mutants(module):
                calling = covering.get(
                    mutant.function.__code__, near
                )  # called in another process: all that are near
                tests = [by_id[name] for name in sorted(calling, key=lambda name: (seconds[name], name))]
                counts[self.attempt(mutant, tests)] += 1
            print(f"{module.__name__}: {dict(counts)}", flush=True)
            self.unexplained += counts["alive"]
            VERDICTS.parent.mkdir(exist_ok=True)
            VERDICTS.write_text(json.dumps(self.verdicts, indent=0, sort_keys=True), "utf-8")
        return True

    def attempt(self, mutant: Mutant, items: list[pytest.Item]) -> str:
        """One mutant's verdict, tried unless it is known to be killed or excused."""
        if judged(mutant, self.verdicts, self.stated) in {"untried", "alive"}:
            self.verdicts[mutant.key] = attempt(mutant, items)
        verdict = judged(mutant, self.verdicts, self.stated)
        if verdict == "alive":
            print(f"    {mutant.place}: {json.dumps(mutant.change, ensure_ascii=False)}", flush=True)
        return verdict


def learn(items: Iterable[pytest.Item]) -> tuple[Functions, dict[str, float]]:
    """Which tests call each function, and how long each takes; neither says a word of a test that fails."""
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
            print(f"fails without any mutant: {item.nodeid}", flush=True)
            continue
        seconds[item.nodeid] = time.process_time() - started
        for code in seen:
            covering.setdefault(code, set()).add(item.nodeid)
    return covering, seconds


def passes(item: pytest.Item) -> bool:
    """Whether a test passes."""
    return all(not report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def attempt(mutant: Mutant, items: list[pytest.Item]) -> str:
    """Run the tests on the mutant in a fork: killed, timeout or survived."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        os.setsid()
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
        signal.setitimer(signal.ITIMER_REAL, REAL_SECONDS)
        mutant.function.__code__ = mutant.changed.__code__
        mutant.function.__defaults__ = mutant.changed.__defaults__
        mutant.function.__kwdefaults__ = mutant.changed.__kwdefaults__
        try:
            noticed = any(not passes(item) for item in items)
        except BaseException:  # noqa: BLE001  # whatever it is, it was noticed
            noticed = True
        os._exit(1 if noticed else 0)
    _, status = os.waitpid(child, 0)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if os.WIFSIGNALED(status):
        return "timeout"
    return "killed" if os.WEXITSTATUS(status) else "survived"


def table() -> int:
    """Write the kept verdicts into the README. 0: all tried, every survivor explained, no reason stale."""
    kept, stated = verdicts(), reasons()
    rows: dict[str, Counter[str]] = {}
    used: Counter[tuple[str, str]] = Counter()
    for module in modules(()):
        counts = rows[module.__name__.removeprefix("plus100.")] = Counter()
        for mutant in mutants(module):
            verdict = judged(mutant, kept, stated)
            counts.update(("mutants", verdict))
            if verdict == "reason":
                used[mutant.place, mutant.change] += 1
    total = sum(rows.values(), Counter[str]())
    whys: Counter[str] = Counter()
    for key, number in used.items():
        whys[stated[key]] += number
    write(rows | {"**all**": total}, whys)
    stale = sorted(stated.keys() - used.keys())
    print(
        "\n".join(f"a reason whose mutant is gone or killed: {place}: {change}" for place, change in stale)
    )
    print(dict(total))
    return 1 if total["alive"] or total["untried"] or stale else 0


def write(rows: dict[str, Counter[str]], whys: Counter[str]) -> None:
    """The tables at the end of the README: modules with their verdicts, reasons with their mutants."""
    lines = [
        f"| module | {' | '.join(COLUMNS)} |",
        "|---" * (len(COLUMNS) + 1) + "|",
        *(
            f"| {name} | {' | '.join(str(counts[one]) for one in COLUMNS)} |"
            for name, counts in rows.items()
            if counts
        ),
        "",
        "| mutants | why no test can notice |",
        "|---|---|",
        *(f"| {number} | {why} |" for why, number in whys.items()),
    ]
    readme = FOLDER / "README.md"
    head, mark, _ = readme.read_text("utf-8").partition("<!-- verdicts -->\n")
    readme.write_text("\n".join([head + mark, *lines, ""]), "utf-8")


def main(arguments: list[str]) -> int:
    """0: every survivor has its reason."""
    os.chdir(ROOT)
    if arguments == ["--table"]:
        return table()
    runner = Runner(arguments)
    quiet = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--no-header", "--no-summary", "-s"]
    code = pytest.main([*quiet, *SUITES], plugins=[runner])
    print(f"{runner.unexplained} survived without a stated reason")
    return 1 if runner.unexplained or runner.failing or code not in {0, 5} else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
