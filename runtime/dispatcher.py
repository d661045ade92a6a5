"""The mail dispatcher: hands queued mails to the mail server, each once as far as SMTP allows (I9).

A sender locks one mail's row, sends it, and notes it sent in the same transaction. A process that dies in
between frees the row; the next try carries the same Message-ID, by which receivers know the mail again.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.errors import UnavailableError, UnderstudyError
from domain.ports import Attachment, Links, Mailer, OutgoingMail
from domain.vocabulary import LinkPurpose, Trigger
from integrations.itip import invitation_ics
from integrations.mail.render import MailRenderer
from models import EmailMessage
from runtime.wakeups import Wakeups
from services import correspondence, mail, undelivered
from services.correspondence import Correspondence
from services.log import Cause
from services.mail_entry import CalendarEntry

log = logging.getLogger(__name__)

CHANNEL = "understudy_mail"
SENDERS = 4
POLL_SECONDS = 1.0
LINK_LIFETIME = timedelta(days=60)
OF_APPLICATIONS = (LinkPurpose.APPLICATION, LinkPurpose.ABOUT_ME, LinkPurpose.NEW_ADDRESS)
"""What a link without an interview may do."""
OPT_OUT_LIFETIME = timedelta(days=400)
"""People look for the way out of a regular mail in an old one too."""
CAUSE = Cause(trigger=Trigger.AUTO)


@dataclass(frozen=True, slots=True)
class MailRules:
    """How mails leave. Spans are business time."""

    sender_name: str
    sender_address: str
    base_url: str
    retry_every: timedelta = timedelta(minutes=10)
    give_up_after: timedelta = timedelta(hours=2)
    reads_answers: bool = False
    """Whether mail to `sender_address` is read: then candidates answer there."""


class Dispatcher:
    """Sends queued mails."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        mailer: Mailer,
        links: Links,
        clock: Callable[[], datetime],
        rules: MailRules,
        wakeups: Wakeups,
    ) -> None:
        self._sessions = sessions
        self._mailer = mailer
        self._links = links
        self._clock = clock
        self._rules = rules
        self._wakeups = wakeups
        self._renderer = MailRenderer()

    async def run(self) -> None:
        """Send until cancelled."""
        async with asyncio.TaskGroup() as group:
            for _ in range(SENDERS):
                group.create_task(self._loop())

    async def _loop(self) -> None:
        in_a_row = 0
        while True:
            try:
                in_a_row = in_a_row + 1 if await self.send_next() else 0
            except (SQLAlchemyError, OSError) as error:
                log.warning("dispatcher: database not reachable (%s)", type(error).__name__)
                in_a_row = 0
            if in_a_row == 0:
                await self._wakeups.wait(CHANNEL, POLL_SECONDS)
            elif in_a_row > 1:
                self._wakeups.ring(CHANNEL)  # a queue has formed: wake the next sender

    async def send_next(self) -> bool:
        """Send the next due mail. Returns whether there was one."""
        async with self._sessions.begin() as session:
            now = self._clock()
            row = await mail.claim(session, now)
            if row is None:
                return False
            base = self._rules.base_url
            prepared = await correspondence.prepare(
                session,
                row,
                self._sign,
                base,
                now,
                sign_off=self._sign_off,
                sign_applicant=self._sign_applicant,
            )
            if isinstance(prepared, str):
                await mail.mark_dropped(session, row, now, prepared, CAUSE)
                return True
            try:
                await self._mailer.send(self._write(row, prepared, now))
            except UnavailableError as error:
                await self._failed(session, row, error, retry=True)
            except UnderstudyError as error:
                # Refused for good, or it cannot be written at all: one bad mail must not stop the others.
                await self._failed(session, row, error, retry=False)
            else:
                await mail.mark_sent(session, row, self._clock(), CAUSE)
            return True

    def _sign(self, interview_id: UUID, generation: int) -> Mapping[LinkPurpose, str]:
        expires = self._clock() + LINK_LIFETIME
        return {
            purpose: self._links.url(
                interview_id, purpose, self._links.sign(interview_id, purpose, generation, expires)
            )
            for purpose in LinkPurpose
        }

    def _sign_applicant(self, application_id: UUID, generation: int) -> Mapping[LinkPurpose, str]:
        expires = self._clock() + LINK_LIFETIME
        return {
            purpose: self._links.applicant_url(
                application_id, purpose, self._links.sign(application_id, purpose, generation, expires)
            )
            for purpose in OF_APPLICATIONS
        }

    def _sign_off(self, user_id: UUID) -> str:
        return self._links.opt_out(user_id, self._clock() + OPT_OUT_LIFETIME)

    def _write(self, row: EmailMessage, prepared: Correspondence, now: datetime) -> OutgoingMail:
        rendered = self._renderer.render(row.template, prepared.facts)
        headers = {"X-Understudy-Template": row.template.value}
        if row.interview_id is not None:
            headers["X-Understudy-Interview"] = str(row.interview_id)
        if reply_to := self._reply_to(row, prepared):
            headers["Reply-To"] = reply_to
        if stop := prepared.facts.unsubscribe_url:
            # RFC 8058: mail programs offer a button that posts there, without opening a page.
            headers["List-Unsubscribe"] = f"<{stop}>"
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        attachments: tuple[Attachment, ...] = ()
        if prepared.entry is not None:
            attachments = (self._entry(prepared.entry, rendered.subject, prepared.facts.job_title, now),)
        return OutgoingMail(
            message_id=row.message_id,
            to_name=prepared.to_name,
            to_address=prepared.to_address,
            subject=rendered.subject,
            text=rendered.text,
            html=rendered.html,
            sent_at=now,
            attachments=attachments,
            headers=headers,
        )

    def _reply_to(self, row: EmailMessage, prepared: Correspondence) -> str:
        """Candidates answer to where answers are read, when they are; everybody else to a person."""
        if self._rules.reads_answers and row.candidate_id is not None:
            return self._rules.sender_address
        return prepared.reply_to

    def _entry(self, entry: CalendarEntry, subject: str, title: str, now: datetime) -> Attachment:
        content = invitation_ics(
            uid=entry.uid,
            sequence=entry.sequence,
            method=cast("Literal['REQUEST', 'CANCEL']", entry.method),
            start=entry.start,
            duration=entry.duration,
            summary=f"Interview: {title}",
            description=subject,
            organizer=(self._rules.sender_name, self._rules.sender_address),
            attendees=entry.attendees,
            now=now,
        )
        return Attachment("invite.ics", content, "text/calendar", entry.method)

    async def _failed(
        self, session: AsyncSession, row: EmailMessage, error: UnderstudyError, *, retry: bool
    ) -> None:
        now = self._clock()
        since = row.first_attempt_at or now
        again = retry and now - since < self._rules.give_up_after
        gave_up = await mail.mark_failed_try(
            session,
            row,
            now,
            error.message,
            retry_after=self._rules.retry_every if again else None,
            cause=CAUSE,
        )
        if gave_up:
            await undelivered.settle(session, row, error.message, cause=CAUSE, at=now)
