"""The grammar of days: tokens -> Days. Weekdays, dates, weeks, ranges, "3 days from now", "week of the 9th"."""

from dataclasses import replace

from domain.negotiation.times.calendar import Days, Written
from domain.negotiation.times.cursor import Cursor
from domain.negotiation.times.dates import DateWords
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import Mark

_MODIFIERS = {Kind.NEXT: "next", Kind.THIS: "this", Kind.COMING: "coming"}
_RANGE = (Kind.TO, Kind.UNTIL, Mark.DASH)
_OF = (Kind.FROM, Kind.DATE_MARK, Kind.IN, Kind.AT)
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_MOST = 400
"""Days counted from today; more is outside every window."""
_SCOPES = frozenset({"week", "range", "month", "next_days", "week_after_named", "weekday"})

Found = tuple[Days, int] | None


class DayWords(DateWords, Cursor):
    """Reads days."""

    def days(self, place: int) -> Found:
        """Days at a place, a range or single ones, with their offsets."""
        found = self._bounded(place) or self._ranged(place)
        if found is None:
            return None
        days, end = found
        return replace(days, start=self.at(place).start, end=self.at(end - 1).end), end

    # Ranges -----------------------------------------------------------------------------------
    def _ranged(self, place: int) -> Found:
        """One phrase, or two joined: "Monday to Wednesday"."""
        first = self._phrase(place)
        if first is None:
            return None
        days, end = first
        if self.has(end, Kind.ONWARDS, Kind.AT_EARLIEST) and not self._is_on_before_day(end):
            return Days("range", first=days), end + 1
        if self.has(end, Kind.OR_EARLIER, Kind.AT_LATEST):
            return Days("range", last=days), end + 1
        if days.sort in {"any"} or not self.has(end, *_RANGE):
            return first
        second = self._phrase(self.past_small(end + 1, (Kind.DATE_MARK, Kind.UNTIL, Kind.TO, Kind.AT)))
        if second is None or second[0].sort in {"any", "same"}:
            return first
        return self._between_days(days, second[0]), second[1]

    def _between_days(self, first: Days, last: Days) -> Days:
        """A range of days; a month or week said once counts for both ends."""
        if first.on and last.on and first.on.month is None and last.on.month:
            first = replace(first, on=replace(first.on, month=last.on.month, year=last.on.year))
        elif first.on and last.on and last.on.month is None and first.on.month and last.on.day > first.on.day:
            last = replace(last, on=replace(last.on, month=first.on.month, year=first.on.year))
        plain = first.sort == last.sort == "weekday"
        if plain and first.week is None and not first.modifier and last.week is not None and first.weekday < last.weekday:
            first = replace(first, week=last.week)
        if plain and last.week is None and not last.modifier and first.weekday < last.weekday:
            last = replace(last, week=first.week, modifier=first.modifier)
        if plain and (first.every or last.every) and first.weekday < last.weekday:
            return Days("any_between", weekday=first.weekday, number=last.weekday)
        return Days("range", first=first, last=last)

    def _is_on_before_day(self, place: int) -> bool:
        """The "on" of "Monday on the 5th" opens nothing."""
        ends = (Mark.STOP, Mark.COMMA, Kind.OR, Kind.AND, Mark.BREAK, Kind.CAN)
        return self.at(place).text == "on" and not self.has(place + 1, *ends)

    def _bounded(self, place: int) -> Found:
        """Ranges with words of their own: from, between, after, before, until, back on."""
        kind = self.kind(place)
        lead = self.past_small(place + 1, (Kind.DATE_MARK, Kind.AT, Kind.AROUND, Kind.FROM, Kind.IN) if kind is not Kind.BETWEEN else (Kind.DATE_MARK,))
        if kind in {Kind.FROM, Kind.BETWEEN}:
            return self._days_from(lead, kind, opened=self.at(place).value != "weak")
        if kind in {Kind.AFTER, Kind.BEFORE, Kind.UNTIL, Kind.NOT_BEFORE, Kind.NOT_AFTER, Kind.BACK}:
            found = self._phrase(lead)
            if found is None:
                return None
            days, end = found
            if kind in {Kind.NOT_BEFORE, Kind.BACK}:
                return Days("range", first=days, modifier="limit" if kind is Kind.NOT_BEFORE else ""), end
            if kind is Kind.AFTER:
                return self._after(days, end)
            return Days("range", last=days, open_end=kind is Kind.BEFORE, modifier="limit" if kind is Kind.NOT_AFTER else ""), end
        return None

    def _after(self, days: Days, end: int) -> Found:
        """After a day, perhaps up to another: "after the 15th and before the 20th"."""
        link = end
        while self.has(link, Kind.AND, Kind.BUT, Mark.COMMA):
            link += 1
        if self.has(link, Kind.BEFORE, Kind.UNTIL):
            last = self._phrase(self.past_small(link + 1, (Kind.DATE_MARK,)))
            if last is not None:
                return Days("range", first=days, open_start=True, last=last[0], open_end=self.has(link, Kind.BEFORE)), last[1]
        return Days("range", first=days, open_start=True), end

    def _days_from(self, lead: int, kind: Kind | Mark, *, opened: bool) -> Found:
        first = self._phrase(lead)
        if first is None:
            return None
        days, end = first
        joins = (*_RANGE, Kind.AND, Kind.AT) if kind is Kind.BETWEEN else (*_RANGE, Kind.AT)
        if self.has(end, *joins):
            second = self._phrase(self.past_small(end + 1, (Kind.DATE_MARK, *_RANGE)))
            if second is not None:
                return self._between_days(days, second[0]), second[1]
        if kind is Kind.FROM and self.has(end, Kind.ONWARDS, Kind.AT_EARLIEST) and not self._is_on_before_day(end):
            return Days("range", first=days), end + 1
        if days.sort == "week" and not opened:
            return None
        return (Days("range", first=days), end) if kind is Kind.FROM and opened else None

    # One phrase -------------------------------------------------------------------------------
    def _phrase(self, place: int) -> Found:
        """Days said with one or more words for the same days: "Monday, the 12th", "Tuesday next week"."""
        found = self._simple(place)
        if found is None:
            return None
        days, end = found
        for _ in range(3):
            step = self._merged(days, end)
            if step is None:
                break
            days, end = step
        return days, end

    def _merged(self, days: Days, end: int) -> Found:
        lead = self.past_small(end, _OF)
        comma = False
        if self.has(lead, Mark.COMMA):
            lead, comma = self.past_small(lead + 1, (Kind.DATE_MARK,)), True
        following = self._simple(lead)
        if following is None:
            return None
        joint = _join(days, following[0], comma=comma)
        return (joint, following[1]) if joint is not None else None

    def _simple(self, place: int) -> Found:
        kind = self.kind(place)
        if kind in _MODIFIERS or (kind is Kind.NEXT_N and not self._is_count(place + 1)):
            return self._modified(place)
        readers = {
            Kind.WEEKDAY: self._weekday,
            Kind.EVERY: self._every,
            Kind.PART_OF_WEEK: self._part_of_week,
            Kind.NEXT_N: self._next_n,
            Kind.IN: self._in,
            Kind.WEEK_LATER: self._week_later,
            Kind.WEEK_OF: self._week_of,
            Kind.FULL_WEEK: self._full_week,
        }
        if isinstance(kind, Kind) and kind in readers:
            found = readers[kind](place)
            if found is not None:
                return found
        return self._named(place) or self._counted(place) or self.date(place)

    def _named(self, place: int) -> Found:
        """Words that are days by themselves."""
        token = self.at(place)
        number = token.value if isinstance(token.value, int) else 0
        plain = {
            Kind.WEEKDAYS: Days("weekday", weekday=number, every=True),
            Kind.RELATIVE_DAY: Days("relative", number=number),
            Kind.WEEK: Days("week", number=number),
            Kind.BUSINESS_DAYS: Days("any"),
            Kind.ANY_DAY: Days("any"),
            Kind.FOLLOWING_DAY: Days("after_named"),
            Kind.FOLLOWING_WEEK: Days("week_after_named"),
            Kind.SAME_DAYS: Days("same"),
            Kind.WEEKEND: Days("weekend", every=token.text.endswith("s")),
        }
        days = plain.get(token.kind) if isinstance(token.kind, Kind) else None
        if token.kind is Kind.MONTH and self.date(place) is None and self._is_month(place):
            return Days("month", number=number), place + 1
        if days is None or number < 0:
            return None
        if days.sort == "weekend" and self.has(place + 1, *_MODIFIERS):
            return replace(days, modifier=_MODIFIERS[Kind(self.kind(place + 1))]), place + 2
        return days, place + 1

    def _is_month(self, place: int) -> bool:
        """A month alone; "may" and "march" only behind a word such as "in" or "until"."""
        led = self.has(place - 1, Kind.IN, Kind.UNTIL, Kind.NOT_BEFORE, Kind.BEFORE, Kind.FROM, Kind.AFTER, Kind.NEXT, Kind.PART_OF_WEEK)
        return led or not self.at(place).guarded

    def _is_guarded_out(self, place: int) -> bool:
        """A short name that is also an ordinary word stands alone."""
        if not self.at(place).guarded:
            return False
        beside = (
            Mark.NUMBER, Mark.TIME, Mark.DATE, Mark.DASH, Mark.SLASH, Mark.DOTTED, Kind.WEEKDAY, Kind.PART, Kind.PARTS, Kind.NOON, Mark.COLON,
            Kind.AFTER, Kind.BEFORE, Kind.WEEK, Kind.BETWEEN, Kind.FROM, Kind.ANY_TIME, Kind.NEXT, Kind.COMING, Kind.THIS, Kind.OR, Kind.AND, Kind.CAN, Kind.CANNOT, Kind.AT, Mark.COMMA, Kind.ORDINAL, Kind.ORDINAL_SUFFIX, Kind.UNTIL, Kind.TO, Kind.EVERY, Kind.NOT, Kind.EXCEPT, Kind.ONWARDS, Kind.IF, Mark.DOT, Kind.AROUND, Mark.STOP,
        )  # fmt: skip
        return not (self.has(place + 1, *beside) or self.has(place - 1, *beside))

    def _weekday(self, place: int) -> Found:
        if self._is_guarded_out(place):
            return None
        token = self.at(place)
        days, end = Days("weekday", weekday=int(token.value or 0)), place + 1
        after = self.past_small(end, (Kind.FROM, Kind.AT)) if self.language != "en" else end
        modifier = self.kind(end)
        if modifier in _MODIFIERS and not self._opens_phrase(end):
            return replace(days, modifier=_MODIFIERS[Kind(modifier)]), end + 1
        if self.has(end, Kind.UNIT) and self.at(end).value == "week":
            return replace(days, later=1), end + 1
        if self.has(end, Kind.WEEK_LATER) and int(self.at(end).value or 1) > 0:
            return replace(days, later=int(self.at(end).value or 1)), end + 1
        if self.has(after, Kind.NEXT, Kind.COMING) and self._unit(after + 1) == "week":
            return replace(days, week=1), after + 2
        return days, end

    def _opens_phrase(self, place: int) -> bool:
        """A modifier that belongs to what follows: "Monday next week", "lundi ce matin"."""
        lead = self.past_small(place + 1)
        return self.has(lead, Kind.WEEKDAY, Kind.WEEK, Kind.WEEKEND, Kind.PART, Kind.MONTH) or bool(self._unit(lead))

    def _unit(self, place: int) -> str:
        token = self.at(place)
        return str(token.value) if token.kind is Kind.UNIT else ""

    def _modified(self, place: int) -> Found:
        """next / this / coming before its noun."""
        modifier = _MODIFIERS.get(Kind(self.kind(place)), "next")
        lead = place + 1
        while self.has(lead, Kind.COMING, Kind.NEXT):
            lead += 1
        lead = self.past_small(lead)
        if self.has(lead, Kind.WEEKDAY):
            found = self._weekday(lead)
            days = found[0] if found else Days("weekday", weekday=int(self.at(lead).value or 0))
            return replace(days, modifier=days.modifier or modifier), found[1] if found else lead + 1
        if self.has(lead, Kind.WEEKEND):
            return Days("weekend", modifier=modifier), lead + 1
        unit = self._unit(lead)
        if unit == "week":
            later = self.has(lead + 1, Kind.NEXT, Kind.COMING) and modifier == "this"
            return Days("week", number=0 if modifier == "this" and not later else 1), lead + 1 + later
        if unit == "month":
            return Days("month", number=0 if modifier == "this" else 1, modifier=modifier), lead + 1
        if unit == "day" and modifier == "next":
            return Days("after_named"), lead + 1
        if self.has(lead, Kind.MONTH) and modifier != "this":
            return Days("month", number=int(self.at(lead).value or 1)), lead + 1
        if self.has(lead, Kind.RELATIVE_DAY, Kind.DATE_MARK, Kind.ORDINAL) or self.has(lead, Mark.NUMBER):
            return self._simple(lead) if not self.has(lead, Kind.NEXT) else None
        return None

    def _every(self, place: int) -> Found:
        lead = self.past_small(place + 1, (Kind.EVERY,))
        unit = self._unit(lead)
        if self.has(lead, Kind.WEEKDAY, Kind.WEEKDAYS):
            found = self._simple(lead)
            return (replace(found[0], every=True), found[1]) if found else None
        if unit == "day" or self.has(lead, Kind.BUSINESS_DAYS):
            return Days("any"), lead + 1
        if self.has(lead, Kind.WEEKEND):
            return Days("weekend", every=True), lead + 1
        if self.has(lead, Kind.WEEK, Kind.NEXT, Kind.THIS, Kind.COMING):
            return self._simple(lead)
        return None

    def _part_of_week(self, place: int) -> Found:
        lead = self.past_small(place + 1, _OF)
        part = str(self.at(place).value)
        if self._unit(lead) in {"week", "month"}:
            unit = self._unit(lead)
            end = lead + 1
            if self.has(end, Kind.NEXT, Kind.COMING):
                return (Days("week", number=1, part=part) if unit == "week" else Days("month", number=1, modifier="next", part=part)), end + 1
            if unit == "month":
                return Days("month", number=0, modifier="this", part=part), end
            return Days("week", number=0, part=part), end
        found = self._simple(lead) if not self.has(lead, Kind.PART, Kind.PARTS) else None
        if found is None or found[0].sort not in {"week", "month", "week_after_named"}:
            return None
        return replace(found[0], part=part), found[1]

    def _is_count(self, place: int) -> bool:
        return self.has(place, Mark.NUMBER, Kind.NUMBER) and self.has(place + 1, Kind.UNIT, Kind.BUSINESS_DAYS)

    def _count(self, place: int) -> int:
        unit = self._unit(place + 1) or "day"
        return min(int(self.at(place).value or 0) * _UNIT_DAYS.get(unit, 0), _MOST)

    def _next_n(self, place: int) -> Found:
        count = self._count(place + 1)
        return (Days("next_days", number=count), place + 3) if count else None

    def _in(self, place: int) -> Found:
        """in 3 days, in two weeks."""
        if not self._is_count(place + 1) or not self._count(place + 1):
            if self.has(place + 1, Kind.MONTH, Kind.NEXT_N):
                return self._simple(place + 1)
            return None
        return Days("relative", number=self._count(place + 1)), place + 3

    def _counted(self, place: int) -> Found:
        """3 days from now, two weeks from Monday."""
        if not self._is_count(place) or not self._count(place):
            return None
        if self.has(place + 2, Kind.FROM_TODAY):
            return Days("relative", number=self._count(place)), place + 3
        if self.has(place + 2, Kind.FROM, Kind.AFTER):
            base = self._simple(self.past_small(place + 3))
            if base is not None and base[0].sort in {"weekday", "relative"} and self._unit(place + 1) == "week":
                return replace(base[0], later=self._count(place) // 7), base[1]
            if base is not None and base[0].sort == "relative":
                return replace(base[0], number=base[0].number + self._count(place)), base[1]
        return None

    def _week_later(self, place: int) -> Found:
        weeks = abs(int(self.at(place).value or 1))
        base = self._simple(self.past_small(place + 1))
        if base is not None and base[0].sort in {"weekday", "relative"}:
            return replace(base[0], later=weeks), base[1]
        return Days("relative", number=7 * weeks), place + 1

    def _week_of(self, place: int) -> Found:
        lead = self.past_small(place + 1, (Kind.DATE_MARK, Kind.FROM, Kind.AT))
        found = self._phrase(lead)
        if found is None and self.has(lead, Mark.NUMBER):
            found = Days("date", on=Written(int(self.at(lead).value or 0))), lead + 1
        if found is None or found[0].sort not in {"date", "weekday", "relative"}:
            return None
        return Days("week", first=found[0]), found[1]

    def _full_week(self, place: int) -> Found:
        lead = self.past_small(place + 1, _OF)
        if not self.has(lead, Kind.MONTH):
            return None
        weeks = int(self.at(place).value or 1)
        return Days("week", number=weeks, week=int(self.at(lead).value or 1), modifier="full"), lead + 1


def _join(one: Days, other: Days, *, comma: bool) -> Days | None:
    """Two phrases for the same days as one; None when they are two."""
    sorts = {one.sort, other.sort}
    if sorts == {"weekday", "date"}:
        weekday, on = (one, other) if one.sort == "weekday" else (other, one)
        return replace(on, weekday=weekday.weekday) if not weekday.every and not weekday.later else None
    if sorts == {"weekday", "relative"} and not comma:
        weekday, relative = (one, other) if one.sort == "weekday" else (other, one)
        return replace(relative, weekday=weekday.weekday) if not weekday.modifier and not weekday.later else None
    if sorts == {"relative", "date"}:
        return one if one.sort == "date" else other
    if comma:
        return None
    if sorts == {"weekday", "week"}:
        weekday, week = (one, other) if one.sort == "weekday" else (other, one)
        if week.part or week.first is not None or week.modifier or weekday.week is not None:
            return Days("weekday_in", weekday=weekday.weekday, scope=week) if week.first or week.modifier else None
        return replace(weekday, week=week.number, modifier="")
    if sorts == {"weekday", "week_after_named"}:
        weekday, week = (one, other) if one.sort == "weekday" else (other, one)
        return replace(week, weekday=weekday.weekday)
    if "any" in sorts and len(sorts) == 2:  # noqa: PLR2004 -- one generic, one not
        generic, scope = (one, other) if one.sort == "any" else (other, one)
        return replace(generic, scope=scope) if scope.sort in _SCOPES and generic.scope is None else None
    if sorts == {"weekend", "week"}:
        weekend, week = (one, other) if one.sort == "weekend" else (other, one)
        return replace(weekend, week=week.number)
    if sorts == {"weekday", "month"} or sorts == {"week", "month"}:
        return None
    return None
