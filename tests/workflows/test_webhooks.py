"""Following the log from outside: a real worker, a real receiver, and everything that receivers do."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, text, update
from temporalio.client import Client

from domain.identifiers import webhook_workflow
from domain.messages import compose
from domain.vocabulary import MailTemplate, Trigger, UserRole
from domain.webhooks.rules import DeliveryStatus
from models import AutomationLog, EmailMessage, WebhookDelivery, WebhookEndpoint
from runtime.calendars import keyring
from services import briefings, jobs, webhooks
from services.log import Cause, Entry, Subject, record
from services.webhooks import NewEndpoint
from tests.conftest import Sessions
from tests.doubles.hook_receiver import HookReceiver, answer, hang, hook_receiver, take
from tests.support.data import BY_HAND, MONDAY, Data
from tests.support.worker import Running, running, settings_for
from tests.workflows.hiring import wall_clock
from tests.workflows.recorder import record as keep_history

LOOPBACK = frozenset({"127.0.0.1"})


@dataclass
class Ats:
    """A receiver that follows, and the worker that delivers."""

    app: Running
    data: Data
    owner: Sessions
    receiver: HookReceiver

    async def follows(self, user: UUID, **filters: Any) -> UUID:
        """An endpoint of this user, from now on."""
        box = keyring(self.app.settings)
        async with self.owner.begin() as session:
            new = NewEndpoint(user, self.receiver.url, **filters)
            made, secret = await webhooks.create(session, box, new, LOOPBACK, cause=BY_HAND, at=wall_clock())
        self.receiver.secrets.append(secret)
        return made.id

    async def act(self, call: Any, *arguments: Any, **how: Any) -> None:
        """What the owner of an endpoint does with it."""
        endpoint_id, *rest = arguments
        async with self.owner.begin() as session:
            endpoint = await webhooks.find(session, endpoint_id, lock=True)
            await call(session, endpoint, *rest, cause=BY_HAND, at=wall_clock(), **how)

    async def logged(self, job_id: UUID | None = None) -> list[int]:
        """Sequences of the log, of a job or all."""
        query = select(AutomationLog.sequence).order_by(AutomationLog.sequence)
        async with self.owner.begin() as session:
            return list(
                await session.scalars(query.where(AutomationLog.job_id == job_id) if job_id else query)
            )

    async def endpoint(self, endpoint_id: UUID) -> WebhookEndpoint:
        """Its row."""
        async with self.owner.begin() as session:
            return await webhooks.find(session, endpoint_id)

    async def until_taken(self, endpoint_id: UUID, sequences: list[int]) -> None:
        """Wait until all of these arrived."""

        async def there() -> bool:
            return set(sequences) <= {one.sequence for one in self.receiver.taken}

        await self.app.until(there, webhook_workflow(endpoint_id))

    async def until_failed(self, endpoint_id: UUID, times: int) -> WebhookEndpoint:
        """Wait until so many tries in a row were noted as failed."""

        async def failed() -> WebhookEndpoint | None:
            row = await self.endpoint(endpoint_id)
            return row if row.failures >= times else None

        return await self.app.until(failed, webhook_workflow(endpoint_id))

    async def until_off(self, endpoint_id: UUID) -> WebhookEndpoint:
        """Wait until it is switched off."""

        async def off() -> WebhookEndpoint | None:
            row = await self.endpoint(endpoint_id)
            return row if not row.enabled else None

        return await self.app.until(off, webhook_workflow(endpoint_id))


@pytest.fixture
async def ats(client: Client, database_url: str, data: Data, owner_sessions: Sessions) -> AsyncIterator[Ats]:
    settings = settings_for(database_url).model_copy(update={"webhook_private_hosts": "127.0.0.1"})
    async with hook_receiver() as receiver, running(client, settings) as app:
        yield Ats(app, data, owner_sessions, receiver)


async def test_an_ats_gets_every_row_of_its_jobs_in_order_and_of_no_other(ats: Ats) -> None:
    rosa = await ats.data.a_user()
    otto = await ats.data.a_user(email="otto@hiring.example")
    endpoint = await ats.follows(rosa)
    mine = await ats.data.a_job(recruiter_id=rosa, at=wall_clock())
    other = await ats.data.a_job(recruiter_id=otto, at=wall_clock())
    await ats.data.scored(other, 70, at=wall_clock())
    await ats.data.scored(mine, 90, 80, at=wall_clock())
    rows = await ats.logged(mine)
    await ats.until_taken(endpoint, rows)
    assert [one.sequence for one in ats.receiver.taken] == rows
    assert {one.body["data"]["job_id"] for one in ats.receiver.taken} == {str(mine)}
    assert len({one.id for one in ats.receiver.taken}) == len(rows)
    assert ats.receiver.forged == 0
    first = ats.receiver.taken[0].body
    assert (first["type"], first["data"]["action_type"]) == ("job_created", "job_created")
    assert await ats.logged(other) != []

    async with ats.owner.begin() as session:
        delivered = await session.scalars(select(WebhookDelivery.status))
        assert set(delivered) == {DeliveryStatus.DELIVERED}
    await ats.act(webhooks.remove, endpoint)
    await ats.app.result(webhook_workflow(endpoint))
    await keep_history(ats.app.client, webhook_workflow(endpoint), "webhook-followed")


async def test_filters_by_action_and_job_leave_the_rest_out(ats: Ats) -> None:
    admin = await ats.data.a_user(UserRole.ADMIN)
    wanted, other = await ats.data.a_job(at=wall_clock()), await ats.data.a_job(at=wall_clock())
    endpoint = await ats.follows(admin, actions=["job_closed"], job_ids=[wanted], after_sequence=0)
    for job in (other, wanted):
        async with ats.app.sessions.begin() as session:
            await jobs.close(session, job, cause=BY_HAND, at=wall_clock())

    async def told() -> bool:
        return bool(ats.receiver.taken)

    await ats.app.until(told, webhook_workflow(endpoint))
    assert [(one.body["type"], one.body["data"]["job_id"]) for one in ats.receiver.taken] == [
        ("job_closed", str(wanted))
    ]


@pytest.mark.parametrize(
    "trouble",
    [answer(500), answer(302, location="http://127.0.0.1:1/"), answer(404), answer(429)],
    ids=["500", "302", "404", "429"],
)
async def test_a_failing_receiver_is_tried_again_with_the_same_id_and_later_events_wait(
    ats: Ats, trouble: Any
) -> None:
    rosa = await ats.data.a_user()
    endpoint = await ats.follows(rosa)
    ats.receiver.answering = trouble
    job = await ats.data.a_job(recruiter_id=rosa, at=wall_clock())
    row = await ats.until_failed(endpoint, 1)
    assert row.next_attempt_at is not None
    assert row.failing_since is not None
    assert row.next_attempt_at > row.failing_since
    tried = {one.sequence for one in ats.receiver.received}
    assert tried == {(await ats.logged(job))[0]}
    ats.receiver.answering = take
    await ats.app.skip_to(webhook_workflow(endpoint), row.next_attempt_at + timedelta(minutes=1))
    await ats.until_taken(endpoint, await ats.logged(job))
    assert [one.sequence for one in ats.receiver.taken] == await ats.logged(job)
    ids = {one.id for one in ats.receiver.received if one.sequence in tried}
    assert len(ids) == 1
    assert (await ats.endpoint(endpoint)).failures == 0
    await keep_history(ats.app.client, webhook_workflow(endpoint), "webhook-retried")


async def test_a_receiver_that_hangs_is_left_after_the_time_limit(
    ats: Ats, monkeypatch: pytest.MonkeyPatch
) -> None:
    rosa = await ats.data.a_user()
    endpoint = await ats.follows(rosa)
    ats.receiver.answering = hang
    (steps,) = [one for one in ats.app.parts.activities if type(one).__name__ == "WebhookActivities"]
    monkeypatch.setattr(steps._sender, "_rules", type(steps._sender._rules)(LOOPBACK, timeout=0.3))  # type: ignore[attr-defined]  # its own part
    await ats.data.a_job(recruiter_id=rosa, at=wall_clock())
    await ats.until_failed(endpoint, 1)
    async with ats.owner.begin() as session:
        kept = (await session.scalars(select(WebhookDelivery))).one()
    assert (kept.status, kept.failure, kept.response_status) == (DeliveryStatus.WAITING, "timeout", None)


async def test_410_switches_the_endpoint_off_and_on_again_nothing_is_lost(ats: Ats) -> None:
    rosa = await ats.data.a_user()
    endpoint = await ats.follows(rosa)
    ats.receiver.answering = answer(410)
    job = await ats.data.a_job(recruiter_id=rosa, at=wall_clock())
    row = await ats.until_off(endpoint)
    assert row.off_reason == "gone"
    async with ats.owner.begin() as session:
        query = select(AutomationLog).where(AutomationLog.action_type == "webhook_switched_off")
        assert (await session.scalars(query)).one().details["reason"] == "gone"
        letter = (
            await session.scalars(
                select(EmailMessage).where(EmailMessage.template == MailTemplate.WEBHOOK_OFF)
            )
        ).one()
        assert letter.user_id == rosa
        briefing = await briefings.prepare(session, letter, "https://hiring.example", wall_clock(), None)
        assert isinstance(briefing, briefings.Briefing)
        message = compose(MailTemplate.WEBHOOK_OFF, briefing.facts)
        assert "127.0.0.1" in " ".join(message.paragraphs)
    ats.receiver.answering = take
    await ats.act(webhooks.change, endpoint, {"enabled": True})
    await ats.until_taken(endpoint, await ats.logged(job))
    assert [one.sequence for one in ats.receiver.taken] == await ats.logged(job)


async def test_an_endpoint_that_fails_for_days_is_switched_off(ats: Ats) -> None:
    rosa = await ats.data.a_user()
    endpoint = await ats.follows(rosa)
    ats.receiver.answering = answer(503)
    await ats.data.a_job(recruiter_id=rosa, at=wall_clock())
    row = await ats.until_failed(endpoint, 1)
    async with ats.owner.begin() as session:
        long_ago = wall_clock() - timedelta(days=3)
        await session.execute(update(WebhookEndpoint).values(failing_since=long_ago))
    assert row.next_attempt_at is not None
    await ats.app.skip_to(webhook_workflow(endpoint), row.next_attempt_at + timedelta(minutes=1))
    assert (await ats.until_off(endpoint)).off_reason == "failing"


async def test_events_are_sent_again_from_a_sequence_or_one_by_one_with_their_first_id(ats: Ats) -> None:
    rosa = await ats.data.a_user()
    endpoint = await ats.follows(rosa)
    job = await ats.data.a_job(recruiter_id=rosa, at=wall_clock())
    rows = await ats.logged(job)
    await ats.until_taken(endpoint, rows)
    ids = {one.sequence: one.id for one in ats.receiver.taken}

    ats.receiver.received.clear()
    await ats.act(webhooks.replay_one, endpoint, rows[0])
    await ats.until_taken(endpoint, rows[:1])
    assert [(one.sequence, one.id) for one in ats.receiver.taken] == [(rows[0], ids[rows[0]])]

    ats.receiver.received.clear()
    await ats.act(webhooks.replay_from, endpoint, rows[0] - 1)
    await ats.until_taken(endpoint, rows)
    assert [(one.sequence, one.id) for one in ats.receiver.taken] == list(ids.items())


async def test_a_new_secret_signs_beside_the_old_one_for_a_day(ats: Ats) -> None:
    rosa = await ats.data.a_user()
    endpoint = await ats.follows(rosa)
    box = keyring(ats.app.settings)
    async with ats.owner.begin() as session:
        row = await webhooks.find(session, endpoint, lock=True)
        new = await webhooks.change_secret(session, box, row, cause=BY_HAND, at=wall_clock())
        assert len(webhooks.open_secrets(box, row, wall_clock())) == 2
        assert webhooks.open_secrets(box, row, wall_clock() + timedelta(days=2)) == [new]
    job = await ats.data.a_job(recruiter_id=rosa, at=wall_clock())  # the receiver knows the old one alone
    await ats.until_taken(endpoint, await ats.logged(job))


async def test_a_number_that_was_drawn_first_and_committed_last_is_not_left_out(ats: Ats) -> None:
    admin = await ats.data.a_user(UserRole.ADMIN)
    endpoint = await ats.follows(admin)
    cause = Cause(Trigger.AUTO)
    async with ats.owner() as slow, ats.owner() as fast:
        await record(slow, cause, Entry("slow_one", "slow", Subject(), MONDAY))
        await record(fast, cause, Entry("fast_one", "fast", Subject(), MONDAY))
        await fast.commit()
        async with ats.owner.begin() as session:  # the bell rings for the fast one
            top = await session.scalar(select(func.max(AutomationLog.sequence)))
        await ats.app.parts.webhook_bell.ring()
        assert [one for one in ats.receiver.taken if one.sequence == top] == []
        await slow.commit()

    async def both() -> bool:
        return {"slow_one", "fast_one"} <= {one.body["type"] for one in ats.receiver.taken}

    await ats.app.until(both, webhook_workflow(endpoint))
    types = [one.body["type"] for one in ats.receiver.taken]
    assert types.index("slow_one") < types.index("fast_one")


async def test_a_rolled_back_number_holds_nobody_up(ats: Ats) -> None:
    admin = await ats.data.a_user(UserRole.ADMIN)
    endpoint = await ats.follows(admin)
    async with ats.owner() as session:
        await record(session, Cause(Trigger.AUTO), Entry("never", "never", Subject(), MONDAY))
        await session.rollback()
    job = await ats.data.a_job(at=wall_clock())
    await ats.until_taken(endpoint, await ats.logged(job))


async def test_reading_the_next_events_uses_the_index_whatever_the_length_of_the_log(ats: Ats) -> None:
    async with ats.owner.begin() as session:
        await session.execute(
            text(
                "INSERT INTO automation_logs (action_type, trigger_source, idempotency_key)"
                " SELECT 'x', 'auto', 'x' || n FROM generate_series(1, 20000) n"
            )
        )
        await session.execute(text("ANALYZE automation_logs"))
        plan = await session.scalars(
            text(
                "EXPLAIN SELECT sequence FROM automation_logs WHERE sequence > 19000 ORDER BY sequence LIMIT 1000"
            )
        )
        assert "uq_automation_logs_sequence" in "\n".join(plan)
