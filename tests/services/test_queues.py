"""Mails and workflow messages are rows: written once, claimed by one, settled once."""

from datetime import timedelta

from sqlalchemy import func, select

from domain.vocabulary import MailStatus, MailTemplate
from models import AutomationLog, EmailMessage, Job, OutboxMessage
from services import invariants, jobs, mail, outbox
from services.interviews import invite
from services.log import Subject
from services.mail import Letter
from services.outbox import Delivery
from tests.conftest import Sessions
from tests.services.arrange import LATER
from tests.support.data import AUTO, BY_HAND, Data


async def test_a_letter_that_is_queued_again_stays_the_same_letter(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job()
    letter = Letter(MailTemplate.JOB_FINISHED, Subject(job_id), details={"status": "filled"})
    for hours in (0, 1):
        async with worker_sessions.begin() as session:
            await mail.queue(session, LATER + timedelta(hours=hours), letter, letter)
    async with worker_sessions.begin() as session:
        claimed = await mail.claim(session, LATER)
        assert claimed is not None
        assert claimed.created_at == LATER
        await mail.mark_sent(session, claimed, LATER, AUTO)
    async with worker_sessions.begin() as session:
        await mail.queue(session, LATER, letter)
        assert await mail.claim(session, LATER + timedelta(days=1)) is None
        assert await session.scalar(select(func.count()).select_from(EmailMessage)) == 1


async def test_inviting_again_sends_no_second_invitation(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=1)
    (application_id,) = await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    for hours in (0, 1):
        async with worker_sessions.begin() as session:
            job = await session.get_one(Job, job_id)
            at = LATER + timedelta(hours=hours)
            await invite.invite(session, application_id, job, cause=AUTO, at=at)
    async with worker_sessions() as session:
        assert await session.scalar(select(func.count()).select_from(EmailMessage)) == 1
        assert await invariants.violations(session) == []


async def test_two_senders_never_claim_one_mail(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=2)
    await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    await data.invited(job_id)
    async with worker_sessions() as one, worker_sessions() as other, worker_sessions() as third:
        first, second = await mail.claim(one, LATER), await mail.claim(other, LATER)
        assert first is not None
        assert second is not None
        assert first.id != second.id
        assert await mail.claim(third, LATER) is None


async def test_a_failed_try_waits_and_the_last_one_is_logged_without_the_servers_words(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    await data.invited(job_id)
    said = "550 no such user person1@example.org"
    async with worker_sessions.begin() as session:
        row = await mail.claim(session, LATER)
        assert row is not None
        wait = timedelta(minutes=10)
        assert not await mail.mark_failed_try(session, row, LATER, said, retry_after=wait, cause=AUTO)
        assert await mail.claim(session, LATER) is None
    async with worker_sessions.begin() as session:
        row = await mail.claim(session, LATER + timedelta(minutes=10))
        assert row is not None
        assert await mail.mark_failed_try(session, row, LATER, said, retry_after=None, cause=AUTO)
    async with worker_sessions() as session:
        row = (await session.scalars(select(EmailMessage))).one()
        assert (row.status, row.attempts) == (MailStatus.FAILED, 2)
        logged = (
            await session.scalars(select(AutomationLog).where(AutomationLog.action_type == "mail_failed"))
        ).one()
        assert logged.details["attempts"] == 2
        assert await invariants.violations(session) == []


async def test_a_message_with_a_known_key_is_not_written_again(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job()
    async with worker_sessions.begin() as session:
        for _ in range(2):
            await outbox.start_job(session, job_id)
            await outbox.tell_job(session, job_id, "a-key", "closed")
    async with worker_sessions() as session:
        keys = await session.scalars(select(OutboxMessage.message_key).order_by(OutboxMessage.id))
        assert keys.all() == [f"start:job-{job_id}", "a-key"]


async def test_closing_twice_tells_the_workflow_once(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job()
    for hours in (0, 1):
        async with worker_sessions.begin() as session:
            await jobs.close(session, job_id, cause=BY_HAND, at=LATER + timedelta(hours=hours))
    async with worker_sessions() as session:
        query = select(func.count()).where(OutboxMessage.name == "changed")
        assert await session.scalar(query) == 1


async def test_messages_are_claimed_in_order_by_one_relay_and_settled(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job()
    async with worker_sessions() as session:
        now = await session.scalar(select(func.now()))
        assert now is not None
    async with worker_sessions.begin() as session:
        await outbox.tell_job(session, job_id, "a-key", "closed")
    now += timedelta(minutes=1)
    async with worker_sessions.begin() as session, worker_sessions() as other:
        claimed = await outbox.claim(session, now)
        assert [message.name for message in claimed] == ["", "changed"]
        assert await outbox.claim(other, now) == []
        start, update = claimed
        retry = Delivery(update.id, "unavailable", "the engine is down", timedelta(minutes=1))
        await outbox.settle(session, now, [Delivery(start.id, "accepted"), retry])
    async with worker_sessions() as session:
        assert await outbox.claim(session, now) == []
        again = await outbox.claim(session, now + timedelta(minutes=1))
        assert [(message.message_key, message.attempts) for message in again] == [("a-key", 1)]
