"""One card from several: the rule stands here and in docs/interviews.md, and nobody's card weighs more."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.scorecards.model import DIMENSIONS, Card, Point, Recommendation, overall

MOST_POINTS = 20


@dataclass(frozen=True, slots=True)
class Spread:
    """How the cards rated one dimension."""

    mean: float
    lowest: int
    highest: int
    cards: int


@dataclass(frozen=True, slots=True)
class Merged:
    """The card of an interview."""

    ratings: Mapping[str, int]
    """Means, rounded half up."""
    spread: Mapping[str, Spread]
    overall_score: float | None
    recommendation: Recommendation
    votes: Mapping[Recommendation, int]
    justification: str
    strengths: tuple[Point, ...]
    weaknesses: tuple[Point, ...]
    summary: str
    notes: str
    cards: int

    @property
    def is_disputed(self) -> bool:
        """Whether some recommend to hire and some not to."""
        return {Recommendation.HIRE, Recommendation.NO_HIRE} <= set(self.votes)


def merged(cards: Sequence[Card]) -> Merged:
    """Merge cards that were handed in; at least one. Only the order of the texts follows theirs.

    Each dimension is the mean of the cards that assessed it, the overall score the mean of those means. The
    recommendation is the one that more than half give; otherwise, and whenever some say hire and some no hire,
    it is `maybe`. Texts are put one after the other; the same point with the same quote stands once.
    """
    spread = {
        name: _spread([card.ratings[name] for card in cards if name in card.ratings]) for name in DIMENSIONS
    }
    known = {name: value for name, value in spread.items() if value is not None}
    votes = Counter(card.recommendation for card in cards if card.recommendation is not None)
    return Merged(
        ratings={name: int(value.mean + 0.5) for name, value in known.items()},
        spread=known,
        overall_score=overall({name: value.mean for name, value in known.items()}),
        recommendation=_recommendation(votes),
        votes=dict(votes),
        justification=_joined(card.justification for card in cards),
        strengths=_points(card.strengths for card in cards),
        weaknesses=_points(card.weaknesses for card in cards),
        summary=_joined(card.summary for card in cards),
        notes=_joined(card.notes for card in cards),
        cards=len(cards),
    )


def _spread(ratings: Sequence[int]) -> Spread | None:
    if not ratings:
        return None
    return Spread(round(sum(ratings) / len(ratings), 2), min(ratings), max(ratings), len(ratings))


def _recommendation(votes: Mapping[Recommendation, int]) -> Recommendation:
    if {Recommendation.HIRE, Recommendation.NO_HIRE} <= set(votes):
        return Recommendation.MAYBE
    most = max(votes, key=lambda one: votes[one], default=Recommendation.MAYBE)
    return most if 2 * votes.get(most, 0) > sum(votes.values()) else Recommendation.MAYBE


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def _points(lists: Iterable[Sequence[Point]]) -> tuple[Point, ...]:
    found: dict[tuple[str, str], Point] = {}
    for points in lists:
        for point in points:
            found.setdefault((point.text, point.evidence), point)
    return tuple(found.values())[:MOST_POINTS]
