"""The grammar of times of day: tokens -> Times. "from 10 to 12", "after 3", "half past three", "mornings"."""

from dataclasses import replace

from domain.negotiation.times.clock import EARLY_LATE, Clock, Shape, Times
from domain.negotiation.times.clockwords import ClockWords
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import Mark
from domain.negotiation.times.zones import fixed

_JOINS = (Kind.TO, Kind.UNTIL, Mark.DASH, Mark.CELL, Kind.AT)
_DATED = (Kind.WEEKDAY, Kind.RELATIVE_DAY, Kind.ORDINAL_SUFFIX, Kind.MONTH, Mark.DATE)
"""Behind them "am" and "pm" are parts of the day."""
_ENDS = (Mark.STOP, Mark.COMMA, Mark.BREAK, Kind.OR, Kind.AND, Kind.BUT)
_BARE_RANGE = 3  # tokens of "9 - 3"; also the most between an hour and its part of the day
_SIMPLE: dict[Kind | Mark, Shape] = {
    Kind.ANY_TIME: Shape.ANY,
    Kind.AFTER_THAT: Shape.AFTER,
    Kind.BEFORE_THAT: Shape.BEFORE,
    Kind.SAME_TIME: Shape.SAME,
}
_ALONE: dict[Kind | Mark, Shape] = {Kind.AFTER: Shape.AFTER, Kind.BEFORE: Shape.BEFORE}
"""At the end of a clause: "I have a standup right after."."""
_CLOSING: dict[Kind | Mark, Shape] = {
    Kind.ONWARDS: Shape.AFTER,
    Kind.AT_EARLIEST: Shape.AFTER,
    Kind.NOT_BEFORE: Shape.AFTER,
    Kind.OR_EARLIER: Shape.BEFORE,
    Kind.AT_LATEST: Shape.BEFORE,
    Kind.NOT_AFTER: Shape.BEFORE,
}
"""What is said behind a time to open its end; "no later" as well as "at the latest"."""
_BOUNDS = frozenset({Kind.AFTER, Kind.BEFORE, Kind.UNTIL, Kind.NOT_BEFORE, Kind.NOT_AFTER})


