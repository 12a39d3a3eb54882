"""``plus100 guard`` and ``plus100 review`` as one calls them: options, forms, exit codes."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest
from running import Plus100, Ran

from plus100.cli.app import run
from plus100.review.markdown import MARK
from support import mini, pulls
from support.gitrepo import DAY, Content

LOG = "records/units/zhen/cadres/sun-wu/log/b.yml"
GOOD: dict[str, Content] = {LOG: "- {id: 20180301-zz, type: share, date: 2018-03-01, article: 示例}\n"}
BAD: dict[str, Content] = {LOG: "- {id: 20180301-zz, type: share, date: 2018-03-99, article: 示例}\n"}


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Plus100:
    """Run a command inside the bare repository of the pulls, on the day they are received."""
    bench = pulls.bench()
    monkeypatch.chdir(bench.store.folder)
    bench.store.branch("main", bench.base)

    def ran(words: str) -> Ran:
        code = run(shlex.split(words))
        captured = capsys.readouterr()
        return Ran(int(code), captured.out, captured.err)

    return ran


def change(over: Mapping[str, Content]) -> str:
    """The options that name a change."""
    return f"--base main --head {pulls.bench().head(over)} --received 2018-12-01"


def test_what_may_be_done_is_said_in_a_line(call: Plus100) -> None:
    """Exit code 0, and how many files."""
    ran = call(f"guard {change(GOOD)} --actor sun-wu")
    assert (ran.code, ran.out) == (0, "可以改：1 个文件。\n")
    assert call(f"guard {change({})} --actor sun-wu").out == "没有改动。\n"


@pytest.mark.parametrize("command", ["guard --actor sun-wu", "review"])
def test_without_git_or_a_repository_there_is_nothing_to_judge(
    call: Plus100, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither is our fault, and both are said in a sentence."""
    (tmp_path / "file").touch()
    (tmp_path / "broken" / ".git").mkdir(parents=True)
    for place in ("nowhere/records", "file/records", "broken/records"):
        ran = call(f"{command} --base main --records {tmp_path / place}")
        assert (ran.code, ran.out) == (2, "")
        assert "不在 Git 仓库里" in ran.err
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = call(f"{command} --base main --head main")
    assert (ran.code, ran.out, ran.err) == (2, "", "没有找到 git 命令。请先安装 Git，再运行一次。\n")


def test_who_agreed_is_said(call: Plus100) -> None:
    """A second person's word is part of the answer."""
    over = {LOG: None, "records/units/xian/cadres/qian-si/partners/a.yml": None}
    ran = call(f"guard {change(over)} --actor qian-si --approver zhao-san")
    assert (ran.code, ran.out) == (0, "可以改：1 个文件。\n")
    path = "records/policies/shandong-2017.yml"
    law = {path: pulls.base_files()[path] + b"# x\n"}
    ran = call(f"guard {change(law)} --actor wang-yi --approver li-er")
    assert (ran.code, ran.out) == (0, "可以改：1 个文件，li-er 已同意。\n")


@pytest.mark.parametrize(
    "who", ["--account github:102", "--actor sun-wu", "--key {key} --received 2018-06-30"]
)
def test_three_ways_to_say_who(call: Plus100, who: str) -> None:
    """Account, person and key lead to the same verdict."""
    words = who.format(key=pulls.fingerprint("sun-wu"))
    bench = pulls.bench()
    tree = bench.store.tree({**pulls.base_files(), **GOOD})
    head = bench.store.commit(tree, bench.base, when=DAY - 200 * 24 * 60 * 60)
    assert call(f"guard --base main --head {head} --received 2018-12-01 {words}").code == 0


