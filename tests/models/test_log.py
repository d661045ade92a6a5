"""The log is append-only for every role, the owner included."""

from sqlalchemy import text

from domain.vocabulary import UserRole
from services.context import act_as_user
from tests.conftest import Sessions
from tests.models.refusal import ALLOWED, NOT_ALLOWED, UNIQUE, refusal, refusal_at_commit
from tests.support.data import Data

CHANGES = (
    "UPDATE automation_logs SET reason = 'another'",
    "UPDATE automation_logs SET seal = 'x', reason = 'another'",
    "DELETE FROM automation_logs",
    "TRUNCATE automation_logs",
)


async def test_no_role_changes_or_removes_a_log_row(
    data: Data,
    owner_sessions: Sessions,
    worker_sessions: Sessions,
    web_sessions: Sessions,
    auditor_sessions: Sessions,
) -> None:
    await data.a_job()
    admin = await data.a_user(UserRole.ADMIN)
    for sessions in (owner_sessions, worker_sessions, web_sessions, auditor_sessions):
        async with sessions() as session:
            if sessions is web_sessions:
                await act_as_user(session, UserRole.ADMIN, admin)
            for change in CHANGES:
                assert await refusal(session, change) == NOT_ALLOWED, change


async def test_a_seal_is_set_once_and_by_the_owner_only(
    data: Data, owner_sessions: Sessions, worker_sessions: Sessions
) -> None:
    await data.a_job()
    seal = "UPDATE automation_logs SET seal = 'x', sealed_at = now()"
    async with worker_sessions() as session:
        assert await refusal(session, seal) == NOT_ALLOWED
    async with owner_sessions() as session:
        await session.execute(text(seal))
        assert await refusal(session, seal) == NOT_ALLOWED
        assert await refusal(session, "UPDATE automation_logs SET seal = NULL") == NOT_ALLOWED


async def test_a_step_stands_in_the_log_once(data: Data, worker_sessions: Sessions) -> None:
    await data.a_job()
    again = """
        INSERT INTO automation_logs (action_type, trigger_source, idempotency_key)
        SELECT action_type, trigger_source, idempotency_key FROM automation_logs LIMIT 1
    """
    async with worker_sessions() as session:
        assert await refusal(session, again) == UNIQUE


async def test_the_log_outlives_what_it_speaks_of(data: Data, owner_sessions: Sessions) -> None:
    job_id = await data.a_job()
    await data.scored(job_id, 90)
    count = text("SELECT count(*) FROM automation_logs WHERE job_id = :id")
    async with owner_sessions() as session:
        before = await session.scalar(count, {"id": job_id})
        assert await refusal_at_commit(session, "DELETE FROM jobs WHERE id = :id", id=job_id) is ALLOWED
        assert await session.scalar(count, {"id": job_id}) == before
