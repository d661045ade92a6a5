"""The grammar of days: tokens -> Days. Ranges and bounds of days: "Monday to Wednesday", "not before the 9th"."""

from dataclasses import replace

from domain.negotiation.times.daynumbers import Found
from domain.negotiation.times.dayphrases import DayPhrases
from domain.negotiation.times.days import Days
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import Mark

_RANGE = (Kind.TO, Kind.UNTIL, Mark.DASH)
_THROUGH = frozenset({"through", "thru"})
"""Without a start: up to and with the day ("away through Wednesday")."""
_CLOCKS = (Mark.NUMBER, Mark.TIME, Kind.AM, Kind.PM, Kind.PART, Kind.NUMBER)


class DayWords(DayPhrases):
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
        first = self.phrase(place)
        if first is None:
            return None
        days, end = first
        if self.has(end, Kind.ONWARDS, Kind.AT_EARLIEST) and not self._is_on_before_day(end):
            return Days("range", first=days), end + 1
        if self.has(end, Kind.OR_EARLIER, Kind.AT_LATEST):
            return Days("range", last=days), end + 1
        if days.sort == "any" or not self.has(end, *_RANGE) or self._sets_apart(days, end):
            return first
        second = self.phrase(self.past_small(end + 1, (Kind.UNTIL, Kind.TO, Kind.AT)))
        if second is None or second[0].sort in {"any", "same"}:
            return first
        return self._between_days(days, second[0]), second[1]

    def _sets_apart(self, days: Days, place: int) -> bool:
        """The dash of "Thursday next week - Wednesday I'm out" joins nothing."""
        return days.week is not None and self.has(place, Mark.DASH) and not self.at(place + 1).glued

    def _between_days(self, first: Days, last: Days) -> Days:
        """A range of days; a month or week said once counts for both ends."""
        if first.on and last.on and first.on.month is None and last.on.month:
            first = replace(first, on=replace(first.on, month=last.on.month, year=last.on.year))
        elif first.on and last.on and last.on.month is None and first.on.month and last.on.day > first.on.day:
            last = replace(last, on=replace(last.on, month=first.on.month, year=first.on.year))
        plain = first.sort == last.sort == "weekday"
        if (
            plain
            and first.week is None
            and not first.modifier
            and last.week is not None
            and first.weekday < last.weekday
        ):
            first = replace(first, week=last.week)
        if plain and last.week is None and not last.modifier and first.weekday < last.weekday:
            last = replace(last, week=first.week, modifier=first.modifier)
        if plain and (first.every or last.every) and first.weekday < last.weekday:
            return Days("any_between", weekday=first.weekday, number=last.weekday)
        return Days("range", first=first, last=last)

    def _is_on_before_day(self, place: int) -> bool:
        """The "on" of "Monday on the 5th" opens nothing."""
        ends = (Mark.STOP, Mark.COMMA, Kind.OR, Kind.AND, Mark.BREAK, Kind.CAN, Kind.SUBJECT)
        return self.at(place).text == "on" and not self.has(place + 1, *ends)

    def _bounded(self, place: int) -> Found:
        """Ranges with words of their own: from, between, after, before, until, back on."""
        kind = self.kind(place)
        lead = self.past_small(
            place + 1, (Kind.AT, Kind.AROUND, Kind.FROM, Kind.IN) if kind is not Kind.BETWEEN else ()
        )
        if kind in {Kind.FROM, Kind.BETWEEN}:
            return self._days_from(lead, kind, opened=self.at(place).value != "weak")
        if kind is Kind.TO and self.at(place).text in _THROUGH and not self.has(place - 1, *_CLOCKS):
            kind = Kind.UNTIL
        if kind in {Kind.AFTER, Kind.BEFORE, Kind.UNTIL, Kind.NOT_BEFORE, Kind.NOT_AFTER, Kind.BACK}:
            found = self.phrase(lead)
            if found is None:
                return None
            days, end = found
            if kind in {Kind.NOT_BEFORE, Kind.BACK}:
                return Days("range", first=days, modifier="limit"), end
            if kind is Kind.AFTER:
                return self._after(days, end)
            return Days(
                "range",
                last=days,
                open_end=kind is Kind.BEFORE,
                modifier="limit" if kind is Kind.NOT_AFTER else "",
            ), end
        return None

    def _after(self, days: Days, end: int) -> Found:
        """After a day, perhaps up to another: "after the 15th and before the 20th"."""
        link = end
        while self.has(link, Kind.AND, Kind.BUT, Mark.COMMA):
            link += 1
        if self.has(link, Kind.BEFORE, Kind.UNTIL):
            last = self.phrase(self.past_small(link + 1))
            if last is not None:
                return Days(
                    "range", first=days, open_start=True, last=last[0], open_end=self.has(link, Kind.BEFORE)
                ), last[1]
        return Days("range", first=days, open_start=True), end

    def _days_from(self, lead: int, kind: Kind | Mark, *, opened: bool) -> Found:
        first = self.phrase(lead)
        if first is None:
            return None
        days, end = first
        joins = (*_RANGE, Kind.AND, Kind.AT) if kind is Kind.BETWEEN else (*_RANGE, Kind.AT)
        if (
            self.has(end, Mark.COMMA)
            and self.has(end + 1, Kind.TO, Kind.UNTIL, Kind.AT)
            and days.on is not None
        ):
            end += 1  # "von Montag, dem 16., bis Mittwoch, den 18."
        if self.has(end, *joins):
            second = self.phrase(self.past_small(end + 1, _RANGE))
            if second is not None:
                return self._between_days(days, second[0]), second[1]
        if (
            kind is Kind.FROM
            and self.has(end, Kind.ONWARDS, Kind.AT_EARLIEST)
            and not self._is_on_before_day(end)
        ):
            return Days("range", first=days), end + 1
        if days.sort == "week" and not opened:
            return None
        return (Days("range", first=days), end) if kind is Kind.FROM and opened else None
