"""The grammar of calendar dates: "the 15th", "12 March", "18.06.", "12, 13 and 14 March", "dia 27"."""

from collections.abc import Sequence

from domain.negotiation.times.days import Days, Written
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.numerals import LAST_DAY, LAST_HOUR, TWO_DIGITS, YEAR_DIGITS
from domain.negotiation.times.numericdates import NumericDates
from domain.negotiation.times.tokens import Mark, Token

_YEARS = range(2000, 2100)
_LINKS = (Kind.AND, Kind.OR, Mark.COMMA, Mark.DASH, Mark.SLASH, Kind.TO, Kind.UNTIL, Kind.AT)
_COUNTING = (
    Kind.CLOCK,
    Kind.AM,
    Kind.PM,
    Kind.UNIT,
    Kind.PLUS_MINUTES,
    Kind.MINUS_MINUTES,
    Kind.ISH,
)
"""Behind a number: it is no day of a month."""
_BOUNDS = (Kind.FROM, Kind.UNTIL, Kind.AFTER, Kind.BEFORE, Kind.BETWEEN, Kind.NOT_BEFORE, Kind.NOT_AFTER)
_FIRST_SURE_ORDINAL = 4
_LIST = 12
"""Days read ahead in a list before its month."""


class DateWords(NumericDates):
    """Reads calendar dates."""

    def __init__(self, tokens: Sequence[Token], language: str) -> None:
        super().__init__(tokens, language)
        self.known: dict[int, Written] = {}
        """Dates read so far, by the place behind them: bare numbers of a list can follow one."""

    def date(self, place: int) -> tuple[Days, int] | None:
        """A calendar date at a place."""
        found = self.numeric(place) or self._month_led(place) or self._day_led(place)
        if found is None:
            return None
        on, end = found
        self.known[end] = on
        return Days("date", on=on), end

    def _month_led(self, place: int) -> tuple[Written, int] | None:
        """March 15, March the 15th, March 15 2026."""
        token = self.at(place)
        if token.kind is not Kind.MONTH or not isinstance(token.value, int):
            return None
        lead = self.past_small(place + 1, (Kind.DATE_MARK,))
        day = self._plain_day(lead)
        if day is None or (self.has(place - 1, Mark.NUMBER) and token.guarded):
            return None
        number, end = day
        if self._is_clock(lead, end):
            return None
        year, end = self._year(end)
        return Written(number, token.value, year), end

    def _is_clock(self, place: int, end: int) -> bool:
        """The number behind a month is an hour: "in March 10am"."""
        return self.has(end, Kind.AM, Kind.PM, Kind.CLOCK) and end - place == 1

    def _plain_day(self, place: int) -> tuple[int, int] | None:
        """A day of the month: 15, 15th, 15., fifteenth."""
        token = self.at(place)
        number = token.value
        if token.kind is Kind.ORDINAL and isinstance(number, int):
            return number, place + 1
        if (
            token.kind not in {Mark.NUMBER, Kind.NUMBER}
            or not isinstance(number, int)
            or not 1 <= number <= LAST_DAY
        ):
            return None
        end = place + 1
        if self.has(end, Kind.ORDINAL_SUFFIX) and self.at(end).glued:
            return number, end + 1
        if self.has(end, Mark.DOT) and self._is_ordinal_dot(end):
            return number, end + 1
        if token.kind is Mark.NUMBER and len(token.text) > TWO_DIGITS:
            return None
        return number, end

    def _is_ordinal_dot(self, place: int) -> bool:
        """The dot of "15." is an ordinal's and no sentence's."""
        if self.has(place + 1, Kind.MONTH):
            return True
        if self.language != "de":
            return False
        follows = (
            Kind.AND,
            Kind.OR,
            Mark.DASH,
            Kind.UNTIL,
            Kind.TO,
            Mark.COMMA,
            Kind.AT,
            Kind.AROUND,
            Kind.FROM,
            Kind.BETWEEN,
            Kind.AFTER,
            Kind.BEFORE,
            Kind.PART,
            Kind.PARTS,
            Kind.CANNOT,
            Kind.CAN,
            Kind.NOT,
            Mark.BREAK,
            Kind.ONWARDS,
        )
        led = self.has(
            place - 2,
            Kind.DATE_MARK,
            Kind.WEEKDAY,
            Kind.AFTER,
            Kind.BEFORE,
            Kind.UNTIL,
            Kind.FROM,
            Kind.AND,
            Kind.OR,
            Mark.COMMA,
            Kind.WEEK_OF,
            Kind.EXCEPT,
            Kind.NOT,
        )
        if self.has(place - 2, Kind.FROM, Kind.AFTER, Kind.BEFORE, Kind.UNTIL) and self._ends_on_an_hour(
            place
        ):
            return False
        return self.has(place + 1, *follows) or (led and self.at(place - 1).value != 0)

    def _ends_on_an_hour(self, place: int) -> bool:
        """ "jeden Tag ab 10." at the end of a sentence: the day was said, so the number is an hour."""
        if not self.has(place + 1, Mark.STOP, Mark.BREAK):
            return False
        days = (
            Kind.WEEKDAY,
            Kind.WEEKDAYS,
            Kind.ANY_DAY,
            Kind.UNIT,
            Kind.RELATIVE_DAY,
            Kind.WEEK,
            Kind.BUSINESS_DAYS,
        )
        return self.has(place - 3, *days)

    def _year(self, place: int) -> tuple[int | None, int]:
        lead = self.past_small(place, (Kind.FROM,))
        lead += self.has(lead, Mark.COMMA)
        token = self.at(lead)
        if (
            token.kind is Mark.NUMBER
            and isinstance(token.value, int)
            and token.value in _YEARS
            and len(token.text) == YEAR_DIGITS
        ):
            return token.value, lead + 1
        return None, place

    def _day_led(self, place: int) -> tuple[Written, int] | None:
        """15 March, the 15th of March, 15. März, dia 15, and days of a list whose month comes at its end."""
        marked = self.has(place, Kind.DATE_MARK)
        lead = self.past_small(place + 1, (Kind.DATE_MARK,)) if marked else place
        day = self._plain_day(lead)
        if day is None or self._is_longer_number(lead):
            return None
        number, end = day
        named = self._month_behind(end)
        if named is not None:
            month, stop = named
            year, stop = self._year(stop)
            return Written(number, month, year), stop
        if self.has(end, *_COUNTING) or self._is_led_clock(lead):
            return None
        listed = self._listed(lead, end, number)
        if not self._is_day(lead, end, marked=marked, listed=listed):
            return None
        month_listed = self._month_of_list(end) or (self._month_before(lead) if listed else None)
        return Written(number, month_listed), end

    def _is_day(self, place: int, end: int, *, marked: bool, listed: bool) -> bool:
        """Whether a number without a month is a day of the month, by what stands around it."""
        kind = self.kind(place)
        if kind is Kind.ORDINAL:
            return self._is_day_ordinal(place, marked=marked)
        if kind is Mark.NUMBER and self._is_led_day(place, end):
            return True
        return marked or listed or (end - place > 1 and kind is not Kind.NUMBER)

    def _is_led_day(self, place: int, end: int) -> bool:
        """ "travelling on 29 and 30", "from 28": no hour stands behind "on", and none is as large."""
        if not self.has(
            end, *_LINKS, Mark.STOP, Mark.BREAK, Mark.DOT, Kind.CAN, Kind.CANNOT, Kind.FROM, Kind.AFTER
        ):
            return False
        if self.language == "en" and self.at(place - 1).text == "on":
            return not self.has(end, Mark.COLON)
        value = self.at(place).value
        return isinstance(value, int) and value > LAST_HOUR and self.has(place - 1, *_BOUNDS)

    def _is_led_clock(self, place: int) -> bool:
        return (
            self.has(place - 1, Kind.AT)
            and not self.has(place, Kind.DATE_MARK)
            and not self.has(place + 1, Kind.ORDINAL_SUFFIX)
            and self.language == "en"
        )

    def _is_day_ordinal(self, place: int, *, marked: bool) -> bool:
        """ "the fifteenth" is a day; "the fourth one" is not."""
        number = self.at(place).value
        return (
            isinstance(number, int)
            and (marked or number > _FIRST_SURE_ORDINAL)
            and not self.has(place + 1, Mark.WORD)
        )

    def _is_longer_number(self, place: int) -> bool:
        """Part of a time or a longer numeral: 10:30 is cut before, "10-11:30" is not a date."""
        following = place + 1
        return (
            self.has(following, Mark.COLON)
            and self.at(following).glued
            and self.has(following + 1, Mark.NUMBER)
            and self.at(following + 1).glued
        )

    def _month_behind(self, place: int) -> tuple[int, int] | None:
        lead = self.past_small(place, (Kind.FROM, Kind.DATE_MARK, Kind.IN))
        token = self.at(lead)
        if token.kind is Kind.MONTH and isinstance(token.value, int) and not self._leads_next(lead):
            return token.value, lead + 1
        return None

    def _leads_next(self, place: int) -> bool:
        """The month belongs to the number behind it: "at 10 March 5"."""
        return (
            self.has(place + 1, Mark.NUMBER)
            and not self.has(place + 2, Kind.AM, Kind.PM, Kind.CLOCK, Mark.DASH, Kind.TO, Mark.COLON)
            and self.has(place - 2, Kind.AT)
            and len(self.at(place + 1).text) <= TWO_DIGITS
        )

    def _month_of_list(self, place: int) -> int | None:
        """The month said at the end of a list of days: "12, 13 and 14 March"."""
        for _ in range(_LIST):
            while self.has(place, *_LINKS):
                place += 1
            place = self.past_small(place, (Kind.DATE_MARK, Kind.WEEKDAY))
            day = self._plain_day(place)
            if day is None:
                return None
            place = day[1]
            month = self._month_behind(place)
            if month is not None:
                return month[0]
            if not self.has(place, *_LINKS):
                return None
        return None

    def _listed(self, place: int, end: int, number: int) -> bool:
        """A bare number that continues a list of dates ("March 12 or 13"), or begins one ("12 and 13 March")."""
        if place in self.known:
            return False  # "4 April 9-12": a date ends right here, so hours follow
        if self._month_of_list(end) is not None and not self.has(place - 1, Kind.AT):
            return self.has(end, *_LINKS)
        before = place - 1
        if not self.has(before, Kind.AND, Kind.OR, Mark.COMMA, Mark.DASH, Mark.SLASH, Kind.TO, Kind.UNTIL):
            return False
        if self.has(end, Mark.DASH, Kind.TO, Mark.COLON) and not self.has(before, Mark.DASH, Kind.TO):
            return False
        previous = self.previous_day(before)
        return previous is not None and number > previous

    def previous_day(self, place: int) -> int | None:
        """The day of the month of a date that ends right before a place."""
        return self.known[place].day if place in self.known else None

    def _month_before(self, place: int) -> int | None:
        """The month of the date before, for "March 12 or 13"."""
        return self.known[place - 1].month if place - 1 in self.known else None
