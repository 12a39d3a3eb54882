"""The sample league: its units, and who serves in them. All of it is invented (示例)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPlan:
    """A unit and its cadres: two letters each, the category (F full-time, A attached, L part-time in a
    leading organ, G part-time in a large unit, O other part-time) and how much they do (a to e; z:
    nothing at all).
    """

    id: str
    name: str
    level: str
    policy: str
    parent: str | None
    cadres: str
    prefix: str = ""
    own_quota: int | None = None
    renamed: str = ""


NATIONAL, SHANDONG, MEIZHOU, COLLEGE = "national-2016", "shandong-2017", "meizhou-2016", "xjyyxy-2019"


def _unit(
    place: str, level: str, policy: str, parent: str | None, cadres: str, **more: str | int
) -> UnitPlan:
    name, unit = place.split()
    return UnitPlan(
        id=unit,
        name=f"示例{name}",
        level=level,
        policy=policy,
        parent=parent,
        cadres=cadres,
        prefix=str(more.get("prefix", "")),
        own_quota=int(more["own_quota"]) if "own_quota" in more else None,
        renamed=str(more.get("renamed", "")),
    )


UNITS = (
    _unit("全国团委 shili", "central", NATIONAL, None, "Fa Fc Ab Lb Ld", prefix="共青团示例中央"),
    _unit("甲省团委 jia", "province", SHANDONG, "shili", "Fa Fb Fc Ab Lc Ld", prefix="共青团示例甲省委"),
    _unit("云海市团委 yunhai", "city", SHANDONG, "jia", "Fa Fb Fd Ac Ae Lb", prefix="共青团示例云海市委"),
    _unit("青禾县团委 qinghe", "county", SHANDONG, "yunhai", "Fb Fc Fe Ac Ld", prefix="共青团示例青禾县委"),
    _unit("码头镇团委 matou", "township", SHANDONG, "qinghe", "Fc Oa Oc Od"),
    _unit("青禾一中团委 qinghe-yizhong", "school", SHANDONG, "qinghe", "Ob Od Oe"),
    _unit("云海大学团委 yunhai-daxue", "school", SHANDONG, "yunhai", "Fb Ga Gc Gd Ob", own_quota=40),
    _unit("云海钢铁团委 yunhai-gangtie", "enterprise", SHANDONG, "yunhai", "Fd Gb Gc Ge", own_quota=30),
    _unit("枫岭市团委 fengling", "city", SHANDONG, "jia", "Fb Fc Fd Ab Lc", prefix="共青团示例枫岭市委"),
    _unit("松溪县团委 songxi", "county", SHANDONG, "fengling", "Fc Fd Ae Lb", prefix="共青团示例松溪县委"),
    _unit("白石乡团委 baishi", "township", SHANDONG, "songxi", "Fd Oc Oe"),
    _unit("枫岭职院团委 fengling-zhiyuan", "school", SHANDONG, "fengling", "Gb Gd Oc"),
    _unit("枫岭医院团委 fengling-yiyuan", "institution", SHANDONG, "fengling", "Gc Oa Od"),
    _unit(
        "海盛纺织公司团委 haisheng", "enterprise", SHANDONG, "fengling", "Gd Ob", renamed="海盛纺织厂团委"
    ),
    _unit("甲省直机关团工委 jia-jiguan", "organ", SHANDONG, "jia", "Fc Gb Gd Oe"),
    _unit("甲省志愿者协会团支部 jia-zhiyuan", "social", SHANDONG, "jia", "Oz Oz"),
    _unit("乙市团委 yi", "city", MEIZHOU, "shili", "Fa Fc Ab Lc Ld", prefix="共青团示例乙市委"),
    _unit("竹山县团委 zhushan", "county", MEIZHOU, "yi", "Fb Fd Lc Le", prefix="共青团示例竹山县委"),
    _unit("桥头镇团委 qiaotou", "township", MEIZHOU, "zhushan", "Fc Ob Od"),
    _unit("流月科技团委 liuyue", "enterprise", MEIZHOU, "yi", "Gb Oc"),
    _unit("边城学院团委 bianyuan", "school", COLLEGE, "shili", "Fa Fb Oc Od Oe"),
)
LEVELS = {"a": 1.08, "b": 0.78, "c": 0.5, "d": 0.28, "e": 0.1, "z": 0.0}
TITLES = {
    "F": ("书记", "副书记", "组织部部长", "宣传部部长", "青年发展部干部"),
    "A": ("挂职副书记", "挂职部长助理"),
    "L": ("兼职副书记", "兼职委员"),
    "G": ("团总支书记（兼）", "团委委员（兼）", "青年工作委员（兼）"),
    "O": ("团支部书记（兼）", "团支部委员（兼）", "少先队辅导员（兼）"),
}
