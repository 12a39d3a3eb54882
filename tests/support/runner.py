"""A runner for our own workflows: executes the very commands of a job's steps, in order, each by bash as
GitHub runs it. The three actions that the review uses are done by what they stand for: a clone at a
commit, a file kept, a file taken.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")


@dataclass
class Job:
    """What became of a job: the step that failed (``None``: all went well), what was printed."""

    failed: str | None
    printed: str
    outputs: Mapping[str, str]


@dataclass
class Runner:
    """One machine for one event. ``origin`` is the repository that is cloned, ``environment`` what GitHub
    adds to every step's environment.
    """

    folder: Path
    origin: Path
    workflow: Path
    event: Mapping[str, Any]
    environment: Mapping[str, str]
    jobs: dict[str, Job] = field(default_factory=dict)

    def run(self, name: str) -> Job:
        """Run one job of the workflow."""
        job = yaml.safe_load(self.workflow.read_text(encoding="utf-8"))["jobs"][name]
        machine = _Machine(self, self.folder / name)
        for step in job["steps"]:
            if not machine.take(step):
                break
        outputs = {key: machine.fill(value) for key, value in job.get("outputs", {}).items()}
        self.jobs[name] = Job(machine.failed, "".join(machine.printed), outputs)
        return self.jobs[name]


class _Machine:
    def __init__(self, runner: Runner, folder: Path) -> None:
        self.runner = runner
        self.work, self.temp = folder / "work", folder / "temp"
        self.kept = runner.folder / "artifacts"
        for place in (self.work, self.temp, self.kept):
            place.mkdir(parents=True, exist_ok=True)
        event = folder / "event.json"
        event.write_text(json.dumps(runner.event))
        self.shared = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "GITHUB_EVENT_PATH": str(event),
            "RUNNER_TEMP": str(self.temp),
            "PYTHONDONTWRITEBYTECODE": "1",
            **{key: value for key, value in runner.environment.items() if key != "GITHUB_TOKEN"},
        }
        self.outputs: dict[str, dict[str, str]] = {}
        self.printed: list[str] = []
        self.failed: str | None = None

    def take(self, step: Mapping[str, Any]) -> bool:
        """Do a step; whether to go on. After a failure only steps that say so are done."""
        if self.failed is not None and "cancelled()" not in step.get("if", ""):
            return True
        done = self._use(step) if "uses" in step else self._do(step)
        if not done and self.failed is None:
            self.failed = step["name"]
        return True

    def fill(self, text: str) -> str:
        """A text with its expressions filled in."""
        return EXPRESSION.sub(lambda found: self._value(found[1]), text)

    def _use(self, step: Mapping[str, Any]) -> bool:
        given = {key: self.fill(str(value)) for key, value in step.get("with", {}).items()}
        match step["uses"].partition("@")[0]:
            case "actions/checkout":
                self._git("clone", "--quiet", "--no-checkout", str(self.runner.origin), str(self.work))
                self._git("-C", str(self.work), "checkout", "--quiet", "--detach", given["ref"])
                self._environment()
            case "actions/upload-artifact":
                shutil.copy(given["path"], self.kept)
            case "actions/download-artifact":
                Path(given["path"]).mkdir()
                for path in self.kept.iterdir():
                    shutil.copy(path, given["path"])
            case other:
                raise NotImplementedError(other)
        return True

    def _environment(self) -> None:
        """The environment that the tests run in stands in for one that ``make`` would install from the
        same locks. The programs are the clone's own.
        """
        venv = Path(sys.executable).parent.parent
        (self.work / ".venv").symlink_to(venv)
        self.shared["PYTHONPATH"] = str(self.work / "scripts")

    def _do(self, step: Mapping[str, Any]) -> bool:
        written = self.temp / "outputs"
        written.write_text("")
        given = {key: self.fill(str(value)) for key, value in step.get("env", {}).items()}
        command = step["run"]
        if command == "make .venv/site.stamp":
            return (self.work / ".venv" / "bin" / "plus100").exists()
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
            cwd=self.work,
            env={**self.shared, "GITHUB_OUTPUT": str(written), **given},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.printed.append(done.stdout)
        if "id" in step:
            lines = written.read_text().splitlines()
            self.outputs[step["id"]] = dict(line.split("=", 1) for line in lines)
        return done.returncode == 0

    def _value(self, expression: str) -> str:
        for choice in expression.split(" || "):
            if (found := self._look_up(choice.split("."))) is not None:
                return found
        return ""

    def _look_up(self, names: list[str]) -> str | None:
        match names:
            case ["github", "token"]:
                return self.runner.environment["GITHUB_TOKEN"]
            case ["runner", "temp"]:
                return str(self.temp)
            case ["steps", step, "outputs", name]:
                return self.outputs.get(step, {}).get(name)
            case ["needs", job, "outputs", name]:
                return self.runner.jobs[job].outputs.get(name)
            case ["github", "event", *path]:
                found: Any = self.runner.event
                for name in path:
                    found = found.get(name, {})
                return str(found) if found else None
        raise NotImplementedError(".".join(names))

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], check=True, capture_output=True)
