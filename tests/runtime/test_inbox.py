"""The worker's inbox on a real mailbox: what people send back by SMTP has its effect, once."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage as Message
from pathlib import Path
from uuid import UUID, uuid4

import aiosmtplib
import pytest
from icalendar import Calendar, Event
from pydantic import SecretStr
from sqlalchemy import select
from temporalio.client import Client

from domain.errors import SetupError, UnavailableError
from domain.identifiers import interview_workflow
from domain.incoming import IncomingOutcome, ReceivedMail
from domain.interview_plan import Act, next_move
from domain.vocabulary import InterviewStatus, MailTemplate
from integrations.mail_inbox import EmbeddedInbox, ImapInbox, MaildirInbox
from integrations.mailbox import Mailbox
from models import AutomationLog, IncomingMessage
from runtime.inbox import Inbox, open_inbox
from services.interviews import view
from tests.conftest import Sessions
from tests.integrations.itip import mails as written
from tests.support.data import Data
from tests.support.worker import running, settings_for
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


@pytest.fixture
async def office(
    client: Client, database_url: str, data: Data, owner_sessions: Sessions, tmp_path: Path
) -> AsyncIterator[Office]:
    """A worker that sends to a real mailbox and reads what comes back."""
    async with mail_server(tmp_path) as post:
        settings = settings_for(database_url, f"smtp://127.0.0.1:{post.port}").model_copy(
            update={"inbox_url": SecretStr(f"embedded:{tmp_path}"), "inbox_every": SOON}
        )
        async with running(client, settings, dispatcher=True) as app:
            assert app.parts.inbox is not None
            loop = asyncio.create_task(app.parts.inbox.run())
            app.background.append(loop)
            yield Office(Hiring(app, data, owner_sessions), post)


def entry(letter: Message) -> Event:
    """The calendar entry that travels with a letter."""
    part = next(part for part in letter.walk() if part.get_content_type() == "text/calendar")
    event = next(iter(Calendar.from_ical(part.get_content()).walk("VEVENT")))
    assert isinstance(event, Event)
    return event


def calendar_mail(invitation: Message, partstat: str, method: str, start: datetime | None = None) -> bytes:
    """The answer of the candidate's calendar to an invitation that we sent."""
    event = entry(invitation)
    begins = (start or event.start).astimezone(UTC)
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


async def test_a_no_in_the_calendar_is_a_withdrawal_with_a_receipt(office: Office) -> None:
    hiring = office.hiring
    await hiring.closed_job(90)
    interview, _ = await hiring.booked()
    invitation = await office.letter(MailTemplate.CONFIRMATION, interview)
    assert invitation["Reply-To"] == US
    no = calendar_mail(invitation, "DECLINED", "REPLY")

    await office.post.send(no.replace(b"From: person1@", b"From: person9@"), "person9@example.org")
    await office.until_handled(interview, IncomingOutcome.NOT_THEIRS)
    assert (await hiring.interview(interview)).leave_effective_at is None

    # The forged one had its Message-ID.
    await office.post.send(calendar_mail(invitation, "DECLINED", "REPLY"))
    receipt = await office.letter(MailTemplate.LEAVE_RECEIPT, interview)
    assert receipt["To"] is not None
    assert (await hiring.interview(interview)).leave_effective_at is not None
    assert [a for a in await hiring.actions(interview) if a in {"leave_requested", "mail_noted"}] == [
        "mail_noted",
        "leave_requested",
    ]


async def test_another_time_in_the_calendar_is_booked_when_it_is_free(office: Office) -> None:
    hiring = office.hiring
    await hiring.closed_job(90)
    interview, _ = await hiring.booked()
    invitation = await office.letter(MailTemplate.CONFIRMATION, interview)
    start = (await hiring.free(interview))[6]

    await office.post.send(calendar_mail(invitation, "TENTATIVE", "COUNTER", start))

    again = await office.letter(MailTemplate.CONFIRMATION, interview, count=2)
    event = entry(again)
    assert (event.start, str(event["SEQUENCE"])) == (start, "1")
    assert (await hiring.interview(interview)).scheduled_time == start


async def test_a_mail_that_comes_back_lets_the_deadline_rest_and_alerts_once(office: Office) -> None:
    hiring = office.hiring
    await hiring.closed_job(90)
    interview = await hiring.invited()
    invitation = await office.letter(MailTemplate.INVITATION, interview)
    report = written.bounce((HERS, "failed", "5.1.1"), original=str(invitation["Message-ID"]))

    for number in (1, 2):
        changed = report.replace(b"report-1@", f"report-{number}@".encode())
        await office.post.send(changed.replace(b"Return-Path: <>\r\n", b""), "")
    await office.until_handled(interview, IncomingOutcome.NOTED)

    assert len(await hiring.mails(MailTemplate.MAIL_ALERT, interview)) == 1
    async with hiring.owner() as session:
        assert next_move(await view.look(session, interview)).act is Act.WAIT
    deadline = (await hiring.interview(interview)).confirmation_deadline
    await hiring.skip(interview, deadline + timedelta(days=3))
    assert (await hiring.interview(interview)).status is InterviewStatus.INVITATION_SENT


