"""Signing in without pages: keys and sessions of people, as they are after they signed in."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identity import SignInMeans
from domain.identity.scopes import OF_ROLE
from models import ApiKey, User
from services import users
from services.identity import sessions, tokens
from tests.support.data import Sessions

ACTS_AS = "X-Test-Acts-As"
"""Marks a request of a test that brings somebody's key; it never leaves the test's own client."""


def as_(email: str | None = None) -> dict[str, str]:
    """Headers of a call of the API in somebody's name (None: the first admin), for a client with `signs`."""
    return {ACTS_AS: email or ""}


def signs(owner: Sessions) -> Callable[[httpx.Request], Awaitable[None]]:
    """A request hook that puts the key of whom `as_` names into a request. Each person's key is made once."""
    keys: dict[str, str] = {}

    async def sign(request: httpx.Request) -> None:
        who = request.headers.get(ACTS_AS)
        if who is None:
            return
        del request.headers[ACTS_AS]
        if who not in keys:
            keys[who] = await key_for(owner, who or None)
        request.headers["Authorization"] = f"Bearer {keys[who]}"

    return sign


async def key_for(owner: Sessions, email: str | None = None) -> str:
    """A key with every scope of somebody's role. Of nobody: one that is not known."""
    async with owner.begin() as session:
        user, token = await _user(session, email), tokens.new(tokens.KEY)
        if user is not None:
            now = datetime.now(UTC)
            values = {
                "user_id": user.id,
                "name": "test",
                "hint": token[: tokens.HINT_LENGTH],
                "token_hash": tokens.digest(token),
                "scopes": sorted(OF_ROLE[user.role]),
                "created_at": now,
                "expires_at": now + timedelta(days=1),
            }
            await session.execute(insert(ApiKey).values(id=uuid4(), **values))
    return token


async def session_for(owner: Sessions, email: str | None = None, *, now: datetime | None = None) -> str:
    """The token of a browser in which somebody signed in (None: the first admin)."""
    async with owner.begin() as session:
        user = await _user(session, email)
        assert user is not None, f"nobody is {email}"
        now = now or datetime.now(UTC)
        return await sessions.begin(
            session, user.id, SignInMeans.PASSWORD, "Firefox on Linux", instead_of="", now=now
        )


async def _user(session: AsyncSession, email: str | None) -> User | None:
    return await (users.by_email(session, email) if email else users.first_admin(session))
