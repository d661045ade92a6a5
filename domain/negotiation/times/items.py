"""Tokens -> items: days, times, zones, and the words between them that decide what they are worth."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.negotiation.times.clock import Shape, Times
from domain.negotiation.times.cursor import SMALL
from domain.negotiation.times.days import Days
from domain.negotiation.times.daywords import DayWords
from domain.negotiation.times.lexicon.events import EVENT
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.timewords import TimeWords
from domain.negotiation.times.tokens import Mark, Token

_LINKS = frozenset(
    {Kind.AND, Kind.OR, Mark.COMMA, Mark.SLASH, Mark.COLON, Mark.BREAK, Mark.DASH, Kind.AT, Kind.AROUND}
)
_TRANSPARENT = frozenset(
    {Mark.WORD, Kind.FILLER, Kind.DATE_MARK, Kind.TO, Kind.IN, Kind.THIS, Kind.UNIT, Kind.FOR}
)
_INSIDE_CLAUSE = _TRANSPARENT | {Kind.SUBJECT, Kind.AT, Kind.ONWARDS, Kind.NUMBER, Kind.FROM, Kind.AFTER}
_SHORTEST_VERB = 3
_CLAUSE = 6
"""Tokens looked ahead for what a clause says."""
_DAY_WORDS = (Kind.WEEKDAY, Kind.WEEKDAYS, Kind.RELATIVE_DAY)
_OFFERING = SMALL | {
    "wurde", "hatte", "konnte", "mochte", "schlage", "nehme", "ware", "biete", "bevorzuge", "propongo", "sugiero",
    "ofrezco", "proponho", "sugiro", "ofereco", "mismo", "mesmo",
}  # fmt: skip
_THINGS = frozenset(
    {"slot", "option", "time", "one", "meeting", "call", "interview", "appointment", "invite", "offer"}
)
"""Behind "Friday's": a possession, not a verdict."""
_FIRST_PERSON = {"es": ("o", "oy"), "pt": ("o", "ou")}
"""Endings of verbs that carry their subject: "los lunes doy clase"."""
_HAVING = frozenset({"have", "got", "habe", "hab", "ai", "tengo", "tenho", "tenemos", "temos"})
_BEING = frozenset({"i'm", "im", "i am", "we're", "bin", "suis", "estoy", "estou"})
_EACH = frozenset({"each", "each time", "jeweils", "je", "chacun", "cada uno", "cada", "cada um"})
_ENDS_BARE = frozenset({Mark.WORD, Kind.FILLER, Kind.FOR, Kind.UNIT, Mark.STOP})


@dataclass(frozen=True, slots=True)
class Item:
    """Days, times, a zone, or a word that links or judges; offsets into the folded text."""

    kind: Kind | Mark | str
    start: int
    end: int
    days: Days | None = None
    times: Times | None = None
    zone: str = ""
    text: str = ""


class ItemReader(TimeWords, DayWords):
    """Reads all items of a text, left to right, never twice."""

    def items(self, muted: Sequence[tuple[int, int]] = ()) -> list[Item]:
        """The items. Tokens inside a muted range (folded offsets) end a sentence and say nothing."""
        found: list[Item] = []
        place, near = 0, False
        while place < len(self.tokens):
            token = self.at(place)
            if any(start <= token.start < end for start, end in muted):
                found.append(Item(Mark.STOP, token.start, token.end))
                place, near = place + 1, False
                continue
            step = self._item(place, near=near)
            if step is None:
                kept = token.kind not in _TRANSPARENT and not self._is_idle_subject(place)
                if kept:
                    valued = token.kind is Kind.PART_OF_WEEK or token.value == EVENT
                    text = str(token.value) if valued else token.text
                    if token.kind is Kind.SUBJECT and self._states(place):
                        text = "state"
                    found.append(Item(self._plain(token), token.start, token.end, text=text))
                elif self._is_verb(place):
                    found.append(Item(Kind.SUBJECT, token.start, token.end, text=token.text))
                near = (near and token.kind in _LINKS) or token.kind is Kind.ANCHOR
                place += 1
                continue
            item, place = step
            found.append(item)
            near = item.days is not None or item.times is not None
        return _with_durations(found)

    def _plain(self, token: Token) -> Kind | Mark:
        """A dot behind a number that no date took ends the sentence, unless it goes on in digits."""
        if token.kind is Mark.DOT:
            return Mark.STOP
        return token.kind

    def _is_idle_subject(self, place: int) -> bool:
        """A subject without an unknown word behind it begins no clause that matters."""
        if not self.has(place, Kind.SUBJECT):
            return False
        if self.at(place).text == "'s" and self.at(place + 1).text in _THINGS:
            return True
        verb = self.at(place - 1)
        if verb.kind is Mark.WORD and verb.text not in _OFFERING and self.has(place - 2, *_DAY_WORDS):
            return False  # "mittwochs trainiere ich"
        for ahead in range(place + 1, place + _CLAUSE):
            token = self.at(ahead)
            if token.kind is Mark.WORD and token.text not in SMALL:
                return False
            if token.kind not in _INSIDE_CLAUSE:
                break
        return True

    def _is_verb(self, place: int) -> bool:
        """An unknown verb in the first person right behind a day."""
        token = self.at(place)
        endings = _FIRST_PERSON.get(self.language, ())
        known = token.kind is not Mark.WORD or len(token.text) < _SHORTEST_VERB or token.text in _OFFERING
        return not known and token.text.endswith(endings) and self.has(place - 1, *_DAY_WORDS)

    def _states(self, place: int) -> bool:
        """ "I'm in court Monday", "tengo un examen el lunes": what somebody has or where they are, before its day."""
        token = self.at(place)
        if token.text in _HAVING:
            return True
        return token.text in _BEING and self.has(place + 1, Kind.AT, Kind.IN, Kind.ONWARDS)

    def _item(self, place: int, *, near: bool) -> tuple[Item, int] | None:
        token = self.at(place)
        if token.kind in {Mark.STOP, Mark.WORD, Mark.COMMA}:
            return None
        minutes, stop = self.duration(place)
        if minutes and not self.has(stop, Kind.FROM_TODAY, Kind.AFTER):
            times = Times(Shape.POINT, minutes=minutes, start=token.start, end=self.at(stop - 1).end)
            return Item("duration", token.start, times.end, times=times), stop
        days = self.days(place)
        if days is not None:
            return Item("days", days[0].start, days[0].end, days=days[0]), days[1]
        times_found = self.times(place, bare=near)
        if times_found is not None:
            read, stop = times_found
            return Item("times", read.start, read.end, times=read, text=token.text), stop
        zone = self.zone(place)
        if zone:
            return Item("zone", token.start, token.end, zone=zone), place + 1
        return None


def _with_durations(items: Sequence[Item]) -> list[Item]:
    """A duration lengthens the point or the open start said before it, else the one behind; alone it says nothing."""
    found: list[Item] = []
    last: int | None = None
    ahead = 0
    for item in items:
        if item.kind == "duration" and item.times is not None:
            if last is None:
                ahead = item.times.minutes
            else:
                found[last] = _lasting(found[last], item.times.minutes)
                if found[-1].kind in {Mark.COMMA, Mark.BREAK, Mark.DASH} or found[-1].text in _EACH:
                    _last_all(found, item.times.minutes)
            continue
        found.append(_lasting(item, ahead) if item.kind == "times" and ahead else item)
        if item.kind == "times":
            last, ahead = len(found) - 1, 0
        elif item.kind is Mark.STOP:
            last, ahead = None, 0
    return found


def _last_all(found: list[Item], minutes: int) -> None:
    """ "Tuesday at 9 or Thursday at 1, 30 min is all I can spare": a duration said apart counts for all of them."""
    for place in range(len(found) - 1, -1, -1):
        if found[place].kind is Mark.STOP:
            break
        if found[place].kind == "times":
            found[place] = _lasting(found[place], minutes)


def _lasting(item: Item, minutes: int) -> Item:
    """The item with a stated duration where it can have one."""
    times = item.times
    if times is None or times.shape not in {Shape.POINT, Shape.AFTER} or times.minutes or times.first is None:
        return item
    return replace(item, times=replace(times, minutes=minutes))
