"""What the words about time in one message say. Plain values, no rule."""

from dataclasses import dataclass
from datetime import date

from domain.negotiation.reading import Because
from domain.slots import Span


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A weekday beside a date that falls on another one."""

    weekday: int
    """ISO, 1-7, as written."""
    day: date
    """As written, in the year that was understood."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One statement about time: days, times of day and whether it is offered. For finding a proposal in it."""

    start: int
    end: int
    """Offsets into the text that was read, end exclusive."""
    offered: bool
    """False: ruled out."""
    spans: tuple[Span, ...]
    """What it covers, one span for each of its days and times, UTC, not clipped to the window."""
    phrases: tuple[tuple[Span, ...], ...] = ()
    """The same, phrase by phrase: for each day and time said, all spans that may be meant when it speaks of a
    proposal ("Thursday": of whichever week)."""
    points: bool = False
    """Every time in it is a point ("Tuesday at 10"): only a proposal that starts then fits."""
    has_day: bool = False
    """A day was named (not a generic scope such as "mornings")."""
    has_time: bool = False
    """A clock time or part of the day was named."""
    generic: bool = False
    """It speaks of days at large or of a habit: "mornings", "any day", "next week"."""
    preferred: bool = False
    """Said as a wish only ("ideally")."""
    days: tuple[date, ...] = ()
    """Local dates of its days, inside the window or not."""


@dataclass(frozen=True, slots=True)
class TimeReading:
    """All times of one message."""

    available: tuple[Span, ...] | None
    """Offered less excluded, inside the window, UTC, disjoint, earliest first; None: no time was stated."""
    excluded: tuple[Span, ...]
    """Ruled out, UTC, disjoint, earliest first, inside the window."""
    because: tuple[Because, ...]
    """Offsets into the text that was read (the caller maps them to the message)."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""
    contradiction: Contradiction | None
    language: str
    """The lexicon that was used."""
    zone: str
    """The zone named in the text, or the candidate's."""
