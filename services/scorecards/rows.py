"""Cards between their rows and the values that the rules know."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from domain.scorecards import DIMENSIONS, Card, Merged, Point, Recommendation, overall
from models import InterviewerScorecard


def card_of(row: InterviewerScorecard) -> Card:
    """The card that a row holds."""
    return Card(
        ratings={name: value for name in DIMENSIONS if (value := getattr(row, name)) is not None},
        recommendation=Recommendation(row.recommendation) if row.recommendation else None,
        justification=row.justification,
        strengths=points_of(row.strengths),
        weaknesses=points_of(row.weaknesses),
        summary=row.summary,
        notes=row.notes,
    )


def columns(card: Card) -> dict[str, Any]:
    """What a row holds of a card."""
    return {
        **{name: card.ratings.get(name) for name in DIMENSIONS},
        "overall_score": overall(card.ratings),
        "recommendation": card.recommendation.value if card.recommendation else None,
        "justification": card.justification,
        "strengths": stored(card.strengths),
        "weaknesses": stored(card.weaknesses),
        "summary": card.summary,
        "notes": card.notes,
    }


def merged_columns(merged: Merged) -> dict[str, Any]:
    """What the merged row holds."""
    return {
        **{name: merged.ratings.get(name) for name in DIMENSIONS},
        "overall_score": merged.overall_score,
        "recommendation": merged.recommendation.value,
        "justification": merged.justification,
        "strengths": stored(merged.strengths),
        "weaknesses": stored(merged.weaknesses),
        "summary": merged.summary,
        "notes": merged.notes,
        "cards": merged.cards,
        "votes": {vote.value: count for vote, count in merged.votes.items()},
        "spread": {
            name: {
                "mean": one.mean,
                "lowest": one.lowest,
                "highest": one.highest,
                "cards": one.cards,
            }
            for name, one in merged.spread.items()
        },
    }


def points_of(stored_points: Iterable[Mapping[str, Any]]) -> tuple[Point, ...]:
    """Strengths or weaknesses from their JSON."""
    return tuple(
        Point(one["text"], one.get("evidence") or "", UUID(one["turn_id"]) if one.get("turn_id") else None)
        for one in stored_points
    )


def stored(points: Iterable[Point]) -> list[dict[str, Any]]:
    """Strengths or weaknesses as JSON."""
    return [
        {
            "text": point.text,
            "evidence": point.evidence,
            "turn_id": str(point.turn_id) if point.turn_id else None,
        }
        for point in points
    ]
