"""The grammar of single expressions for days: "next Tuesday", "3 days from now", "the week of the 9th"."""

from dataclasses import replace

from domain.negotiation.times.dayjoins import join
from domain.negotiation.times.daynumbers import OF, DayNumbers, Found
from domain.negotiation.times.days import Days, Written
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import Mark

_MODIFIERS = {Kind.NEXT: "next", Kind.THIS: "this", Kind.COMING: "coming"}
_NAMED: dict[Kind | Mark, str] = {
    Kind.BUSINESS_DAYS: "any",
    Kind.ANY_DAY: "any",
    Kind.FOLLOWING_DAY: "after_named",
    Kind.FOLLOWING_WEEK: "week_after_named",
    Kind.SAME_DAYS: "same",
}
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30}
_WEEKENDS = frozenset({"fines de semana", "fins de semana", "finais de semana", "wochenenden", "wochenends"})
"""Plurals that do not end in an s."""
_MOST, _DEEPEST = 400, 5
"""Days counted from today; more is outside every window."""


class DayPhrases(DayNumbers):
    """Reads one expression for days, with the words beside it that mean the same days."""

    _depth = 0

    def phrase(self, place: int) -> Found:
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
        if self._opens_range(end):
            return None
        lead = self.past_small(end, OF)
        comma = False
        if self.has(lead, Mark.COMMA):
            lead, comma = self.past_small(lead + 1, (Kind.DATE_MARK,)), True
        following = self._simple(lead)
        if following is None and days.sort == "weekday":
            enclosed = comma and self.has(lead, Mark.NUMBER) and self.has(lead + 1, Mark.COMMA)
            if enclosed and self.has(lead + 2, Kind.TO, Kind.UNTIL, Kind.AT):
                following = Days("date", on=Written(int(self.at(lead).value or 0))), lead + 1
            elif not comma:
                following = self.day_after_weekday(self.past_small(end))
        if following is None:
            return None
        joint = join(days, following[0], comma=comma)
        return (joint, following[1]) if joint is not None else None

    def _opens_range(self, place: int) -> bool:
        """ "next week from Tuesday", "la semaine prochaine de mardi a jeudi": an open start or a range follows."""
        if not self.has(place, Kind.FROM):
            return False
        first = self._simple(self.past_small(place + 1, (Kind.DATE_MARK, Kind.AT)))
        if first is None:
            return False
        return self.at(place).value != "weak" or self.has(first[1], Kind.TO, Kind.UNTIL, Kind.AT, Mark.DASH)

    def _simple(self, place: int) -> Found:
        """One word or fixed expression for days. Nested expressions end at a fixed depth, whatever the text."""
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        try:
            found = self._expression(place)
            if found is None and self.has(place, Kind.DATE_MARK):
                found = self._expression(self.past_small(place, (Kind.DATE_MARK,)))
            return found
        finally:
            self._depth -= 1

    def _expression(self, place: int) -> Found:
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
            Kind.FULL_WEEK: self.full_week,
            Kind.WEEK_NUMBER: self.week_number,
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
        if token.kind in {Kind.WEEKDAYS, Kind.RELATIVE_DAY, Kind.WEEK}:
            if token.kind is Kind.WEEKDAYS:
                return Days("weekday", weekday=number, every=True), place + 1
            later, end = self._weeks_later(place + 1) if token.kind is Kind.RELATIVE_DAY else (0, place + 1)
            sort = "week" if token.kind is Kind.WEEK else "relative"
            return (Days(sort, number=number, later=later), end) if number >= 0 else None
        if token.kind is Kind.MONTH and self.date(place) is None and self._is_month(place):
            return Days("month", number=number), place + 1
        if token.kind is Kind.WEEKEND:
            modified = self.has(place + 1, *_MODIFIERS)
            modifier = _MODIFIERS[Kind(self.kind(place + 1))] if modified else ""
            return Days(
                "weekend", every=token.text.endswith("s") or token.text in _WEEKENDS, modifier=modifier
            ), place + 1 + modified
        sort = _NAMED.get(token.kind, "")
        return (Days(sort), place + 1) if sort else None

    def _is_month(self, place: int) -> bool:
        """A month alone; "may" and "march" only behind a word such as "in" or "until"."""
        led = self.has(
            place - 1,
            Kind.IN,
            Kind.UNTIL,
            Kind.NOT_BEFORE,
            Kind.BEFORE,
            Kind.FROM,
            Kind.AFTER,
            Kind.NEXT,
            Kind.PART_OF_WEEK,
        )
        return led or not self.at(place).guarded

    def _weekday(self, place: int) -> Found:
        if self.is_ordinary(place):
            return None
        token = self.at(place)
        days, end = Days("weekday", weekday=int(token.value or 0)), place + 1
        after = self.past_small(end, (Kind.FROM, Kind.AT)) if self.language != "en" else end
        modifier = self.kind(end)
        if modifier in _MODIFIERS and not self._opens_phrase(end):
            return replace(days, modifier=_MODIFIERS[Kind(modifier)]), end + 1
        later, stop = self._weeks_later(end)
        if later:
            return replace(days, later=later), stop
        if self.has(after, Kind.NEXT, Kind.COMING) and self._unit(after + 1) == "week":
            return replace(days, week=1), after + 2
        return days, end

    def _weeks_later(self, place: int) -> tuple[int, int]:
        """Weeks added behind a day: "Tuesday week", "Tuesday fortnight", "Dienstag in einer Woche"."""
        token = self.at(place)
        if token.kind is Kind.UNIT and token.value == "week":
            return 1, place + 1
        if token.kind is Kind.NUMBER and token.text == "fortnight":
            return 2, place + 2
        weeks = int(token.value or 1) if token.kind is Kind.WEEK_LATER else 0
        return (weeks, place + 1) if weeks > 0 else (0, place)

    def _opens_phrase(self, place: int) -> bool:
        """A modifier that belongs to what follows: "Monday next week", "lundi ce matin"."""
        lead = self.past_small(place + 1)
        if self.has(lead, Kind.PART):
            return self.has(place, Kind.THIS)
        return self.has(lead, Kind.WEEKDAY, Kind.WEEK, Kind.WEEKEND, Kind.MONTH) or bool(self._unit(lead))

    def _unit(self, place: int) -> str:
        token = self.at(place)
        return str(token.value) if token.kind is Kind.UNIT else ""

    def _modified(self, place: int) -> Found:
        """next / this / coming before its noun."""
        modifier = _MODIFIERS.get(Kind(self.kind(place)), "next")
        lead = self.past_small(place + 1, (Kind.COMING, Kind.NEXT))
        if self.has(lead, Kind.WEEKDAY):
            found = self._weekday(lead)
            days = found[0] if found else Days("weekday", weekday=int(self.at(lead).value or 0))
            return replace(days, modifier=days.modifier or modifier), found[1] if found else lead + 1
        if self.has(lead, Kind.WEEKEND):
            return Days("weekend", modifier=modifier), lead + 1
        if self.has(lead, Kind.MONTH) and modifier != "this":
            return Days("month", number=int(self.at(lead).value or 1)), lead + 1
        if self.has(lead, Kind.UNIT):
            return self._modified_unit(lead, modifier)
        if self.has(lead, Kind.RELATIVE_DAY, Kind.DATE_MARK, Kind.ORDINAL, Mark.NUMBER):
            return self._simple(lead)
        return None

    def _modified_unit(self, place: int, modifier: str) -> Found:
        """next week, this month, the next day."""
        unit = self._unit(place)
        if unit == "week":
            later = self.has(place + 1, Kind.NEXT, Kind.COMING) and modifier == "this"
            return Days("week", number=0 if modifier == "this" and not later else 1), place + 1 + later
        if unit == "month":
            return Days("month", number=0 if modifier == "this" else 1, modifier=modifier), place + 1
        return (Days("after_named"), place + 1) if unit == "day" and modifier == "next" else None

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
        lead = self.past_small(place + 1, OF)
        part = str(self.at(place).value)
        if self._unit(lead) in {"week", "month"}:
            unit = self._unit(lead)
            end = lead + 1
            if self.has(end, Kind.NEXT, Kind.COMING):
                return (
                    Days("week", number=1, part=part)
                    if unit == "week"
                    else Days("month", number=1, modifier="next", part=part)
                ), end + 1
            if unit == "month":
                return Days("month", number=0, modifier="this", part=part), end
            return Days("week", number=0, part=part), end
        found = self._simple(lead) if not self.has(lead, Kind.PART, Kind.PARTS) else None
        if found is None or found[0].sort not in {"week", "month", "week_after_named"}:
            return None
        return replace(found[0], part=part), found[1]

    def _is_count(self, place: int) -> bool:
        return self.has(place, Mark.NUMBER, Kind.NUMBER) and self.has(
            place + 1, Kind.UNIT, Kind.BUSINESS_DAYS
        )

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
            if (
                base is not None
                and base[0].sort in {"weekday", "relative"}
                and self._unit(place + 1) == "week"
            ):
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
        found = self.phrase(lead)
        if found is None and self.has(lead, Mark.NUMBER):
            found = Days("date", on=Written(int(self.at(lead).value or 0))), lead + 1
        if found is None or found[0].sort not in {"date", "weekday", "relative"}:
            return None
        return Days("week", first=found[0]), found[1]
