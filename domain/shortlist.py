"""Who gets a seat, who waits on the bench. Pure: applications in, decisions out.

The database does the same set-based for large jobs; property tests hold both to these functions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from domain.vocabulary import ShortlistStatus


@dataclass(frozen=True, slots=True)
class Standing:
    """An application as ranking sees it."""

    id: UUID
    fit_score: Decimal
    created_at: datetime
    status: ShortlistStatus
    rank: int | None = None


def ranking_key(standing: Standing) -> tuple[Decimal, datetime, UUID]:
    """Sort key: highest score first, ties to the earlier application, then to the smaller id (I2)."""
    return (-standing.fit_score, standing.created_at, standing.id)


def in_order(standings: Iterable[Standing]) -> list[Standing]:
    """Applications from the best to the last."""
    return sorted(standings, key=ranking_key)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where ranking puts an application."""

    id: UUID
    status: ShortlistStatus
    rank: int


def place(standings: Sequence[Standing], openings: int, buffer: int) -> list[Placement]:
    """Rank a closed job: free seats to the best, the bench to the next, the rest stay pending.

    Seats that a recruiter filled before by hand stay as they are; rejected applications get no place.
    Pending ranks go on after the bench, in order.
    """
    taken = {s.rank for s in standings if s.status is ShortlistStatus.SHORTLISTED and s.rank}
    seats = [seat for seat in range(1, openings + 1) if seat not in taken]
    waiting = in_order(s for s in standings if s.status is ShortlistStatus.PENDING)
    placed = [
        Placement(s.id, ShortlistStatus.SHORTLISTED, seat) for s, seat in zip(waiting, seats, strict=False)
    ]
    for position, standing in enumerate(waiting[len(placed) :], start=1):
        status = ShortlistStatus.BUFFER if position <= buffer else ShortlistStatus.PENDING
        placed.append(Placement(standing.id, status, openings + position))
    return placed


def vacant_seats(openings: int, held: Iterable[int]) -> list[int]:
    """Seats nobody holds, best first."""
    occupied = set(held)
    return [seat for seat in range(1, openings + 1) if seat not in occupied]


def cutoff_instant(first_interview: datetime | None, job_cutoff_seconds: float | None) -> datetime | None:
    """When automatic promotion stops: so long before the first booked interview. None: it does not stop."""
    if first_interview is None or job_cutoff_seconds is None:
        return None
    return datetime.fromtimestamp(first_interview.timestamp() - job_cutoff_seconds, tz=first_interview.tzinfo)
