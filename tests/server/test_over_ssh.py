"""A server of one's own as people meet it: over ``ssh``, with Debian's ``sshd`` on loopback."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from review.test_hostile_trees import KINDS, with_hostile
from support import pulls, sshd
from support.gitrepo import Store
from support.pushes import signed
from support.sshd import Server, git, serve

pytestmark = pytest.mark.sshd

ZHOU = "records/units/zhen/cadres/zhou-liu"
SUN = "records/units/zhen/cadres/sun-wu"
QIAN = "records/units/xian/cadres/qian-si"
ZHEN = "records/units/zhen/unit.yml"
RACERS = ("zhou-liu", "sun-wu")


def entry(name: str) -> str:
    """A file with one entry."""
    return f"- {{id: 20180301-{name}, type: share, date: 2018-03-01, article: 示例文章{name}}}\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for this file. In ``zhen`` the own log needs no merge."""
    more = {ZHEN: pulls.base_files()[ZHEN] + b"direct_log: true\n"}
    with serve(tmp_path_factory.mktemp("sshd"), more) as found:
        yield found


def test_two_cadres_and_a_reviewer(server: Server) -> None:
    """Both propose on branches of their own, the reviewer merges both, each sees the other's."""
    reviewer = server.clone("qian-si")
    for person, place in (("zhou-liu", ZHOU), ("sun-wu", SUN)):
        cadre = server.clone(person)
        head = cadre.commit({f"{place}/log/day.yml": entry("da")})
        taken, told = cadre.push(f"{head}:refs/heads/{person}/day")
        assert taken, told
        assert "检查通过，等审核人合并。" in told
        reviewer.git("fetch", "--quiet", "origin")
        merged = reviewer.merge(head)
        taken, told = reviewer.push(f"{merged}:main")
        assert taken, told
        assert server.main() == merged
    cadre.git("fetch", "--quiet", "origin")
    assert cadre.git("show", f"origin/main:{ZHOU}/log/day.yml") == entry("da").strip()


