"""R302 to R306: a file that is not read, since it has no place, another extension, a bad name, the
name of another but for case, or is no ordinary file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from plus100.core.findings import Finding
from plus100.core.ids import NAME
from plus100.ledger.checks.say import offer, say

MISPLACED, EXTENSION, IRREGULAR, NAMED, CASE = "R302", "R303", "R304", "R305", "R306"
ANY = "*"
PLACES = (
    ("settings",),
    ("waivers",),
    ("policies", ANY),
    ("units", ANY, "unit"),
    ("units", ANY, "cadres", ANY, "cadre"),
    ("units", ANY, "cadres", ANY, "partners", ANY),
    ("units", ANY, "cadres", ANY, "log", ANY),
)
"""``*`` is a name; the last part is a file without its ``.yml``."""
ENDING = re.compile(r"(?:\.ya?ml)?\.(?:ya?ml|txt)$", re.IGNORECASE)
"""What stands where ``.yml`` should; Windows hides the ``.txt`` that its editor adds."""


def check(
    prefix: str, listed: Iterable[str], bad: Sequence[str], links: frozenset[str]
) -> tuple[tuple[Finding, ...], dict[str, str]]:
    """One finding for each folder or file at fault, and the code of each bad path. ``listed`` are all
    paths, ``bad`` those that are not read.
    """
    findings: dict[str, Finding] = {}
    lost: dict[str, str] = {}
    twins = _twins(listed) if bad else frozenset()
    for path in bad:
        finding = _irregular(path) if path in links else _fault(prefix, path, twins)
        findings.setdefault(finding.where.path, finding)
        lost[path] = finding.code
    return tuple(findings.values()), lost


def _twins(listed: Iterable[str]) -> frozenset[str]:
    """Files and folders that differ from another only by case, those in lower case excepted."""
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    for path in listed:
        steps = path.split("/")
        for end in range(2, len(steps) + 1):
            name = "/".join(steps[:end])
            spelt[name.lower()].add(name)
    return frozenset(
        name for lower, names in spelt.items() if len(names) > 1 for name in names if name != lower
    )


def _irregular(path: str) -> Finding:
    fix = "换成普通文件；要引用别处的内容，复制一份。"
    return say(IRREGULAR, (path, None), f"{path} 是链接或特殊文件，不会读取。", fix)


def _fault(prefix: str, path: str, twins: frozenset[str]) -> Finding:
    """What is wrong with a path: with its first folder that is at fault, else with the file."""
    steps = path.removeprefix(f"{prefix}/").split("/")
    places = [place for place in PLACES if len(place) == len(steps)]
    end, here = 0, prefix
    while True:  # a path that fits to its end is not a bad one
        step, end = steps[end], end + 1
        here = f"{here}/{step}"
        if here in twins:
            fix = "合并两者，或改用不同的名称；有些电脑不分大小写，会让一个盖掉另一个。"
            return say(CASE, (here, None), f"{here} 与同一处的另一个名称只差大小写。", fix)
        last = end == len(steps)
        fitting = [place for place in places if _fits(place[end - 1], step, last=last)]
        if not fitting:
            found = _unfit(here, step, {place[end - 1] for place in places}, last=last)
            return found or _misplaced(prefix, path, steps)
        places = fitting


def _fits(pattern: str, step: str, *, last: bool) -> bool:
    name = step.removesuffix(".yml") if last else step
    if last and name == step:
        return False
    return NAME.fullmatch(name) is not None if pattern == ANY else name == pattern


def _unfit(here: str, step: str, patterns: set[str], *, last: bool) -> Finding | None:
    """Why the step fits none of the patterns of its place, if it need only be named otherwise."""
    ending = ENDING.search(step) if last else None
    mended = f"{step[: ending.start()]}.yml" if ending else step
    if mended != step and any(_fits(p, mended, last=True) for p in patterns):
        fix = f"改名为 {mended}。"
        return say(EXTENSION, (here, None), f"{here} 的扩展名不是 .yml，不会读取。", fix)
    if ANY in patterns and (not last or step.endswith(".yml")):
        fix = "改用小写英文字母、数字和单个连字符，不超过 60 个字符，例如 2017-05.yml、shili-xian。"
        return say(NAMED, (here, None), f"名称 {step} 不合规则，{here} 不会读取。", fix)
    return None


def _misplaced(prefix: str, path: str, steps: Sequence[str]) -> Finding:
    """What is out of place: the outermost folder that holds no records where it is, else the file."""
    fix = "移到应在的位置；不是记录的，移出这个文件夹。"
    here = prefix
    places: Sequence[tuple[str, ...]] = PLACES
    for end, step in enumerate(steps[:-1]):
        here = f"{here}/{step}"
        places = [place for place in places if len(place) > end + 1]
        names = {place[end] for place in places}
        places = [place for place in places if _fits(place[end], step, last=False)]
        if not places:
            message = f"文件夹 {here} 不在任何记录应在的位置，里面的文件都不会读取。"
            return say(MISPLACED, (here, None), message, offer(step.lower(), names - {ANY}, fix))
    return say(MISPLACED, (path, None), f"{path} 不在任何记录应在的位置，不会读取。", fix)
