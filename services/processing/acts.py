"""What people do about interviews that are stuck, failed, or to be processed once more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from services.log import Cause
from services.processing import overview
from services.processing.overview import Standing
from services.processing.start import request_processing

MOST_AT_ONCE = 100


class Repair(StrEnum):
    """What is done. Each begins the steps anew; what has words already is not transcribed again."""

    FIX = "fix"
    """A stuck one gets a fresh run; the old one, should it come back, finds that it is not wanted any more."""
    RETRY = "retry"
    """A failed one is tried again."""
    REPROCESS = "reprocess"
    """A finished or failed one, or one that nobody asked for yet, is processed from the start."""


ALLOWED: Mapping[Repair, frozenset[Standing]] = {
    Repair.FIX: frozenset({Standing.STUCK}),
    Repair.RETRY: frozenset({Standing.FAILED}),
    Repair.REPROCESS: frozenset({Standing.READY, Standing.FAILED, Standing.UNPROCESSED}),
}


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of a repair of many."""

    begun: tuple[UUID, ...]
    left: tuple[UUID, ...]
    """Those that are not in a state for it."""


async def repair(
    session: AsyncSession, interview_id: UUID, what: Repair, *, cause: Cause, at: datetime
) -> int:
    """Repair one interview. Returns the number of the new request.

    Raises NotFoundError, and ConflictError naming how the interview stands when that does not call for it.
    """
    line = await overview.one(session, interview_id, at)
    if line.standing not in ALLOWED[what]:
        raise ConflictError(
            f"This interview is {line.standing}: there is nothing to {what}.",
            field="interview_id",
            remedy=f"For {what} it has to be {' or '.join(sorted(ALLOWED[what]))}.",
        )
    return await request_processing(session, interview_id, None, at, cause=cause)


async def repair_many(
    session: AsyncSession, interview_ids: Sequence[UUID], what: Repair, *, cause: Cause, at: datetime
) -> Repaired:
    """Repair several; those that do not call for it are left as they are.

    Raises InvalidInputError for none or too many, NotFoundError for one that the caller does not see.
    """
    wanted = sorted(set(interview_ids))
    if not 1 <= len(wanted) <= MOST_AT_ONCE:
        raise InvalidInputError(
            f"Choose 1 to {MOST_AT_ONCE} interviews.", field="interview_ids", remedy="Tick some, then go on."
        )
    begun, left = [], []
    for interview_id in wanted:
        line = await overview.one(session, interview_id, at)
        if line.standing in ALLOWED[what]:
            await request_processing(session, interview_id, None, at, cause=cause)
            begun.append(interview_id)
        else:
            left.append(interview_id)
    return Repaired(tuple(begun), tuple(left))
