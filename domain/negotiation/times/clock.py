"""Clock times and windows of a day, in minutes after local midnight. The rule of bare hours lives here."""

from dataclasses import dataclass, replace
from enum import StrEnum

HOUR, HALF_DAY, DAY = 60, 720, 1440
_FIRST_MORNING_HOUR, _NOON = 7, 12

PARTS = {
    "early_morning": (420, 540),
    "morning": (540, 720),
    "late_morning": (630, 720),
    "lunch": (720, 840),
    "early_afternoon": (720, 840),
    "afternoon": (720, 1020),
    "late_afternoon": (900, 1020),
    "tarde": (720, 1020),
    "evening": (1020, 1200),
    "night": (1020, 1200),
    "end_of_day": (960, 1080),
    "work": (540, 1020),
}
"""Parts of the day: from, to."""
EARLY_LATE = {
    ("early", "morning"): "early_morning",
    ("late", "morning"): "late_morning",
    ("middle", "morning"): "late_morning",
    ("early", "afternoon"): "early_afternoon",
    ("late", "afternoon"): "late_afternoon",
    ("rest", "afternoon"): "late_afternoon",
    ("later", "afternoon"): "late_afternoon",
    ("middle", "afternoon"): "late_afternoon",
    ("early", "tarde"): "early_afternoon",
    ("late", "tarde"): "late_afternoon",
}
"""An "early" or "late" with a part of the day."""
RULED_OUT = {"morning": (420, 720), "tarde": (720, 1200)}
"""Where a part is excluded, the hours that may have been meant with it go too."""
_MORNINGS = frozenset({"early_morning", "morning", "late_morning"})
_UNDECIDED = frozenset({"work"})
_LUNCH_FROM = 10


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as written."""

    hour: int
    minute: int = 0
    half: str = ""
    """am, pm or nothing."""
    exact: bool = False
    """Written so that no half of the day can be missing: 14, 09:00, noon."""

    def earlier(self, minutes: int) -> "Clock":
        """The same with minutes taken off: a quarter to three."""
        total = (self.hour * HOUR + self.minute - minutes) % DAY
        return replace(self, hour=total // HOUR or _NOON, minute=total % HOUR)

    def candidates(self, part: str) -> tuple[int, ...]:
        """Minutes after midnight it may mean, the likely one first."""
        own = self.hour * HOUR + self.minute
        if self.half:
            return ((self.hour % _NOON) * HOUR + self.minute + (HALF_DAY if self.half == "pm" else 0),)
        if self.exact or self.hour > _NOON or self.hour == 0:
            return (own,)
        other = own + HALF_DAY if self.hour < _NOON else own
        if part and part not in _UNDECIDED:
            late = part not in _MORNINGS and not (part == "lunch" and self.hour >= _LUNCH_FROM)
            return (other,) if late else (own,)
        return (own, other) if self.hour >= _FIRST_MORNING_HOUR else (other, own)


class Shape(StrEnum):
    """Forms of a statement about the time of day."""

    POINT = "point"
    RANGE = "range"
    AFTER = "after"
    BEFORE = "before"
    PART = "part"
    AFTER_PART = "after_part"
    BEFORE_PART = "before_part"
    FROM_PART = "from_part"
    ANY = "any"
    SAME = "same"
    """The time said last, whatever it was."""


@dataclass(frozen=True, slots=True)
class Times:
    """One statement about the time of day, as written."""

    shape: Shape
    first: Clock | None = None
    second: Clock | None = None
    part: str = ""
    minutes: int = 0
    """A stated duration; 0: none."""
    around: bool = False
    limit: bool = False
    """Said as a limit ("not before 10"): restricts what else is offered."""
    anchored: bool = False
    """Said as "after that": the clock is that of an earlier statement."""
    recurring: str = ""
    """Said as a habit: "plural" ("mornings") or "every" ("any afternoon")."""
    zone: str = ""
    """IANA or "UTC+02:00"; "": the zone of the statement."""
    start: int = 0
    end: int = 0
    """Offsets into the folded text."""


@dataclass(frozen=True, slots=True)
class Window:
    """Part of a day in minutes after local midnight; may end after midnight."""

    start: int
    end: int
    point: bool = False


def window(
    times: Times, part: str, length: int, envelope: tuple[int, int], *, excluded: bool = False
) -> Window | None:
    """The window of a statement; None when nothing is left of it.

    `part` is a part of the day said with it ("7 in the evening"), `length` what a point covers in minutes.
    """
    opens, closes = envelope
    named = (times.part if times.first is not None else "") or part
    if times.shape is Shape.ANY:
        return Window(opens, closes)
    if times.first is None:
        found: Window | None = _of_part(times, opens, closes, excluded=excluded)
    elif times.shape is Shape.POINT:
        start = times.first.candidates(named)[0]
        fringe = length // 2 if times.around and excluded else 0
        return Window(start - fringe, start + (times.minutes or length) + fringe, point=True)
    elif times.shape is Shape.RANGE and times.second is not None:
        return _range(times.first, times.second, named)
    else:
        found = _open(times, named, part, opens, closes)
    return found if found is not None and found.start < found.end else None


def _of_part(times: Times, opens: int, closes: int, *, excluded: bool) -> Window:
    start, end = PARTS[times.part]
    if times.shape is Shape.AFTER_PART:
        return Window(end, closes)
    if times.shape is Shape.BEFORE_PART:
        return Window(opens, start)
    if times.shape is Shape.FROM_PART:
        return Window(start, closes)
    if excluded:
        start, end = RULED_OUT.get(times.part, (start, end))
    return Window(start, end)


def _open(times: Times, named: str, part: str, opens: int, closes: int) -> Window | None:
    clock = times.first
    if clock is None:
        return None
    low, high = PARTS[part] if part else (opens, closes)
    for minute in clock.candidates(named):
        if times.shape is Shape.AFTER:
            found = Window(max(minute, low if part else minute), high if minute < high else closes)
            if times.minutes:
                found = Window(minute, minute + times.minutes)
        else:
            found = Window(low if minute > low else opens, minute)
        if found.start < found.end:
            return found
    return None


def _range(first: Clock, second: Clock, part: str) -> Window | None:
    """One am/pm mark covers both ends if the end then follows the start, else the start takes the other half."""
    ends = second.candidates(part)
    if second.half and not first.half and not first.exact:
        shared = replace(first, half=second.half).candidates("")[0]
        other = replace(first, half="am" if second.half == "pm" else "pm").candidates("")[0]
        starts: tuple[int, ...] = (shared, other)
    else:
        starts = first.candidates(part)[:1]
        if first.half and not second.half and not second.exact:
            same = replace(second, half=first.half).candidates("")[0]
            ends = (same, *(end for end in second.candidates("") if end != same))
    for start in starts:
        for end in sorted(ends) if not first.half else ends:
            if start < end:
                return Window(start, end)
    return None


def wished(times: Times, wish: str) -> Times:
    """A part of the day with an "early" or "late" said elsewhere in its piece."""
    if times.shape is not Shape.PART or not wish:
        return times
    return replace(times, part=EARLY_LATE.get((wish, times.part), times.part))
