"""Offered times, held for one candidate while they decide."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slots import Slot
from domain.vocabulary import TimeKind
from models import InterviewInterviewer

OVERLAP = "ex_interview_interviewers_overlap"

# One transaction at a time takes time of a person, in one order for everybody: the loser sees what is taken
# instead of waiting for it, and two panels with the same people never wait for each other in a circle.
QUEUE = text(
    "SELECT pg_advisory_xact_lock(hashtextextended('interviewer:' || who, 0))"
    " FROM (SELECT unnest(CAST(:users AS uuid[]))::text AS who ORDER BY who) everybody"
)
CLEAR_EXPIRED = text("SELECT clear_expired_holds(:users, :at)")


async def queue_for(session: AsyncSession, users: Sequence[UUID], at: datetime) -> None:
    """Wait for one's turn to take time of these people, and clear offers that ran out by `at`.

    Queue for all of them at once, inside a savepoint: its end in failure gives the turn to others. Queueing for
    more people afterwards could close a circle.
    """
    everybody = sorted(set(users))
    if everybody:
        await session.execute(QUEUE, {"users": everybody})
        await session.execute(CLEAR_EXPIRED, {"users": everybody, "at": at})


async def hold(
    session: AsyncSession, interview_id: UUID, slots: Sequence[Slot], until: datetime, at: datetime
) -> bool:
    """Hold all of these slots until a business instant, instead of what was held before.

    False when an offer to somebody else or a booking was faster: then nothing has changed, and nobody waits for
    this transaction.
    """
    try:
        async with session.begin_nested():
            held = await _held(session, interview_id)
            await queue_for(session, [*held, *(user for slot in slots for user in slot.interviewer_ids)], at)
            await release(session, interview_id)
            session.add_all(
                InterviewInterviewer(
                    interview_id=interview_id,
                    user_id=user,
                    during=Range(slot.start, slot.end),
                    kind=TimeKind.HOLD,
                    is_live=True,
                    expires_at=until,
                )
                for slot in slots
                for user in slot.interviewer_ids
            )
            await session.flush()
    except IntegrityError as error:
        if OVERLAP not in str(error.orig):
            raise
        return False
    return True


async def _held(session: AsyncSession, interview_id: UUID) -> list[UUID]:
    """Whose time is held for an interview."""
    query = select(InterviewInterviewer.user_id).where(
        InterviewInterviewer.interview_id == interview_id, InterviewInterviewer.kind == TimeKind.HOLD
    )
    return list(await session.scalars(query))


async def release(session: AsyncSession, interview_id: UUID) -> None:
    """Let go of everything that is held for an interview."""
    await session.execute(
        delete(InterviewInterviewer).where(
            InterviewInterviewer.interview_id == interview_id, InterviewInterviewer.kind == TimeKind.HOLD
        )
    )
