"""A job that missed a message is told again, for some minutes."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from services import find, jobs, reconcile, shortlist
from services.interviews import end
from tests.conftest import Sessions
from tests.support.data import AUTO, BY_HAND, MONDAY, Data

LATER = MONDAY + timedelta(hours=1)


async def ended_minutes_ago(owner: Sessions, minutes: int) -> None:
    async with owner.begin() as session:
        await session.execute(text("ALTER TABLE interviews DISABLE TRIGGER touch"))
        await session.execute(
            text("UPDATE interviews SET updated_at = now() - make_interval(mins => :minutes)"),
            {"minutes": minutes},
        )
        await session.execute(text("ALTER TABLE interviews ENABLE TRIGGER touch"))


async def nudged(sessions: Sessions) -> int:
    async with sessions.begin() as session:
        count = await reconcile.nudge_jobs(session, LATER)
        await session.rollback()
    return count


async def vacated(data: Data, sessions: Sessions) -> UUID:
    """A job whose only seat is vacant, with somebody on the bench."""
    job_id = await data.a_job(openings=1, buffer=1)
    best, _ = await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    await data.invited(job_id)
    async with sessions.begin() as session:
        await end.reject(session, best, cause=BY_HAND, at=MONDAY)
    return job_id


async def test_a_seat_that_stays_vacant_beside_a_bench_is_told_again(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    job_id = await vacated(data, worker_sessions)
    assert await nudged(worker_sessions) == 0, "the message is on its way"

    await ended_minutes_ago(owner_sessions, 2)
    assert await nudged(worker_sessions) == 1

    await ended_minutes_ago(owner_sessions, 30)
    assert await nudged(worker_sessions) == 0, "after a while a recruiter decides"

    await ended_minutes_ago(owner_sessions, 2)
    async with worker_sessions.begin() as session:
        job = await find.job(session, job_id, lock=True)
        await shortlist.fill_vacant(session, job, may_promote=True, cause=AUTO, at=LATER)
    assert await nudged(worker_sessions) == 0, "the seat is filled"


async def test_a_closed_job_that_is_not_ranked_is_told_again(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job()
    await data.scored(job_id, 50)
    assert await nudged(worker_sessions) == 0

    async with worker_sessions.begin() as session:
        await jobs.close(session, job_id, cause=BY_HAND, at=MONDAY)
    assert await nudged(worker_sessions) == 1
