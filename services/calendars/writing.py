"""What became of an entry that was to be written: the last one to settle lets everybody be told of the booking."""

import zlib
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.calendar_plan import WRITE_TRIES
from domain.calendars import StoredEntry
from domain.vocabulary import CalendarHealth, MailTemplate
from models import CalendarAccount, Interview
from services import find, mail, outbox
from services.calendars import entries
from services.interviews import booking
from services.log import Cause
from services.mail import Letter
from services.moves import note, subject

SignChannel = Callable[[str], str]
"""The secret that a provider sends back with each notice of a channel, made from the channel's id."""


async def written(
    session: AsyncSession,
    account_id: UUID,
    interview_id: UUID,
    sequence: int,
    stored: StoredEntry,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """The calendar has the entry in this version."""
    interview = await find.interview_or_none(session, interview_id, lock=True)
    entry = await entries.row(session, account_id, interview_id, lock=True)
    if entry is None:
        return
    entries.written(entry, sequence, stored)
    if interview is None:
        return
    account = await session.get_one(CalendarAccount, account_id)
    if stored.video_url and account.user_id == interview.interviewer_id:
        interview.video_url = stored.video_url
    await _tell_when_settled(session, interview, cause=cause, at=at)


async def not_written(
    session: AsyncSession,
    account_id: UUID,
    interview_id: UUID,
    why: str,
    *,
    last: bool,
    cause: Cause,
    at: datetime,
) -> None:
    """A try failed. After the last one the entry goes by mail, and the recruiter is told."""
    interview = await find.interview_or_none(session, interview_id, lock=True)
    entry = await entries.row(session, account_id, interview_id, lock=True)
    if entry is None or interview is None:
        return
    entry.attempts = WRITE_TRIES if last else entry.attempts + 1
    entry.last_error = why
    await session.flush()
    if entry.attempts < WRITE_TRIES:
        return
    account = await session.get_one(CalendarAccount, account_id)
    await note(
        session,
        interview,
        "calendar_fallback",
        cause=cause,
        at=at,
        account_id=str(account_id),
        interviewer_id=str(account.user_id),
        calendar_sequence=interview.calendar_sequence,
    )
    # Of a calendar that is dead as a whole the recruiter was told as such.
    if interview.job_id is not None and account.health is not CalendarHealth.DEAD:
        job = await find.job(session, interview.job_id)
        letter = Letter(
            MailTemplate.CALENDAR_ALERT,
            subject(interview),
            user_id=job.recruiter_id,
            sequence=_number(account.user_id, interview.calendar_sequence),
            details={"calendar_owner": str(account.user_id), "provider": account.provider.value, "why": why},
        )
        await mail.queue(session, at, letter)
    await _tell_when_settled(session, interview, cause=cause, at=at)


def _number(owner: UUID, calendar_sequence: int) -> int:
    """One alert for each person and version of the booking."""
    return 1 + zlib.crc32(f"{owner}:{calendar_sequence}".encode()) % 1_000_000_000


async def _tell_when_settled(
    session: AsyncSession, interview: Interview, *, cause: Cause, at: datetime
) -> None:
    await session.flush()
    if await entries.settled(session, interview):
        await booking.tell(session, interview, cause=cause, at=at)
        key = f"interview:{interview.id}:{interview.version}:calendar"
        await outbox.tell_interview(session, interview.id, interview.job_id, key, "calendar")
