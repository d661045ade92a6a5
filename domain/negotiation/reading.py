"""What a candidate's message is asked with, and what was understood of it. Plain values, no rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from domain.slots import Span

DAY_STARTS = time(7)
DAY_ENDS = time(22)


class Intent(StrEnum):
    """What a message does. `withdrawal` and `human` win over everything else in the same message."""

    AVAILABILITY = "availability"
    """States when they can or cannot meet."""
    SELECTION = "selection"
    """Accepts a proposed time."""
    REJECTION = "rejection"
    """Declines what was proposed and states no new time."""
    WITHDRAWAL = "withdrawal"
    """Leaves the process."""
    QUESTION = "question"
    """Asks and states nothing."""
    HUMAN = "human"
    """Wants a person."""
    UNCLEAR = "unclear"
    """Cannot be acted on without asking."""
    MIXED = "mixed"
    """Two of selection, rejection of proposals, question and new availability."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A message and the frame in which its words have a meaning."""

    text: str
    """As it arrived: quoted history, signatures and all."""
    reference: datetime
    """When it was written; aware. "Today" is the candidate's local date at this instant."""
    candidate_zone: str
    """IANA name. Times are meant in it unless the text names another zone."""
    interviewer_zone: str
    """IANA name. What "your time" means."""
    proposals: tuple[datetime, ...] = ()
    """Starts of the times that were offered, in the order the candidate saw them; aware."""
    language: str | None = None
    """en, de, fr, es or pt; None: found out from the words."""
    notice: timedelta = timedelta(hours=12)
    """Nothing earlier than this after `reference` can be booked (elapsed time)."""
    horizon: timedelta = timedelta(days=14)
    """Nothing later than this after `reference` can be booked (elapsed time, 336 h)."""
    length: timedelta = timedelta(minutes=60)
    """What a point in time ("at 10") covers when no duration is stated."""
    day_starts: time = DAY_STARTS
    day_ends: time = DAY_ENDS
    """Envelope of a day without a time and of open-ended times, in the zone the time is stated in."""


@dataclass(frozen=True, slots=True)
class Because:
    """Which words gave which times."""

    words: str
    start: int
    end: int
    """Offsets into the message as it arrived, code points, end exclusive."""
    spans: tuple[Span, ...]
    note: str
    """How the words were taken: "offered", "excluded", "restricted", "selected", "not a time of theirs"; "rewritten":
    a language model said them plainly first."""


class Topic(StrEnum):
    """The one precise question to put when a message cannot be acted on."""

    WHICH_DATE = "which_date"
    """A weekday contradicts its date. Parameters: weekday (1-7), date (ISO)."""
    WHICH_OPTION = "which_option"
    """Several proposals fit. Parameters: options (numbers from 1, comma-separated)."""
    AM_OR_PM = "am_or_pm"
    """A clock time may be morning or evening. Parameters: clock."""
    WHICH_DAY = "which_day"
    """A time without a usable day. Parameters: none."""
    SAY_AGAIN = "say_again"
    """Nothing could be read."""


@dataclass(frozen=True, slots=True)
class Clarification:
    """A question about the message, to be worded in the candidate's language."""

    topic: Topic
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood. Nothing in it goes beyond what the candidate stated."""

    intent: Intent
    available: tuple[Span, ...] | None = None
    """Stated times inside the window, UTC, disjoint, earliest first. None: no new time was stated; empty: only
    times outside the window."""
    excluded: tuple[Span, ...] = ()
    """Times ruled out explicitly. No available time meets one."""
    selected: datetime | None = None
    """The accepted proposal, as it was listed."""
    because: tuple[Because, ...] = ()
    clarification: Clarification | None = None
    questions: tuple[str, ...] = ()
    """Sentences of the message that ask something, in its words."""
    language: str = "en"
    """The language the message was read in."""
    zone: str = ""
    """The zone times were read in: IANA, or "UTC+02:00" for a fixed offset."""
