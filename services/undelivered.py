"""A mail that did not reach somebody is not an answer: the recruiter hears of it, and the deadline rests."""

import zlib
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus, MailStatus, MailTemplate
from models import EmailMessage, Interview, Job
from services import find, mail, outbox
from services.log import Cause, Subject
from services.mail import Letter
from services.moves import note

ASKS_FOR = {
    MailTemplate.INVITATION: InterviewStatus.INVITATION_SENT,
    MailTemplate.SLOT_CHOICE: InterviewStatus.SLOT_PENDING,
    MailTemplate.NEGOTIATION_ANSWER: InterviewStatus.SLOT_PENDING,
}
"""Mails that ask a candidate for an answer, and the status in which it is awaited."""


async def settle(
    session: AsyncSession, failed: EmailMessage, why: str, *, cause: Cause, at: datetime
) -> None:
    """Do what follows from a mail that failed for good: tell the recruiter once, and let the deadline rest.

    `why` is for the recruiter's mail. The caller has noted the failure on the mail's own row.
    """
    job = await session.get(Job, failed.job_id) if failed.job_id else None
    if job is None or failed.template is MailTemplate.MAIL_ALERT:
        return
    rests = await _rest(session, failed, cause=cause, at=at)
    if job.recruiter_id == failed.user_id:
        return
    told = f"The mail “{failed.template.replace('_', ' ')}” was not delivered: {why}"
    if rests:
        told += " The deadline rests until you send new links or set a new one."
    letter = Letter(
        MailTemplate.MAIL_ALERT,
        Subject(failed.job_id, failed.application_id, failed.interview_id),
        user_id=job.recruiter_id,
        # Stable, so that the alert about one mail is one logical mail too.
        sequence=1 + zlib.crc32(failed.mail_key.encode()) % 1_000_000_000,
        details={"alert": told},
    )
    await mail.queue(session, at, letter)


async def _rest(session: AsyncSession, failed: EmailMessage, *, cause: Cause, at: datetime) -> bool:
    """Let the deadline rest that this mail told of. Returns whether it rests."""
    if failed.interview_id is None or failed.candidate_id is None or failed.template not in ASKS_FOR:
        return False
    interview = await find.interview(session, failed.interview_id, lock=True)
    if interview.status is not ASKS_FOR[failed.template] or interview.leave_effective_at is not None:
        return False
    if await _was_written_again(session, failed):
        return False
    if interview.bounced_at is None:
        interview.bounced_at = at
        await note(session, interview, "deadline_rests", cause=cause.because("a mail did not arrive"), at=at)
        await _tell(session, interview)
    return True


async def _was_written_again(session: AsyncSession, failed: EmailMessage) -> bool:
    """Whether a later mail asks for the same answer and did not fail: new links, or the next turn."""
    later = exists().where(
        EmailMessage.interview_id == failed.interview_id,
        EmailMessage.candidate_id == failed.candidate_id,
        EmailMessage.template.in_([t for t, s in ASKS_FOR.items() if s is ASKS_FOR[failed.template]]),
        EmailMessage.status.in_([MailStatus.QUEUED, MailStatus.SENT]),
        EmailMessage.id != failed.id,
        EmailMessage.created_at > failed.created_at,
    )
    return bool(await session.scalar(select(later)))


async def _tell(session: AsyncSession, interview: Interview) -> None:
    key = f"interview:{interview.id}:{interview.version}:deadline_rests"
    await outbox.tell_interview(session, interview.id, interview.job_id, key, "deadline_rests")
