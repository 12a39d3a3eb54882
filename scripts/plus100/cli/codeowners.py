"""``plus100 codeowners``: whom the forge asks to look at a change."""

from __future__ import annotations

import click

from plus100.cli.options import Options, common, frame_of, source_of
from plus100.cli.terminal import complain, write
from plus100.cli.words import Command, UnknownError
from plus100.review import codeowners as file


@click.command(
    "codeowners",
    cls=Command,
    short_help="按单位写好 CODEOWNERS，平台据此请人审核",
    help=f"按 units 里的单位写 {file.PLACE}：改哪个单位的记录，就请哪个单位的小组来看。\n"
    "小组在平台上建，名字是 unit- 加单位代号；程序由 maintainers 小组看。\n"
    "这只是请人来看，能不能改由 plus100 guard 判断。",
    examples=("plus100 codeowners", "plus100 codeowners --check"),
)
@click.option("--check", "only_check", is_flag=True, help="只看文件是不是最新的，不写")
@common
def codeowners(options: Options, *, only_check: bool) -> int:
    """Write the file, or say whether it is out of date."""
    frame = frame_of(options, source_of(options))[0]
    text = file.codeowners(frame, options.records.name) if frame is not None else None
    if text is None:
        raise UnknownError("settings.yml 里没有写 forge（托管平台和仓库网址），不知道小组在哪里。")
    path = options.records.absolute().parent / file.PLACE
    current = path.read_text(encoding="utf-8") if path.is_file() else None
    if current == text:
        write(f"{file.PLACE} 已是最新。")
        return 0
    if only_check:
        complain(f"{file.PLACE} 和记录里的单位对不上：请运行 plus100 codeowners 并提交。")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    write(f"已写好 {file.PLACE}。")
    return 0
