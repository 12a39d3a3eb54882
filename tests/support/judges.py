"""The judges of built pages that come from npm (``tests/node``): HTML, accessibility, Lighthouse."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from support.browsing import FLAGS

MODULES = Path(__file__).parents[1] / "node" / "node_modules"
RUN_AXE = """() => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
  .flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${node.target.join(' ')} ${node.html.slice(0, 99)}`)))"""


def html_faults(folder: Path) -> list[str]:
    """Every error that the Nu HTML checker, the W3C's, sees in the pages below a folder."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        "java",
        "-jar",
        str(jar),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "json",
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [f"{one['url']}:{one.get('lastLine', '')} {one['message']}" for one in messages]


@cache
def axe() -> str:
    """The source of axe-core."""
    return (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def axe_faults(page: Page) -> list[str]:
    """Every element of the open page that violates a rule of axe-core."""
    page.evaluate(axe())
    found: list[str] = page.evaluate(RUN_AXE)
    return found


def lighthouse(url: str, categories: Collection[str], folder: Path) -> dict[str, int]:
    """Category → score from 0 to 100 of one run on an emulated phone. ``folder`` takes the report."""
    report = folder / "lighthouse.json"
    command = [
        "node",
        str(MODULES / "lighthouse" / "cli" / "index.js"),
        url,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--only-categories={','.join(categories)}",
        f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]
    chromium = shutil.which("chromium") or ""
    subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, check=True)
    scores = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: round(100 * scores[name]["score"]) for name in categories}
