"""``python benchmarks/review.py``: one new file in a repository of 1,000 cadres, reviewed.

How many times does that cost what starting the interpreter, and starting ``plus100`` at all, costs?
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from timing import Contender, Run, middle, once

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scripts"))

from samples.__main__ import main as samples  # noqa: E402 - after the path

PYTHON = Path(sys.executable)
PLUS100 = str(PYTHON.parent / "plus100")
ENTRY = "- {id: 20181201-zz, type: activity, date: 2018-12-01, form: offline, theme: talk, title: 示例}\n"
BEGIN, END = "<!-- review: begin -->\n", "<!-- review: end -->\n"


def prepare(data: Path, cadres: int) -> str:
    """A repository whose branch ``pull`` adds a log file; the person who does so."""
    if not (data / ".git").exists():
        samples(["bench", "--cadres", str(cadres), "--out", str(data), "--git"])
    folder = sorted((data / "records" / "units").glob("*/cadres/*"))[cadres // 2]
    place = folder.relative_to(data) / "log" / "2018-13.yml"
    env = {"GIT_INDEX_FILE": str(data / ".git" / "bench-index")}
    git(data, "read-tree", "HEAD", **env)
    blob = git(data, "hash-object", "-w", "--stdin", told=ENTRY)
    git(data, "update-index", "--add", "--cacheinfo", f"100644,{blob},{place.as_posix()}", **env)
    commit = git(data, "commit-tree", git(data, "write-tree", **env), "-p", "HEAD", "-m", "x")
    git(data, "branch", "--force", "pull", commit)
    git(data, "branch", "--force", "base", "HEAD")
    lines = (folder / "cadre.yml").read_text(encoding="utf-8").splitlines()
    return next(line.partition(": ")[2] for line in lines if line.startswith("person: "))


def git(data: Path, *words: str, told: str = "", **env: str) -> str:
    """Run Git in the repository."""
    who = {f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    made = subprocess.run(
        ["git", *words],
        cwd=data,
        env=os.environ | who | env,
        input=told,
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.strip()


def contenders(person: str) -> list[Contender]:
    """What is timed, the cheapest first."""
    change = ("--base", "base", "--head", "pull", "--actor", person)
    commands = {
        "the interpreter alone": (str(PYTHON), "-c", "pass"),
        "`plus100 --version`": (PLUS100, "--version"),
        "`plus100 guard`": (PLUS100, "guard", *change),
        "`plus100 review`": (PLUS100, "review", *change),
        "`plus100 review --ranks`": (PLUS100, "review", *change, "--ranks"),
    }
    return [Contender(name=title, title=title, commands=(command,)) for title, command in commands.items()]


def table(runs: Mapping[str, list[Run]]) -> str:
    """The results in Markdown."""
    first, second = list(runs)[:2]
    lines = [
        "| what | processor seconds | ÷ the interpreter | ÷ `plus100 --version` | peak memory |",
        "|---|---:|---:|---:|---:|",
    ]
    for title, found in runs.items():
        own = middle(found, "cpu")
        times = [own / middle(runs[one], "cpu") for one in (first, second)]
        peak = middle(found, "peak_mb")
        lines.append(f"| {title} | {own:.2f} | {times[0]:.0f} | {times[1]:.1f} | {peak:.0f} MB |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make the repository, let the commands take turns, write the table into the readme."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cadres", type=int, default=1000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--data", type=Path, help="keep the repository here, or find it here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = (options.data or Path(folder)).resolve()
        person = prepare(data, options.cadres)
        os.chdir(data)
        all_of = contenders(person)
        runs: dict[str, list[Run]] = {one.name: [] for one in all_of}
        for _ in range(options.repeats):
            for one in all_of:
                runs[one.name].append(once(one, sorted(os.sched_getaffinity(0))))
    text = table(runs)
    readme = HERE / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    readme.write_text(f"{before}{BEGIN}{text}{END}{rest.partition(END)[2]}", encoding="utf-8", newline="\n")
    print(text)


if __name__ == "__main__":
    main()
