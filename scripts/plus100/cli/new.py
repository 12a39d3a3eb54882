"""``plus100 new``: a new file to fill in, where it belongs."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from plus100.cli.cells import clean
from plus100.cli.options import Options, common, frame_of, source_of
from plus100.cli.parameters import Choice, Day, Name, cadres, nearest, units
from plus100.cli.terminal import complain, write
from plus100.cli.words import Command, UnknownError
from plus100.ledger.world import Frame
from plus100.publish.drafts.blanks import blanks
from plus100.publish.drafts.texts import Draft, activity, column, partner, piece

BOOKS = ("activity", "partner")
PIECES = ("story", "practice", "notice", "moment", "boost")


@click.command(
    "new",
    cls=Command,
    short_help="写好一份新文件的样子，填空就行",
    help="在该放的地方写一份新文件，知道的都已填好，空着的由你填；不会改动已有的文件。\n"
    "种类：activity 活动，partner 联系青年（这两种要 --cadre）；story 青春故事，practice 好做法，"
    "notice 通知公告，moment 精彩时刻，boost 青春加油站（这五种要 --unit）。\n"
    "图片用 --picture 带上，会缩小并去掉拍摄地点和时间再放进来。",
    examples=(
        "plus100 new activity --cadre 单位/团干部",
        "plus100 new story --unit 单位 --title 标题",
        "plus100 new moment --unit 单位 --picture heying.jpg",
    ),
)
@click.argument("kind", metavar="种类", type=Choice([*BOOKS, *PIECES]))
@click.option("--cadre", type=Name(cadres), metavar="单位/团干部", help="记在谁的名下")
@click.option("--unit", type=Name(units), metavar="单位", help="哪个单位发的")
@click.option("--title", metavar="标题", help="活动名称或者文章标题")
@click.option("--date", "day", type=Day(), metavar="日期", help="哪一天，默认今天")
@click.option(
    "--picture",
    "pictures",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="文件",
    help="带上一张图片，可以写几次",
)
@common
def new(  # noqa: PLR0913, PLR0917 - one parameter an option
    options: Options,
    kind: str,
    cadre: str | None,
    unit: str | None,
    title: str | None,
    day: date | None,
    pictures: tuple[Path, ...],
) -> int:
    """Write the file and say what is left to fill in."""
    from plus100.write import copies, fresh, ids, place  # noqa: PLC0415 - pictures load slowly

    frame = known(options)
    blank = draft(frame, kind, cadre, unit)
    if pictures and kind in BOOKS:
        raise UnknownError("图片只能放进投稿：story、practice、notice、moment、boost。")
    if title and kind == "partner":
        raise UnknownError("联系青年没有标题；姓名只写进自己的联系簿。")
    when = day or datetime.now(ZoneInfo(frame.settings.timezone)).date()
    made = fresh.fresh(blank, ids.fresh_id(when), when, title or "")
    copied = copies.with_pictures(made, [there(file) for file in pictures])
    if isinstance(copied, Path):
        raise UnknownError(f"打不开图片 {clean(str(copied))}：请先另存为 JPEG、PNG 或 WebP。")
    root = options.records.absolute().parent
    files: dict[str, str | bytes] = {copied.draft.path: copied.draft.text, **copied.pictures}
    for path, content in files.items():
        place.put(root, path, content)
        write(f"已写好 {options.shown(path)}")
    left = blanks(copied.draft.text)
    if left:
        write(f"还要填：{'、'.join(dict.fromkeys(left))}。填好以后运行 plus100 check。")
    return 0


def known(options: Options) -> Frame:
    """The frame of the records as they lie on disk: a new file is written beside them."""
    if options.at:
        raise UnknownError("new 把文件写到磁盘上，不能和 --at 一起用。")
    frame, _ = frame_of(options, source_of(options))
    if frame is None:
        complain("记录有误，不知道有哪些单位和主题；请先用 plus100 check 查看。")
        raise UnknownError("没有写任何文件。")
    return frame


def draft(frame: Frame, kind: str, cadre: str | None, unit: str | None) -> Draft:
    """The draft of a kind, for somebody who is there."""
    if kind in BOOKS:
        if not cadre:
            raise click.UsageError(f"{kind} 要用 --cadre 写明记在谁的名下")
        if cadre not in frame.cadres:
            raise UnknownError(f"没有 {clean(cadre)} 这名团干部{nearest(cadre, list(frame.cadres))}")
        return activity(frame, cadre) if kind == "activity" else partner(cadre)
    if not unit:
        raise click.UsageError(f"{kind} 要用 --unit 写明单位")
    if unit not in frame.units:
        raise UnknownError(f"没有 {clean(unit)} 这个单位{nearest(unit, list(frame.units))}")
    return piece(column(kind), unit)


def there(file: Path) -> Path:
    """A picture that is there."""
    if not file.is_file():
        raise UnknownError(f"没有 {clean(str(file))} 这个文件")
    return file
