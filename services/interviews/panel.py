"""An interviewer drops out: somebody of the same pool takes over, or the recruiter is asked."""

import zlib
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus, MailTemplate, TimeKind
from models import Interview, InterviewInterviewer, Job
from services import find, holds, mail, outbox, slots
from services.log import Cause
from services.mail import Letter
from services.moves import note, subject


async def drop_out(
    session: AsyncSession, interview_id: UUID, user_id: UUID, *, cause: Cause, at: datetime
) -> Interview:
    """Replace an interviewer who cannot come, at the same time, without asking the candidate.

    Not later than the job's cut-off before the interview and not more often than it allows; then, or when nobody
    is free, the recruiter is asked. Whoever does not take part changes nothing.
    """
    interview = await find.interview(session, interview_id, lock=True)
    time = interview.scheduled_time
    people = [interview.interviewer_id, *interview.panel]
    if interview.status is not InterviewStatus.CONFIRMED or time is None or user_id not in people:
        return interview
    if interview.job_id is None or at >= time:
        return interview
    job = await find.job(session, interview.job_id)
    early = at <= time - job.replacement_cutoff
    if early and interview.replacements < job.replacement_limit:
        # In everybody's queue nobody is faster: whoever is free now stays free.
        await holds.queue_for(session, await slots.interviewers(session, job.id), at)
        stand_in = await slots.stand_in(session, job, interview, user_id, at)
        if stand_in is not None and await _replace(session, interview, user_id, stand_in):
            await _told(session, interview, job, user_id, stand_in, cause=cause, at=at)
            return interview
    await _ask_recruiter(session, interview, job, user_id, early=early, cause=cause, at=at)
    return interview


async def takes_part(session: AsyncSession, interview_id: UUID, user_id: UUID) -> bool:
    """Whether this person's time is booked for an interview."""
    query = select(InterviewInterviewer.id).where(
        InterviewInterviewer.interview_id == interview_id,
        InterviewInterviewer.user_id == user_id,
        InterviewInterviewer.kind == TimeKind.BOOKING,
        InterviewInterviewer.is_live,
    )
    return await session.scalar(query) is not None


async def _replace(session: AsyncSession, interview: Interview, user_id: UUID, stand_in: UUID) -> bool:
    lead, panel = interview.interviewer_id, list(interview.panel)
    try:
        async with session.begin_nested():
            interview.interviewer_id = stand_in if lead == user_id else lead
            interview.panel = [stand_in if member == user_id else member for member in panel]
            interview.calendar_sequence += 1
            interview.replacements += 1
            await session.flush()
    except IntegrityError as error:
        if holds.OVERLAP not in str(error.orig):
            raise
        await session.refresh(interview)
        return False
    return True


async def _told(
    session: AsyncSession,
    interview: Interview,
    job: Job,
    user_id: UUID,
    stand_in: UUID,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    await note(
        session,
        interview,
        "interviewer_replaced",
        cause=cause,
        at=at,
        interviewer_id=str(user_id),
        stand_in_id=str(stand_in),
        replacements=interview.replacements,
    )
    await _tell_interview(session, interview, "interviewer_replaced")
    details = {"calendar_sequence": interview.calendar_sequence, "replaced": str(user_id)}
    about = subject(interview)
    sequence = 100 + interview.calendar_sequence
    await mail.queue(
        session,
        at,
        Letter(
            MailTemplate.INTERVIEWER_CANCELLATION,
            about,
            user_id=user_id,
            sequence=sequence,
            details=details,
            each=True,
        ),
        Letter(
            MailTemplate.PANEL_ALERT,
            about,
            user_id=job.recruiter_id,
            sequence=sequence,
            details={**details, "stand_in": str(stand_in)},
        ),
    )


async def _ask_recruiter(
    session: AsyncSession,
    interview: Interview,
    job: Job,
    user_id: UUID,
    *,
    early: bool,
    cause: Cause,
    at: datetime,
) -> None:
    """Once for each person and booked time."""
    dropped = f"{user_id}:{interview.calendar_sequence}".encode()
    number = 1_000_000 + zlib.crc32(dropped) % 1_000_000_000
    letter = Letter(
        MailTemplate.PANEL_ALERT,
        subject(interview),
        user_id=job.recruiter_id,
        sequence=number,
        details={"dropped_out": str(user_id), "too_late": not early},
    )
    if await mail.is_queued(session, letter):
        return
    await note(session, interview, "interviewer_dropped_out", cause=cause, at=at, interviewer_id=str(user_id))
    await mail.queue(session, at, letter)


async def _tell_interview(session: AsyncSession, interview: Interview, cause: str) -> None:
    key = f"interview:{interview.id}:{interview.version}:{cause}"
    await outbox.tell_interview(session, interview.id, interview.job_id, key, cause)
