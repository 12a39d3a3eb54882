"""The pages of the handbook as Markdown: one an answer, and the index of all questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from plus100.publish.handbook.answers import Answer
from plus100.publish.handbook.chapters import CHAPTERS
from plus100.publish.handbook.notes import notes
from plus100.publish.handbook.shelf import FOLDER
from plus100.publish.handbook.targets import ROOT, World
from plus100.publish.page import Page
from plus100.publish.policies.text import safe

INDEX, WHOLE = "qa/index.md", "qa/all/index.md"
TITLE = "问答"

HIGH = 4
"""In a search answers come before the rules that they explain."""
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
FOLD = "\n## 在这里怎么做\n"


def answer_page(
    answer: Answer, body: str, world: World, beside: tuple[Answer | None, Answer | None]
) -> Page:
    """One answer's page. ``beside``: the answers before and after it."""
    front = answer.front
    index = f"{ROOT}{INDEX}"
    chapter = f"[{front.chapter}]({ROOT}{_chapter_path(front.chapter)})"
    lines = [
        f"# {safe(front.question)}",
        "",
        f"[{TITLE}]({index}) › {chapter} · {answer.number}",
        "",
        body,
        *notes(answer, world),
        "",
        *_beside(*beside),
    ]
    text = "\n".join(lines) + "\n"
    return Page(path=answer.home, title=front.question, markdown=text, search=True, boost=HIGH)


def with_examples(body: str, examples: str) -> str:
    """The examples stand before what is done here, else at the end."""
    if not examples:
        return body
    before, fold, after = body.partition(FOLD)
    return f"{before.rstrip()}\n\n{examples.rstrip()}\n{fold}{after}"


def _beside(before: Answer | None, after: Answer | None) -> Iterator[str]:
    """The way on and back, at the end of the page."""
    ways = [("上一问", before), ("下一问", after)]
    found = [f"{word}：[{safe(one.front.question)}]({ROOT}{one.home})" for word, one in ways if one]
    if found:
        yield "---"
        yield ""
        yield "  \n".join(found)


def index_page(answers: Iterable[Answer]) -> Page:
    """Every question, by chapter."""
    answers = tuple(answers)
    lines = [f"# {TITLE}", "", _opening(len(answers))]
    if answers:
        lines += ["", f"要打印、要离线看，打开[整本]({WHOLE.removeprefix('qa/')})。"]
        present = dict.fromkeys(one.front.chapter for one in answers)
        lines += ["", " · ".join(f"[{one}](#{CHAPTERS[one]})" for one in present)]
    for chapter, group in groupby(answers, key=lambda one: one.front.chapter):
        lines += ["", f"## {chapter} {{ #{CHAPTERS[chapter]} }}", ""]
        lines += [f"- [{_listed(one)}]({one.home.removeprefix('qa/')})" for one in group]
    return Page(path=INDEX, title=TITLE, markdown="\n".join(lines) + "\n", search=True, nav=TITLE)


def _listed(answer: Answer) -> str:
    """A question with the number that other texts cite it by: ``第41问　团干部应该……``."""
    return f"{answer.number}　{safe(answer.front.question)}"


def chapter_pages(answers: Iterable[Answer]) -> Iterator[Page]:
    """The same, a page a chapter, for whoever comes by a shortened address; search leads to the answers."""
    for chapter, group in groupby(answers, key=lambda one: one.front.chapter):
        lines = [f"# {chapter} {{ data-search-exclude }}", "", f"[{TITLE}]({ROOT}{INDEX})", ""]
        lines += [f"- [{_listed(one)}]({ROOT}{one.home})" for one in group]
        yield Page(
            path=_chapter_path(chapter), title=chapter, markdown="\n".join(lines) + "\n", search=True
        )


def _chapter_path(chapter: str) -> str:
    return f"{FOLDER}/{CHAPTERS[chapter]}/index.md"


def whole_page(told: Iterable[tuple[Answer, str]]) -> Page:
    """All answers on one page, to be printed or kept on a phone; search leads to the single ones."""
    lines = ["# 问答（整本） { data-search-exclude }", "", f"[{TITLE}]({ROOT}{INDEX})"]
    for answer, body in told:
        title = f"{answer.number}　{safe(answer.front.question)}"
        lines += ["", f"## {title} {{ #{answer.front.id} data-search-exclude }}", ""]
        lines.append(_HEADING.sub(r"**\1**", body.rstrip()))
    return Page(path=WHOLE, title="问答（整本）", markdown="\n".join(lines) + "\n", search=True)


def _opening(count: int) -> str:
    if not count:
        return "还没有问答。"
    return (
        f"共 {count} 问，先用一句话回答，再说细处；每一问后面都写明依据哪份文件的哪一处。"
        "不知道在哪一篇，就用上面的搜索。"
    )
