"""R301, R309: the settings tell the time zone, and somebody tells the as-of date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from plus100.core.findings import Finding
from plus100.ledger.checks.say import meant, offer, say
from plus100.ledger.records import Settings

UNDATED, ZONE = "R301", "R309"


def zone_of(settings: Settings) -> ZoneInfo | None:
    """The settings' time zone, ``None`` if there is no such zone."""
    try:
        return ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of zones, such as Asia
        return None


def check(
    path: str, settings: Settings, committed: datetime | None, as_of: date | None
) -> Iterator[Finding]:
    """``committed`` is the commit's time, if there is one, ``as_of`` the date asked for."""
    if zone_of(settings) is None:
        fix = offer(settings.timezone, available_timezones(), "例如 Asia/Shanghai。")
        message = f"没有名为 {settings.timezone} 的时区。"
        mended = meant(settings.timezone, available_timezones())
        yield say(ZONE, (path, ("timezone",)), message, fix, mended=mended)
    if as_of is None and settings.as_of is None and committed is None:
        fix = "在 settings.yml 中写 as_of，或用 --as-of 指定日期；在 Git 仓库中会用最近一次提交的日期。"
        yield say(UNDATED, (path, None), "没有统计截止日期，无法计算。", fix)
