"""The words of scorecards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from domain.insights.model import DIMENSIONS

__all__ = ["DIMENSIONS", "Card", "Point", "Recommendation", "overall"]

LOWEST, HIGHEST = 1, 10


class Recommendation(StrEnum):
    """What the interviewer recommends. It moves nobody: a person decides elsewhere."""

    HIRE = "hire"
    NO_HIRE = "no_hire"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Point:
    """A strength or a weakness, with the words it stands on where there are any."""

    text: str
    evidence: str = ""
    """Word for word from the transcript."""
    turn_id: UUID | None = None
    """The turn in which the evidence stands."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one interviewer thinks. A dimension that is missing was not assessed."""

    ratings: Mapping[str, int] = field(default_factory=dict)
    recommendation: Recommendation | None = None
    justification: str = ""
    strengths: tuple[Point, ...] = ()
    weaknesses: tuple[Point, ...] = ()
    summary: str = ""
    notes: str = ""


def overall(ratings: Mapping[str, float]) -> float | None:
    """Mean of the dimensions that were assessed, one decimal; None without any."""
    return round(sum(ratings.values()) / len(ratings), 1) if ratings else None