def test_a_refusal_in_three_forms(call: Plus100) -> None:
    """Text for people, JSON for programs, annotations for GitHub; always 1."""
    text = call(f"guard {change(GOOD)} --actor zhao-san")
    assert (text.code, text.out.startswith(f"{LOG}: 错误 G930 ")) == (1, True)
    made = call(f"guard {change(GOOD)} --actor zhao-san --format json")
    assert [one["code"] for one in json.loads(made.out)["findings"]] == ["G930"]
    noted = call(f"guard {change(GOOD)} --actor zhao-san --format github")
    assert noted.out.startswith(f"::error file={LOG},title=G930::")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("guard --base main", "要写其中一个"),
        ("guard --base main --actor a --key b", "只写其中一个"),
        ("guard --base main --head main --account 12", "平台:编号"),
        ("review --base main --actor a --signed", "只写其中一个"),
    ],
)
def test_a_wrong_way_to_ask_is_a_usage_error(call: Plus100, words: str, says: str) -> None:
    """Exit code 2 and what to write instead."""
    ran = call(words)
    assert ran.code == 2
    assert says in ran.err


@pytest.mark.parametrize("command", ["guard --actor a", "review"])
def test_outside_of_git_there_is_nothing_to_look_at(
    call: Plus100, command: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said plainly, as wrong usage."""
    monkeypatch.chdir(tmp_path_factory.mktemp("plain"))
    ran = call(command)
    assert ran.code == 2
    assert "不在 Git 仓库里" in ran.err


@pytest.mark.parametrize("command", ["guard --actor sun-wu", "review"])
def test_a_missing_base_is_a_finding(call: Plus100, command: str) -> None:
    """With the command that fetches it."""
    ran = call(f"{command} --base nowhere --head main")
    assert ran.code == 1
    # A workflow finds its comment again by the mark, whatever there is to say.
    assert ran.out.startswith(
        ".: 错误 G920 " if command.startswith("guard") else f"{MARK}\n## 还没有检查\n"
    )
    assert "G920" in ran.out
    assert "git fetch" in ran.out
    assert json.loads(call(f"{command} --base nowhere --head main --format json").out)["findings"]
    assert call(f"{command} --base nowhere --head main --format github").out.startswith("::error ")


def test_a_review_passes_or_not(call: Plus100) -> None:
    """0 for a change in order, 1 for one with an error; without a person it says that it asked nobody."""
    good = call(f"review {change(GOOD)} --account github:102")
    assert good.code == 0
    assert "## 检查通过" in good.out
    bad = call(f"review {change(BAD)}")
    assert bad.code == 1
    assert "没有查提交的人是谁" in bad.out
    unknown = call(f"review {change(GOOD)} --account github:5")
    assert unknown.code == 1
    assert "G950" in unknown.out


def test_a_review_in_the_other_forms(call: Plus100) -> None:
    """JSON with everything; an annotation for each fault."""
    made = json.loads(call(f"review {change(BAD)} --actor sun-wu --format json").out)
    assert (made["passes"], made["judged"], made["person"]) == (False, True, "sun-wu")
    noted = call(f"review {change(BAD)} --format github")
    assert noted.out.startswith(f"::error file={LOG},line=1,col=")


def test_a_waived_fault_does_not_fail_a_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``check`` shows it as a hint with the name and the last day, and ends with 0."""
    entry = "- {id: 20180303-zz, type: activity, date: 2018-03-03, form: online, theme: nothing-known}\n"
    waiver = (
        "- {code: R363, path: units/sheng/cadres/wang-yi/log/x.yml, reason: 示例, approver: li-er,"
        " approved_on: 2018-01-01, until: 2018-12-31}\n"
    )
    faulty = {"records/units/sheng/cadres/wang-yi/log/x.yml": entry}
    mini.lay_out(tmp_path, mini.changed(faulty))
    monkeypatch.chdir(tmp_path)
    assert run(["check"]) == 1
    mini.lay_out(tmp_path, {"records/waivers.yml": waiver.encode()})
    capsys.readouterr()
    assert run(["check"]) == 0
    assert "提示 R363" in capsys.readouterr().out
