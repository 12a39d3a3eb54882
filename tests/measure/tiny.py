"""A tiny league on disk: five cadres of three units under two editions, for whole seasons in a moment."""

from __future__ import annotations

import shutil
from pathlib import Path

from measure.scenario import POLICIES

SETTINGS = """\
namespace: tiny
title: 示例小联盟
timezone: Asia/Shanghai
root: city
as_of: 2018-06-30
"""
UNIT = "id: {id}\nname: 示例{id}\nlevel: {level}\npolicy: {policy}\n"
CADRE = """\
id: {id}
person: {person}
name: 示例{id}
since: {since}
posts:
  - category: {category}
    basis: {{kind: {kind}}}
    from: {since}
"""
PARTNERS = """\
- id: p{n}
  since: 2017-02-01
  occupation: service
  bound_on: 2017-03-01
- id: q{n}
  since: 2017-03-01
"""
LOG = """\
- id: {year}0310-a{n}
  date: {year}-03-10
  type: activity
  form: offline
  theme: talk
- id: {year}0311-b{n}
  date: {year}-03-11
  type: share
  article: 示例文章
"""


def write(root: Path) -> Path:
    """Write the league below ``root`` and return the records folder."""
    records = root / "records"
    shutil.copytree(POLICIES, records / "policies")
    (records / "settings.yml").write_text(SETTINGS, "utf-8")
    unit(records, "city", "city", "shandong-2017")
    unit(records, "east", "county", "shandong-2017", "city")
    unit(records, "west", "county", "meizhou-2016", "city")
    cadre(records, "city/a", "pa", "full_time")
    cadre(records, "city/b", "pb", "leading_organ_part_time")
    cadre(records, "east/c", "pc", "leading_organ_part_time")
    cadre(records, "west/d", "pd", "full_time")
    moved(records)
    return records


def unit(records: Path, name: str, level: str, policy: str, parent: str = "") -> None:
    """One unit."""
    folder = records / "units" / name
    folder.mkdir(parents=True)
    text = UNIT.format(id=name, level=level, policy=policy) + (f"parent: {parent}\n" if parent else "")
    (folder / "unit.yml").write_text(text, "utf-8")


def cadre(records: Path, place: str, person: str, category: str, since: str = "2017-01-01") -> Path:
    """One engagement with two partners and, in each of two years, two entries."""
    home, name = place.split("/")
    number = f"{home[0]}{name}"
    folder = records / "units" / home / "cadres" / name
    (folder / "partners").mkdir(parents=True)
    (folder / "log").mkdir()
    kind = "formal_staff" if category == "full_time" else "concurrent"
    text = CADRE.format(id=name, person=person, since=since, category=category, kind=kind)
    (folder / "cadre.yml").write_text(text, "utf-8")
    (folder / "partners" / "a.yml").write_text(PARTNERS.format(n=number), "utf-8")
    for year in (2017, 2018):
        (folder / "log" / f"{year}.yml").write_text(LOG.format(year=year, n=number), "utf-8")
    return folder


def moved(records: Path) -> None:
    """One who moved from the county to the city in January 2018."""
    old = cadre(records, "east/e", "pe", "full_time")
    (old / "log" / "2018.yml").unlink()
    text = (old / "cadre.yml").read_text("utf-8")
    (old / "cadre.yml").write_text(
        f"{text}    until: 2017-12-31\nuntil: 2017-12-31\nleft: transfer\n", "utf-8"
    )
    new = cadre(records, "city/e", "pe", "full_time", "2018-01-01")
    (new / "log" / "2017.yml").unlink()
    (new / "partners" / "a.yml").unlink()
    (new / "partners").rmdir()
    text = (new / "cadre.yml").read_text("utf-8")
    (new / "cadre.yml").write_text(f"{text}moved_from: east/e\n", "utf-8")
