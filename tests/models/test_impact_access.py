"""Voluntary answers: who reads and writes them, with direct SQL in each role."""

from uuid import UUID

import pytest
from sqlalchemy import text

from domain.vocabulary import UserRole
from runtime import database
from services import impact
from services.context import act_as_applicant, act_as_candidate, act_as_user
from services.impact import Answers
from tests.conftest import Sessions
from tests.models.refusal import ALLOWED, CHECK, NOT_ALLOWED, refusal
from tests.support.data import MONDAY, Data

READ = "SELECT * FROM self_identifications"
KEEP = "SELECT keep_self_identification('female', NULL, NULL, 'x', now())"


@pytest.fixture
async def applicants(data: Data, web_sessions: Sessions) -> list[UUID]:
    """Two applicants, each of whom answered."""
    job_id = await data.a_job(openings=1)
    found = await data.scored(job_id, 90, 80)
    for application_id, sex in zip(found, ("female", "male"), strict=True):
        async with web_sessions.begin() as session:
            await act_as_applicant(session, application_id)
            assert await impact.keep_answers(session, Answers(sex=sex), at=MONDAY)
    return found


async def test_nobody_reads_answers_but_the_role_made_for_it(
    applicants: list[UUID], database_url: str, data: Data
) -> None:
    for role in (database.WEB, database.WORKER, database.AUDITOR):
        engine = database.engine(database_url, role, 1)
        async with database.sessions(engine)() as session:
            for user_role in UserRole:
                await act_as_user(session, user_role, UUID(int=0))
                for statement in (
                    READ,
                    "DELETE FROM self_identifications",
                    "UPDATE self_identifications SET sex = NULL",
                ):
                    assert await refusal(session, statement) == NOT_ALLOWED, (role, user_role)
        await engine.dispose()
    engine = database.engine(database_url, "understudy_impact", 1)
    async with database.sessions(engine)() as session:
        assert len((await session.execute(text(READ))).all()) == 2
        for statement in (
            "DELETE FROM self_identifications",
            "INSERT INTO self_identifications (application_id, wording_version) VALUES (gen_random_uuid(), 'x')",
            "SELECT resume_text FROM applications",
            "SELECT candidate_id FROM applications",
            "SELECT name FROM candidates",
            "SELECT title FROM jobs",
            "SELECT reason FROM automation_logs",
            KEEP,
        ):
            assert await refusal(session, statement) == NOT_ALLOWED, statement
    await engine.dispose()


async def test_answers_are_kept_for_the_own_application_and_no_other(
    applicants: list[UUID], web_sessions: Sessions, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    first, second = applicants
    async with web_sessions.begin() as session:
        await act_as_applicant(session, first)
        own = await impact.own_answers(session)
        assert own is not None
        assert (own.sex, own.answered_at, own.wording_version) == ("female", MONDAY, impact.WORDING)
        await impact.keep_answers(session, Answers(sex="another", age_band="under_40"), at=MONDAY)
        assert await refusal(session, KEEP.replace("female", "made up")) == CHECK
        assert await refusal(session, "SELECT id FROM applications") is ALLOWED
        assert (await session.scalars(text("SELECT id FROM applications"))).all() == [first]
    async with owner_sessions() as session:
        found = await session.execute(text("SELECT application_id, sex FROM self_identifications"))
        rows = {row.application_id: row.sex for row in found}
    assert rows == {first: "another", second: "male"}
    for user_role in UserRole:
        async with web_sessions() as session:
            await act_as_user(session, user_role, UUID(int=0))
            assert await refusal(session, KEEP) == NOT_ALLOWED
            assert await impact.own_answers(session) is None
    async with worker_sessions() as session:
        for statement in (KEEP, "SELECT * FROM own_self_identification()"):
            assert await refusal(session, statement) == NOT_ALLOWED


async def test_withdrawing_and_erasing_leave_nothing(
    applicants: list[UUID], web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    first, second = applicants
    async with web_sessions.begin() as session:
        await act_as_applicant(session, first)
        assert not await impact.keep_answers(session, Answers(), at=MONDAY)
        assert await impact.own_answers(session) is None
    async with owner_sessions.begin() as session:
        count = text("SELECT array_agg(application_id) FROM self_identifications")
        assert await session.scalar(count) == [second]
        await session.execute(text("DELETE FROM candidates"))
        assert await session.scalar(count) is None


async def test_a_candidate_answers_by_the_link_of_the_interview(
    data: Data, web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1)
    (application_id,) = await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview,) = await data.invited(job_id)
    async with web_sessions.begin() as session:
        await act_as_candidate(session, interview)
        await impact.keep_answers(session, Answers(race_ethnicity="asian"), at=MONDAY)
    async with owner_sessions() as session:
        kept = await session.execute(text("SELECT application_id, race_ethnicity FROM self_identifications"))
        assert [tuple(row) for row in kept] == [(application_id, "asian")]
