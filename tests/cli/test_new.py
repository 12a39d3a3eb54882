"""``plus100 new``: a file to fill in, where it belongs, for somebody who is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from running import Plus100

KINDS = ["story", "practice", "notice", "moment", "boost"]


def written(out: str) -> list[str]:
    """The files that the command says it has written."""
    return re.findall(r"^已写好 (\S+)$", out, re.MULTILINE)


@pytest.mark.parametrize("kind", ["activity", "partner"])
def test_a_record_is_written_into_the_cadres_folder(plus100: Plus100, mini: Path, kind: str) -> None:
    """A file of its own, checked at once: what is found is what is still to fill in."""
    ran = plus100(f"new {kind} --cadre xian/qian-si --date 2018-11-06")
    assert (ran.code, ran.err) == (0, "")
    (path,) = written(ran.out)
    assert re.match(r"records/units/xian/cadres/qian-si/(log|partners)/20181106-[a-z0-9]{4}\.yml", path)
    text = (mini.parent / path).read_text(encoding="utf-8")
    assert f"id: {Path(path).stem}" in text
    left = re.findall(r"^[- ]*(\w+):  #", text, re.MULTILINE)
    assert f"还要填：{'、'.join(left)}。" in ran.out
    found = plus100("check --format json")
    assert found.code == 1
    assert found.out.count('"code": "S213"') == len(left)


@pytest.mark.parametrize("kind", KINDS)
def test_a_contribution_is_written_into_its_column(plus100: Plus100, mini: Path, kind: str) -> None:
    """With the unit, the day and the title in it; ``check`` finds it there."""
    ran = plus100(f"new {kind} --unit xian --title 标题：一 --date 2018-11-06")
    assert (ran.code, ran.err) == (0, "")
    (path,) = written(ran.out)
    text = (mini.parent / path).read_text(encoding="utf-8")
    assert 'title: "标题：一"' in text
    assert "unit: xian" in text
    assert "date: 2018-11-06" in text
    assert path in plus100("check").out or kind == "practice"


def test_a_picture_comes_along_without_its_notes(plus100: Plus100, mini: Path) -> None:
    """The copy lies beside the text, which names it."""
    notes = Image.Exif()
    notes[0x010F] = "Kamera"
    Image.new("RGB", (20, 10)).save(mini.parent / "a.jpg", exif=notes)
    ran = plus100("new moment --unit xian --title 合影 --picture a.jpg")
    text, copy = written(ran.out)
    assert copy == text.replace(".md", "-1.jpg")
    assert "还要填：alt。" in ran.out
    assert f"file: {Path(copy).name}" in (mini.parent / text).read_text(encoding="utf-8")
    assert b"Kamera" not in (mini.parent / copy).read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("activity", "activity 要用 --cadre 写明记在谁的名下"),
        ("activity --cadre xian/qian-shi", "没有 xian/qian-shi 这名团干部，是不是想写 xian/qian-si？"),
        ("story", "story 要用 --unit 写明单位"),
        ("story --unit xiann", "没有 xiann 这个单位，是不是想写 xian？"),
        ("storey --unit xian", "只能是 activity、partner、story"),
        ("partner --cadre xian/qian-si --title 小示", "联系青年没有标题"),
        ("partner --cadre xian/qian-si --picture a.jpg", "图片只能放进投稿"),
        ("story --unit xian --picture b.jpg", "没有 b.jpg 这个文件"),
        ("story --unit xian --picture records/settings.yml", "打不开图片 records/settings.yml"),
        ("story --unit xian --date 2018-13-01", "日期要写成"),
        ("story --unit xian --at HEAD", "不能和 --at 一起用"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    plus100: Plus100, mini: Path, words: str, said: str
) -> None:
    """Wrong usage: exit code 2, one Chinese sentence, no file."""
    before = sorted(mini.parent.rglob("*"))
    ran = plus100(f"new {words}")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert sorted(mini.parent.rglob("*")) == before


def test_today_is_the_default(plus100: Plus100, mini: Path) -> None:
    """The day is that of the settings' time zone; the file is called after it."""
    from datetime import datetime  # noqa: PLC0415 - only here
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    before = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    (path,) = written(plus100("new notice --unit xian").out)
    after = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    text = (mini.parent / path).read_text(encoding="utf-8")
    assert any(f"date: {day}" in text and f"{day:%Y%m%d}-" in path for day in (before, after))
