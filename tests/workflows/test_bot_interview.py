"""The workflow of a text interview: it asks, waits, rests, holds at the gate, and ends with its interview."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, text

from domain.identifiers import bot_workflow
from domain.vocabulary import BotState, Flag
from models import BotInterview
from services import erasure, jobs
from services.context import act_as_candidate
from services.interview_bot import taking
from tests.conftest import Sessions
from tests.support.data import BY_CANDIDATE, Data
from tests.support.text_interviews import ANSWERS, CACHE, SQL, offer, plan
from tests.workflows.hiring import Hiring, wall_clock
from tests.workflows.recorder import record


class Talk:
    """One candidate and the machine, through the workflow."""

    def __init__(self, hiring: Hiring, web: Sessions, interview: UUID) -> None:
        self.hiring = hiring
        self.web = web
        self.interview = interview
        self.workflow = bot_workflow(interview)

    async def act(self, act: Callable[..., Awaitable[Any]], *arguments: Any) -> None:
        """What the candidate does on the page."""
        async with self.web.begin() as session:
            await act_as_candidate(session, self.interview)
            await act(session, self.interview, *arguments, cause=BY_CANDIDATE, at=wall_clock())

    async def asked(self, asks: int) -> str:
        """The words of the n-th ask, once the machine has said them."""

        async def said() -> str | None:
            async with self.hiring.owner() as session:
                row = (await session.scalars(select(BotInterview))).one_or_none()
                if row is None or row.asks < asks:
                    return None
                query = text(
                    "SELECT text FROM transcripts WHERE speaker_role = 'host' ORDER BY sequence DESC"
                )
                found: str | None = await session.scalar(query)
                return found

        return await self.hiring.app.until(said, self.workflow)

    async def until(self, state: BotState) -> None:
        async def there() -> bool:
            async with self.hiring.owner() as session:
                return (await session.scalars(select(BotInterview.state))).one_or_none() is state

        await self.hiring.app.until(there, self.workflow)


@pytest.fixture
async def talk(hiring: Hiring, data: Data, web_sessions: Sessions) -> Talk:
    """A text interview whose first question was asked."""
    await hiring.closed_job(80, 70)
    interview = await hiring.accepted()
    await plan(data, interview)
    await offer(data, interview)
    made = Talk(hiring, web_sessions, interview)
    await made.act(taking.begin, "en")
    assert (await made.asked(1)).endswith(SQL)
    return made


async def test_it_asks_until_every_skill_is_covered(talk: Talk, hiring: Hiring) -> None:
    await talk.act(taking.answer, 1, "hm")
    assert "once more" in await talk.asked(2)
    await talk.act(taking.answer, 2, ANSWERS[SQL])
    assert (await talk.asked(3)).endswith(CACHE)
    await talk.act(taking.pause)
    await talk.act(taking.resume)
    await talk.act(taking.answer, 3, ANSWERS[CACHE])
    assert await hiring.app.result(talk.workflow) == "completed"
    await record(hiring.app.client, talk.workflow, "bot-interview-completed")
    actions = [each for each in await hiring.actions(talk.interview) if each.startswith("bot_")]
    assert actions == [
        "bot_interview_started",
        "bot_interview_paused",
        "bot_interview_resumed",
        "bot_interview_completed",
    ]


async def test_the_kill_switch_holds_it_and_it_goes_on_by_itself(talk: Talk, hiring: Hiring) -> None:
    await hiring.switch(Flag.GLOBAL_AUTOMATION, on=False)
    await talk.act(taking.answer, 1, ANSWERS[SQL])
    assert await hiring.until_held("lead", talk.workflow) == "global_automation"
    async with hiring.owner() as session:
        kept = await session.execute(text("SELECT state, text FROM bot_answers"))
        assert tuple(kept.one()) == ("given", ANSWERS[SQL])
    await hiring.switch(Flag.GLOBAL_AUTOMATION, on=True)
    assert (await talk.asked(2)).endswith(CACHE)
    await talk.act(taking.answer, 2, ANSWERS[CACHE])
    assert await hiring.app.result(talk.workflow) == "completed"
    await record(hiring.app.client, talk.workflow, "bot-interview-held-at-gate")


async def test_a_paused_job_holds_it_as_well(talk: Talk, hiring: Hiring) -> None:
    job_id = (await hiring.interview(talk.interview)).job_id
    assert job_id is not None
    await hiring.recruiter(jobs.pause, job_id)
    await talk.act(taking.answer, 1, ANSWERS[SQL])
    assert await hiring.until_held("lead", talk.workflow) == "job_on_hold"
    await hiring.recruiter(jobs.resume, job_id)
    assert (await talk.asked(2)).endswith(CACHE)


async def test_a_person_is_asked_for_and_the_machine_rests(talk: Talk, hiring: Hiring) -> None:
    await talk.act(taking.answer, 1, "I want to talk to a person")
    await talk.until(BotState.HANDED_OVER)

    async def read() -> bool:
        async with hiring.owner() as session:
            found = await session.scalar(text("SELECT count(*) FROM bot_answers WHERE state = 'read'"))
            return bool(found)

    await hiring.app.until(read, talk.workflow)
    await talk.act(taking.resume)
    assert "where we were" in await talk.asked(2)


async def test_it_ends_with_its_interview(talk: Talk, hiring: Hiring) -> None:
    job_id = (await hiring.interview(talk.interview)).job_id
    assert job_id is not None
    await hiring.recruiter(jobs.cancel, job_id)
    assert await hiring.app.result(talk.workflow) == "expired"
    await record(hiring.app.client, talk.workflow, "bot-interview-expired")


async def test_nothing_of_an_erased_person_stays_and_the_workflow_ends(
    talk: Talk, hiring: Hiring, web_sessions: Sessions
) -> None:
    await talk.act(taking.answer, 1, ANSWERS[SQL])
    await talk.asked(2)
    async with web_sessions.begin() as session:
        await act_as_candidate(session, talk.interview)
        await erasure.erase_own_person(session, at=wall_clock())
    assert await hiring.app.result(talk.workflow) == "erased"
    async with hiring.owner() as session:
        for table in ("bot_interviews", "bot_answers", "transcripts", "interview_questions"):
            assert not await session.scalar(text(f"SELECT count(*) FROM {table}")), table
