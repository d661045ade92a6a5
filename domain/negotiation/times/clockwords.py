"""The grammar of single clock times: tokens -> Clock. "10:30", "3pm", "half past three", "dreiviertel vier"."""

from dataclasses import replace

from domain.negotiation.times.clock import Clock
from domain.negotiation.times.cursor import Cursor
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.numerals import LAST_HOUR, LAST_MINUTE, TWO_DIGITS
from domain.negotiation.times.tokens import Mark, Token

_MINUTE_WORDS = frozenset({5, 10, 15, 20, 25, 30, 40, 45, 50, 55})
_STEPS = frozenset({5, 10, 15, 20, 25})
_FULL_CLOCK = 4
_HUNDRED = 100
_NOON, _TEN = 12, 10
_HALF, _QUARTER = 30, 15


class ClockWords(Cursor):
    """Reads clock times and durations."""

    def _clock(self, place: int, *, bare: bool) -> tuple[Clock, int] | None:
        kind = self.kind(place)
        if kind in {Kind.NOON, Kind.MIDNIGHT}:
            clock = Clock(_NOON if kind is Kind.NOON else LAST_HOUR, exact=True)
            return self._shifted(clock, place + 1)
        if kind in {Kind.HALF_PAST, Kind.HALF_TO, Kind.THREE_QUARTERS}:
            return self._half(place)
        spoken = self._spoken(place)
        if spoken is not None:
            return spoken
        return self._written(place, bare=bare)

    def _half(self, place: int) -> tuple[Clock, int] | None:
        kind = self.kind(place)
        hour = self._hour(
            self.past_small(place + 1, (Kind.PAST, Kind.AFTER)) if kind is Kind.HALF_PAST else place + 1
        )
        if hour is None:
            return None
        clock, end = hour
        if kind is Kind.HALF_PAST:
            return replace(clock, minute=_HALF), end
        return clock.earlier(_HALF if kind is Kind.HALF_TO else _QUARTER), end

    def _spoken(self, place: int) -> tuple[Clock, int] | None:
        """Minutes said before the hour: "quarter past three", "zehn vor vier"."""
        token = self.at(place)
        if token.kind is Kind.QUARTER:
            minutes = _QUARTER
        elif token.kind in {Kind.NUMBER, Mark.NUMBER} and token.value in _STEPS:
            minutes = int(token.value or 0)
        else:
            return None
        link = place + 1 + self.has(place + 1, Kind.UNIT)
        late = self.has(link, Kind.PAST, Kind.AFTER)
        early = self.has(link, Kind.TO_HOUR, Kind.BEFORE) or (
            self.has(link, Kind.TO) and token.kind is not Mark.NUMBER
        )
        if (
            self.has(link, Kind.TO)
            and token.kind is Kind.NUMBER
            and self.has(place - 1, Kind.FROM, Kind.BETWEEN)
        ):
            return None
        if not (late or early):
            return None
        start = self.past_small(link + 1)
        hour = self._half(start) if self.has(start, Kind.HALF_TO) else self._hour(start)
        if hour is None:
            return None
        clock, end = hour
        if early:
            return clock.earlier(minutes), end
        return replace(clock, minute=clock.minute + minutes), end

    def _hour(self, place: int) -> tuple[Clock, int] | None:
        """A whole hour, with its half of the day."""
        token = self.at(place)
        if self.has(place, Kind.NOON):
            return Clock(_NOON, exact=True), place + 1
        if token.kind not in {Mark.NUMBER, Kind.NUMBER, Mark.TIME} or self._is_counted(place + 1):
            return None
        if token.kind is Mark.TIME and token.parts[1]:
            return None
        hour = token.parts[0] if token.kind is Mark.TIME else int(token.value or 0)
        if hour > LAST_HOUR:
            return None
        return self._marked(Clock(hour, exact=hour > _NOON), place + 1)

    def _written(self, place: int, *, bare: bool) -> tuple[Clock, int] | None:
        """Hours in digits or number words, with what is written behind them."""
        token = self.at(place)
        if token.kind is Mark.TIME or (token.kind is Mark.DOTTED and self._is_dotted_clock(place)):
            hour, minute = token.parts
            exact = hour > _NOON or hour == 0 or self._padded(token)
            return self._marked(Clock(hour, minute, exact=exact), place + 1)
        if token.kind not in {Mark.NUMBER, Kind.NUMBER} or not isinstance(token.value, int):
            return None
        if token.kind is Mark.NUMBER and len(token.text) >= _FULL_CLOCK - 1:
            return self._digits(place, bare=bare)
        if token.value > LAST_HOUR or self._is_counted(place + 1):
            return None
        exact = token.value > _NOON or (token.kind is Mark.NUMBER and token.text.startswith("0"))
        clock = Clock(token.value, exact=exact)
        minute, end = self._minutes_behind(place)
        marked = self._marked(replace(clock, minute=minute), end)
        return marked if bare or marked[1] > place + 1 else None

    def _minutes_behind(self, place: int) -> tuple[int, int]:
        """Minutes behind a whole hour: "14 Uhr 30", "quinze heures trente", "two thirty"."""
        end = place + 1
        if self.has(end, Kind.CLOCK):
            end += 1
            rest = self.at(end)
            value = rest.value if isinstance(rest.value, int) else LAST_MINUTE + 1
            digits = rest.kind is Mark.NUMBER and len(rest.text) == TWO_DIGITS
            if digits and value <= LAST_MINUTE and not self.has(end + 1, Kind.MONTH, Mark.DOT):
                return value, end + 1 + self.has(end + 1, Kind.CLOCK)
            if rest.kind is Kind.NUMBER and value in _MINUTE_WORDS:
                return (0, end) if self.has(end + 1, Kind.CLOCK, Kind.UNIT) else (value, end + 1)
        elif (
            self.has(place, Kind.NUMBER)
            and self.has(end, Kind.NUMBER)
            and self.at(end).value in _MINUTE_WORDS
        ):
            return int(self.at(end).value or 0), end + 1
        return 0, end

    def _padded(self, token: Token) -> bool:
        """Written with a leading zero: "09:30", "09.30"."""
        return token.parts[0] < _TEN and token.end - token.start >= len("09:30")

    def _digits(self, place: int, *, bare: bool) -> tuple[Clock, int] | None:
        """Four digits: 1430 h, 0900-1100."""
        token = self.at(place)
        hour, minute = divmod(int(token.value or 0), _HUNDRED)
        spread = len(token.text) == _FULL_CLOCK and hour < LAST_HOUR and minute <= LAST_MINUTE
        usual = bare and spread and minute % 5 == 0 and not token.text.startswith(("19", "20"))
        if usual and self.has(place - 1, Kind.WEEKDAY, Kind.RELATIVE_DAY, Mark.COMMA):
            return self._marked(
                Clock(hour, minute, exact=hour > _NOON or token.text.startswith("0")), place + 1
            )
        led = self.has(
            place - 1,
            Kind.AT,
            Kind.AFTER,
            Kind.BEFORE,
            Kind.FROM,
            Kind.UNTIL,
            Kind.TO,
            Mark.DASH,
            Kind.BETWEEN,
            Kind.AND,
            Kind.AROUND,
        )
        followed = self.has(place + 1, Kind.CLOCK, Kind.AM, Kind.PM, Mark.DASH)
        year = token.text.startswith(("19", "20")) and not followed
        if (
            not (led or followed)
            or year
            or minute > LAST_MINUTE
            or not (spread or self.has(place + 1, Kind.AM, Kind.PM))
        ):
            return None
        return self._marked(
            Clock(hour, minute, exact=spread and (hour > _NOON or token.text.startswith("0"))), place + 1
        )

    def _is_counted(self, place: int) -> bool:
        """What follows makes the number a date, a duration or a rank."""
        if self.has(place, Kind.UNIT, Kind.ORDINAL_SUFFIX, Mark.SLASH) or (
            self.has(place, Kind.MONTH) and not self.at(place).guarded
        ):
            return not (self.has(place, Mark.SLASH) and not self.at(place).glued)
        return (
            self.has(place, Kind.MONTH)
            and self.at(place).guarded
            and not self.has(place + 1, Kind.CAN, Kind.CANNOT)
        )

    def _is_dotted_clock(self, place: int) -> bool:
        """10.30 is a clock time; 12.02 too where a time is expected."""
        token = self.at(place)
        hour, minute = token.parts
        if hour > LAST_HOUR or minute > LAST_MINUTE or token.end - token.start < len("9.00"):
            return False
        if minute == 0 or minute > _NOON or self.has(place + 1, Kind.AM, Kind.PM, Kind.CLOCK):
            return True
        led = self.has(
            place - 1, Kind.AT, Kind.AFTER, Kind.BEFORE, Kind.FROM, Kind.UNTIL, Kind.BETWEEN, Kind.AROUND
        )
        return led or (
            self.has(place - 1, Mark.DASH, Kind.TO, Kind.AND) and self.has(place - 2, Mark.DOTTED, Mark.TIME)
        )

    def _marked(self, clock: Clock, place: int) -> tuple[Clock, int]:
        """am / pm, "o'clock" and minutes said behind the hour."""
        if self.has(place, Kind.CLOCK):
            place += 1
        if self.has(place, Kind.AM, Kind.PM) and clock.hour <= _NOON:
            half = "am" if self.has(place, Kind.AM) else "pm"
            clock, place = replace(clock, half=half), place + 1
        elif self.has(place, Kind.AM, Kind.PM):
            place += 1
        return self._shifted(clock, place)

    def _shifted(self, clock: Clock, place: int) -> tuple[Clock, int]:
        token = self.at(place)
        if token.kind is Kind.PLUS_MINUTES and isinstance(token.value, int):
            clock, place = replace(clock, minute=clock.minute + token.value), place + 1
        elif token.kind is Kind.MINUS_MINUTES and isinstance(token.value, int):
            clock, place = clock.earlier(token.value), place + 1
        else:
            return clock, place
        if self.has(place, Kind.AM, Kind.PM) and not clock.half and clock.hour <= _NOON:
            clock, place = replace(clock, half="am" if self.has(place, Kind.AM) else "pm"), place + 1
        return clock, place

    def _contrasted(self, place: int) -> bool:
        """ "4 rather than 5": two numbers of which one is not wanted are hours."""
        kinds: tuple[Kind | Mark, ...] = (Mark.NUMBER, Kind.INSTEAD_OF, Mark.NUMBER)
        spoken = self.has(place + 1, Kind.CAN) and self.has(place - 1, Kind.BUT)  # "but 11 works"
        return spoken or any(
            all(self.has(place + back + n, kind) for n, kind in enumerate(kinds)) for back in (0, -2)
        )

    def duration(self, place: int) -> tuple[int, int]:
        """Minutes of "for two hours", "for 45 min", "(1h)"; 0 when none stands there."""
        led = self.has(place, Kind.FOR)
        begin = self.past_small(place + led) if led else place
        token = self.at(begin)
        if token.kind is Kind.DURATION and isinstance(token.value, int):
            return token.value, begin + 1
        if token.kind is Mark.TIME and token.text == "h" and led:
            return token.parts[0] * 60 + token.parts[1], begin + 1
        if token.kind not in {Mark.NUMBER, Kind.NUMBER} or not isinstance(token.value, int):
            return 0, place
        unit = self.at(begin + 1)
        hours = unit.kind is Kind.CLOCK and led
        if (unit.kind is Kind.UNIT and unit.value in {"hour", "minute"}) or hours:
            return token.value * (1 if unit.value == "minute" else 60), begin + 2
        return 0, place