REFUSED = {
    "another's log": ({f"{SUN}/log/x.yml": entry("xa")}, "refs/heads/zhou-liu/x", "G930"),
    "into another's branch": ({f"{ZHOU}/log/x.yml": entry("xa")}, "refs/heads/sun-wu/x", "G960"),
    "a tag": ({f"{ZHOU}/log/x.yml": entry("xa")}, "refs/tags/zhou-liu/x", "G960"),
    "a program": ({"scripts/tool.py": "raise SystemExit\n"}, "refs/heads/zhou-liu/x", "G934"),
    "partners straight to main": (
        {f"{ZHOU}/partners/x.yml": "- {id: p-x, since: 2018-01-01}\n"},
        "refs/heads/main",
        "G961",
    ),
    "a faulty entry": ({f"{ZHOU}/log/x.yml": "- {id: 20180301-xa}\n"}, "refs/heads/zhou-liu/x", "S"),
    "a phone number": (
        {f"{ZHOU}/log/x.yml": entry("xa").replace("示例文章xa", "找13812345678")},
        "refs/heads/zhou-liu/x",
        "L5",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(server: Server, case: str) -> None:
    """The terminal says which finding it is, where, and that nothing was taken; and nothing was."""
    files, ref, code = REFUSED[case]
    cadre, before = server.clone("zhou-liu"), git(server.repository, "for-each-ref")
    taken, told = cadre.push(f"{cadre.commit(files)}:{ref}")
    assert not taken
    assert f"错误 {code}" in told, told
    assert "remote:    改法：" in told
    assert "不能收" in told
    assert git(server.repository, "for-each-ref") == before


def test_a_cadre_cannot_merge(server: Server) -> None:
    """Whoever reviews nothing merges nothing, and a program pushed is data: the hook stays as it was."""
    cadre = server.clone("sun-wu")
    head = cadre.commit({f"{SUN}/partners/m.yml": "- {id: p-m, since: 2018-01-01}\n"})
    taken, told = cadre.push(f"{cadre.merge(head)}:main")
    assert not taken
    assert "G962" in told


def test_history_stays(server: Server) -> None:
    """A branch is neither rewritten nor removed."""
    cadre = server.clone("zhou-liu")
    first = cadre.commit({f"{ZHOU}/log/h.yml": entry("ha")})
    assert cadre.push(f"{first}:refs/heads/zhou-liu/history")[0]
    other = cadre.commit({f"{ZHOU}/log/h.yml": entry("hb")})
    assert not cadre.push(f"+{other}:refs/heads/zhou-liu/history")[0]
    taken, told = cadre.push(":refs/heads/zhou-liu/history")
    assert not taken
    assert "G960" in told
    assert git(server.repository, "rev-parse", "zhou-liu/history") == first


def test_no_shell(server: Server) -> None:
    """A connection runs Git on the one repository, whatever it asks for."""
    for asked in (
        [], ["id"], ["git-upload-pack", "'/etc'"], ["git-upload-archive", "'records.git'"],
        ["git-upload-pack", "'records.git';id"], ["git-receive-pack", "--help"],
        ["git-upload-pack", "'../records.git'"], ["scp", "-f", "host"],
    ):  # fmt: skip
        done = ask(server, "zhou-liu", *asked)
        assert done.returncode == 1, asked
        assert done.stdout == ""
        assert "不能登录，也不能运行别的命令" in done.stderr
    for option in ("-D0", "-R0:127.0.0.1:1", "-W127.0.0.1:1"):
        assert ask(server, "zhou-liu", option=option).returncode != 0


def ask(server: Server, person: str, *words: str, option: str = "-T") -> subprocess.CompletedProcess[str]:
    """``ssh`` by hand."""
    user, _, rest = server.address.removeprefix("ssh://").partition("@")
    port = rest.partition(":")[2].partition("/")[0]
    command = [
        *server.ssh(person),
        option,
        "-o",
        "ExitOnForwardFailure=yes",
        "-p",
        port,
        f"{user}@127.0.0.1",
    ]
    return subprocess.run(
        [*command, *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
        stdin=subprocess.DEVNULL,
    )


def test_a_stranger_does_not_get_in(server: Server) -> None:
    """A key in no record opens nothing, until a merge registers it; a key that goes stops opening."""
    assert "Permission denied" in ask(server, "nobody").stderr
    public = (server.folder / "keys" / "nobody.pub").read_text().strip()
    reviewer = server.clone("qian-si")
    record = "records/units/zhen/cadres/xin-ren/cadre.yml"
    text = (
        "id: xin-ren\nperson: xin-ren\nname: 示例新人\nsince: 2018-01-01\nposts:\n"
        "  - {category: full_time, basis: {kind: formal_staff}, from: 2018-01-01}\n"
        f"keys:\n  - {{public: {public}, from: 2018-01-01}}\n"
    )
    head = reviewer.commit({record: text})
    taken, told = reviewer.push(f"{reviewer.merge(head)}:main")
    assert taken, told
    assert "不能登录" in ask(server, "nobody").stderr


BY_GIT = {
    ".git", ".GIT in other case", "git~1", "a dot", "two dots", "a slash in the name", "no name",
    "name twice", "out of order", "padded mode", "padded folder", "content missing",
    "an empty folder of two dots", "an empty .git",
}  # fmt: skip
"""Kinds that Git refuses before it asks the hook, or cannot even send."""


def test_hostile_trees(server: Server) -> None:
    """Every kind of hostile tree is refused, by Git's own look at the objects or by the hook."""
    cadre = server.clone("qian-si")
    cadre.git("fetch", "--quiet", "origin")
    store = Store(cadre.folder / ".git")
    base = cadre.git("rev-parse", "origin/main")
    files = {**sshd.with_keys(server, {**pulls.base_files()}), f"{QIAN}/log/a.yml": b"[]\n"}
    specs = {}
    for place, (name, kind) in enumerate(KINDS.items()):
        tree = with_hostile(store, files, f"{QIAN}/log", kind)
        head = signed(store, tree, (base,), str(server.key("qian-si")), "qian-si")
        specs[name] = f"{head}:refs/heads/qian-si/hostile-{place}"
    before = git(server.repository, "for-each-ref")
    for name in BY_GIT:
        taken, told = cadre.push(specs.pop(name))
        assert not taken
        assert "错误 G9" not in told
        assert "unpack" in told, (name, told)
    taken, told = cadre.push(*specs.values())
    assert not taken
    for spec in specs.values():
        assert f"{spec.partition('heads/')[2]}：不能收" in told
    assert len(re.findall("错误 G9", told)) >= len(specs) >= 10
    assert git(server.repository, "for-each-ref") == before


def test_races_over_ssh(server: Server) -> None:
    """Two cadres push their own log straight to main at the same time, five times over."""
    clones = [server.clone(person) for person in RACERS]
    places = {"zhou-liu": ZHOU, "sun-wu": SUN}
    accepted: list[str] = []
    for turn in range(5):
        heads = [
            one.commit({f"{places[one.person]}/log/race-{turn}.yml": entry(f"r{turn}")}) for one in clones
        ]
        with ThreadPoolExecutor(2) as both:
            said = list(
                both.map(lambda pair: pair[0].push(f"{pair[1]}:main"), zip(clones, heads, strict=True))
            )
        won = [head for head, (taken, _) in zip(heads, said, strict=True) if taken]
        assert len(won) == 1, said
        assert all("rejected" in told for taken, told in said if not taken)
        accepted += won
    main = git(server.repository, "rev-list", "main").split()
    assert set(accepted) <= set(main)
