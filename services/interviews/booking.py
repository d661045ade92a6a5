"""Steps around a booked time: calendar entry, reminder, question for the outcome. Each is safe to repeat."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import calendar_uid
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailTemplate
from models import Interview
from services import find, mail
from services.calendars import entries
from services.log import Cause
from services.mail import Letter
from services.moves import note, subject


async def book(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> Interview:
    """Bring the booked time into calendars: the connected ones, and by mail (iTIP REQUEST) into all others.

    Where a calendar is connected, its workflow writes the entry first and then calls `tell`, so that the one
    mail to each attendee can name the video link, and nobody gets two entries.
    """
    interview = await find.interview(session, interview_id, lock=True)
    if (
        interview.status is not I.CONFIRMED
        or interview.calendar_synced_sequence == interview.calendar_sequence
    ):
        return interview
    if not await entries.want(session, interview):
        await tell(session, interview, cause=cause, at=at)
    return interview


async def tell(session: AsyncSession, interview: Interview, *, cause: Cause, at: datetime) -> None:
    """Tell everybody of the booked time, once for each version of it. The caller has locked the interview."""
    if (
        interview.status is not I.CONFIRMED
        or interview.calendar_synced_sequence == interview.calendar_sequence
        or interview.interviewer_id is None
    ):
        return
    method = await entries.method_of(session, interview, interview.interviewer_id)
    interview.calendar_event_id = calendar_uid(interview.id)
    interview.calendar_sync_method = method
    interview.calendar_synced_sequence = interview.calendar_sequence
    await note(
        session,
        interview,
        "interview_booked",
        cause=cause,
        at=at,
        method=method.value,
        calendar_sequence=interview.calendar_sequence,
    )
    sequence, details = 1 + interview.calendar_sequence, {"calendar_sequence": interview.calendar_sequence}
    about = subject(interview)
    letters = [
        Letter(
            MailTemplate.INTERVIEWER_CONFIRMATION,
            about,
            user_id=user,
            sequence=sequence,
            details=details,
            each=True,
        )
        for user in entries.people_of(interview)
    ]
    to_candidate = Letter(
        MailTemplate.CONFIRMATION, about, interview.candidate_id, sequence=sequence, details=details
    )
    await mail.queue(session, at, to_candidate, *letters)


async def remind(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> Interview:
    """Remind the candidate. A reminder that was held until after the start is skipped, and the log says so."""
    interview = await find.interview(session, interview_id, lock=True)
    time = interview.scheduled_time
    if interview.status is not I.CONFIRMED or time is None or interview.reminded_for == time:
        return interview
    job = await find.job(session, interview.job_id) if interview.job_id else None
    if job is not None and at < time - job.reminder_lead:
        return interview
    interview.reminded_for = time
    action = "reminder_sent" if at < time else "reminder_skipped"
    await note(session, interview, action, cause=cause, at=at, scheduled_time=time.isoformat())
    if at < time:
        letter = Letter(
            MailTemplate.REMINDER,
            subject(interview),
            candidate_id=interview.candidate_id,
            sequence=1 + interview.calendar_sequence,
        )
        await mail.queue(session, at, letter)
    return interview


async def ask_outcome(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> Interview:
    """Ask the recruiter how the interview went: only a person says that somebody did not come."""
    interview = await find.interview(session, interview_id, lock=True)
    time = interview.scheduled_time
    booked = interview.status in {I.CONFIRMED, I.IN_PROGRESS}
    if not booked or time is None or interview.outcome_asked_for == time or interview.job_id is None:
        return interview
    if at < time + interview.duration:
        return interview
    job = await find.job(session, interview.job_id)
    interview.outcome_asked_for = time
    await note(session, interview, "outcome_asked", cause=cause, at=at)
    letter = Letter(
        MailTemplate.OUTCOME_REQUEST,
        subject(interview),
        user_id=job.recruiter_id,
        sequence=1 + interview.calendar_sequence,
    )
    await mail.queue(session, at, letter)
    return interview
