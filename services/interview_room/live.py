"""Turns as an interview goes on: taken while it is booked or running."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.interview_room.turns import Turn
from domain.vocabulary import InterviewStatus
from models import Interview
from services import find, log
from services.interview_room import turns
from services.interview_room.turns import Added
from services.log import Cause, Entry
from services.moves import subject

RECORDABLE = (InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS)
"""States in which live turns are taken."""


async def take(
    session: AsyncSession, interview_id: UUID, batch: Sequence[Turn], *, cause: Cause, now: datetime
) -> Added:
    """Keep live turns of an interview that is booked or running; the log says when the first came.

    The state of the interview stays as it is. Raises ConflictError in any other state, and as `add_turns` does.
    """
    interview = await find.interview(session, interview_id, lock=True)
    check_recordable(interview)
    is_first = await turns.last_sequence(session, interview_id) == 0
    added = await turns.add_turns(session, interview_id, batch, now)
    if is_first and added.turns:
        key = f"interview:{interview_id}:transcript:{added.turns[0].id}"
        entry = Entry("transcript_started", key, subject(interview), now, details={"source": batch[0].source})
        await log.record(session, cause, entry)
    return added


def check_recordable(interview: Interview) -> None:
    """Raises ConflictError unless the interview is booked or running."""
    if interview.status not in RECORDABLE:
        raise ConflictError(
            f"The interview is {interview.status.replace('_', ' ')}: live turns are taken while it is confirmed or"
            " in progress.",
            field="status",
            remedy="Send what was said before as a file.",
        )