async def test_a_plain_answer_in_german_is_a_message_and_is_answered(office: Office) -> None:
    hiring = office.hiring
    await hiring.closed_job(90)
    interview = await hiring.accepted()
    letter = await office.letter(MailTemplate.SLOT_CHOICE, interview)
    day = min(start for start in await hiring.free(interview))
    words = f"Guten Tag, am {day.day}.{day.month}. zwischen 9 und 18 Uhr passt es mir. Viele Grüße"

    mail = written.message(words, HERS, In_Reply_To=str(letter["Message-ID"]))
    await office.post.send(mail.as_bytes())

    answer = await office.letter(MailTemplate.NEGOTIATION_ANSWER, interview)
    assert answer["Reply-To"] == US
    assert "message_received" in await hiring.actions(interview)


class Unreliable(EmbeddedInbox):
    """A mailbox that is away for the first calls."""

    away = 0

    async def fetch(self, limit: int) -> Sequence[ReceivedMail]:
        self._fail()
        return await super().fetch(limit)

    def _fail(self) -> None:
        if self.away:
            self.away -= 1
            raise UnavailableError("The mailbox is away.")


class DiesBeforeDone(EmbeddedInbox):
    """A process that ends after its transaction and before it marks the mail."""

    async def done(self, keys: Sequence[str]) -> None:
        raise UnavailableError("The process has died.")


def clock() -> datetime:
    return datetime.now(UTC)


async def handled(sessions: Sessions) -> list[IncomingOutcome]:
    async with sessions() as session:
        return list(await session.scalars(select(IncomingMessage.outcome)))


async def test_a_mail_is_handled_once_when_the_process_dies_before_it_is_marked(
    data: Data, worker_sessions: Sessions, tmp_path: Path
) -> None:
    async with mail_server(tmp_path) as post:
        job_id = await data.a_job(openings=1)
        await data.scored(job_id, 90)
        await data.closed_and_ranked(job_id)
        (interview,) = await data.invited(job_id)
        no = written.with_calendar(
            written.calendar(written.answer(uid=f"{interview}@understudy", attendee=HERS)),
            mail=written.message("", HERS),
        )
        await post.send(no)

        with pytest.raises(UnavailableError):
            await Inbox(worker_sessions, DiesBeforeDone(tmp_path, US), clock, SOON).take()
        again = Inbox(worker_sessions, EmbeddedInbox(tmp_path, US), clock, SOON)
        assert await again.take() == 1
        assert await again.take() == 0

    assert await handled(worker_sessions) == [IncomingOutcome.NOTED]
    async with worker_sessions() as session:
        noted = select(AutomationLog.id).where(AutomationLog.action_type == "mail_noted")
        assert len((await session.scalars(noted)).all()) == 1


async def test_what_belongs_to_nothing_or_cannot_be_read_is_set_aside(
    worker_sessions: Sessions, tmp_path: Path
) -> None:
    async with mail_server(tmp_path) as post:
        await post.send(written.message("Do you have work for me?").as_bytes())
        await post.send(b"Message-ID: <x@y.example>\r\nContent-Type: text/plain\r\n" + b"\r\n" * 700_000)
        inbox = Inbox(worker_sessions, EmbeddedInbox(tmp_path, US), clock, SOON)
        assert await inbox.take() == 2
    assert len(list((tmp_path / "aside").iterdir())) == 2
    assert await handled(worker_sessions) == [IncomingOutcome.NOT_OURS]


async def test_a_mail_that_always_fails_is_set_aside_and_does_not_stop_the_others(
    web_sessions: Sessions, tmp_path: Path
) -> None:
    async with mail_server(tmp_path) as post:
        await post.send(written.message("Hello").as_bytes())
        # The web tier's role may not write what the inbox writes: every try fails, for whatever reason.
        inbox = Inbox(web_sessions, EmbeddedInbox(tmp_path, US), clock, SOON)
        assert [await inbox.take() for _ in range(3)] == [0, 0, 1]
    assert len(list((tmp_path / "aside").iterdir())) == 1


async def test_the_loop_goes_on_when_the_mailbox_was_away(worker_sessions: Sessions, tmp_path: Path) -> None:
    async with mail_server(tmp_path) as post:
        mailbox = Unreliable(tmp_path, US)
        mailbox.away = 2
        loop = asyncio.create_task(Inbox(worker_sessions, mailbox, clock, timedelta(milliseconds=5)).run())
        await post.send(written.message("Hello").as_bytes())
        async with asyncio.timeout(10):
            while not await handled(worker_sessions):  # noqa: ASYNC110 - seen from outside
                await asyncio.sleep(0.01)
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)
    assert mailbox.away == 0


def test_an_address_names_the_kind_of_mailbox(tmp_path: Path) -> None:
    for folder in ("new", "cur"):
        (tmp_path / folder).mkdir()
    assert isinstance(open_inbox(f"maildir:{tmp_path}", US), MaildirInbox)
    assert isinstance(open_inbox(f"embedded:{tmp_path}", US), EmbeddedInbox)
    assert isinstance(open_inbox("imaps://me:secret@mail.example/INBOX", US), ImapInbox)
    with pytest.raises(SetupError, match="UNDERSTUDY_INBOX_URL") as caught:
        open_inbox("pop3://me:secret@mail.example", US)
    assert "secret" not in str(caught.value)
