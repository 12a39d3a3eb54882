"""Pushing to a server of one's own (G96x): which refs, and how anything enters main."""

from __future__ import annotations

from plus100.core.catalogue.entry import Entry

ENTRIES = (
    Entry(
        code="G960",
        title="不能推送到这里",
        why="每人只用以自己的人员代号开头的分支，免得改掉别人还没合并的内容；标签和其他引用不收，分支也不删除。",
        fix="推送到“人员代号/分支名”，例如 git push origin HEAD:refs/heads/zhao-san/2018-11。",
        bad="git push origin HEAD:refs/heads/qian-si/log",
        good="git push origin HEAD:refs/heads/zhao-san/log",
    ),
    Entry(
        code="G961",
        title="要经过合并才能进入 main",
        why="main 是正式记录，要有审核人看过。",
        fix="推送到自己的分支，请审核人用 git merge --no-ff -S 合并后推送 main。",
        bad="直接把提交推送到 main",
        good="审核人把 zhao-san/log 合并进 main，再推送",
    ),
    Entry(
        code="G962",
        title="合并的人不是审核人",
        why="合并就是批准，只有管这项内容的审核人（或维护者）可以合并。",
        fix="请提示里写的人合并。",
        bad="团干部自己把分支合并进 main",
        good="本单位审核人合并",
    ),
    Entry(
        code="G963",
        title="合并得不干净",
        why="合并提交里多出的内容，既不是提交人写的，也没有别人看过。",
        fix="用 git merge --no-ff -S 重新合并，不要顺手修改；有冲突的，请提交人先合并 main，解决后再推送。",
        bad="合并时顺手改了一条日志",
        good="git merge --no-ff -S zhao-san/log",
    ),
    Entry(
        code="G964",
        title="不是接着现在的 main",
        why="要接着现在的 main 提交，别人刚推送的内容才不会丢，两处改动放在一起才检查得到。",
        fix="先 git fetch origin，再从 origin/main 重新合并或提交，然后推送。",
        bad="从上周的 main 合并，推送到 main",
        good="git fetch origin 以后重新合并，推送到 main",
    ),
    Entry(
        code="G965",
        title="推送的人不是签名的人",
        why="推送用的公钥和提交的签名要是同一个人，否则记在谁名下就说不清。",
        fix="各人推送自己的提交；要替别人处理的，请审核人合并。",
        bad="用 zhao-san 的公钥推送 qian-si 签名的提交",
        good="用 zhao-san 的公钥推送 zhao-san 签名的提交",
    ),
)
