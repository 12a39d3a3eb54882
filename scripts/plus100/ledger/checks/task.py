"""R364: a study task is on the list of one of the unit's policies."""

from __future__ import annotations

from collections.abc import Iterator

from plus100.core.findings import Finding
from plus100.ledger.checks.draft import Pages
from plus100.ledger.checks.say import meant, offer, say
from plus100.ledger.records import Activity

CODE = "R364"


def check_entries(pages: Pages) -> Iterator[Finding]:
    """Every task that an activity names. Whether it was done in time is for measure to say."""
    named = [(i, e) for i, e in enumerate(pages.entries) if type(e) is Activity and e.tasks]
    if not named or not pages.vocabulary.all_tasks:
        return
    tasks = pages.vocabulary.tasks
    choice = (
        f"清单上有：{'、'.join(sorted(tasks))}。" if tasks else "本单位执行的规则没有任务清单，删去 tasks。"
    )
    for i, entry in named:
        for j, task in enumerate(entry.tasks):
            if task not in tasks:
                yield say(
                    CODE,
                    pages.entry_at(i, "tasks", j),
                    f"活动 {entry.id}：任务 {task} 不在“一学一做”任务清单上。",
                    offer(task, tasks, choice),
                    mended=meant(task, tasks),
                )
