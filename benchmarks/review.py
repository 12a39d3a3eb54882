"""``python benchmarks/review.py``: one new file in a repository of 1,000 cadres, reviewed, and pushed to a
server of one's own.

How many times does that cost what starting the interpreter, and starting ``plus100`` at all, costs?
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from timing import Contender, Run, middle, once

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "scripts"))

from plus100.server.shell import KEY  # noqa: E402 - after the path
from samples.__main__ import main as samples  # noqa: E402

PYTHON = Path(sys.executable)
PLUS100 = str(PYTHON.parent / "plus100")
ENTRY = "- {id: 20181201-zz, type: activity, date: 2018-12-01, form: offline, theme: talk, title: 示例}\n"
BEGIN, END = "<!-- review: begin -->\n", "<!-- review: end -->\n"


@dataclass(frozen=True, slots=True)
class Bench:
    """A repository with branches ``base`` and ``pull``, made by a person with a key; two servers' copies of
    the base: as ``server init`` leaves it, and the same without the hook.
    """

    data: Path
    person: str
    fingerprint: str
    server: Path
    bare: Path

    @property
    def ref(self) -> str:
        """Where the change is pushed to."""
        return f"refs/heads/{self.person}/bench"

    def clear(self) -> None:
        """Let no server have the branch."""
        for server in (self.server, self.bare):
            git(server, "update-ref", "-d", self.ref)


def prepare(data: Path, cadres: int, beside: Path) -> Bench:
    """The repository, in which ``pull`` adds a log file to ``base``, and the servers."""
    if not (data / ".git").exists():
        samples(["bench", "--cadres", str(cadres), "--out", str(data), "--git"])
    folder = sorted((data / "records" / "units").glob("*/cadres/*"))[cadres // 2]
    place = folder.relative_to(data).as_posix()
    cadre = (folder / "cadre.yml").read_text(encoding="utf-8")
    person = next(line.partition(": ")[2] for line in cadre.splitlines() if line.startswith("person: "))
    key = beside / "key"
    told(beside, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(key))
    public = key.with_suffix(".pub").read_text(encoding="utf-8").strip()
    fingerprint = told(beside, "ssh-keygen", "-l", "-f", str(key)).split()[1]
    held = f"{cadre}keys:\n  - {{public: {public}, from: 2018-01-01}}\n"
    commit(data, "base", "HEAD", {f"{place}/cadre.yml": held}, (person, key))
    commit(data, "pull", "base", {f"{place}/log/2018-13.yml": ENTRY}, (person, key))
    made = Bench(data, person, fingerprint, beside / "server.git", beside / "bare.git")
    for server in (made.server, made.bare):
        told(beside, PLUS100, "server", "init", str(server))
        git(server, "fetch", "--quiet", str(data), "refs/heads/base:refs/heads/main")
    (made.bare / "hooks" / "pre-receive").unlink()
    return made


def commit(data: Path, branch: str, start: str, files: Mapping[str, str], by: tuple[str, Path]) -> None:
    """Let a branch be a commit with some files laid over another, signed by a person with a key."""
    person, key = by
    env = {"GIT_INDEX_FILE": str(data / ".git" / "bench-index")}
    git(data, "read-tree", start, **env)
    for path, text in files.items():
        blob = git(data, "hash-object", "-w", "--stdin", text=text)
        git(data, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", **env)
    who = {f"GIT_{role}_{what}": person for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    who |= {"GIT_AUTHOR_EMAIL": f"{person}@shili"}
    tree = git(data, "write-tree", **env)
    sign = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={key}")
    made = git(data, *sign, "commit-tree", tree, "-p", start, "-m", "x", "-S", **who)
    git(data, "branch", "--force", branch, made)


def git(data: Path, *words: str, text: str = "", **env: str) -> str:
    """Run Git in a repository."""
    return told(data, "git", *words, text=text, **env)


def told(folder: Path, *words: str, text: str = "", **env: str) -> str:
    """What a program prints."""
    made = subprocess.run(
        words, cwd=folder, env=os.environ | env, input=text, capture_output=True, text=True, check=True
    )
    return made.stdout.strip()


def contenders(bench: Bench) -> list[Contender]:
    """What is timed, the cheapest first."""
    change = ("--base", "base", "--head", "pull", "--actor", bench.person)
    push = ("env", f"{KEY}={bench.fingerprint}", "git", "push", "--quiet")
    pull = f"pull:{bench.ref}"
    commands = {
        "the interpreter alone": (str(PYTHON), "-c", "pass"),
        "`plus100 --version`": (PLUS100, "--version"),
        "`plus100 guard`": (PLUS100, "guard", *change),
        "`plus100 review`": (PLUS100, "review", *change),
        "`plus100 review --ranks`": (PLUS100, "review", *change, "--ranks"),
        "`git push` to a server without the hook": (*push, str(bench.bare), pull),
        "`git push` to a server with the hook": (*push, str(bench.server), pull),
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
        data = (options.data or Path(folder) / "data").resolve()
        beside = Path(folder) / "servers"
        beside.mkdir()
        bench = prepare(data, options.cadres, beside)
        os.chdir(data)
        all_of = contenders(bench)
        runs: dict[str, list[Run]] = {one.name: [] for one in all_of}
        for _ in range(options.repeats):
            bench.clear()
            for one in all_of:
                runs[one.name].append(once(one, sorted(os.sched_getaffinity(0))))
    text = table(runs)
    readme = HERE / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    readme.write_text(f"{before}{BEGIN}{text}{END}{rest.partition(END)[2]}", encoding="utf-8", newline="\n")
    print(text)


if __name__ == "__main__":
    main()
