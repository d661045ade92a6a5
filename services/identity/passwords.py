"""Passwords: hashing, checking with the same work for everybody, setting.

Argon2id with the library's parameters (RFC 9106, second recommendation: 64 MiB, three passes). At most two run at a
time, so that a crowd of tries takes neither all memory nor the event loop.
"""

import asyncio
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache, partial
from typing import TypeVar
from uuid import UUID, uuid4

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ForbiddenError, InvalidInputError, NotFoundError
from domain.identity import passwords as rules
from domain.identity.lifetimes import ONE_TIME_PASSWORD
from models import LocalPassword, User
from services import log
from services.identity import sessions, tokens
from services.identity.stepping import as_identity
from services.log import Cause, Entry, Subject

T = TypeVar("T")
_HASHER = PasswordHasher()
_WORKERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")
_LONGEST_GIVEN = 1000


async def matches(stored: str | None, given: str) -> bool:
    """Whether a password is the stored one. Without a stored one the same work is done for nothing."""
    if len(given) > _LONGEST_GIVEN:
        given = ""
    return await _in_thread(partial(_matches, stored, rules.normalised(given)))


def _matches(stored: str | None, given: str) -> bool:
    try:
        _HASHER.verify(stored or _of_nobody(), given)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


@cache
def _of_nobody() -> str:
    return _HASHER.hash(secrets.token_urlsafe(32))


def hashed(password: str) -> str:
    """What is kept of a password. Takes about 50 ms; see `hash_beside` for the event loop."""
    return _HASHER.hash(rules.normalised(password))


async def hash_beside(password: str) -> str:
    """As `hashed`, beside the event loop."""
    return await _in_thread(partial(hashed, password))


async def stored(session: AsyncSession, user_id: UUID) -> str | None:
    """The hash of a person's password, to check the present one before it is changed."""
    async with as_identity(session):
        found: str | None = await session.scalar(
            select(LocalPassword.password_hash).where(LocalPassword.user_id == user_id)
        )
    return found


async def choose(
    session: AsyncSession,
    user_id: UUID,
    password: str,
    made: str,
    *,
    before: str | None,
    cause: Cause,
    now: datetime,
    at: datetime,
) -> None:
    """A person chooses a password. `made` is its hash, `before` the hash that the old one was checked against.

    Raises InvalidInputError for one that is easy to guess, ForbiddenError when the old one was changed meanwhile.
    """
    async with as_identity(session):
        user = await session.get(User, user_id)
        row = await session.scalar(
            select(LocalPassword).where(LocalPassword.user_id == user_id).with_for_update()
        )
        if user is None or row is None or row.password_hash != before:
            raise ForbiddenError("The password was changed meanwhile.", remedy="Sign in again.")
        rules.check(password, user.email, user.name)
        row.password_hash, row.must_change, row.expires_at, row.changed_at = made, False, None, now
        await session.flush()
        await _note(session, user_id, "chosen", cause, at)


async def give_one_time(
    session: AsyncSession, user_id: UUID, *, cause: Cause, now: datetime, at: datetime
) -> str:
    """Set a password that works until its owner chooses another, for a week at most; all sessions end.

    Returns it; it is never to be had again. Raises NotFoundError, InvalidInputError for somebody disabled.
    """
    password = tokens.one_time_password()
    made = await hash_beside(password)
    async with as_identity(session):
        user = await session.scalar(select(User).where(User.id == user_id).with_for_update())
        if user is None:
            raise NotFoundError(f"There is no user {user_id}.", field="user_id")
        if user.disabled_at is not None:
            raise InvalidInputError("This user is disabled.", remedy="Enable the user first.")
        values = {
            "password_hash": made,
            "must_change": True,
            "expires_at": now + ONE_TIME_PASSWORD,
            "changed_at": now,
        }
        await session.merge(LocalPassword(user_id=user_id, **values))
        await session.flush()
        await sessions.end_all(session, user_id)
        await _note(session, user_id, "one_time", cause, at)
    return password


async def _note(session: AsyncSession, user_id: UUID, how: str, cause: Cause, at: datetime) -> None:
    details = {"user_id": str(user_id), "how": how}
    entry = Entry("password_set", f"user:{user_id}:password:{uuid4()}", Subject(), at, details=details)
    await log.record(session, cause, entry)


async def _in_thread(work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(_WORKERS, work)
