"""The worker reads a real mailbox: what people send back by SMTP has its effect."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from temporalio.client import Client

from domain.incoming import IncomingOutcome
from domain.interview_plan import Act, next_move
from domain.vocabulary import InterviewStatus, MailTemplate
from services.interviews import view
from tests.conftest import Sessions
from tests.integrations.itip import mails as written
from tests.runtime.post import HERS, SOON, US, Office, calendar_mail, entry, mail_server
from tests.support.data import Data
from tests.support.worker import running, settings_for
from tests.workflows.hiring import Hiring


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
