"""Times as candidates write them today: a list of ISO 8601 intervals, one a line."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.errors import InvalidInputError
from domain.slots import Span

MAX_INTERVALS = 50
MAX_LENGTH = 4000
YEARS = range(MINYEAR + 1, MAXYEAR)
EXAMPLE = "2026-04-14T09:00/2026-04-14T12:00"


def read_intervals(text: str, zone: str) -> list[Span]:
    """Intervals of a reply in UTC, earliest first; times without an offset are meant in `zone` (IANA).

    Each line (or part between semicolons) is `start/end`; an end may be a time of day alone, and a start
    alone means one hour. Raises InvalidInputError naming the part that cannot be read.
    """
    if len(text) > MAX_LENGTH:
        raise InvalidInputError("The message is too long.", field="message", remedy="Send up to 50 times.")
    parts = [part.strip() for line in text.splitlines() for part in line.split(";") if part.strip()]
    if not parts:
        raise InvalidInputError("No time was given.", field="message", remedy=f"Write for example {EXAMPLE}.")
    if len(parts) > MAX_INTERVALS:
        raise InvalidInputError("Too many times.", field="message", remedy="Send up to 50 times.")
    return sorted(_read(parts, ZoneInfo(zone)), key=lambda span: (span.start, span.end))


def _read(parts: list[str], zone: ZoneInfo) -> Iterator[Span]:
    for part in parts:
        first, slash, second = part.partition("/")
        try:
            start = _instant(first.strip(), zone)
            end = _end(second.strip(), start, zone) if slash else start + timedelta(hours=1)
        except (ValueError, OverflowError):
            raise InvalidInputError(
                f"“{part[:60]}” is not a time.", field="message", remedy=f"Write for example {EXAMPLE}."
            ) from None
        if end <= start:
            raise InvalidInputError(
                f"“{part[:60]}” ends before it begins.",
                field="message",
                remedy=f"Write for example {EXAMPLE}.",
            )
        yield Span(start, end)


def _instant(text: str, zone: ZoneInfo) -> datetime:
    """As UTC: two times of one zone compare by their wall clocks, which is wrong where the clock changes."""
    value = datetime.fromisoformat(text)
    if value.year not in YEARS:
        raise ValueError("the edge of the calendar has no room for a change of zone")
    return (value if value.tzinfo is not None else value.replace(tzinfo=zone)).astimezone(UTC)


def _end(text: str, start: datetime, zone: ZoneInfo) -> datetime:
    if "T" not in text and " " not in text and "-" not in text[:5]:
        return _instant(f"{start.astimezone(zone).date().isoformat()}T{text}", zone)
    return _instant(text, zone)
