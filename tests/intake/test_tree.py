"""Sources: a work tree and a revision of it show the same records, whatever the repository is like."""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from plus100.intake.limit import ENOUGH, MAX_BYTES
from plus100.intake.source import SourceError
from plus100.intake.tree import open_source

ENVIRONMENT = {
    **os.environ,
    "GIT_AUTHOR_NAME": "示例",
    "GIT_AUTHOR_EMAIL": "demo@localhost",
    "GIT_COMMITTER_NAME": "示例",
    "GIT_COMMITTER_EMAIL": "demo@localhost",
    "GIT_COMMITTER_DATE": "2018-11-30T23:30:00+08:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def git(folder: Path, *words: str) -> str:
    """Run Git there."""
    done = subprocess.run(["git", *words], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return done.stdout.decode().strip()


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A records folder in a sub-folder of a repository with one commit, odd names and a link."""
    folder = tmp_path / "league" / "records"
    (folder / "units" / "a").mkdir(parents=True)
    (folder / "settings.yml").write_bytes(b"title: x\r\n")
    (folder / "units" / "a" / "unit.yml").write_bytes(b"")
    (folder / "units" / "a" / "植树 \n'.yml").write_bytes(b"\xff\0")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.yml")).write_bytes(b"odd")
    (folder / "link.yml").symlink_to("settings.yml")
    (tmp_path / "other.yml").write_text("a")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "one")
    return folder


def test_a_revision_shows_what_the_work_tree_shows(records: Path) -> None:
    """Same paths, bytes, irregular ones, commit and date; names that are no text are listed, too."""
    tree, commit = open_source(records), open_source(records, "HEAD")
    assert tree.paths() == commit.paths()
    assert len(tree.paths()) == 5
    assert tree.irregular() == commit.irregular() == ("records/link.yml",)
    ordinary = [path for path in tree.paths() if path not in tree.irregular()]
    assert list(tree.read_many(ordinary)) == list(commit.read_many(ordinary))
    assert [commit.read(path) for path in ordinary] == [tree.read(path) for path in ordinary]
    assert tree.revision == commit.revision == git(records, "rev-parse", "HEAD")
    assert tree.committed == commit.committed
    assert tree.committed is not None
    assert tree.committed.isoformat() == "2018-11-30T23:30:00+08:00"
    assert (tree.root, tree.prefix) == (commit.root, commit.prefix) == (records.parent, "records")


def test_files_come_in_the_order_asked_for(records: Path) -> None:
    """However many there are, and also backwards."""
    for number in range(1200):
        (records / f"f{number}.yml").write_text(str(number) * 50)
    git(records, "add", "-A")
    git(records, "commit", "-q", "-m", "many")
    source = open_source(records, "HEAD")
    asked = [f"records/f{number}.yml" for number in reversed(range(1200))]
    assert [(path, data.decode()) for path, data in source.read_many(asked)] == [
        (f"records/f{number}.yml", str(number) * 50) for number in reversed(range(1200))
    ]


def test_an_older_revision_is_read_without_touching_the_work_tree(records: Path) -> None:
    """What is on disk stays as it is, and is not what is read."""
    (records / "settings.yml").write_bytes(b"title: new\n")
    git(records, "commit", "-q", "-a", "-m", "two")
    (records / "settings.yml").write_bytes(b"title: newer\n")
    assert open_source(records, "HEAD~1").read("records/settings.yml") == b"title: x\r\n"
    assert open_source(records, "main").read("records/settings.yml") == b"title: new\n"
    assert open_source(records).read("records/settings.yml") == b"title: newer\n"


@pytest.mark.parametrize("change", ["settings.yml", "new.yml", "ignored.yml"])
def test_a_changed_tree_has_no_revision_but_its_date(records: Path, change: str) -> None:
    """A change, a new file or an ignored one below the folder: all are read, so none is the commit."""
    (records.parents[1] / ".git" / "info" / "exclude").write_text("ignored.yml\n")
    (records / change).write_text("b")
    source = open_source(records)
    assert source.revision is None
    assert source.committed is not None


def test_a_change_elsewhere_does_not_count(records: Path) -> None:
    """Only the records decide whether the commit describes them."""
    (records.parents[1] / "other.yml").write_text("b")
    assert open_source(records).revision is not None


def test_a_folder_without_git_or_without_commits_is_read(tmp_path: Path) -> None:
    """Then there is no revision and no date; asking for a revision says why not."""
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "a.yml").write_text("a")
    for step in ("without Git", "without commits"):
        source = open_source(tmp_path / "records")
        assert (source.paths(), source.revision, source.committed) == (("records/a.yml",), None, None), step
        with pytest.raises(SourceError):
            open_source(tmp_path / "records", "HEAD")
        git(tmp_path, "init", "-q")


@pytest.mark.parametrize(
    "rev", ["nowhere", "HEAD~9", "", "-p", "--help", "HEAD:league", "0" * 40, "HEAD^{", "@{9}"]
)
def test_an_unknown_revision_is_a_fault_of_usage(records: Path, rev: str) -> None:
    """A word to the user, never a crash, and never an option for Git."""
    with pytest.raises(SourceError):
        open_source(records, rev)


def test_no_process_is_left_running(records: Path) -> None:
    """Whoever has looked at a repository once, in any of the ways, owes the system nothing."""

    def running() -> set[int]:
        found = [one for one in gc.get_objects() if isinstance(one, subprocess.Popen)]
        return {one.pid for one in found if one.returncode is None}

    before = running()
    gc.disable()  # or it might end them by chance
    try:
        assert open_source(records).committed is not None
        source = open_source(records, "HEAD")
        assert source.read("records/settings.yml") == b"title: x\r\n"
        assert list(source.read_many(["records/units/a/unit.yml"])) == [("records/units/a/unit.yml", b"")]
        with pytest.raises(SourceError):
            open_source(records, "nowhere")
        assert running() <= before
    finally:
        gc.enable()


def test_missing_content_is_a_fault_of_the_clone(records: Path) -> None:
    """A clone without some file's content is told of, with the object's name; nothing is made up."""
    name = git(records, "rev-parse", "HEAD:./settings.yml")
    top = Path(git(records, "rev-parse", "--absolute-git-dir"))
    (top / "objects" / name[:2] / name[2:]).unlink()
    source = open_source(records, "HEAD")
    with pytest.raises(SourceError, match=name[:10]):
        list(source.read_many(["records/settings.yml"]))


def test_a_shallow_clone_knows_its_last_commit(records: Path, tmp_path: Path) -> None:
    """The rest is unknown and says so."""
    git(records, "commit", "-q", "--allow-empty", "-m", "two")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path}", "clone")
    clone = tmp_path / "clone" / "league" / "records"
    assert open_source(clone, "HEAD").read("records/settings.yml") == b"title: x\r\n"
    with pytest.raises(SourceError):
        open_source(clone, "HEAD~1")


def test_the_repository_may_be_the_records_folder_itself(tmp_path: Path) -> None:
    """Paths begin with the folder's name all the same."""
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "a.yml").write_text("a")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "one")
    assert open_source(folder).paths() == open_source(folder, "HEAD").paths() == ("records/a.yml",)


