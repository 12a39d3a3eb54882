"""One word for one thing, in everything that users read: the words of the source documents and the
schemas, never a second name beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = (
    ("scripts/plus100", "*.py"),
    ("scripts/plus100/publish/templates", "*.j2"),
    ("schemas", "*.json"),
    ("records/policies", "*.yml"),
)
SAID_OTHERWISE = {
    "伙伴": "联系的青年",
    "答复": "回复",
    "点赞评论": "点赞留言",
    "免除": "免予开展",
    "等级": "星级",
    "政策": "规则",
    "未规定比例": "不作判定",
    "暂不计算": "暂不计入",
    "干部编号": "团干部代号",
    "单位编号": "单位代号",
    "下级不得加码": "下级不得再提高",
}


def texts() -> Iterator[tuple[str, str]]:
    """Path and text of every file whose words users read."""
    for folder, pattern in PLACES:
        for path in sorted((ROOT / folder).rglob(pattern)):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


TEXTS = dict(texts())


@pytest.mark.parametrize("word", SAID_OTHERWISE)
def test_a_thing_has_one_name(word: str) -> None:
    """The second name stands nowhere; say the first."""
    found = [path for path, text in TEXTS.items() if word in text]
    assert not found, f"{word} → {SAID_OTHERWISE[word]}"


def test_the_files_looked_at_are_the_ones_that_speak() -> None:
    """The test would be empty if folders moved; the right words do stand in them."""
    everything = "\n".join(TEXTS.values())
    assert all(word.removeprefix("联系的") in everything for word in SAID_OTHERWISE.values())
    assert {suffix for _, suffix in PLACES} == {"*" + Path(path).suffix for path in TEXTS}
