"""What the repair of every minute does for text interviews: lost workflows, and answers that nobody read."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.identifiers import bot_workflow
from domain.vocabulary import Flag
from models import HeldStep
from services import outbox, reconcile
from services.context import act_as_candidate
from services.interview_bot import taking
from services.interview_bot.repair import nudge_unread
from services.interviews import answer
from tests.conftest import Sessions
from tests.support.data import BY_CANDIDATE, MONDAY, Data
from tests.support.text_interviews import ANSWERS, SQL, machine, offer, plan

GRACE = timedelta(minutes=2)
LATER = MONDAY + timedelta(minutes=3)


@pytest.fixture
async def unread(data: Data, web_sessions: Sessions) -> UUID:
    """An interview whose first answer waits to be read."""
    job = await data.a_job(openings=1)
    await data.scored(job, 80)
    await data.closed_and_ranked(job)
    (interview,) = await data.invited(job)
    async with data.worker.begin() as session:
        await answer.accept(session, interview, cause=BY_CANDIDATE, received_at=MONDAY)
    await plan(data, interview)
    await offer(data, interview)
    async with web_sessions.begin() as session:
        await act_as_candidate(session, interview)
        await taking.begin(session, interview, "en", cause=BY_CANDIDATE, at=MONDAY)
    await machine(data, interview)
    async with web_sessions.begin() as session:
        await act_as_candidate(session, interview)
        await taking.answer(session, interview, 1, ANSWERS[SQL], cause=BY_CANDIDATE, at=MONDAY)
    return interview


async def test_a_text_interview_that_has_not_ended_calls_for_its_workflow(data: Data, unread: UUID) -> None:
    async with data.worker.begin() as session:
        wanted = {each.workflow_id: each.kind for each in await reconcile.expected(session)}
    assert wanted[bot_workflow(unread)] == outbox.BOT
    async with data.owner.begin() as session:
        await session.execute(text("ALTER TABLE bot_interviews DISABLE TRIGGER USER"))
        await session.execute(text("UPDATE bot_interviews SET state = 'completed', ended_at = now()"))
    async with data.worker.begin() as session:
        assert bot_workflow(unread) not in {each.workflow_id for each in await reconcile.expected(session)}


async def test_an_answer_that_was_not_read_wakes_its_workflow_once_it_is_late(
    data: Data, unread: UUID
) -> None:
    async with data.worker.begin() as session:
        assert await nudge_unread(session, MONDAY + timedelta(minutes=1), GRACE) == 0
        assert await nudge_unread(session, LATER, GRACE) == 1
        told = await session.scalar(
            text("SELECT workflow_id FROM outbox WHERE payload ->> 'cause' = 'unread'")
        )
    assert told == bot_workflow(unread)


async def test_an_answer_that_waits_at_a_gate_is_left_to_the_gate(data: Data, unread: UUID) -> None:
    async with data.worker.begin() as session:
        session.add(
            HeldStep(
                workflow_id=bot_workflow(unread),
                step="lead",
                gate=Flag.GLOBAL_AUTOMATION,
                interview_id=unread,
                since=MONDAY,
            )
        )
        await session.flush()
        assert await nudge_unread(session, LATER, GRACE) == 0
