"""Connecting, opening and disconnecting calendars: secrets are boxes at rest, and each act is one."""

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.calendars import CalendarProviderName
from domain.errors import ConflictError, NotFoundError
from domain.vocabulary import CalendarHealth, UserRole
from integrations.secrets import Keyring, SecretUnreadableError
from models import CalendarAccount
from services.calendars import accounts
from services.calendars.accounts import NewAccount
from tests.conftest import Sessions
from tests.support.data import BY_HAND, MONDAY, Data
from tests.workflows.hiring import MINUTE

OLD, NEW = ("2026-01", b"o" * 32), ("2026-04", b"n" * 32)
GOOGLE, CALDAV = CalendarProviderName.GOOGLE, CalendarProviderName.CALDAV
TOKENS = {
    "access_token": "ya29.a-secret-access-token",
    "refresh_token": "1//a-secret-refresh-token",
    "expiry": "2026-03-02T09:00:00+00:00",
    "scopes": "one two",
}
DAV = {"url": "https://dav.example", "username": "ines", "password": "a-secret-password", "zone": "UTC"}
BOX = Keyring(dict([OLD]), OLD[0])


async def connect(
    worker: Sessions,
    user: UUID,
    *,
    box: Keyring = BOX,
    at: int = 0,
    dav: bool = False,
    once: str | None = None,
) -> UUID:
    """Connect a calendar, `at` minutes after the first."""
    new = NewAccount(user, CALDAV if dav else GOOGLE, DAV if dav else TOKENS, "main", ("other",))
    async with worker.begin() as session:
        row = await accounts.connect(session, box, new, cause=BY_HAND, at=MONDAY + at * MINUTE, once=once)
        return row.id


async def opened(worker: Sessions, account: UUID, box: Keyring = BOX) -> dict[str, str]:
    """What a look would sign in with."""
    async with worker() as session:
        row = await accounts.find(session, account)
        assert row is not None
        return dict((await accounts.opened(session, box, row)).secret)


async def dump(owner: Sessions) -> str:
    """Every row of every table, as text; binary columns as hexadecimal digits."""
    async with owner() as session:
        ours = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user"
        tables = await session.scalars(text(ours))
        rows = [
            row
            for table in tables.all()
            for row in await session.scalars(text(f"SELECT row_to_json(t)::text FROM {table} t"))
        ]
    return "\n".join(rows)


@pytest.fixture
async def ines(data: Data) -> UUID:
    return await data.a_user(UserRole.INTERVIEWER)


async def test_no_secret_stands_readable_in_any_column_of_any_table(
    worker_sessions: Sessions, owner_sessions: Sessions, ines: UUID
) -> None:
    await connect(worker_sessions, ines)
    await connect(worker_sessions, ines, dav=True, at=1)
    rows = await dump(owner_sessions)
    assert "https://dav.example" in rows, "the dump shows what is stored"
    for secret in (TOKENS["access_token"], TOKENS["refresh_token"], DAV["password"]):
        assert secret not in rows
        assert secret.encode().hex() not in rows


async def test_what_was_stored_comes_back_for_a_look(worker_sessions: Sessions, ines: UUID) -> None:
    assert await opened(worker_sessions, await connect(worker_sessions, ines)) == TOKENS
    assert await opened(worker_sessions, await connect(worker_sessions, ines, dav=True, at=1)) == DAV


async def test_a_box_that_is_moved_to_another_row_or_column_does_not_open(
    worker_sessions: Sessions, owner_sessions: Sessions, data: Data, ines: UUID
) -> None:
    thief = await data.a_user(UserRole.INTERVIEWER)
    mine, theirs = await connect(worker_sessions, ines), await connect(worker_sessions, thief, at=1)
    async with owner_sessions.begin() as session:
        await session.execute(
            text(
                "UPDATE calendar_tokens t SET access_token = s.access_token, refresh_token = s.refresh_token"
                " FROM calendar_tokens s WHERE t.user_id = :thief AND s.user_id = :ines"
            ),
            {"thief": thief, "ines": ines},
        )
    with pytest.raises(SecretUnreadableError):
        await opened(worker_sessions, theirs)
    async with owner_sessions.begin() as session:
        swap = "UPDATE calendar_tokens SET access_token = refresh_token WHERE user_id = :ines"
        await session.execute(text(swap), {"ines": ines})
    with pytest.raises(SecretUnreadableError):
        await opened(worker_sessions, mine)


