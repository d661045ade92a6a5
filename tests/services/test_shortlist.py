"""Seats and bench after ranking."""

from sqlalchemy import select

from domain.vocabulary import ShortlistStatus as S
from models import Application
from tests.conftest import Sessions
from tests.support.data import Data


async def test_ranking_seats_the_best_and_benches_the_next(data: Data, owner_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=2, buffer=1)
    low, best, tie_first, tie_second, last = await data.scored(job_id, 10, 90, 50, 50, 5)
    await data.closed_and_ranked(job_id)

    async with owner_sessions() as session:
        rows = {a.id: (a.shortlist_status, a.rank) for a in await session.scalars(select(Application))}
    assert rows == {
        best: (S.SHORTLISTED, 1),
        tie_first: (S.SHORTLISTED, 2),
        tie_second: (S.BUFFER, 3),
        low: (S.PENDING, 4),
        last: (S.PENDING, 5),
    }
