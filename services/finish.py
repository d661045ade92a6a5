"""The end of a job: its last state, and a final answer for everybody who still waits."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.job_plan import FINISHED, Outlook
from domain.messages import ReasonClass
from domain.messages.order import FINAL
from domain.states import FINAL_JOB
from domain.vocabulary import InterviewStatus, JobStatus, MailTemplate
from domain.vocabulary import ShortlistStatus as S
from models import Application, EmailMessage, Interview, Job
from services import find, mail
from services.interviews.end import end_application
from services.log import Cause, Subject
from services.mail import Letter
from services.moves import move_application, move_job

BATCH = 500


async def finish_job(
    session: AsyncSession, job: Job, outlook: Outlook, *, cause: Cause, at: datetime
) -> None:
    """Give a locked job its final state. A repeat changes nothing."""
    if job.status in FINAL_JOB:
        return
    job.finished_at = at
    await move_job(session, job, FINISHED[outlook], f"job_{FINISHED[outlook]}", cause=cause, at=at)


async def answer_the_waiting(session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime) -> int:
    """Answer a batch of those who still wait on a finished or cancelled job. Returns how many; 0: all are told."""
    job = await find.job(session, job_id)
    if job.status not in FINAL_JOB:
        return 0
    why, action = _final_words(job)
    waiting = await session.scalars(
        select(Application)
        .where(Application.job_id == job_id, Application.shortlist_status.in_([S.PENDING, S.BUFFER]))
        .order_by(Application.id)
        .limit(BATCH)
        .with_for_update(key_share=True)  # waits: whoever is skipped here would never be told
        .execution_options(populate_existing=True)
    )
    letters = []
    for application in waiting.all():
        await move_application(session, application, S.REJECTED, action, cause=cause, at=at)
        template = MailTemplate.JOB_CANCELLED if job.status is JobStatus.CANCELLED else MailTemplate.REGRET
        reason = _reason(application, why)
        letters.append(
            Letter(
                template,
                Subject(job_id, application.id),
                candidate_id=application.candidate_id,
                details={"reason_class": reason.value},
            )
        )
    await mail.queue(session, at, *letters)
    if letters:
        return len(letters)
    return await _end_seats(session, job, cause=cause, at=at) or await _tell_interviewed(session, job, at)


def _reason(application: Application, why: ReasonClass) -> ReasonClass:
    """What explains the end best: a job that is gone, a file that could not be read, what the job requires."""
    if why is ReasonClass.JOB_CANCELLED:
        return why
    if application.unreadable_reason is not None:
        return ReasonClass.RESUME_UNREADABLE
    required = application.score_requirements or []
    missing = any(match.get("must") and match.get("met") == 0 for match in required)
    return ReasonClass.REQUIREMENT_MISSING if missing and why is ReasonClass.POSITION_FILLED else why


async def _tell_interviewed(session: AsyncSession, job: Job, at: datetime) -> int:
    """Of a job that ended, tell those whose interview took place what comes next: nobody is left without a word."""
    rows = await session.execute(
        select(Application.id, Application.candidate_id, Interview.id)
        .join(Interview, Interview.application_id == Application.id)
        .where(
            Application.job_id == job.id,
            Application.shortlist_status == S.SHORTLISTED,
            Interview.status == InterviewStatus.COMPLETED,
            ~exists().where(EmailMessage.application_id == Application.id, EmailMessage.template.in_(FINAL)),
        )
        .order_by(Application.id)
        .limit(BATCH)
    )
    cancelled = job.status is JobStatus.CANCELLED
    template = MailTemplate.JOB_CANCELLED if cancelled else MailTemplate.INTERVIEWED
    why = ReasonClass.JOB_CANCELLED if cancelled else ReasonClass.INTERVIEWED
    letters = [
        Letter(
            template,
            Subject(job.id, application_id, interview_id),
            candidate_id=candidate_id,
            details={"reason_class": why.value},
        )
        for application_id, candidate_id, interview_id in rows
    ]
    await mail.queue(session, at, *letters)
    return len(letters)


async def _end_seats(session: AsyncSession, job: Job, *, cause: Cause, at: datetime) -> int:
    """Of a job that ended, end the seats whose interview did not take place."""
    seats = await session.scalars(
        select(Application.id)
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(
            Application.job_id == job.id,
            Application.shortlist_status == S.SHORTLISTED,
            Interview.status.is_distinct_from(InterviewStatus.COMPLETED),
        )
        .limit(50)
    )
    why, action = _final_words(job)
    ended = 0
    for application_id in seats.all():
        await end_application(session, application_id, action=action, why=why, cause=cause, at=at)
        ended += 1
    return ended


def _final_words(job: Job) -> tuple[ReasonClass, str]:
    match job.status:
        case JobStatus.CANCELLED:
            return ReasonClass.JOB_CANCELLED, "job_cancelled"
        case JobStatus.FILLED:
            return ReasonClass.POSITION_FILLED, "job_filled"
        case _:
            return ReasonClass.JOB_CLOSED, "job_exhausted"


async def tell_recruiter(session: AsyncSession, job: Job, *, at: datetime) -> None:
    """Tell the recruiter that the job is done."""
    details = {"status": job.status.value}
    letter = Letter(MailTemplate.JOB_FINISHED, Subject(job.id), user_id=job.recruiter_id, details=details)
    await mail.queue(session, at, letter)
