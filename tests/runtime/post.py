"""A worker and a real mail server, and what people send through it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage as Message
from pathlib import Path
from uuid import UUID, uuid4

import aiosmtplib
from icalendar import Calendar, Event
from sqlalchemy import select

from domain.identifiers import interview_workflow
from domain.incoming import IncomingOutcome
from domain.vocabulary import MailTemplate
from integrations.mailbox import Mailbox
from models import IncomingMessage
from tests.integrations.itip import mails as written
from tests.workflows.hiring import Hiring

US = "hiring@understudy.example"
HERS = "person1@example.org"
SOON = timedelta(milliseconds=50)


@dataclass
class Post:
    """A mail server, with the letters that it holds."""

    folder: Path
    port: int

    async def send(self, content: bytes, sender: str = HERS, to: str = US) -> None:
        """Hand in a mail, as anybody can."""
        async with aiosmtplib.SMTP(hostname="127.0.0.1", port=self.port) as smtp:
            await smtp.sendmail(sender, [to], content)

    def letters(self, template: MailTemplate, to: str = HERS) -> list[Message]:
        """What we sent somebody."""
        found = []
        for file in sorted((self.folder / "new").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns):
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            if mail["X-Understudy-Template"] == template and to in str(mail["To"]):
                found.append(mail)
        return found


@asynccontextmanager
async def mail_server(folder: Path) -> AsyncIterator[Post]:
    """A real mail server on loopback."""
    mailbox = Mailbox(folder)
    await mailbox.start()
    try:
        yield Post(folder, mailbox.smtp_port)
    finally:
        await mailbox.stop()


@dataclass
class Office:
    """A worker with its dispatcher and inbox, and a mail server."""

    hiring: Hiring
    post: Post

    async def letter(self, template: MailTemplate, interview: UUID, count: int = 1) -> Message:
        """The newest letter of a template to the candidate, once there are so many."""

        async def there() -> Message | None:
            found = self.post.letters(template)
            return found[-1] if len(found) >= count else None

        return await self.hiring.app.until(there, interview_workflow(interview))

    async def until_handled(self, interview: UUID, outcome: IncomingOutcome) -> None:
        """Wait for a mail with this outcome."""

        async def handled() -> bool:
            async with self.hiring.owner() as session:
                return outcome in set(await session.scalars(select(IncomingMessage.outcome)))

        await self.hiring.app.until(handled, interview_workflow(interview))


def entry(letter: Message) -> Event:
    """The calendar entry that travels with a letter."""
    part = next(part for part in letter.walk() if part.get_content_type() == "text/calendar")
    event = next(iter(Calendar.from_ical(part.get_content()).walk("VEVENT")))
    assert isinstance(event, Event)
    return event


def calendar_mail(invitation: Message, partstat: str, method: str, start: datetime | None = None) -> bytes:
    """The answer of the candidate's calendar to an invitation that we sent."""
    event = entry(invitation)
    begins = (start or datetime.fromisoformat(event.start.isoformat())).astimezone(UTC)
    lines = [
        f"UID:{event['UID']}",
        f"SEQUENCE:{event['SEQUENCE']}",
        "DTSTAMP:20260301T090000Z",
        f"DTSTART:{begins:%Y%m%dT%H%M%SZ}",
        f"DTEND:{begins + timedelta(hours=1):%Y%m%dT%H%M%SZ}",
        f"ORGANIZER:mailto:{US}",
        f"ATTENDEE;PARTSTAT={partstat}:mailto:{HERS}",
    ]
    mail = written.message("", HERS)
    mail.replace_header("Message-ID", f"<{uuid4()}@example.org>")
    text = written.calendar("\n".join(lines), method=method)
    return written.with_calendar(text, method=method, mail=mail)
