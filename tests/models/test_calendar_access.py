"""Who sees and changes connected calendars and their secrets, with direct SQL in each role."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calendars import CalendarProviderName
from domain.vocabulary import UserRole
from integrations.secrets import Keyring
from services.calendars import accounts
from services.calendars.accounts import NewAccount
from services.context import act_as_candidate, act_as_user
from tests.conftest import Sessions
from tests.models.refusal import ALLOWED, NOT_ALLOWED, refusal
from tests.services.arrange import booked
from tests.support.data import BY_HAND, MONDAY, Data

TABLES = ("calendar_accounts", "calendar_tokens", "calendar_busy", "calendar_entries")
NEXT = "INSERT INTO calendar_accounts (user_id, provider, health_since) VALUES (:user, 'caldav', now())"
TELL = (
    "INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name)"
    " VALUES ('x', 'update', 'CalendarWorkflow', :workflow, 'changed')"
)
LOG = (
    "INSERT INTO automation_logs (action_type, trigger_source, actor_id, idempotency_key)"
    " VALUES (:action, 'manual', :actor, 'x')"
)


@dataclass
class Office:
    """Two interviewers with a calendar each; the first is booked, with an entry and a busy time."""

    people: list[UUID]
    calendars: list[UUID]
    interview: UUID


@pytest.fixture
async def office(data: Data, owner_sessions: Sessions) -> Office:
    """Rows in each table, for both."""
    people = [await data.a_user(UserRole.INTERVIEWER) for _ in range(2)]
    job_id = await data.a_job(openings=1, interviewer_ids=(people[0],))
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview,) = await booked(data, job_id)
    made = Office(people, [], interview)
    box = Keyring({"k": bytes(32)}, "k")
    for user in people:
        secret = {"access_token": "access", "refresh_token": "refresh"}
        async with data.worker.begin() as session:
            new = NewAccount(user, CalendarProviderName.GOOGLE, secret, "main")
            row = await accounts.connect(session, box, new, cause=BY_HAND, at=MONDAY)
            made.calendars.append(row.id)
    async with owner_sessions.begin() as session:
        for statement in (
            "INSERT INTO calendar_busy SELECT id, now(), now() + interval '1 hour' FROM calendar_accounts",
            f"INSERT INTO calendar_entries (account_id, interview_id) SELECT id, '{interview}' FROM calendar_accounts",
        ):
            await session.execute(text(statement))
    return made


async def seen(session: AsyncSession) -> dict[str, int]:
    """How many rows of each table this session sees; None where it may not even ask."""
    counts = {}
    for table in TABLES:
        if await refusal(session, f"SELECT FROM {table}") is ALLOWED:
            counts[table] = int(await session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)
    return counts


async def test_an_interviewer_sees_the_own_calendar_and_the_own_secrets_alone(
    office: Office, web_sessions: Sessions
) -> None:
    for user, calendar in zip(office.people, office.calendars, strict=True):
        async with web_sessions() as session:
            await act_as_user(session, UserRole.INTERVIEWER, user)
            assert await seen(session) == {
                "calendar_accounts": 1,
                "calendar_tokens": 1,
                "calendar_entries": 1,
            }
            assert list(await session.scalars(text("SELECT id FROM calendar_accounts"))) == [calendar]
            assert list(await session.scalars(text("SELECT user_id FROM calendar_tokens"))) == [user]


async def test_a_recruiter_sees_no_calendar_of_the_own_jobs_interviewers(
    office: Office, web_sessions: Sessions, data: Data
) -> None:
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, await data.a_user())
        assert set((await seen(session)).values()) == {0}


async def test_a_candidate_an_applicant_and_nobody_see_none(office: Office, web_sessions: Sessions) -> None:
    async with web_sessions() as session:
        assert set((await seen(session)).values()) == {0}
        await act_as_candidate(session, office.interview)
        assert set((await seen(session)).values()) == {0}
        # A candidate's context carries no user: a forged one beside it opens nothing either.
        await session.execute(
            text("SELECT set_config('app.user_id', :id, true)"), {"id": str(office.people[0])}
        )
        assert (await seen(session))["calendar_accounts"] == 0


async def test_an_auditor_cannot_even_ask(office: Office, auditor_sessions: Sessions) -> None:
    async with auditor_sessions() as session:
        assert await seen(session) == {}


async def test_an_admin_sees_every_calendar_and_secrets_only_as_closed_boxes(
    office: Office, web_sessions: Sessions, data: Data
) -> None:
    async with web_sessions() as session:
        await act_as_user(session, UserRole.ADMIN, await data.a_user(UserRole.ADMIN))
        assert (await seen(session))["calendar_accounts"] == 2
        boxes = await session.execute(text("SELECT access_token, refresh_token FROM calendar_tokens"))
        for access, refresh in boxes:
            assert b"access" not in access
            assert b"refresh" not in refresh


async def test_nobody_connects_moves_or_removes_the_calendar_of_another(
    office: Office, web_sessions: Sessions
) -> None:
    mine, other = office.people
    async with web_sessions() as session:
        await act_as_user(session, UserRole.INTERVIEWER, mine)
        assert await refusal(session, NEXT, user=mine) is ALLOWED
        assert await refusal(session, NEXT, user=other) == NOT_ALLOWED
        give_away = "UPDATE calendar_accounts SET user_id = :to"
        assert await refusal(session, give_away, to=other) == NOT_ALLOWED
        for table in ("calendar_accounts", "calendar_tokens"):
            gone = await session.execute(
                text(f"DELETE FROM {table} WHERE user_id = :o RETURNING 1"), {"o": other}
            )
            assert gone.all() == [], table
        token = "INSERT INTO calendar_tokens (user_id, provider, access_token) VALUES (:user, 'google', 'x')"
        assert await refusal(session, token, user=other) == NOT_ALLOWED
        assert await refusal(session, "DELETE FROM calendar_busy") == NOT_ALLOWED
        assert await refusal(session, "UPDATE calendar_entries SET sequence = 9") == NOT_ALLOWED


async def test_an_owner_tells_only_the_own_calendar_and_logs_only_connecting(
    office: Office, web_sessions: Sessions
) -> None:
    mine, other = office.people
    async with web_sessions() as session:
        await act_as_user(session, UserRole.INTERVIEWER, mine)
        assert await refusal(session, TELL, workflow=f"calendar-{office.calendars[0]}") is ALLOWED
        assert await refusal(session, TELL, workflow=f"calendar-{office.calendars[1]}") == NOT_ALLOWED
        assert await refusal(session, TELL, workflow=f"interview-{office.interview}") == NOT_ALLOWED
        assert await refusal(session, LOG, action="calendar_connected", actor=mine) is ALLOWED
        assert await refusal(session, LOG, action="calendar_connected", actor=other) == NOT_ALLOWED
        assert await refusal(session, LOG, action="interview_cancelled", actor=mine) == NOT_ALLOWED


async def test_an_interviewer_counts_and_sees_the_own_bookings_and_no_other(
    office: Office, web_sessions: Sessions
) -> None:
    for user, count in zip(office.people, (1, 0), strict=True):
        async with web_sessions() as session:
            await act_as_user(session, UserRole.INTERVIEWER, user)
            assert await accounts.bookings_at_risk(session, user, MONDAY) == count
            assert await session.scalar(text("SELECT count(*) FROM interviews")) == count


async def test_a_notice_without_anybody_signed_in_reaches_its_calendar_and_shows_nothing(
    office: Office, web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    channel = str(uuid4())
    async with owner_sessions.begin() as session:
        await session.execute(
            text("UPDATE calendar_accounts SET channel_id = :c WHERE id = :id"),
            {"c": channel, "id": office.calendars[0]},
        )
    ask = text("SELECT calendar_noticed(:c, '1')")
    async with web_sessions.begin() as session:
        assert await session.scalar(ask, {"c": channel}) is True
        assert await session.scalar(ask, {"c": "unknown"}) is False
        assert await session.scalar(text("SELECT count(*) FROM outbox")) == 0
    async with owner_sessions() as session:
        found = await session.scalars(
            text("SELECT workflow_id FROM outbox WHERE message_key LIKE 'notice:%'")
        )
        assert found.all() == [f"calendar-{office.calendars[0]}"]
