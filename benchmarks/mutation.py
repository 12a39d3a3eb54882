"""Mutate ``measure`` and ``ledger/policy`` and see whether a test notices.

    python benchmarks/mutation.py [--dir DIR] [NAME…]     # NAME: a pattern such as 'plus100.measure.caps*'

mutmut wants a ``src`` layout and a tree of its own, so the code and what its tests read are copied to
DIR (default ``build/mutation``, kept between runs: verdicts on functions that have not changed are not
sought again). The survivors are printed; each must stand with its reason in ``tests/mutation/README.md``,
and one that does not makes the command fail.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
REASONS = ROOT / "tests" / "mutation" / "README.md"
SLOW = ("test_hash_seed", "test_the_sample_league", "test_the_clock", "test_laws")

CONFIG = """\
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/plus100/measure/*", "src/plus100/ledger/policy/*"]
also_copy = ["records", "schemas"]
pytest_add_cli_args = ["-q", "-p", "no:randomly", "-k", "{deselect}"]
pytest_add_cli_args_test_selection = ["tests/measure", "tests/ledger/policy"]
use_git_change_detection = false
track_dependencies = false
timeout_multiplier = 30.0
timeout_constant = 20.0

[tool.pytest.ini_options]
pythonpath = ["src", "tests"]
markers = ["browser: ", "hledger: ", "corpora: ", "site: "]
"""


def prepare(folder: Path) -> None:
    """Copy what is mutated and what the tests need; files that did not change keep their time."""
    shutil.copytree(ROOT / "scripts" / "plus100", folder / "src" / "plus100", dirs_exist_ok=True)
    for name in (
        "tests/measure",
        "tests/ledger/policy",
        "tests/cases",
        "tests/support",
        "records",
        "schemas",
    ):
        if (folder / name).exists():
            shutil.rmtree(folder / name)
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy2(ROOT / "tests" / "conftest.py", folder / "tests" / "conftest.py")
    (folder / "pyproject.toml").write_text(
        CONFIG.format(deselect=" and ".join(f"not {name}" for name in SLOW))
    )


def survivors(folder: Path) -> list[tuple[str, str]]:
    """Every mutant that no test noticed, with what became of it."""
    mutmut = [sys.executable, "-m", "mutmut", "results"]
    found = subprocess.run(mutmut, cwd=folder, capture_output=True, text=True, check=True).stdout
    lines = (line.strip().rpartition(": ") for line in found.splitlines() if "__mutmut_" in line)
    return [
        (name, verdict) for name, _, verdict in lines if verdict not in {"killed", "caught by type check"}
    ]


def main() -> int:
    """0: every survivor has its reason."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dir", type=Path, default=ROOT / "build" / "mutation")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    folder = options.dir.resolve()
    (folder / "tests" / "ledger").mkdir(parents=True, exist_ok=True)
    prepare(folder)
    subprocess.run(
        [sys.executable, "-m", "mutmut", "run", "--max-children", "1", *options.names],
        cwd=folder,
        check=False,
    )
    known = set(re.findall(r"`([\w.ǁ]+__mutmut_\d+)`", REASONS.read_text("utf-8")))
    unexplained = [found for found in survivors(folder) if found[0] not in known]
    for name, verdict in unexplained:
        print(f"{name}: {verdict}")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