def test_a_source_is_picklable(records: Path) -> None:
    """Worker processes open it again."""
    for source in (open_source(records), open_source(records, "HEAD")):
        again = pickle.loads(pickle.dumps(source))  # noqa: S301 - our own bytes
        assert again.paths() == source.paths()
        assert again.read("records/settings.yml") == b"title: x\r\n"


def test_no_records_folder_is_a_fault_of_usage(tmp_path: Path) -> None:
    """The message names the folder."""
    with pytest.raises(SourceError, match="nothing"):
        open_source(tmp_path / "nothing")


def test_a_bare_repository_beside_the_records_or_above_them_is_read(records: Path, tmp_path: Path) -> None:
    """Its paths begin where its folder lies, or in it where it is not called ``.git``; there is no work
    tree that a revision could be equal to.
    """
    git(tmp_path, "config", "core.bare", "true")
    commit = open_source(records, "HEAD")
    assert commit.read("records/settings.yml") == b"title: x\r\n"
    assert open_source(records).paths() == commit.paths()
    assert open_source(records).revision is None
    git(tmp_path, "clone", "-q", "--bare", ".git", "league.git")
    served = open_source(tmp_path / "league.git" / "league" / "records", "HEAD")
    assert served.paths() == commit.paths()
    assert served.read("records/settings.yml") == b"title: x\r\n"


def test_a_link_out_of_the_repository_is_a_fault_of_usage(tmp_path: Path) -> None:
    """Git knows the link and not what lies behind it; the message names both."""
    (tmp_path / "league").mkdir()
    git(tmp_path / "league", "init", "-q")
    git(tmp_path / "league", "commit", "-q", "--allow-empty", "-m", "one")
    (tmp_path / "league" / "other").symlink_to(tmp_path)
    with pytest.raises(SourceError, match=r"other 不在 Git 仓库 .*league 里面"):
        open_source(tmp_path / "league" / "other", "HEAD")


@pytest.mark.parametrize(("size", "read"), [(MAX_BYTES, MAX_BYTES), (ENOUGH, ENOUGH), (ENOUGH * 3, ENOUGH)])
def test_of_a_large_file_no_more_is_read_than_shows_that_it_is(records: Path, size: int, read: int) -> None:
    """From disk and from Git, one by one and in a sweep with files before and after it."""
    data = os.urandom(size)
    (records / "b.yml").write_bytes(data)
    git(records, "add", "-A")
    git(records, "commit", "-q", "-m", "large")
    ordinary = ["records/settings.yml", "records/b.yml", "records/units/a/unit.yml", "records/settings.yml"]
    for source in (open_source(records), open_source(records, "HEAD")):
        assert source.read("records/b.yml") == data[:read]
        assert list(source.read_many(ordinary)) == [
            ("records/settings.yml", b"title: x\r\n"),
            ("records/b.yml", data[:read]),
            ("records/units/a/unit.yml", b""),
            ("records/settings.yml", b"title: x\r\n"),
        ]


def test_a_file_of_five_gigabytes_eats_no_memory(tmp_path: Path) -> None:
    """With not a tenth of that to be had."""
    large = tmp_path / "large.yml"
    with large.open("wb") as file:
        file.truncate(5 * 1024**3)
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29));"
        "from plus100.intake.limit import read_file; print(len(read_file(sys.argv[1])))"
    )
    done = subprocess.run([sys.executable, "-c", script, large], capture_output=True, check=True, text=True)
    assert int(done.stdout) == ENOUGH
