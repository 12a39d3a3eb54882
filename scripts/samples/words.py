"""Vocabulary: the codes that the schemas allow, and invented names, places and titles."""

from __future__ import annotations

from datetime import date

CATEGORIES = {
    "F": "full_time",
    "A": "attached",
    "L": "leading_organ_part_time",
    "G": "large_unit_part_time",
    "O": "other_part_time",
}
HUNDRED = frozenset({"full_time", "attached", "leading_organ_part_time"})
"""The categories whose quota is 100."""

SURNAMES = (("li", "例"), ("shi", "示"))
FIRST = (
    ("xiao", "小"), ("qing", "青"), ("yun", "云"), ("chun", "春"), ("ming", "明"),
    ("yuan", "远"), ("si", "思"), ("jia", "嘉"), ("nan", "南"), ("bei", "北"),
)  # fmt: skip
LAST = (
    ("he", "禾"), ("chuan", "川"), ("zhou", "舟"), ("fan", "帆"), ("lan", "岚"),
    ("tong", "桐"), ("lin", "林"), ("xi", "溪"), ("song", "松"), ("yu", "屿"),
)  # fmt: skip


def person(number: int) -> tuple[str, str]:
    """Id and name of the invented person ``number``; the surnames 示 and 例 do not exist.

    Beyond 200 the names repeat with a numeral: 例小禾, 例小禾二, 例小禾三.
    """
    cycle, rest = divmod(number, 200)
    surname_id, surname = SURNAMES[rest % 2]
    first_id, first = FIRST[rest // 2 % 10]
    last_id, last = LAST[(rest // 20 + rest // 2) % 10]
    suffix = f"-{cycle + 1}" if cycle else ""
    return f"{surname_id}-{first_id}{last_id}{suffix}", surname + first + last + _numeral(cycle)


def _numeral(cycle: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(cycle + 1)) if cycle else ""


FIELDS = ("enterprise", "rural", "organ", "school", "street", "social_organisation", "new_media")

OCCUPATIONS = {
    "enterprise": ("production", "professional", "service", "clerk"),
    "rural": ("agriculture", "service", "production"),
    "organ": ("clerk", "professional"),
    "school": ("student", "student", "professional"),
    "street": ("service", "job_seeking", "clerk"),
    "social_organisation": ("professional", "service"),
    "new_media": ("professional", "service"),
    "other": ("service", "other"),
}
INDUSTRIES = {
    "enterprise": "CDEFGI",
    "rural": "A",
    "organ": "S",
    "school": "P",
    "street": "FHO",
    "social_organisation": "SQ",
    "new_media": "IR",
    "other": "O",
}

NATIONAL = ("exchange", "deed", "culture_sports", "online_activity", "talk", "lecture", "join_organisation")
SHANDONG = ("deed", "lecture", "talk", "volunteering", "culture_sports")
SHANDONG_FROM = date(2017, 5, 3)
"""On that day the five themes and the task list come into force."""
NATIONAL_FROM = date(2016, 5, 12)
COLLEGE_FROM = date(2018, 1, 1)
"""On that day the college adopts its own plan, which has no date (reading ``college-date``); until then
it follows the national rules. A whole year of the sample is judged by the plan.
"""


def themes(edition: str, day: date) -> tuple[str, ...]:
    """The themes in force on a day."""
    match edition:
        case "shandong-2017":
            return SHANDONG if day >= SHANDONG_FROM else NATIONAL
        case "meizhou-2016":
            return (*NATIONAL, "dating", "skills", "volunteering")
        case "xjyyxy-2019" if day >= COLLEGE_FROM:
            return (*NATIONAL, "org_life_meeting", "theme_day", "volunteering")
        case _:
            return NATIONAL


TASKS = {
    "study_speeches": "一起学习讲话",
    "org_life_meeting": "一起参加组织生活会",
    "repeat_oath": "一起重温入团誓词",
    "volunteering": "一起开展志愿服务",
    "online_theme_day": "一起参与网络主题团日",
    "guide_org_life_meeting": "指导开好组织生活会",
    "guide_rectification": "指导组织自查整顿",
    "guide_pioneer": "指导创建团员先锋岗",
    "theme_lecture": "讲一次主题团课",
}

PLACES = (
    "青禾社区", "码头村", "枫林路", "云海湾", "白石小学", "松溪果园", "竹影广场", "向阳车间",
    "星火创业园", "杏花里", "渡口工地", "海棠书屋", "望湖公园", "流月产业园", "新桥菜场", "石榴院",
)  # fmt: skip

OFFLINE_TITLES = {
    "deed": ("帮{place}青年对接夜校课程", "为{place}返乡青年代办创业补贴材料", "{place}招聘信息送上门",
             "陪{place}新入职青年看房", "为{place}快递小哥争取歇脚点", "给{place}孩子们修好图书角"),
    "lecture": ("到{place}讲团课：青春与奋斗", "{place}主题团课：团史里的年轻人", "微团课走进{place}",
                "{place}团课：我们的家乡这十年"),
    "talk": ("在{place}与青年谈心谈话", "{place}青年座谈：工作头一年", "午休谈心：{place}的夜班青年",
             "{place}茶话会：说说心里话"),
    "volunteering": ("{place}清洁家园志愿服务", "{place}义务植树", "{place}助老理发志愿服务",
                  "{place}高考爱心送考", "{place}防溺水巡护"),
    "culture_sports": ("{place}青年三人篮球赛", "{place}读书会", "{place}健步走", "{place}青年歌会",
                "{place}羽毛球友谊赛", "{place}剪纸体验"),
    "exchange": ("{place}青年交流会", "走访{place}青年", "{place}青年沙龙：学一门手艺", "{place}开放日"),
    "join_organisation": ("加入{place}公益社并组织义卖", "{place}青年兴趣社团迎新"),
    "online_activity": ("{place}青年线上答题现场复盘",),
    "org_life_meeting": ("{place}团支部组织生活会", "参加{place}团支部组织生活会"),
    "theme_day": ("{place}主题团日", "主题团日：走进{place}"),
    "dating": ("{place}青年联谊", "缘来{place}：单身青年交友"),
    "skills": ("{place}青年技能夜校", "{place}短视频拍摄培训", "{place}焊工比武"),
    "other": ("{place}青年观影", "{place}参观学习"),
}  # fmt: skip
ONLINE_TITLES = {
    "deed": ("线上帮{place}青年改简历", "群里为{place}果农联系买家"),
    "lecture": ("网上微团课：从{place}说起", "直播团课：写给新团员"),
    "talk": ("线上谈心：{place}青年的考研选择", "微信群夜话：第一份工资"),
    "volunteering": ("线上招募{place}志愿者", "云支教：给{place}孩子读绘本"),
    "culture_sports": ("线上读书打卡第七天", "{place}随手拍摄影征集"),
    "exchange": ("群话题：在{place}怎样过周末", "线上交流：异地求职经验"),
    "join_organisation": ("公益社线上例会：{place}义卖方案",),
    "online_activity": ("网络主题团日：我和我的家乡", "线上知识竞答：{place}站", "话题接力：青春的样子"),
    "dating": ("线上破冰：{place}青年交友",),
    "skills": ("线上课：表格十招", "直播课：{place}果树修剪"),
    "other": ("群投票：下月去{place}做什么",),
}  # fmt: skip
ARTICLES = (
    "示例青年报：在田野里长大的一代", "示例团讯：给毕业生的十条建议", "示例夜读：慢慢来，比较快",
    "示例评论：年轻人为什么爱上夜校", "示例科普：怎样识别网络贷款陷阱", "示例故事：灯塔守护人",
    "示例团讯：志愿者手记", "示例青年报：把论文写在车间里", "示例夜读：写给第一次离家的你",
    "示例人物：返乡青年的桃园", "示例科普：签劳动合同要看哪几条", "示例评论：谈谈青年的获得感",
)  # fmt: skip
