"""Instants and lengths as people read them: absolute, in a named zone, with its offset on that day."""

from datetime import datetime, timedelta

from domain.wall_clock import local_time, utc_offset

__all__ = ["format_day", "format_duration", "format_in_both", "format_instant", "local_time"]

# Spelled out here because strftime follows the locale of the machine.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def format_instant(instant: datetime, zone: str) -> str:
    """For example `Tuesday 14 April 2026, 15:00 (Europe/Berlin, UTC+2)`; seconds are left out.

    Raises InvalidInputError as `local_time` does.
    """
    local = local_time(instant, zone)
    day = f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]} {local.year}"
    place = "UTC" if zone == "UTC" else f"{zone}, {utc_offset(local)}"
    return f"{day}, {local:%H:%M} ({place})"


def format_in_both(instant: datetime, zone: str, other: str) -> str:
    """As `format_instant`, followed by the other person's time when their clock reads differently."""
    text = format_instant(instant, zone)
    if not other or local_time(instant, other).utcoffset() == local_time(instant, zone).utcoffset():
        return text
    return f"{text}; for the interviewer {format_instant(instant, other)}"


def format_duration(span: timedelta) -> str:
    """For example `45 minutes`, `1 hour 30 minutes`, `2 days 1 hour`; rounded down to whole minutes."""
    minutes = max(0, int(span.total_seconds() // 60))
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    words = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count]
    return " ".join(words) or "less than a minute"


def format_day(instant: datetime, now: datetime, zone: str) -> str:
    """`today`, `tomorrow` or `on Tuesday 14 April`, as the calendar of `zone` has it."""
    local = local_time(instant, zone)
    days = (local.date() - local_time(now, zone).date()).days
    if days in (0, 1):
        return ("today", "tomorrow")[days]
    return f"on {_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"