async def test_after_a_change_of_keys_old_boxes_open_and_new_ones_use_the_new_key(
    worker_sessions: Sessions, data: Data, ines: UUID
) -> None:
    before = await connect(worker_sessions, ines)
    both, only_new = Keyring(dict([OLD, NEW]), NEW[0]), Keyring(dict([NEW]), NEW[0])
    assert await opened(worker_sessions, before, both) == TOKENS
    with pytest.raises(SecretUnreadableError, match="not in the keyring"):
        await opened(worker_sessions, before, only_new)
    after = await connect(worker_sessions, await data.a_user(UserRole.INTERVIEWER), box=both, at=1)
    assert await opened(worker_sessions, after, only_new) == TOKENS
    # A refreshed token is written with the new key too: the old one wears off.
    async with worker_sessions.begin() as session:
        row = await accounts.find(session, before)
        assert row is not None
        await accounts.keep_secret(session, both, row, TOKENS)
    assert await opened(worker_sessions, before, only_new) == TOKENS


async def test_connecting_again_is_the_same_calendar_with_a_fresh_start(
    worker_sessions: Sessions, owner_sessions: Sessions, ines: UUID
) -> None:
    first = await connect(worker_sessions, ines)
    async with owner_sessions.begin() as session:
        await session.execute(
            text(
                "UPDATE calendar_accounts SET health = 'dead', health_reason = 'x', failures = 9, cursor = 'c',"
                " channel_id = 'ch', synced_at = now()"
            )
        )
    assert await connect(worker_sessions, ines, at=5) == first
    async with owner_sessions() as session:
        row = await session.get_one(CalendarAccount, first)
        assert (row.health, row.health_reason, row.failures) == (CalendarHealth.CONNECTED, None, 0)
        assert (row.cursor, row.channel_id, row.synced_at) == (None, None, None)
        assert row.health_since == MONDAY + 5 * MINUTE
        assert await session.scalar(text("SELECT count(*) FROM calendar_tokens")) == 1
        started = await session.scalar(text("SELECT count(*) FROM outbox WHERE kind = 'start'"))
        assert started == 2, "a workflow that was lost meanwhile starts again"


async def test_two_connections_at_once_make_one_calendar(
    worker_sessions: Sessions, owner_sessions: Sessions, ines: UUID
) -> None:
    made = await asyncio.gather(*(connect(worker_sessions, ines, at=n) for n in range(5)))
    assert len(set(made)) == 1
    async with owner_sessions() as session:
        assert await session.scalar(text("SELECT count(*) FROM calendar_tokens")) == 1


async def test_one_consent_connects_once(
    worker_sessions: Sessions, owner_sessions: Sessions, ines: UUID
) -> None:
    await connect(worker_sessions, ines, once="nonce")
    before = await dump(owner_sessions)
    with pytest.raises(ConflictError):
        await connect(worker_sessions, ines, at=1, once="nonce")
    assert await dump(owner_sessions) == before


async def test_disconnecting_removes_secrets_copies_and_entries_but_not_the_log(
    worker_sessions: Sessions, owner_sessions: Sessions, ines: UUID
) -> None:
    account = await connect(worker_sessions, ines)
    async with owner_sessions.begin() as session:
        busy = "INSERT INTO calendar_busy SELECT id, now(), now() + interval '1 hour' FROM calendar_accounts"
        await session.execute(text(busy))
    async with worker_sessions.begin() as session:
        await accounts.disconnect(session, ines, GOOGLE, cause=BY_HAND, at=MONDAY + MINUTE)
    async with owner_sessions() as session:
        for table in ("calendar_accounts", "calendar_tokens", "calendar_busy", "calendar_entries"):
            assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0, table
        logged = await session.scalars(text("SELECT action_type FROM automation_logs ORDER BY sequence"))
        assert logged.all() == ["calendar_connected", "calendar_disconnected"]
        last = await session.execute(
            text("SELECT workflow_id, payload->>'cause' FROM outbox ORDER BY id DESC")
        )
        assert tuple(last.first() or ()) == (f"calendar-{account}", "disconnected")
    async with worker_sessions.begin() as session:
        with pytest.raises(NotFoundError):
            await accounts.disconnect(session, ines, GOOGLE, cause=BY_HAND, at=MONDAY + MINUTE)


async def test_tokens_that_an_old_consent_refreshed_do_not_overwrite_those_of_a_new_one(
    worker_sessions: Sessions, database_url: str, ines: UUID
) -> None:
    from runtime.calendars import KeepRefreshed

    account = await connect(worker_sessions, ines)
    keep = KeepRefreshed(worker_sessions, BOX)
    await keep(account, {**TOKENS, "access_token": "newer"})
    assert (await opened(worker_sessions, account))["access_token"] == "newer"
    await keep(account, {**TOKENS, "refresh_token": "of an earlier consent"})
    assert (await opened(worker_sessions, account))["access_token"] == "newer"
    async with worker_sessions.begin() as session:
        await accounts.disconnect(session, ines, GOOGLE, cause=BY_HAND, at=MONDAY + MINUTE)
    await keep(account, TOKENS)
    async with worker_sessions() as session:
        assert await session.scalar(text("SELECT count(*) FROM calendar_tokens")) == 0
