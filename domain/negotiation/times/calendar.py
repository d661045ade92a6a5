"""Which dates days as written are. ISO weeks; "today" is the candidate's local date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from domain.negotiation.times.days import Dates, Days, Written
from domain.negotiation.times.reading import Contradiction

WEEK = 7
_LAST_WORKDAY = 5
_MONTHS = 12


class Calendar:
    """Looks days up from one day on. `last` is the last local date that can be booked."""

    def __init__(self, today: date, last: date) -> None:
        self.today = today
        self.last = last
        self.named: tuple[date, ...] = ()
        """The dates named last, for "the day after" and "those days"."""
        self._weeks_after: dict[int, date] = {}
        """Mondays of "the week after", by where it was said: all its days lie in the same week."""

    def dates(self, days: Days) -> Dates:
        """The dates meant."""
        found = self._find(days)
        if found.days and days.sort != "any":
            self.named = found.days
        return found

    def monday(self, weeks: int) -> date:
        """Monday of an ISO week, counted from this one."""
        return self.today + timedelta(days=1 - self.today.isoweekday() + WEEK * weeks)

    def _find(self, days: Days) -> Dates:
        finders = {
            "weekday": self._weekday,
            "date": self._date,
            "relative": self._relative,
            "week": self._week,
            "weekend": self._weekend,
            "month": self._month,
            "any": self._any,
            "next_days": self._next_days,
            "after_named": self._after_named,
            "week_after_named": self._after_named,
            "same": self._same,
            "range": self._range,
            "weekday_in": self._weekday_in,
            "any_between": self._any_between,
        }
        return finders[days.sort](days)

    def _weekday(self, days: Days) -> Dates:
        if days.every and days.week is None:
            first = self.today
            found = [first + timedelta(days=n) for n in range((self.last - first).days + 1)]
            return Dates(tuple(day for day in found if day.isoweekday() == days.weekday), generic=True)
        return Dates((self._named_weekday(days) + timedelta(days=WEEK * days.later),))

    def _named_weekday(self, days: Days) -> date:
        if days.week is not None:
            return self.monday(days.week) + timedelta(days=days.weekday - 1)
        if days.modifier == "next":
            return self.monday(1) + timedelta(days=days.weekday - 1)
        ahead = (days.weekday - self.today.isoweekday()) % WEEK or WEEK
        return self.today + timedelta(days=ahead)

    def _date(self, days: Days) -> Dates:
        found = self._resolve(days.on) if days.on is not None else None
        if found is None:
            return Dates(())
        mismatch = bool(days.weekday) and found.isoweekday() != days.weekday
        return Dates((found,), contradiction=Contradiction(days.weekday, found) if mismatch else None)

    def _resolve(self, on: Written | None) -> date | None:
        """The nearest such date from today on; None when the calendar has no such day."""
        if on is None:
            return None
        if on.month is None:
            return self._day_of_month(on.day)
        if on.year and abs(on.year - self.today.year) > 1:
            return date(self.today.year + (2 if on.year > self.today.year else -2), on.month, 1)
        years = [on.year] if on.year else [self.today.year + ahead for ahead in range(9)]
        for year in years:
            try:
                found = date(year, on.month, on.day)
            except ValueError:
                continue
            if on.year or found >= self.today:
                return found
        return None

    def _day_of_month(self, number: int) -> date | None:
        year, month = self.today.year, self.today.month
        for _ in range(_MONTHS):
            try:
                found = date(year, month, number)
            except ValueError:
                found = date.min
            if found >= self.today:
                return found
            year, month = (year + 1, 1) if month == _MONTHS else (year, month + 1)
        return None

    def _relative(self, days: Days) -> Dates:
        found = self.today + timedelta(days=days.number + WEEK * days.later)
        mismatch = bool(days.weekday) and found.isoweekday() != days.weekday
        return Dates((found,), contradiction=Contradiction(days.weekday, found) if mismatch else None)

    def _week(self, days: Days) -> Dates:
        monday = self.monday(days.number)
        if days.on is not None:
            found = self._resolve(days.on)
            if found is None:
                return Dates(())
            monday = found - timedelta(days=found.isoweekday() - 1)
        elif days.first is not None:
            named = self._find(days.first).days
            if not named:
                return Dates(())
            monday = named[0] - timedelta(days=named[0].isoweekday() - 1)
        elif days.modifier == "iso":
            monday = self._numbered_week(days.number)
        elif days.modifier == "full":
            monday = self._first_full_week(days)
        return Dates(
            self._part_of([monday + timedelta(days=n) for n in range(_LAST_WORKDAY)], days.part), generic=True
        )

    def _numbered_week(self, number: int) -> date:
        """Monday of a calendar week: of this year, or of the next when it is over."""
        year = self.today.isocalendar().year
        weeks = date(year, 12, 28).isocalendar().week
        monday = date.fromisocalendar(year, min(number, weeks), 1)
        if monday + timedelta(days=WEEK) <= self.today:
            monday = date.fromisocalendar(year + 1, min(number, 52), 1)
        return monday

    def _first_full_week(self, days: Days) -> date:
        first = self._resolve(Written(1, days.week)) if days.week else self.today
        start = first or self.today
        monday = start + timedelta(days=(1 - start.isoweekday()) % WEEK)
        return monday + timedelta(days=WEEK * (days.number - 1))

    def _part_of(self, found: Sequence[date], part: str) -> tuple[date, ...]:
        kept = [day for day in found if day >= self.today]
        if part in {"rest", "later"}:
            return tuple(kept)
        chosen = {"early": found[:2], "late": found[-2:], "middle": found[1:-1]}.get(part, found)
        return tuple(day for day in chosen if day >= self.today)

    def _weekend(self, days: Days) -> Dates:
        weeks = [days.week] if days.week is not None else [1] if days.modifier == "next" else [0]
        if days.every:
            weeks = [0, 1, 2, 3]
        found = [self.monday(week) + timedelta(days=n) for week in weeks for n in (5, 6)]
        kept = [day for day in found if day >= self.today]
        if not kept:
            kept = [day + timedelta(days=WEEK) for day in found]
        return Dates(tuple(kept), generic=days.every)

    def _month(self, days: Days) -> Dates:
        ahead = days.number
        first = self.today.replace(day=1)
        if days.modifier:
            year, month = divmod(first.year * _MONTHS + first.month - 1 + ahead, _MONTHS)
            first = date(year, month + 1, 1)
        else:
            year = self.today.year + (ahead < self.today.month)
            first = date(year, ahead, 1)
        following = (first + timedelta(days=31)).replace(day=1)
        month_days = [first + timedelta(days=n) for n in range((following - first).days)]
        third = len(month_days) // 3
        chosen = {
            "early": month_days[:third],
            "middle": month_days[third:-third],
            "late": month_days[-third:],
        }.get(days.part, month_days)
        return Dates(
            tuple(d for d in chosen if d >= self.today and d.isoweekday() <= _LAST_WORKDAY), generic=True
        )

    def _any(self, days: Days) -> Dates:
        if days.scope is not None:
            return replace(self._find(days.scope), generic=True)
        return Dates(self._workdays(self.today, self.last), generic=True)

    def _next_days(self, days: Days) -> Dates:
        return Dates(
            self._workdays(self.today + timedelta(days=1), self.today + timedelta(days=days.number)),
            generic=True,
        )

    def _after_named(self, days: Days) -> Dates:
        last = max(self.named) if self.named else self.today
        if days.sort == "after_named":
            return Dates((last + timedelta(days=1),))
        monday = last + timedelta(days=WEEK + 1 - last.isoweekday())
        monday = self._weeks_after.setdefault(days.start, monday) if days.start else monday
        if days.weekday:
            return Dates((monday + timedelta(days=days.weekday - 1),))
        return Dates(
            self._part_of([monday + timedelta(days=n) for n in range(_LAST_WORKDAY)], days.part), generic=True
        )

    def _same(self, days: Days) -> Dates:
        return Dates(tuple(day + timedelta(days=WEEK * days.later) for day in self.named))

    def _weekday_in(self, days: Days) -> Dates:
        """A weekday of a week that was described: "Tuesday of the week of the 9th"."""
        found = self._find(days.scope).days if days.scope is not None else ()
        if not found:
            return Dates(())
        monday = found[0] - timedelta(days=found[0].isoweekday() - 1)
        return Dates((monday + timedelta(days=days.weekday - 1),))

    def _any_between(self, days: Days) -> Dates:
        """Always-worded ranges: "Mondays to Wednesdays"."""
        found = (self.today + timedelta(days=n) for n in range((self.last - self.today).days + 1))
        return Dates(tuple(d for d in found if days.weekday <= d.isoweekday() <= days.number), generic=True)

    def _range(self, days: Days) -> Dates:
        first = self._edge(days.first, days.open_start, first=True) if days.first else self.today
        if first is None:
            return Dates(())
        last = self.last
        if days.last is not None:
            end = self._end_after(days.last, first if days.first else None, days.open_end)
            if end is None:
                return Dates(())
            last = end
        contradiction = next(
            (c for c in (self._contradiction(days.first), self._contradiction(days.last)) if c), None
        )
        found = set(self._workdays(first, min(last, max(self.last, first))))
        found |= {
            day for day in (self._named_edge(days.first, first), self._named_edge(days.last, last)) if day
        }
        return Dates(tuple(sorted(found)), generic=True, contradiction=contradiction)

    def _contradiction(self, days: Days | None) -> Contradiction | None:
        return self._find(days).contradiction if days is not None else None

    def _edge(self, days: Days, is_open: bool, *, first: bool) -> date | None:
        found = self._full(days)
        if not found:
            return None
        if first:
            return found[-1] + timedelta(days=1) if is_open else found[0]
        return found[0] - timedelta(days=1) if is_open else found[-1]

    def _full(self, days: Days) -> tuple[date, ...]:
        """All days, weekends too: "after next week" begins on a Monday."""
        found = self._find(days).days
        if days.sort == "week" and not days.part and found:
            monday = found[0] - timedelta(days=found[0].isoweekday() - 1)
            return tuple(monday + timedelta(days=n) for n in range(WEEK))
        return found

    def _end_after(self, days: Days, first: date | None, is_open: bool) -> date | None:
        """The end of a range: a weekday or day of month means the next one behind the start."""
        end = self._edge(days, is_open, first=False)
        if end is None or first is None or end >= first:
            return end
        if days.sort == "weekday" and days.week is None:
            return first + timedelta(days=(days.weekday - first.isoweekday()) % WEEK - is_open)
        if days.sort == "date" and days.on is not None and days.on.month is None:
            later = Calendar(first, self.last)
            return later._edge(days, is_open, first=False)
        return None

    def _named_edge(self, days: Days | None, day: date) -> date | None:
        named = days is not None and days.sort in {"weekday", "date", "relative"}
        return day if named and day.isoweekday() > _LAST_WORKDAY else None

    def _workdays(self, first: date, last: date) -> tuple[date, ...]:
        found = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return tuple(day for day in found if day.isoweekday() <= _LAST_WORKDAY)
