"""When a connected calendar is looked at next, and what its failures say about it. Pure."""

from datetime import datetime, timedelta

from domain.vocabulary import CalendarHealth

LOOK_EVERY = timedelta(minutes=5)
"""Push notices may be lost and are not sent by every provider: the calendar is read anyway."""
LOOK_AHEAD = timedelta(days=60)
"""How far busy times are read."""
FIRST_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(minutes=15)
BREAKER_FAILURES, BREAKER_PAUSE = 5, timedelta(seconds=60)
"""After so many failures in a row a calendar is left alone for so long."""
UNREACHABLE_AFTER = 5
"""Failed looks in a row after which a calendar is not trusted any more."""
STALE_AFTER = timedelta(minutes=30)
"""A copy of busy times that is older is not trusted, however few looks failed."""
WRITE_TRIES = 3
"""Tries to write an entry before it goes by mail instead."""
CHANNEL_LEAD = timedelta(hours=12)
"""Push channels are renewed this long before they end."""
EXPIRING_LEAD = timedelta(days=1)


def pause(failures: int, asked: timedelta | None) -> timedelta:
    """Time until the next look after so many failures in a row: doubling, but never less than was asked for."""
    doubled: timedelta = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(max(failures, 1) - 1, 10))
    if failures >= BREAKER_FAILURES:
        doubled = max(doubled, BREAKER_PAUSE)
    return max(doubled, asked) if asked is not None else doubled


def health_after_failure(
    health: CalendarHealth, failures: int, synced_at: datetime | None, at: datetime
) -> CalendarHealth:
    """Health after another look that failed for a passing reason. A dead calendar stays dead."""
    if health is CalendarHealth.DEAD:
        return health
    stale = synced_at is not None and at - synced_at > STALE_AFTER
    return CalendarHealth.UNREACHABLE if failures >= UNREACHABLE_AFTER or stale else health
