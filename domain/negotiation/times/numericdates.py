"""Dates in digits: which number is the day. "12/02", "18.06.", "2026-02-18"."""

from domain.negotiation.times.cursor import Cursor
from domain.negotiation.times.days import Written
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.numerals import LAST_DAY, LAST_HOUR, LAST_MONTH
from domain.negotiation.times.tokens import Mark, Token

_TRIPLE = 3


class NumericDates(Cursor):
    """Reads dates written in digits."""

    month_first = False
    """Numeric dates stand month first (English in American zones)."""

    def numeric(self, place: int) -> tuple[Written, int] | None:
        token = self.at(place)
        if token.kind is Mark.DATE:
            if token.text == "ymd":
                return Written(token.parts[2], token.parts[1], token.parts[0]), place + 1
            return self._ordered(token), place + 1
        if token.kind is Mark.DOTTED and self._is_dotted_date(place):
            day, month = token.parts
            return Written(day, month), place + 1
        return None

    def _ordered(self, token: Token) -> Written:
        """Day and month by the habit of the place; by the other order where that is impossible."""
        one, two = token.parts[:2]
        year = token.parts[2] if len(token.parts) == _TRIPLE else None
        month_first = self.month_first and token.text != "."
        day, month = (two, one) if month_first else (one, two)
        if month > LAST_MONTH:
            day, month = month, day
        return Written(day, month, year, swapped=month_first)

    def _is_dotted_date(self, place: int) -> bool:
        day, month = self.at(place).parts
        if not (1 <= day <= LAST_DAY and 1 <= month <= LAST_MONTH):
            return False
        if self.has(place + 1, Kind.AM, Kind.PM, Kind.CLOCK) or self.has(place - 1, Kind.AT, Mark.TIME):
            return False
        led = self.has(place - 1, Kind.WEEKDAY, Kind.DATE_MARK, Mark.COMMA) or self.has(
            place - 2, Kind.WEEKDAY
        )
        return led or self.language == "de" or day > LAST_HOUR
