"""Who would move if scores were computed again. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from domain.shortlist import Standing, in_order
from domain.vocabulary import ShortlistStatus


@dataclass(frozen=True, slots=True)
class Move:
    """An application with another score, and its places by score among all that were compared."""

    application_id: UUID
    status: ShortlistStatus
    score: Decimal
    new_score: Decimal
    place: int
    new_place: int


def moves(standings: Sequence[Standing], scores: Mapping[UUID, Decimal]) -> list[Move]:
    """Everybody whose score or place would change, in the order of today; `scores` holds the new ones."""
    again = [Standing(s.id, scores.get(s.id, s.fit_score), s.created_at, s.status, s.rank) for s in standings]
    new = {s.id: (place, s.fit_score) for place, s in enumerate(in_order(again), 1)}
    found = []
    for place, standing in enumerate(in_order(standings), 1):
        new_place, new_score = new[standing.id]
        if (new_place, new_score) != (place, standing.fit_score):
            found.append(Move(standing.id, standing.status, standing.fit_score, new_score, place, new_place))
    return found
