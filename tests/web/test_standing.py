"""How many applications stand where: the same numbers as the rows that somebody sees."""

from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import ShortlistStatus, UserRole
from services.context import act_as_applicant, act_as_candidate, act_as_user
from tests.services.arrange import booked
from tests.support.data import Data, Sessions
from web.reading.standing import standing

ROWS = text("""
    SELECT job_id, shortlist_status, count(*), count(*) FILTER (WHERE NOT ai_processed)
    FROM applications WHERE job_id = ANY (:jobs) GROUP BY job_id, shortlist_status
""")


async def by_rows(
    session: AsyncSession, jobs: Sequence[UUID]
) -> dict[UUID, tuple[dict[ShortlistStatus, int], int]]:
    """The same, counted one by one under the policies of the reader."""
    counts = {job: dict.fromkeys(ShortlistStatus, 0) for job in jobs}
    unscored = dict.fromkeys(jobs, 0)
    for job, status, number, without_score in await session.execute(ROWS, {"jobs": list(jobs)}):
        counts[job][ShortlistStatus(status)] = number
        unscored[job] += without_score
    return {job: (counts[job], unscored[job]) for job in jobs}


@pytest.fixture
async def jobs(data: Data, owner_sessions: Sessions) -> tuple[UUID, UUID]:
    """Rosa's job with two who are booked, two on the bench, one not scored yet; and a job of Ben's."""
    rosa = await data.a_user(email="rosa@hiring.example")
    tom = await data.a_user(UserRole.INTERVIEWER, email="tom@hiring.example")
    ben = await data.a_user(email="ben@hiring.example")
    hers = await data.a_job(openings=2, buffer=2, recruiter_id=rosa, interviewer_ids=[tom])
    await data.scored(hers, 90, 80, 70, 60, 50)
    await data.closed_and_ranked(hers)
    await booked(data, hers)
    his = await data.a_job(openings=1, buffer=1, recruiter_id=ben)
    await data.scored(his, 55, 45)
    async with owner_sessions.begin() as session:
        await session.execute(
            text("INSERT INTO applications (job_id, applicant_name) VALUES (:job, 'Nobody Yet')"),
            {"job": his},
        )
    return hers, his


READERS = {
    UserRole.RECRUITER: "rosa@hiring.example",
    UserRole.INTERVIEWER: "tom@hiring.example",
    UserRole.ADMIN: "admin@hiring.example",
    UserRole.AUDITOR: "aud@hiring.example",
}
SEEN = {
    UserRole.RECRUITER: (5, 0),
    UserRole.INTERVIEWER: (2, 0),
    UserRole.ADMIN: (5, 3),
    UserRole.AUDITOR: (0, 0),
}
"""Applications of both jobs that each of them sees."""


@pytest.mark.parametrize("role", SEEN)
async def test_everybody_counts_the_applications_that_they_see(
    role: UserRole, data: Data, jobs: tuple[UUID, UUID], web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    await data.a_user(UserRole.ADMIN, email="admin@hiring.example")
    await data.a_user(UserRole.AUDITOR, email="aud@hiring.example")
    async with owner_sessions.begin() as session:
        who = await session.scalar(
            text("SELECT id FROM users WHERE email = :email"), {"email": READERS[role]}
        )
    async with web_sessions.begin() as session:
        await act_as_user(session, role, who)
        found = await standing(session, jobs)
        assert {job: (one.counts, one.unscored) for job, one in found.items()} == await by_rows(session, jobs)
    assert tuple(found[job].all for job in jobs) == SEEN[role]
    assert found[jobs[1]].unscored == (role is UserRole.ADMIN)


async def test_candidates_count_nobody(
    jobs: tuple[UUID, UUID], web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    async with owner_sessions.begin() as session:
        one = (await session.execute(text("SELECT id, application_id FROM interviews LIMIT 1"))).one()
    for enter, whose in ((act_as_candidate, one.id), (act_as_applicant, one.application_id)):
        async with web_sessions.begin() as session:
            await enter(session, whose)
            assert [found.all for found in (await standing(session, jobs)).values()] == [0, 0]


async def test_a_job_that_nobody_applied_for_and_one_that_there_is_not_count_nothing(
    data: Data, web_sessions: Sessions
) -> None:
    rosa = await data.a_user(email="rosa@hiring.example")
    job, nothing = await data.a_job(1, 1, recruiter_id=rosa), uuid4()
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, rosa)
        found = await standing(session, [job, nothing])
        assert await standing(session, []) == {}
    assert {one: stands.all for one, stands in found.items()} == {job: 0, nothing: 0}