class TimeWords(ClockWords):
    """Reads times of day."""

    def times(self, place: int, *, bare: bool) -> tuple[Times, int] | None:
        """A statement about the time of day at a place. `bare`: a number alone may be an hour here."""
        found = self._times(place, bare=bare)
        if found is None:
            return None
        times, end = found
        if times.first is not None and not times.part:
            part = self._decided(end)
            if part is not None:
                end, times = part[0], replace(times, part=part[1])
        end = self._zone_end(end) if not times.zone else end
        zone = times.zone or self.zone(end - 1)
        return replace(times, zone=zone, start=self.at(place).start, end=self.at(end - 1).end), end

    def zone(self, place: int) -> str:
        """The zone a token names; "" for none."""
        token = self.at(place)
        if token.kind in {Mark.ZONE, Kind.ZONE}:
            return token.text if token.kind is Mark.ZONE else str(token.value)
        if token.kind is Mark.OFFSET and isinstance(token.value, int):
            return fixed(token.value)
        return (
            {Kind.YOUR_TIME: "yours", Kind.MY_TIME: "mine"}.get(token.kind, "")
            if isinstance(token.kind, Kind)
            else ""
        )

    def _zone_end(self, place: int) -> int:
        """Behind a zone, and behind an "ish" inside a range."""
        if self.has(place, Kind.ISH) and self.has(place + 1, *_JOINS, Kind.AND):
            place += 1
        skipped = self.past_small(place)
        return skipped + 1 if self.zone(skipped) else place

    def _times(self, place: int, *, bare: bool) -> tuple[Times, int] | None:
        kind = self.kind(place)
        alone = self.has(place + 1, Mark.STOP, Mark.COMMA, Mark.BREAK)
        simple = (_ALONE if alone else _SIMPLE).get(kind) or _SIMPLE.get(kind)
        if simple is not None:
            return Times(simple), place + 1
        if kind in {Kind.PART, Kind.PARTS, Kind.PART_OF_WEEK, Kind.EVERY}:
            return self._part(place)
        if kind in {Kind.AM, Kind.PM}:
            part = "morning" if kind is Kind.AM else "afternoon"
            return (Times(Shape.PART, part=part), place + 1) if self.has(place - 1, *_DATED) else None
        if kind in {Kind.FROM, Kind.BETWEEN}:
            return self._from(place) if kind is Kind.FROM else self._between(place)
        if kind in _BOUNDS or (kind in {Kind.ONWARDS, Kind.OR_EARLIER} and self._leads_clock(place)):
            return self._bound(place)
        return self._clocks(place, bare=bare)

    # Parts of the day -------------------------------------------------------------------------
    def _part(self, place: int) -> tuple[Times, int] | None:
        start, early = place, ""
        every = self.has(place, Kind.EVERY)
        if every:
            place = self.past_small(place + 1)
        if self.has(place, Kind.PART_OF_WEEK):
            early = str(self.at(place).value)
            place = self.past_small(place + 1, (Kind.FROM, Kind.IN, Kind.DATE_MARK))
        token = self.at(place)
        if token.kind not in {Kind.PART, Kind.PARTS}:
            return None
        name = str(token.value)
        part = EARLY_LATE.get((early, name), name)
        habit = "plural" if token.kind is Kind.PARTS else "every" if every else ""
        clock = self._clock(start, bare=False) if place == start else None
        if clock is not None:
            return None
        return Times(Shape.PART, part=part, recurring=habit), place + 1

    # Ranges and bounds ------------------------------------------------------------------------
    def _lead(self, place: int) -> tuple[int, bool]:
        """Behind "at", "around", articles; and whether "around" was said."""
        around = False
        for _ in range(5):
            place = self.past_small(place)
            if not self.has(place, Kind.AT, Kind.AROUND, Kind.DATE_MARK):
                break
            around = around or self.has(place, Kind.AROUND)
            place += 1
        return place, around

    def _from(self, place: int) -> tuple[Times, int] | None:
        lead, _ = self._lead(place + 1)
        opened = self.at(place).value != "weak"
        first = self._clock(lead, bare=True)
        if first is None:
            token = self.at(lead)
            if opened and token.kind in {Kind.PART, Kind.PARTS} and not self.has(place + 1, Kind.EVERY):
                return Times(Shape.FROM_PART, part=str(token.value)), self._onwards(lead + 1)[0]
            return None
        clock, end = first
        zoned = self._zone_end(end)
        joined = self._joined(zoned, and_joins=False)
        if joined is not None:
            second, stop = joined
            return Times(Shape.RANGE, clock, second, zone=self.zone(zoned - 1)), stop
        minutes, stop = self.duration(end)
        if minutes:
            return Times(Shape.AFTER, clock, minutes=minutes), stop
        stop, onwards = self._onwards(end)
        if opened or onwards:
            return Times(Shape.AFTER, clock), stop
        return None

    def _between(self, place: int) -> tuple[Times, int] | None:
        lead, _ = self._lead(place + 1)
        first = self._clock(lead, bare=True)
        if first is None:
            return None
        clock, end = first
        joined = self._joined(self._zone_end(end), and_joins=True)
        if joined is None:
            return None
        return Times(Shape.RANGE, clock, joined[0]), joined[1]

    def _joined(self, place: int, *, and_joins: bool) -> tuple[Clock, int] | None:
        """The second clock of a range behind "to", "-", "and"."""
        joins = (*_JOINS, Kind.AND, Kind.OR) if and_joins else _JOINS
        if self.has(place, Kind.AROUND) and self.at(place).text == "~":  # 9~11
            return self._clock(place + 1, bare=True)
        if self.has(place, Mark.CELL) and not (
            self.has(place - 1, Mark.TIME) and self.has(place + 1, Mark.TIME)
        ):
            return None
        if not self.has(place, *joins):
            return None
        lead, _ = self._lead(place + 1)
        while self.has(lead, *_JOINS):
            lead, _ = self._lead(lead + 1)
        return self._clock(lead, bare=True)

    def _bound(self, place: int) -> tuple[Times, int] | None:
        kind = self.kind(place)
        after = kind in {Kind.AFTER, Kind.NOT_BEFORE, Kind.ONWARDS}
        limit = kind in {Kind.NOT_BEFORE, Kind.NOT_AFTER}
        lead, _ = self._lead(self.past_small(place + 1, (Kind.FROM,)))
        found = self._clock(lead, bare=True)
        if found is None:
            token = self.at(lead)
            if token.kind in {Kind.PART, Kind.PARTS}:
                return Times(
                    Shape.AFTER_PART if after else Shape.BEFORE_PART, part=str(token.value), limit=limit
                ), lead + 1
            return None
        clock, end = found
        both = self._second_bound(end) if after else None
        if both is not None:
            return Times(Shape.RANGE, clock, both[0], limit=limit), both[1]
        end, _ = self._onwards(end)
        return Times(Shape.AFTER if after else Shape.BEFORE, clock, limit=limit), end

    def _second_bound(self, place: int) -> tuple[Clock, int] | None:
        """The end in "after 3 and before 6"."""
        place = self._zone_end(place)
        while self.has(place, Kind.AND, Kind.BUT, Mark.COMMA):
            place += 1
        if not self.has(place, Kind.BEFORE, Kind.UNTIL, Kind.NOT_AFTER, Kind.TO):
            return None
        lead, _ = self._lead(place + 1)
        return self._clock(lead, bare=True)

    def _clocks(self, place: int, *, bare: bool) -> tuple[Times, int] | None:
        """A point or a range that begins with a clock."""
        lead, around = self._lead(place) if self.has(place, Kind.AT, Kind.AROUND) else (place, False)
        marked = lead > place
        first = self._clock(lead, bare=True)
        if first is None:
            return None
        clock, end = first
        bare = bare and not (self.kind(lead) is Kind.NUMBER and self.at(lead).value == 1)
        certain = marked or bare or self._is_certain(lead, end) or self._before_day(end)
        certain = (
            certain or self._decided(end) is not None or self.has(end, Kind.ISH) or self._contrasted(lead)
        )
        zoned = self._zone_end(end)
        joined = self._joined(zoned, and_joins=False)
        if joined is not None and (certain or self._is_certain_range(lead, joined[1])):
            return Times(Shape.RANGE, clock, joined[0], zone=self.zone(zoned - 1)), joined[1]
        after, onwards = self._onwards(end)
        if not (certain or onwards) or (not marked and not onwards and self._names_a_thing(lead, end)):
            return self._shared(end, clock)
        if onwards:
            return Times(onwards, clock), after
        if self.has(end, Kind.ISH) or (self.has(end, Mark.DASH) and self.has(end + 1, Kind.ISH)):
            around, end = True, end + 1 + self.has(end, Mark.DASH)
        minutes, end = self.duration(end)
        return Times(Shape.POINT, clock, minutes=minutes, around=around), end

    def _before_day(self, place: int) -> bool:
        """A number right before a day is an hour: "11 on Wednesday", "10 tomorrow"."""
        place += self.has(place, Kind.ONWARDS) and self.at(place).text == "on"
        if self.has(place, Kind.DATE_MARK) and self.at(place).text == "on the":
            return True
        return self.has(place, Kind.WEEKDAY, Kind.RELATIVE_DAY) and not self.at(place).guarded

    def _names_a_thing(self, place: int, end: int) -> bool:
        """A bare number that counts the word behind it: "2 kids"."""
        if self._is_certain(place, end) or self._before_day(end):
            return False
        return self.has(end, Mark.WORD) and self.past_small(end) == end

    def _decided(self, place: int) -> tuple[int, str] | None:
        """A part of the day right behind a point decides its half: "7 in the evening"."""
        skipped = self.past_small(place, (Kind.FROM, Kind.IN, Kind.DATE_MARK, Kind.THIS))
        token = self.at(skipped)
        if token.kind is Kind.PART and skipped - place <= _BARE_RANGE:
            return skipped + 1, str(token.value)
        return None

    def _shared(self, end: int, clock: Clock) -> tuple[Times, int] | None:
        """A bare hour that shares the mark of the next one: "2 or 3pm"."""
        following = end
        while self.has(following, Kind.OR, Kind.AND, Mark.COMMA, Mark.SLASH):
            following += 1
        if following == end:
            return None
        second = self._clock(following, bare=True)
        if second is None or not (self._is_certain(following, second[1]) or self._before_day(second[1])):
            return None
        half = clock.half or second[0].half
        return Times(Shape.POINT, replace(clock, half="" if clock.exact else half)), end

    def _is_certain(self, place: int, end: int) -> bool:
        """More than a bare number stands there."""
        return end - place > 1 or self.kind(place) not in {Mark.NUMBER, Kind.NUMBER}

    def _is_certain_range(self, place: int, end: int) -> bool:
        """Two bare numbers joined by a mark are hours when they can be ("9-3") and nothing follows that counts."""
        first, last = self.at(place), self.at(end - 1)
        if self._is_certain(end - 1, end):
            return True
        if end - place != _BARE_RANGE or first.kind is not Mark.NUMBER or last.kind is not Mark.NUMBER:
            return end - place > _BARE_RANGE
        return not self.has(end, Kind.UNIT, Kind.MONTH, Mark.DASH, Mark.SLASH, Kind.ORDINAL_SUFFIX)

    def _onwards(self, place: int) -> tuple[int, Shape | None]:
        """An open end said behind a time: "3pm onwards", "10 or later", "2 at the earliest"."""
        zoned = self._zone_end(place)
        kind = self.kind(zoned)
        if kind is Kind.ONWARDS and self.at(zoned).text == "on" and not self.has(zoned + 1, *_ENDS):
            return place, None
        closing = _CLOSING.get(kind)
        if closing is None or self._leads_clock(zoned):
            return place, None
        if kind in _BOUNDS and not self.has(zoned + 1, *_ENDS):
            return place, None
        return zoned + 1, closing

    def _leads_clock(self, place: int) -> bool:
        """The "or after" of "before 11 or after 4" opens a bound of its own."""
        spoken = self.at(place).text not in {"on", "+"}
        return (
            spoken
            and self._clock(self._lead(place + 1)[0], bare=True) is not None
            and self.at(place).kind is not Kind.AT_EARLIEST
        )
