"""When an interviewer works: wall-clock hours of a zone, without holidays and days off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.slots.clock import instant, moment, offset, reached, seconds
from domain.slots.holiday import public_holidays
from domain.slots.span import Span


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When an interviewer works, in the wall-clock time of their zone (IANA)."""

    zone: str
    starts: time
    ends: time
    """At or before `starts` it means midnight: no working day goes beyond its date."""
    days: frozenset[int]
    """ISO weekdays, Monday is 1."""
    holidays: str | None = None
    """Region whose public holidays are off, such as "DE-BY"; see `public_holidays`."""
    days_off: frozenset[date] = frozenset()
    """Further dates off, in the zone."""

    def works_on(self, day: date) -> bool:
        """Whether a date of the zone is a working day. Raises InvalidInputError for an unknown region."""
        if day.isoweekday() not in self.days or day in self.days_off:
            return False
        return self.holidays is None or day not in public_holidays(self.holidays, day.year)


@dataclass(frozen=True, slots=True)
class Shift:
    """One working day: its date in the zone, its instants, and the instants at which slots may begin."""

    day: date
    opens: int
    closes: int
    starts: Sequence[int]


def weekdays(mask: int) -> frozenset[int]:
    """ISO weekdays of a bit mask in which Monday is 1 and Sunday 64."""
    return frozenset(day for day in range(1, 8) if mask & (1 << (day - 1)))


def working_spans(hours: WorkingHours, window: Span) -> Iterator[Span]:
    """The whole working times of each date that `window` touches in the zone, as UTC.

    09:00 stays 09:00 when the clocks change.
    """
    for shift in shifts(hours, window, timedelta(days=1)):
        yield Span(moment(shift.opens), moment(shift.closes))


def shifts(hours: WorkingHours, window: Span, step: timedelta) -> Iterator[Shift]:
    """The working days that `window` touches; slots begin every `step` of wall-clock time from the first."""
    zone = ZoneInfo(hours.zone)
    stride = int(step.total_seconds())
    day = window.start.astimezone(zone).date()
    last = window.end.astimezone(zone).date()
    while day <= last:
        if hours.works_on(day):
            shift = _shift(hours, zone, day, stride)
            if shift.opens < shift.closes:
                yield shift
        day += timedelta(days=1)


def _shift(hours: WorkingHours, zone: ZoneInfo, day: date, stride: int) -> Shift:
    first = datetime.combine(day, hours.starts, zone)
    if hours.ends > hours.starts:
        last = datetime.combine(day, hours.ends, zone)
    else:
        last = datetime.combine(day + timedelta(days=1), time(0), zone)
    shift = offset(first)
    if shift == offset(last.replace(fold=1)):
        # The clock does not change in between: plain sums, as on nearly every day of a year.
        opens, closes = seconds(first) - shift, seconds(last) - shift
        return Shift(day, opens, closes, range(opens, closes, stride))
    opens, closes = reached(first, zone), reached(last, zone)
    # Sums of wall-clock times, each looked up: some do not exist on this day, and some exist twice.
    walls = (first + timedelta(seconds=after) for after in range(0, seconds(last) - seconds(first), stride))
    starts = [at for at in map(instant, walls) if at is not None]
    return Shift(day, opens, closes, starts)
