"""What people sign in with: who reads and writes it, with direct SQL in each role."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.vocabulary import UserRole
from runtime import database
from services.context import act_as_candidate, act_as_user
from services.identity import keys, passwords, tokens
from tests.conftest import Sessions
from tests.models.refusal import ALLOWED, NOT_ALLOWED, refusal
from tests.support.data import AUTO, MONDAY, Data
from tests.support.identity import session_for

TABLES = ("local_passwords", "identities", "identity_events", "web_sessions", "api_keys", "sign_ins")
HASHES = (
    "SELECT password_hash FROM local_passwords",
    "SELECT token_hash FROM web_sessions",
    "SELECT token_hash FROM api_keys",
    "SELECT account_digest FROM sign_ins",
    "SELECT address_digest FROM sign_ins",
    "SELECT subject FROM identities",
    "SELECT * FROM identity_events",
)
CHANGES = (
    "DELETE FROM web_sessions",
    "UPDATE web_sessions SET expires_at = now() + interval '1 year'",
    "UPDATE api_keys SET revoked_at = NULL",
    "UPDATE api_keys SET scopes = '[\"admin\"]'",
    "UPDATE local_passwords SET must_change = false",
    "DELETE FROM sign_ins",
    "INSERT INTO identities (issuer, subject, user_id, linked_at) SELECT 'x', 'y', id, now() FROM users LIMIT 1",
)
SEEN = (
    "SELECT count(*) FROM (SELECT id, user_id FROM web_sessions) x",
    "SELECT count(*) FROM (SELECT id, user_id, name, scopes FROM api_keys) x",
    "SELECT count(*) FROM (SELECT user_id, must_change FROM local_passwords) x",
)


@pytest.fixture
async def people(data: Data, owner_sessions: Sessions) -> dict[UserRole, UUID]:
    """One person of each role, each with a session, a key and a password."""
    made = {}
    now = datetime.now(UTC)
    for role in UserRole:
        made[role] = user = await data.a_user(role, email=f"{role}@hiring.example")
        async with owner_sessions.begin() as session:
            await passwords.give_one_time(session, user, cause=AUTO, now=now, at=MONDAY)
            await keys.make(session, user, "key", ["read"], cause=AUTO, now=now, at=MONDAY)
        await session_for(owner_sessions, f"{role}@hiring.example")
    return made


async def test_nobody_but_the_identity_role_reads_hashes_or_writes(
    people: dict[UserRole, UUID], database_url: str
) -> None:
    for role in (database.WEB, database.WORKER, database.AUDITOR, "understudy_impact"):
        engine = database.engine(database_url, role, 1)
        async with database.sessions(engine)() as session:
            for person, user_id in people.items():
                await act_as_user(session, person, user_id)
                for statement in (*HASHES, *CHANGES):
                    assert await refusal(session, statement) == NOT_ALLOWED, (role, person, statement)
        await engine.dispose()


async def test_workers_and_auditors_see_nothing_of_signing_in(
    people: dict[UserRole, UUID], database_url: str
) -> None:
    for role in (database.WORKER, database.AUDITOR, "understudy_impact"):
        engine = database.engine(database_url, role, 1)
        async with database.sessions(engine)() as session:
            for table in TABLES:
                assert await refusal(session, f"SELECT FROM {table}") == NOT_ALLOWED, (role, table)
            assert await refusal(session, "SELECT * FROM enter_by_key('x', now(), false)") == NOT_ALLOWED
        await engine.dispose()


async def test_people_see_their_own_and_admins_everybodys_keys_but_not_sessions(
    people: dict[UserRole, UUID], web_sessions: Sessions
) -> None:
    async with web_sessions() as session:
        for role, user_id in people.items():
            await act_as_user(session, role, user_id)
            counts = [await session.scalar(text(statement)) for statement in SEEN]
            all_of_them = len(people) if role is UserRole.ADMIN else 1
            assert counts == [1, all_of_them, all_of_them], role
        await act_as_candidate(session, UUID(int=7))
        assert [await session.scalar(text(statement)) for statement in SEEN] == [0, 0, 0]


async def test_the_identity_role_has_no_hiring_and_writes_only_its_own_log_rows(
    people: dict[UserRole, UUID], database_url: str
) -> None:
    engine = database.engine(database_url, "understudy_identity", 1)
    async with database.sessions(engine)() as session:
        for table in (
            "jobs",
            "applications",
            "candidates",
            "interviews",
            "calendar_tokens",
            "automation_logs",
        ):
            assert await refusal(session, f"SELECT FROM {table}") == NOT_ALLOWED, table
        row = "INSERT INTO automation_logs (action_type, trigger_source, idempotency_key) VALUES ('{}', 'auto', '{}')"
        assert await refusal(session, row.format("job_closed", "a")) == NOT_ALLOWED
        assert await refusal(session, row.format("key_made", "b")) == ALLOWED
        assert await refusal(session, "DELETE FROM users") == NOT_ALLOWED
    await engine.dispose()


async def test_entering_acts_for_the_person_until_the_transaction_ends(
    people: dict[UserRole, UUID], web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    token = await session_for(owner_sessions, "recruiter@hiring.example")
    ask = {"digest": tokens.digest(token), "at": datetime.now(UTC), "idle": timedelta(hours=2)}
    enter = text("SELECT user_id, role FROM enter_by_session(:digest, :at, :idle, true)")
    present = text("SELECT app_user(), app_role()")
    recruiter = (people[UserRole.RECRUITER], "recruiter")
    async with web_sessions() as session:
        async with session.begin():
            assert tuple((await session.execute(enter, ask)).one()) == recruiter
            assert tuple((await session.execute(present)).one()) == recruiter
        async with session.begin():
            assert tuple((await session.execute(present)).one()) == (None, "")
            nobody = {**ask, "digest": b"x"}
            assert (await session.execute(enter, nobody)).one_or_none() is None
            assert tuple((await session.execute(present)).one()) == (None, "")


@pytest.mark.parametrize("change", ["role = 'recruiter'", "disabled_at = now()"])
async def test_the_database_keeps_an_admin_whoever_writes(
    data: Data, owner_sessions: Sessions, change: str
) -> None:
    await data.a_user(UserRole.ADMIN)
    await data.a_user(UserRole.ADMIN, disabled_at=datetime.now(UTC))
    second = await data.a_user(UserRole.ADMIN)
    async with owner_sessions() as session:
        with pytest.raises(IntegrityError, match="the last admin stays"):
            await session.execute(text(f"UPDATE users SET {change} WHERE role = 'admin'"))
    async with owner_sessions.begin() as session:
        await session.execute(text(f"UPDATE users SET {change} WHERE id = :id"), {"id": second})
