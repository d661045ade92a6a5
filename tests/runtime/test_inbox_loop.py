"""The inbox's loop: each mail once, whatever dies, is away or cannot be read."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.errors import SetupError, UnavailableError
from domain.incoming import IncomingOutcome, ReceivedMail
from integrations.mail_inbox import EmbeddedInbox, ImapInbox, MaildirInbox
from models import AutomationLog, IncomingMessage
from runtime.inbox import Inbox, open_inbox
from tests.conftest import Sessions
from tests.integrations.itip import mails as written
from tests.runtime.post import HERS, SOON, US, mail_server
from tests.support.data import Data
from tests.support.patience import PATIENCE_SECONDS


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
        async with asyncio.timeout(PATIENCE_SECONDS):
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
