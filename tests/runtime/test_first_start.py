"""The first start of a stack: somebody can sign in, with a password that is shown once and kept nowhere."""

import asyncio
import re
from datetime import UTC, datetime

from sqlalchemy import select

from domain.identity.scopes import OF_ROLE
from domain.tempo import Tempo
from domain.vocabulary import UserRole
from models import LocalPassword, User
from runtime.bootstrap import ADMIN, RECRUITER, FirstStart, mint_key, prepare
from services.identity import entry, passwords, tokens
from tests.conftest import Sessions
from tests.support.data import Data

TEMPO = Tempo(datetime(2026, 1, 1, tzinfo=UTC), 1.0)


async def started(url: str) -> FirstStart:
    """A start, as `understudy up` makes it."""
    first = FirstStart(TEMPO)
    await asyncio.to_thread(first.prepare, url)
    return first


async def test_the_first_start_makes_an_admin_and_says_the_password_once(
    database_url: str, owner_sessions: Sessions
) -> None:
    first = await started(database_url)
    assert first.password is not None
    words = first.words("http://127.0.0.1:8000")
    assert first.password in words
    assert ADMIN in words
    assert "http://127.0.0.1:8000/sign-in" in words
    again = await started(database_url)
    assert (again.password, again.words("x")) == (None, "")
    async with owner_sessions() as session:
        user = (await session.scalars(select(User.id))).one()
        row = await session.get_one(LocalPassword, user)
        assert row.must_change
        assert re.match(r"\$argon2id\$v=19\$m=65536,t=3,p=4\$", row.password_hash)
        assert await passwords.matches(row.password_hash, first.password)
        assert not await passwords.matches(row.password_hash, first.password + "x")
        assert not await passwords.matches(None, first.password)


async def test_a_stack_of_before_gets_a_password_for_its_first_admin(database_url: str, data: Data) -> None:
    await asyncio.to_thread(prepare, database_url)
    first = await started(database_url)
    assert (first.email, first.password is not None) == (ADMIN, True)
    assert (await started(database_url)).password is None


async def test_a_program_of_the_stack_gets_a_key_that_opens(
    database_url: str, owner_sessions: Sessions, web_sessions: Sessions
) -> None:
    await asyncio.to_thread(prepare, database_url)
    key = await mint_key(owner_sessions, RECRUITER, "demo", TEMPO)
    async with web_sessions.begin() as session:
        known = await entry.by_key(session, tokens.digest(key), now=datetime.now(UTC), touch=True)
    assert known is not None
    assert (known.role, known.scopes) == (UserRole.RECRUITER, OF_ROLE[UserRole.RECRUITER])


async def test_with_a_disabled_admin_alone_a_new_one_is_made(database_url: str, data: Data) -> None:
    await data.a_user(UserRole.ADMIN, email="old@hiring.example", disabled_at=datetime.now(UTC))
    assert (await started(database_url)).email == ADMIN
