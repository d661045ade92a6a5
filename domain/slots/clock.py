"""From wall-clock times to instants, whatever the clocks of a zone do.

A wall time that exists twice (clocks go back) means its first instant. One that does not exist (clocks go
forward) is nobody's start; as the edge of a working day it means the instant of the change.
Instants are whole seconds since 1970-01-01T00:00Z.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()


def offset(wall: datetime) -> int:
    """Seconds east of Greenwich at a wall time with zone; its `fold` says which of two is meant."""
    shift = wall.utcoffset()
    if shift is None:
        raise ValueError("a wall time needs a zone")
    return shift.days * DAY + shift.seconds


def seconds(wall: datetime) -> int:
    """A wall time as if it were UTC."""
    return (wall.toordinal() - _EPOCH) * DAY + wall.hour * 3600 + wall.minute * 60 + wall.second


def instant(wall: datetime) -> int | None:
    """The first instant at which the clock shows `wall` (with zone, fold 0), or None if it never does."""
    before = offset(wall)
    return None if offset(wall.replace(fold=1)) > before else seconds(wall) - before


def reached(wall: datetime, zone: ZoneInfo) -> int:
    """The first instant at which the clock shows `wall` or later."""
    at = instant(wall)
    if at is not None:
        return at
    before = offset(wall)
    # The clock jumps over `wall` somewhere between these two readings of it.
    early, late = seconds(wall) - offset(wall.replace(fold=1)), seconds(wall) - before
    while early + 1 < late:
        middle = (early + late) // 2
        if offset(datetime.fromtimestamp(middle, zone)) == before:
            early = middle
        else:
            late = middle
    return late


def moment(at: int) -> datetime:
    """An instant as UTC."""
    return datetime.fromtimestamp(at, UTC)
