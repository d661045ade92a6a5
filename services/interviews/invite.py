"""The invitation: the moment an interview comes into being."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import interview_id
from domain.states import FINAL_JOB
from domain.vocabulary import InterviewStatus, MailTemplate, ShortlistStatus
from models import Application, Interview, Job
from services import find, log, mail
from services.log import Cause, Change, Entry
from services.mail import Letter
from services.moves import subject


async def still_wanted(session: AsyncSession, application_id: UUID) -> tuple[Application, Job] | None:
    """The application and its job, while the application holds a seat of a job that goes on."""
    application = await session.get(Application, application_id)
    if application is None or application.shortlist_status is not ShortlistStatus.SHORTLISTED:
        return None  # gone with its person, or without a seat
    job = await find.job(session, application.job_id)
    return None if job.status in FINAL_JOB else (application, job)


async def invite(
    session: AsyncSession, application_id: UUID, job: Job, *, cause: Cause, at: datetime
) -> Interview | None:
    """Invite whoever holds a seat: interview row, deadline, log and mail in one.

    Returns None when the seat is gone. A repeat finds the interview and changes nothing.
    """
    application = await find.application(session, application_id, lock=True)
    existing = await find.interview_or_none(session, interview_id(application_id))
    if existing is not None:
        return existing
    if application.shortlist_status is not ShortlistStatus.SHORTLISTED or application.candidate_id is None:
        return None
    interview = Interview(
        id=interview_id(application_id),
        job_id=job.id,
        application_id=application.id,
        candidate_id=application.candidate_id,
        status=InterviewStatus.INVITATION_SENT,
        rank_at_time=application.rank,
        confirmation_deadline=at + job.confirmation_window,
        duration=job.interview_length,
        calendar_sequence=0,
        link_generation=0,
        version=1,
        created_at=at,
    )
    session.add(interview)
    await session.flush()
    entry = Entry(
        action="invitation_sent",
        key=f"interview:{interview.id}:1",
        subject=subject(interview),
        at=at,
        change=Change("interview", interview.id, None, InterviewStatus.INVITATION_SENT),
        details={
            "rank_at_time": interview.rank_at_time,
            "confirmation_deadline": interview.confirmation_deadline.isoformat(),
        },
        flag="interview_invitations",
        flag_enabled=True,
    )
    await log.record(session, cause, entry)
    await mail.queue(
        session, at, Letter(MailTemplate.INVITATION, subject(interview), candidate_id=interview.candidate_id)
    )
    return interview
