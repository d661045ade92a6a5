"""What insights suggest for a card. A proposal only: the interviewer asks for it, sees it marked, and changes it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.insights.model import DIMENSIONS, Kind
from domain.scorecards.model import HIGHEST, LOWEST, Point

MOST = 5
"""Strengths, and weaknesses; the first ones stand, as the interview went."""


@dataclass(frozen=True, slots=True)
class Insight:
    """What a proposal is made from."""

    kind: Kind
    severity: str
    content: str
    topic: str | None = None
    evidence: str | None = None
    turn_id: UUID | None = None
    score: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Proposed parts of a card. Never a recommendation: that is the interviewer's alone."""

    ratings: Mapping[str, int]
    strengths: tuple[Point, ...]
    weaknesses: tuple[Point, ...]
    summary: str


def proposed(insights: Sequence[Insight], turns: Mapping[UUID, str]) -> Proposal:
    """A proposal from insights in their order; quotes that no longer stand in their turn are left out.

    Ratings are the last running scores, rounded. Strengths are green flags and skills shown with a figure,
    weaknesses are red flags and contradictions; each with its quote, and no quote twice on one side.
    """
    kept = [one for one in insights if one.evidence is None or one.evidence in turns.get(_id(one), "")]
    scores = next((one.score for one in reversed(kept) if one.score), None) or {}
    good = [
        one
        for one in kept
        if one.kind is Kind.GREEN_FLAG or (one.kind is Kind.NOTE and one.severity == "success")
    ]
    bad = [one for one in kept if one.kind in {Kind.RED_FLAG, Kind.CONTRADICTION}]
    strengths, weaknesses = _points(good), _points(bad)
    return Proposal(
        {name: _rating(scores[name]) for name in DIMENSIONS if name in scores},
        strengths,
        weaknesses,
        _summary(kept, strengths, weaknesses),
    )


def _points(insights: Iterable[Insight]) -> tuple[Point, ...]:
    found: dict[str, Point] = {}
    for one in insights:
        if one.evidence:
            text = (
                f"{one.topic}: {one.content}" if one.topic and one.topic not in one.content else one.content
            )
            found.setdefault(one.evidence, Point(text, one.evidence, one.turn_id))
    return tuple(found.values())[:MOST]


def _summary(insights: Sequence[Insight], strengths: Sequence[Point], weaknesses: Sequence[Point]) -> str:
    if not insights:
        return ""
    topics = list(dict.fromkeys(one.topic for one in insights if one.topic and one.evidence))
    about = f" Talked about: {', '.join(topics[:8])}." if topics else ""
    return (
        f"{_counted(len(strengths), 'strength')} and {_counted(len(weaknesses), 'point')} to weigh,"
        f" each with a quote.{about}"
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _rating(score: float) -> int:
    return max(LOWEST, min(HIGHEST, int(score + 0.5)))


def _id(insight: Insight) -> UUID:
    return insight.turn_id or UUID(int=0)
