"""Mails as rows: queued with the step that causes them, claimed by the dispatcher, marked when handed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import NAMESPACE
from domain.messages.order import FINAL, TO_CANDIDATES, may_follow
from domain.vocabulary import MailStatus, MailTemplate
from models import EmailMessage
from services import log
from services.log import Cause, Entry, Subject


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to be: template, whom it is about, who gets it. `sequence` tells repeats of a template apart."""

    template: MailTemplate
    subject: Subject
    candidate_id: UUID | None = None
    user_id: UUID | None = None
    sequence: int = 1
    details: Mapping[str, Any] = field(default_factory=dict)
    each: bool = False
    """One of several people who get this letter: each gets it once."""

    @property
    def key(self) -> str:
        """The logical mail: the same step never queues a second one (I9)."""
        subject = self.subject
        about = subject.interview_id or subject.application_id or subject.job_id or self.user_id
        key = f"{self.template}:{about}:{self.sequence}"
        return f"{key}:{self.user_id}" if self.each else key


async def queue(session: AsyncSession, at: datetime, *letters: Letter) -> None:
    """Write mails into the queue; one that is queued already stays as it is.

    A mail that would contradict what the candidate was told before is kept as dropped, with the reason; of two
    final answers to one application the database keeps the first. `at` is business time and tells when the step
    happened; the dispatcher sends as soon as it can.
    """
    if not letters:
        return
    told = await _told(session, letters)
    rows = []
    for letter in letters:
        application = letter.subject.application_id
        before = told.setdefault(application, set()) if application is not None else set()
        fits = may_follow(before, letter.template)
        rows.append(_row(letter, at) | ({} if fits else CONTRADICTS))
        if fits:
            before.add(letter.template)
    await session.execute(insert(EmailMessage).on_conflict_do_nothing(), rows)


CONTRADICTS = {
    "status": MailStatus.DROPPED,
    "last_error": "it would contradict what was said before",
    "final_of": None,
}


async def _told(session: AsyncSession, letters: Sequence[Letter]) -> dict[UUID, set[MailTemplate]]:
    """What the candidates of these letters were told before, by application: one query for all."""
    about = {
        letter.subject.application_id
        for letter in letters
        if letter.subject.application_id is not None and letter.template in TO_CANDIDATES
    }
    if not about:
        return {}
    rows = await session.execute(
        select(EmailMessage.application_id, EmailMessage.template)
        .where(
            EmailMessage.application_id.in_(about),
            EmailMessage.template.in_(TO_CANDIDATES),
            EmailMessage.status != MailStatus.DROPPED,
        )
        .distinct()
    )
    told: dict[UUID, set[MailTemplate]] = {}
    for application, template in rows:
        if application is not None:
            told.setdefault(application, set()).add(template)
    return told


async def is_queued(session: AsyncSession, letter: Letter) -> bool:
    """Whether this logical mail was written before, whatever became of it."""
    return await session.get(EmailMessage, _id(letter)) is not None


def _id(letter: Letter) -> UUID:
    return uuid5(NAMESPACE, f"mail:{letter.key}")


def _row(letter: Letter, at: datetime) -> dict[str, Any]:
    mail_id = _id(letter)
    return {
        "id": mail_id,
        "mail_key": letter.key,
        "template": letter.template,
        "sequence": letter.sequence,
        "job_id": letter.subject.job_id,
        "application_id": letter.subject.application_id,
        "interview_id": letter.subject.interview_id,
        "candidate_id": letter.candidate_id,
        "user_id": letter.user_id,
        "final_of": letter.subject.application_id if letter.template in FINAL else None,
        "message_id": f"<{mail_id}@understudy>",
        "details": dict(letter.details),
        "status": MailStatus.QUEUED,
        "last_error": None,
        "next_attempt_at": at,
        "created_at": at,
    }


async def claim(session: AsyncSession, now: datetime) -> EmailMessage | None:
    """The next due mail, locked for this transaction; other senders skip it. `now` is business time."""
    query = (
        select(EmailMessage)
        .where(EmailMessage.status == MailStatus.QUEUED, EmailMessage.next_attempt_at <= now)
        .order_by(EmailMessage.next_attempt_at, EmailMessage.created_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    mail: EmailMessage | None = await session.scalar(query)
    return mail


async def mark_sent(session: AsyncSession, mail: EmailMessage, now: datetime, cause: Cause) -> None:
    """Note that a mail server took the mail."""
    mail.status = MailStatus.SENT
    mail.sent_at = now
    mail.attempts += 1
    mail.last_error = None
    await session.flush()
    await log.record(session, cause, _entry("mail_sent", mail, now, {"attempts": mail.attempts}))


async def mark_dropped(
    session: AsyncSession, mail: EmailMessage, now: datetime, why: str, cause: Cause
) -> None:
    """Note that a mail no longer makes sense (its interview is over, the person has no address)."""
    mail.status = MailStatus.DROPPED
    mail.last_error = why
    await session.flush()
    await log.record(session, cause.because(why), _entry("mail_dropped", mail, now, {}))


async def mark_failed_try(
    session: AsyncSession,
    mail: EmailMessage,
    now: datetime,
    error: str,
    *,
    retry_after: timedelta | None,
    cause: Cause,
) -> bool:
    """Note a failed try. `retry_after` None gives up. Returns whether the mail failed for good."""
    mail.attempts += 1
    mail.first_attempt_at = mail.first_attempt_at or now
    mail.last_error = error
    if retry_after is not None:
        mail.next_attempt_at = now + retry_after
        await session.flush()
        return False
    mail.status = MailStatus.FAILED
    await session.flush()
    # The server's own words may name the address: they stay on the mail's row, out of the log (I8).
    details = {"attempts": mail.attempts}
    await log.record(
        session, cause.because("no mail server took it"), _entry("mail_failed", mail, now, details)
    )
    return True


async def mark_bounced(
    session: AsyncSession, mail: EmailMessage, now: datetime, status: str, cause: Cause
) -> bool:
    """Note that a mail which was handed over did not arrive. Returns whether that is news.

    `status` is the report's (RFC 3463), such as 5.1.1; the server's words stay out, they may name the address.
    """
    if mail.status is not MailStatus.SENT:
        return False
    mail.status = MailStatus.FAILED
    mail.last_error = f"came back with status {status}"
    await session.flush()
    await log.record(
        session, cause.because("came back"), _entry("mail_bounced", mail, now, {"status": status})
    )
    return True


def _entry(action: str, mail: EmailMessage, now: datetime, details: dict[str, Any]) -> Entry:
    return Entry(
        action=action,
        key=f"{action}:{mail.mail_key}",
        subject=Subject(mail.job_id, mail.application_id, mail.interview_id),
        at=now,
        details={
            "template": mail.template.value,
            "sequence": mail.sequence,
            "mail_id": str(mail.id),
            **details,
        },
    )


async def unsend(session: AsyncSession, interview_id: UUID, templates: set[MailTemplate], why: str) -> None:
    """Take back queued mails of an interview that would contradict its new state."""
    await session.execute(
        update(EmailMessage)
        .where(
            EmailMessage.interview_id == interview_id,
            EmailMessage.template.in_(templates),
            EmailMessage.status == MailStatus.QUEUED,
        )
        .values(status=MailStatus.DROPPED, last_error=why)
    )
