"""Instants on the wall clock of a zone, and that clock's offset on the day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.errors import InvalidInputError


def local_time(instant: datetime, zone: str) -> datetime:
    """The instant on the wall clock of `zone` (IANA name).

    Raises InvalidInputError for an instant without a zone and for an unknown zone.
    """
    if instant.tzinfo is None:
        raise InvalidInputError("A time without a zone cannot be printed.", remedy="Give an aware datetime.")
    try:
        return instant.astimezone(ZoneInfo(zone))
    except (ValueError, OSError, KeyError):  # malformed key, a directory's name, not found
        raise InvalidInputError(
            f"Unknown time zone {zone!r}.",
            field="time_zone",
            remedy="Use an IANA name such as Europe/Berlin.",
        ) from None


def utc_offset(local: datetime) -> str:
    """The offset of a wall clock at that moment: `UTC+2`, `UTC-2:30`."""
    offset = local.utcoffset() or timedelta()
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(int(abs(offset).total_seconds() // 60), 60)
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
