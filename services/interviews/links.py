"""Replacing a candidate's links, for example after a mail went to the wrong person."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import interview_id as id_of_interview
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailTemplate
from models import Application, Interview, Job
from services import find, log, mail, outbox
from services.log import Cause, Entry, Subject
from services.mail import Letter
from services.moves import note, subject

MAIL_AGAIN = {
    I.INVITATION_SENT: MailTemplate.INVITATION,
    I.SLOT_PENDING: MailTemplate.SLOT_CHOICE,
    I.CONFIRMED: MailTemplate.REMINDER,
}
"""The mail that brings the new links, by what the candidate can do now; where there is nothing to do, NEW_LINKS."""
AFTER_ALL_OTHERS = 1000
"""Far above the numbers that reschedules use, so that no later mail of a template is taken for this one."""


async def replace_links(
    session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime
) -> Interview:
    """Revoke every link of an interview and mail new ones to the candidate's present address."""
    interview = await find.interview(session, interview_id, lock=True)
    template = MAIL_AGAIN.get(interview.status, MailTemplate.NEW_LINKS)
    interview.link_generation += 1
    rested = interview.bounced_at is not None
    if rested:
        await _begin_anew(session, interview, at)
    await note(session, interview, "links_replaced", cause=cause, at=at, generation=interview.link_generation)
    sequence = AFTER_ALL_OTHERS + interview.link_generation
    letter = Letter(template, subject(interview), interview.candidate_id, sequence=sequence)
    await mail.queue(session, at, letter)
    if rested:
        key = f"interview:{interview.id}:{interview.version}:links_replaced"
        await outbox.tell_interview(session, interview.id, interview.job_id, key, "links_replaced")
    return interview


async def replace_links_of_application(
    session: AsyncSession, application_id: UUID, *, cause: Cause, at: datetime
) -> Application:
    """Revoke every link of an application, those of its interview too, and mail the ones that hold from now on."""
    application = await find.application(session, application_id, lock=True)
    application.link_generation += 1
    interview = await find.interview_or_none(session, id_of_interview(application_id))
    if interview is not None:
        await replace_links(session, interview.id, cause=cause, at=at)
        return application
    await session.flush()
    generation = application.link_generation
    about = Subject(application.job_id, application.id)
    key = f"application:{application.id}:links_replaced:{generation}"
    entry = Entry("links_replaced", key, about, at, details={"generation": generation})
    await log.record(session, cause, entry)
    await mail.queue(
        session, at, Letter(MailTemplate.NEW_LINKS, about, application.candidate_id, sequence=generation)
    )
    return application


async def _begin_anew(session: AsyncSession, interview: Interview, at: datetime) -> None:
    """The mail of before never arrived, so the time to answer begins with this one, and never ends earlier."""
    interview.bounced_at = None
    job = await session.get(Job, interview.job_id) if interview.job_id else None
    if job is not None and interview.status is I.INVITATION_SENT:
        interview.confirmation_deadline = max(interview.confirmation_deadline, at + job.confirmation_window)
    if (
        job is not None
        and interview.status is I.SLOT_PENDING
        and interview.slot_selection_deadline is not None
    ):
        interview.slot_selection_deadline = max(
            interview.slot_selection_deadline, at + job.slot_selection_window
        )
