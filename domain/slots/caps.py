"""Daily and weekly limits of interviews."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.slots.panel import Booking, Interviewer
from domain.slots.span import Span

_WEEK = timedelta(days=7)
_WIDEST_OFFSET = timedelta(hours=24)
"""No zone is a day or more away from UTC."""


def counted_span(window: Span) -> Span:
    """The time whose bookings count for a search in `window`: its whole ISO weeks, in any zone."""
    first = (window.start.astimezone(UTC) - _WIDEST_OFFSET).date()
    last = (window.end.astimezone(UTC) + _WIDEST_OFFSET).date()
    monday = first - timedelta(days=first.weekday())
    end = last - timedelta(days=last.weekday()) + _WEEK
    midnights = [datetime.combine(day, time(0), UTC) for day in (monday, end)]
    return Span(midnights[0] - _WIDEST_OFFSET, midnights[1] + _WIDEST_OFFSET)


class Caps:
    """How many interviews each person has on a date and in a week of their zone."""

    def __init__(self, booked: Iterable[Booking], moving: UUID | None) -> None:
        """`moving` is the interview that gets a new time: its booking does not count."""
        self._starts: dict[UUID, list[datetime]] = {}
        for booking in booked:
            if moving is None or booking.interview_id != moving:
                self._starts.setdefault(booking.user_id, []).append(booking.start)

    def full(self, who: Interviewer, days: Iterable[date]) -> set[date]:
        """Which of these dates have no room for one more interview. A limit of 0 leaves no room ever."""
        if who.per_day is None and who.per_week is None:
            return set()
        zone = ZoneInfo(who.hours.zone)
        on = [start.astimezone(zone).date() for start in self._starts.get(who.user_id, ())]
        daily = Counter(on)
        weekly = Counter(day.isocalendar()[:2] for day in on)
        return {
            day
            for day in days
            if (who.per_day is not None and daily[day] >= who.per_day)
            or (who.per_week is not None and weekly[day.isocalendar()[:2]] >= who.per_week)
        }
