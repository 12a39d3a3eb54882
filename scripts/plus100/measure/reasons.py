"""Why something does not count, is not due or is not computed: codes and their Chinese labels.

Traces, quotas and statuses carry the code; whoever prints them looks the label up here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# lines of a trace
CAP = "cap"
REPEATED = "repeated"
NAMES_TASK = "names_task"
UNKNOWN_TASK = "unknown_task"
OTHER_THEME = "other_theme"
OTHER_FORM = "other_form"
NOT_FACE_TO_FACE = "not_face_to_face"
OTHER_DIRECTION = "other_direction"
NO_POST_THEN = "no_post_then"
NO_RULE_THEN = "no_rule_then"
NO_CLASS_THEN = "no_class_then"
NOT_OPEN = "not_open"
MOVED_AWAY = "moved_away"
ENDED = "ended"
UNBOUND = "unbound"
ELSEWHERE = "elsewhere"
NOT_RECORDED = "not_recorded"
TOO_FEW_MEMBERS = "too_few_members"
OTHER_PLATFORM = "other_platform"
OTHER_NAME = "other_name"
NOT_REAL_NAME = "not_real_name"
NOT_IN_LIST = "not_in_list"
NO_NEW_PARTNER = "no_new_partner"

# quotas and ratios
PART_OF_WINDOW = "part_of_window"
RULE_PART_OF_WINDOW = "rule_part_of_window"
RULE_NOT_FOR_POST = "rule_not_for_post"
EXEMPT_THEN = "exempt_then"
NO_NUMBER = "no_number"
NO_LIMIT = "no_limit"
NO_OWN_QUOTA = "no_own_quota"
NO_PREFIX = "no_prefix"
NO_PARTNERS = "no_partners"
ABOVE_ADVICE = "above_advice"
ABOVE_LIMIT = "above_limit"
LATE = "late"
BEGAN_LATER = "began_later"
QUOTA_NOT_SET = "quota_not_set"

# points and levels
NO_POINTS_RULES = "no_points_rules"
NO_CLASS = "no_class"
NO_LEVELS = "no_levels"

# a cadre's status
MILITARY = "military"
CATEGORY_NOT_COVERED = "category_not_covered"
NO_COVERAGE = "no_coverage"
NO_EDITION = "no_edition"
NO_POST = "no_post"
NOT_YET = "not_yet"
DEPARTED = "departed"
TRANSFERRED = "transferred"
AT_FAULT = "at_fault"
OTHER_AT_FAULT = "other_at_fault"
RULE_AT_FAULT = "rule_at_fault"
EXEMPTION_REFUSED = "exemption_refused"
EXEMPT_INTERNAL_SERVICE = "exempt_internal_service"
EXEMPT_MATERNITY = "exempt_maternity"
EXEMPT_POSTED_ELSEWHERE = "exempt_posted_elsewhere"
EXEMPT_LONG_SICK_LEAVE = "exempt_long_sick_leave"
EXEMPT_OTHER = "exempt_other"

LABELS: Mapping[str, str] = MappingProxyType(
    {
        CAP: "已到上限，超出部分不计",
        REPEATED: "同一事项只计一次",
        NAMES_TASK: "已记为“一学一做”任务，不再计作活动",
        UNKNOWN_TASK: "不在“一学一做”任务清单内",
        OTHER_THEME: "主题不在规定范围内",
        OTHER_FORM: "线上线下形式不符",
        NOT_FACE_TO_FACE: "不是面对面交流",
        OTHER_DIRECTION: "互动方向不符（由谁发出）",
        NO_POST_THEN: "当日没有任职",
        NO_RULE_THEN: "当日没有相应的积分规则",
        NO_CLASS_THEN: "当日所属的类别没有积分",
        NOT_OPEN: "这一类团干部不计此项",
        MOVED_AWAY: "搬走后保持联系，单列",
        ENDED: "联系已结束",
        UNBOUND: "已解除绑定",
        ELSEWHERE: "原单位联系的青年，借调、挂职期间不计",
        NOT_RECORDED: "没有登记所需信息",
        TOO_FEW_MEMBERS: "群内青年人数不够",
        OTHER_PLATFORM: "群不在规则要求的平台上",
        OTHER_NAME: "账号名称与规定格式不一致",
        NOT_REAL_NAME: "没有登记为实名",
        NOT_IN_LIST: "不在规定的种类内",
        NO_NEW_PARTNER: "没有新见面的青年",
        PART_OF_WINDOW: "任职不满这一期",
        RULE_PART_OF_WINDOW: "规定生效不满这一期",
        RULE_NOT_FOR_POST: "当时的职务不适用本项规定",
        EXEMPT_THEN: "这一期内经批准免予开展",
        NO_NUMBER: "文件没有规定数量",
        NO_LIMIT: "文件没有规定界限",
        NO_OWN_QUOTA: "由本单位自行规定，尚未规定",
        NO_PREFIX: "单位没有登记账号前缀",
        NO_PARTNERS: "没有在联系的青年，算不出比例",
        ABOVE_ADVICE: "超过建议的人数",
        ABOVE_LIMIT: "超过规定的人数",
        LATE: "过了期限才完成",
        BEGAN_LATER: "到任时期限已过",
        QUOTA_NOT_SET: "没有规定联系人数，算不出比例",
        NO_POINTS_RULES: "所适用的文件没有积分规则",
        NO_CLASS: "这一类团干部没有积分",
        NO_LEVELS: "所适用的文件没有星级规定",
        MILITARY: "军队、武警单位另有办法",
        CATEGORY_NOT_COVERED: "这一类团干部不在“1+100”范围内",
        NO_COVERAGE: "当日没有规定适用范围",
        NO_EDITION: "单位当日没有适用的规则版本",
        NO_POST: "当日没有任职",
        NOT_YET: "尚未到任",
        DEPARTED: "已转岗，不再考核",
        TRANSFERRED: "已调岗，新单位尚未登记",
        AT_FAULT: "记录有误，改好后再计算",
        OTHER_AT_FAULT: "同一人另一段任职的记录有误，有的数字暂缺，改好后再计算",
        RULE_AT_FAULT: "所适用的规则有误，有的数字暂缺，改好后再计算",
        EXEMPTION_REFUSED: "登记的免予开展不符合规定，仍参加考核",
        EXEMPT_INTERNAL_SERVICE: "内部工勤岗位，经批准",
        EXEMPT_MATERNITY: "休产假，经批准",
        EXEMPT_POSTED_ELSEWHERE: "在外借调或挂职半年以上，经批准",
        EXEMPT_LONG_SICK_LEAVE: "长期病休，经批准",
        EXEMPT_OTHER: "其他原因，经批准",
    }
)


def label(code: str) -> str:
    """The Chinese label; "" for "" and ``KeyError`` for a code that is not in the list."""
    return LABELS[code] if code else ""
