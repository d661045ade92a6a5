"""The grammar of numbers that stand with a day or a week: "Tuesday 28", "KW 12", "first full week of July"."""

from domain.negotiation.times.dates import DateWords
from domain.negotiation.times.days import Days, Written
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.numerals import LAST_DAY, LAST_HOUR, TWO_DIGITS
from domain.negotiation.times.tokens import Mark

OF = (Kind.FROM, Kind.DATE_MARK, Kind.IN, Kind.AT)
"""Tokens that join an expression for days with the one it belongs to."""
_LAST_WEEK = 53

Found = tuple[Days, int] | None


class DayNumbers(DateWords):
    """Reads numbers that a neighbour makes a day or a week."""

    def day_after_weekday(self, place: int) -> tuple[Days, int] | None:
        """A bare number behind a weekday that is a day of the month: "mardi 20 à 15h", "martes 28", "Tuesday 28"."""
        token, end = self.at(place), place + 1
        number = token.value
        if (
            token.kind is not Mark.NUMBER
            or not isinstance(number, int)
            or not 1 <= number <= LAST_DAY
            or len(token.text) > TWO_DIGITS
        ):
            return None
        if self._leads_to_weekday(end) or self._heads_row(end):
            return Days("date", on=Written(number)), end
        if self.has(
            end,
            Kind.CLOCK,
            Kind.AM,
            Kind.PM,
            Kind.UNIT,
            Kind.PLUS_MINUTES,
            Kind.MINUS_MINUTES,
            Kind.ISH,
            Mark.DASH,
            Kind.ONWARDS,
            Kind.TO,
            Kind.UNTIL,
            Mark.COLON,
        ):
            return None
        timed = self.has(end, Kind.AT, Kind.FROM, Kind.BETWEEN, Kind.AFTER, Kind.BEFORE, Mark.TIME)
        shared = (
            self.has(end, Kind.OR, Kind.AND, Mark.COMMA, Mark.SLASH)
            and self.has(end + 1, Mark.NUMBER, Kind.AT, Mark.TIME)
            and not timed
        )
        romance = self.language in {"fr", "es", "pt"} and not shared
        if not (number > LAST_HOUR or timed or romance):
            return None
        return Days("date", on=Written(number)), end

    def _leads_to_weekday(self, place: int) -> bool:
        """The first end of "Monday 19 to Wednesday 21"."""
        if not self.has(place, Kind.TO, Kind.UNTIL, Kind.AT, Mark.DASH):
            return False
        lead = self.past_small(place + 1, (Kind.DATE_MARK, Kind.AT))
        return self.has(lead, Kind.WEEKDAY) and self.has(lead + 1, Mark.NUMBER)

    def _heads_row(self, place: int) -> bool:
        """The date of a row in a timetable: "Mon 14 - 9-11", "Fri 18 - all day"."""
        if not self.has(place, Mark.DASH, Mark.COLON) or self.at(place + 1).glued:
            return False
        if self.has(place + 1, Kind.ANY_TIME, Kind.CANNOT, Kind.NOT, Kind.PART, Kind.AWAY):
            return True
        return self.has(place + 1, Mark.NUMBER, Mark.TIME) and self.has(place + 2, Mark.DASH, Kind.TO)

    def week_number(self, place: int) -> Found:
        """Calendar week 12 (ISO 8601)."""
        number = self.at(place + 1).value
        if (
            not self.has(place + 1, Mark.NUMBER)
            or not isinstance(number, int)
            or not 1 <= number <= _LAST_WEEK
        ):
            return None
        return Days("week", number=number, modifier="iso"), place + 2

    def full_week(self, place: int) -> Found:
        lead = self.past_small(place + 1, OF)
        if not self.has(lead, Kind.MONTH):
            return None
        weeks = int(self.at(place).value or 1)
        return Days("week", number=weeks, week=int(self.at(lead).value or 1), modifier="full"), lead + 1
