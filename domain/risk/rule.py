"""The rule of no-show risk: four parts with fixed weights, each between 0 (no sign) and 1 (strongest sign).

The weights are those of the product's first plan: response time 30, negotiation 25, completeness 20, history 25.
The result is an index between 0 and 1 and no probability: whether it means what it says is measured against
outcomes. It serves to prepare (a call, a reminder, a bench that stands ready) and must never rank or reject anybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

RULE = "no-show-1"
"""Name and version of this rule; stored with every value that it gave."""

NEUTRAL = 0.5
"""Level of a part that nothing is known about, also of the history of somebody who comes for the first time."""

FULL_NEGOTIATION = 3
"""Rounds and moves together from which on the negotiation part is at its highest: the third round escalates."""

FIELDS = 3
"""What completeness counts: a readable resume, a phone number, a mail address that mail arrives at."""

PRIOR = 2
"""Weight of the neutral level against what is known of earlier interviews, in interviews (Laplace's rule of
succession: one attended and one missed are imagined), so that one bad day does not decide."""

THOUSAND = 1000


class Part(StrEnum):
    """The four parts."""

    RESPONSE = "response"
    NEGOTIATION = "negotiation"
    COMPLETENESS = "completeness"
    HISTORY = "history"


class Band(StrEnum):
    """What the board shows."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


WEIGHTS: Mapping[Part, int] = MappingProxyType(
    {Part.RESPONSE: 30, Part.NEGOTIATION: 25, Part.COMPLETENESS: 20, Part.HISTORY: 25}
)
"""Hundredths of the whole."""

YELLOW_FROM, RED_FROM = 0.3, 0.7


@dataclass(frozen=True, slots=True)
class RiskFacts:
    """What is known of an interview. Every number is about behaviour in the process, none about the person."""

    answer_share: float | None = None
    """How much of the time for the answer passed before the invitation was accepted, 0 to 1; None: unknown."""
    rounds: int = 0
    """Rounds in which times were talked about; 0: a time was picked straight away."""
    moves: int = 0
    """How often the candidate moved the booked time."""
    escalated: bool = False
    """A person had to find the time."""
    missing: int | None = None
    """How many of the fields of completeness are missing, 0 to `FIELDS`; None: unknown."""
    attended: int = 0
    """Earlier interviews of this candidate that took place."""
    missed: int = 0
    """Earlier interviews of this candidate that a person recorded as a no-show. Cancelled ones count for nothing:
    whoever says that they cannot come did the right thing."""


@dataclass(frozen=True, slots=True)
class RiskPart:
    """One part of a risk."""

    part: Part
    weight: int
    """Hundredths of the whole."""
    level: float
    """0 to 1."""
    points: float
    """What it adds to the value: weight times level, in whole thousandths."""
    is_known: bool
    """False: the level is the neutral one, because nothing is known."""


@dataclass(frozen=True, slots=True)
class Risk:
    """A value between 0 and 1, in whole thousandths; exactly the sum of its parts' points."""

    value: float
    parts: Sequence[RiskPart]
    facts: RiskFacts
    rule: str = RULE

    @property
    def band(self) -> Band:
        """Green, yellow or red."""
        return band_of(self.value)


def band_of(value: float) -> Band:
    """Green below 0.3, yellow below 0.7, red from there."""
    if value < YELLOW_FROM:
        return Band.GREEN
    return Band.YELLOW if value < RED_FROM else Band.RED


def assess(facts: RiskFacts) -> Risk:
    """The risk that facts give. Each part only grows with what speaks for a no-show, and so does the whole."""
    levels = {
        Part.RESPONSE: _response(facts),
        Part.NEGOTIATION: _negotiation(facts),
        Part.COMPLETENESS: _completeness(facts),
        Part.HISTORY: _history(facts),
    }
    thousandths = {part: round(WEIGHTS[part] * 10 * (_or_neutral(level))) for part, level in levels.items()}
    parts = tuple(
        RiskPart(
            part=part,
            weight=WEIGHTS[part],
            level=_or_neutral(level),
            points=thousandths[part] / THOUSAND,
            is_known=level is not None,
        )
        for part, level in levels.items()
    )
    return Risk(sum(thousandths.values()) / THOUSAND, parts, facts)


def _or_neutral(level: float | None) -> float:
    return NEUTRAL if level is None else level


def _response(facts: RiskFacts) -> float | None:
    """The share of the time given: an answer in the last minute is the strongest sign."""
    return None if facts.answer_share is None else min(1.0, max(0.0, facts.answer_share))


def _negotiation(facts: RiskFacts) -> float:
    """A third for each round and each move; a person who had to step in counts as all three."""
    if facts.escalated:
        return 1.0
    return min(1.0, (facts.rounds + facts.moves) / FULL_NEGOTIATION)


def _completeness(facts: RiskFacts) -> float | None:
    """The share of fields that are missing."""
    return None if facts.missing is None else min(1.0, facts.missing / FIELDS)


def _history(facts: RiskFacts) -> float | None:
    """The share of earlier interviews that were missed, drawn towards the neutral level while there are few."""
    known = facts.attended + facts.missed
    return None if known == 0 else (facts.missed + PRIOR * NEUTRAL) / (known + PRIOR)
