"""Longer ways to a starting point, and waiting for what another transaction does."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from models import Interview
from services import find, slots
from services.interviews import answer
from tests.support.data import BY_CANDIDATE, MONDAY, Data, Sessions
from tests.support.patience import PATIENCE_SECONDS

LATER = MONDAY + timedelta(hours=1)

WAITING = text("SELECT count(*) FROM pg_locks WHERE NOT granted")


async def accepted(data: Data, job_id: UUID, at: datetime = LATER) -> list[UUID]:
    """Invite every seat of a job and accept each invitation."""
    invited = await data.invited(job_id)
    async with data.worker.begin() as session:
        for interview_id in invited:
            await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=at)
    return invited


async def free_starts(sessions: Sessions, interview_id: UUID, at: datetime = LATER) -> list[datetime]:
    """What the schedule page offers."""
    async with sessions() as session:
        interview = await find.interview(session, interview_id)
        assert interview.job_id is not None
        job = await find.job(session, interview.job_id)
        return [slot.start for slot in await slots.free(session, job, interview, at)]


async def booked(data: Data, job_id: UUID, at: datetime = LATER) -> list[UUID]:
    """Invite, accept, and take the first free time, seat by seat."""
    interviews = await accepted(data, job_id, at)
    for interview_id in interviews:
        start = (await free_starts(data.worker, interview_id, at))[0]
        async with data.worker.begin() as session:
            await answer.pick(session, interview_id, start, cause=BY_CANDIDATE, received_at=at)
    return interviews


async def the_interview(sessions: Sessions, interview_id: UUID) -> Interview:
    """The row as it is now."""
    async with sessions() as session:
        return await find.interview(session, interview_id)


async def until_blocked(sessions: Sessions, count: int = 1) -> None:
    """Wait until so many transactions of the test's server wait for a lock."""
    async with asyncio.timeout(PATIENCE_SECONDS), sessions() as session:
        while (await session.scalar(WAITING) or 0) < count:  # noqa: ASYNC110 - the event is another process's
            await asyncio.sleep(0.005)
