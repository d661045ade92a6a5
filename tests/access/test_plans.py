"""What the policies cost: asked once a statement, never once a row, with ten thousand applications of one job."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import UserRole
from services.context import act_as_user
from tests.support.data import Data, Sessions
from tests.web.statements import answered, blocks_of

MANY = 10_000
FILL = """
    WITH people AS (INSERT INTO candidates (name, email) SELECT 'Person ' || n, 'p' || n || '@example.org'
                    FROM generate_series(1, :many) n RETURNING id)
    INSERT INTO applications (job_id, candidate_id, fit_score, ai_processed)
    SELECT :job, id, (random() * 100)::numeric(5, 2), true FROM people
"""
WROTE = """
    INSERT INTO email_messages (mail_key, template, job_id, application_id, candidate_id, message_id, next_attempt_at)
    SELECT 'm' || id, 'invitation', job_id, id, candidate_id, 'm' || id || '@example.org', now()
    FROM applications WHERE job_id = :job
"""
PAGE = """
    SELECT a.id, a.fit_score, c.name FROM applications a LEFT JOIN candidates c ON c.id = a.candidate_id
    LEFT JOIN interviews i ON i.application_id = a.id
    WHERE a.job_id = :job ORDER BY a.score_order, a.created_at, a.id LIMIT 50
"""
COUNTS = "SELECT shortlist_status, count(*) FROM applications WHERE job_id = :job GROUP BY shortlist_status"
NAMES = "SELECT count(c.name) FROM applications a JOIN candidates c ON c.id = a.candidate_id WHERE a.job_id = :job"
MAILS = "SELECT count(*) FROM email_messages WHERE job_id = :job"
NEAR = 50
"""Blocks that a statement's policies may read once, however many rows it is about."""
A_ROW = 4
"""Blocks that they may read for each row of people: one look at an index. A function asked once a row reads more."""
ALLOWED = {PAGE: NEAR + 50 * A_ROW, COUNTS: NEAR, NAMES: NEAR + MANY * A_ROW, MAILS: NEAR}
"""Blocks more than the same query reads without policies. Blocks, as a busy machine reads no more of them."""


@dataclass(frozen=True)
class Crowd:
    """A recruiter with a job that many applied for."""

    recruiter: UUID
    job: UUID


@pytest.fixture
async def crowd(data: Data, owner_sessions: Sessions) -> Crowd:
    """Ten thousand applications, a mail to each, and statistics of them."""
    recruiter = await data.a_user(UserRole.RECRUITER)
    job = await data.a_job(openings=10, recruiter_id=recruiter)
    async with owner_sessions.begin() as session:
        await session.execute(text(FILL), {"many": MANY, "job": job})
        await session.execute(text(WROTE), {"job": job})
        await session.execute(text("ANALYZE"))
    return Crowd(recruiter, job)


async def plan_of(session: AsyncSession, query: str, job: UUID) -> str:
    """The plan, as text."""
    return "\n".join(await session.scalars(text(f"EXPLAIN {query}"), {"job": job}))


@pytest.mark.parametrize("query", ALLOWED, ids=("page", "counts", "names", "mails"))
async def test_policies_cost_a_board_little(
    query: str, crowd: Crowd, owner_sessions: Sessions, web_sessions: Sessions
) -> None:
    statement = query.replace(":job", f"'{crowd.job}'")
    async with owner_sessions() as session:
        bare = await blocks_of(session, statement, None)
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, crowd.recruiter)
        plan = await plan_of(session, query, crowd.job)
        asked = await answered(session, statement, None)
        # The run before it has read the catalogue for the functions that the policies call.
        found = await blocks_of(session, statement, None)
    assert "app_" not in plan, plan
    assert "current_setting" not in plan, plan
    assert asked
    assert max(asked.values()) <= 1, (asked, plan)
    assert found <= bare + ALLOWED[query], f"{found} blocks with policies, {bare} without\n{plan}"


async def test_the_page_of_a_board_still_comes_from_its_index(crowd: Crowd, web_sessions: Sessions) -> None:
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, crowd.recruiter)
        plan = await plan_of(session, PAGE, crowd.job)
    assert "Index Scan using ix_applications_best_first" in plan, plan
    assert "Index Scan using pk_candidates" in plan, plan
