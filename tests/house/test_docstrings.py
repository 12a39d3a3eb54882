"""Every package opens with a page that maps it: no module is left off the map."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "scripts" / "plus100"
PACKAGES = sorted(path.parent for path in ROOT.rglob("__init__.py"))
CHECKS = ROOT / "ledger" / "checks"


def members(package: Path) -> set[str]:
    """The modules and packages directly in a package, but for the one that makes it a command."""
    modules = {path.stem for path in package.glob("*.py")} - {"__init__", "__main__"}
    return modules | {path.parent.name for path in package.glob("*/__init__.py")}


def named(package: Path) -> set[str]:
    """What a package's page names: between double backticks, or at the head of an indented line. The
    checks stand in the tuples that say in which order they run.
    """
    source = (package / "__init__.py").read_text(encoding="utf-8")
    page = ast.get_docstring(ast.parse(source)) or ""
    found = {word for span in re.findall(r"``([^`]+)``", page) for word in re.findall(r"\w+", span)}
    found.update(re.findall(r"^ +(\w+)  ", page, flags=re.MULTILINE))
    return found.union(re.findall(r"(\w+)\.check", source)) if package == CHECKS else found


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.relative_to(ROOT.parent).as_posix())
def test_a_packages_page_names_every_module(package: Path) -> None:
    """Whoever opens a package finds on its first page what each of its modules is for."""
    assert members(package) - named(package) == set()
