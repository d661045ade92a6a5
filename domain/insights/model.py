"""The words of insights: what is known beforehand, what was said, and what was found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

DIMENSIONS = ("attitude", "communication", "technical", "strategic", "leadership", "english")
"""What a scorecard rates, in the order of its page."""


class Kind(StrEnum):
    """What an insight is; values as `ai_insights.type` stores them."""

    RED_FLAG = "red-flag"
    GREEN_FLAG = "green-flag"
    SUGGESTION = "suggestion"
    NOTE = "note"
    CONTRADICTION = "contradiction"


class Severity(StrEnum):
    """How much it matters now."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"
    SUCCESS = "success"


class Sentiment(StrEnum):
    """How an answer sounds. Only where the job turned it on."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    EVASIVE = "evasive"


@dataclass(frozen=True, slots=True)
class Said:
    """One final turn of the transcript."""

    sequence: int
    role: str | None
    """`host` or `guest`; None: not known yet, so nothing is judged."""
    text: str
    at: datetime
    """When it was spoken."""
    turn_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A question of the plan and the skill that it is about."""

    text: str
    skill: str | None = None


class About(StrEnum):
    """What a claim is about."""

    YEARS = "years"
    """Years of experience, with a skill or altogether."""
    TEAM = "team"
    """How many people were led; 0: nobody, ever."""
    KNOWS = "knows"
    """Whether a skill was used: 1 or 0."""
    LANGUAGE = "language"
    """Level of a spoken language as an index of CEFR, A1 = 0."""
    SINCE = "since"
    """Year in which work for an employer began."""
    UNTIL = "until"
    """Year in which it ended."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that can be held against something said later."""

    about: About
    subject: str
    """The skill, language code or employer, lower-case; empty: altogether."""
    value: float
    quote: str
    """The words it stands on."""
    at_least: bool = False
    """The value is a lower bound: "more than five years"."""


@dataclass(frozen=True, slots=True)
class Background:
    """What is known before the first word. The same background and turns always give the same insights."""

    questions: tuple[Planned, ...] = ()
    skills: tuple[str, ...] = ()
    """Planned skills first, then the skills that the job asks for."""
    must_skills: frozenset[str] = frozenset()
    """Those of the skills that the job insists on, lower-case."""
    planned_skills: tuple[str, ...] = ()
    """Skills that the interview is to cover."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other names of a skill."""
    resume: tuple[Claim, ...] = ()
    employers: tuple[str, ...] = ()
    language: str | None = None
    """ISO 639-1 code of the language that is spoken; None: told by each turn."""
    with_sentiment: bool = False
    started_at: datetime | None = None
    """None: with the first turn."""
    duration: timedelta | None = None
    """Planned length; None: nothing is said about time."""


@dataclass(frozen=True, slots=True)
class Found:
    """One insight. `evidence` stands word for word in the turn; None: it is about what was not said."""

    kind: Kind
    severity: Severity
    content: str
    fingerprint: str
    """What it says, in a form that is the same however often it would be said."""
    sequence: int
    """The turn that gave rise to it."""
    turn_id: UUID | None = None
    """The turn in which `evidence` stands."""
    topic: str | None = None
    suggestion: str | None = None
    evidence: str | None = None
    response_quality: int | None = None
    """1 to 10, by the rule of `domain.insights.quality`."""
    sentiment: Sentiment | None = None
    score: Mapping[str, float] | None = None
    """Running score per dimension so far, by the rule of `domain.insights.quality`."""
