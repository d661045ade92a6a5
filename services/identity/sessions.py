"""Sessions of browsers: beginning, replacing, ending. The token goes to the browser, its digest stays here."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identity import SignInMeans
from domain.identity.lifetimes import MOST_SESSIONS, SESSION_IDLE, SESSION_LONGEST
from models import WebSession
from services import log
from services.identity import tokens
from services.identity.stepping import as_identity
from services.log import Cause, Entry, Subject

SHOWN = (
    WebSession.id, WebSession.means, WebSession.client, WebSession.created_at, WebSession.last_seen_at,
    WebSession.expires_at,
)  # fmt: skip


async def begin(
    session: AsyncSession, user_id: UUID, means: SignInMeans, client: str, *, instead_of: str, now: datetime
) -> str:
    """Sign a browser in. Returns its token; a token that it held before (`instead_of`) ends.

    A new token at every sign-in: one that somebody planted in the browser before is worth nothing.
    """
    token = tokens.new(tokens.SESSION)
    async with as_identity(session):
        await _sweep(session, user_id, now)
        if instead_of:
            await session.execute(
                delete(WebSession).where(WebSession.token_hash == tokens.digest(instead_of))
            )
        session.add(_row(user_id, means, client, token, now=now, expires_at=now + SESSION_LONGEST))
    return token


async def replace(session: AsyncSession, user_id: UUID, token: str, *, now: datetime) -> str:
    """End all sessions of a person, and give the one that holds `token` a new token. Its absolute end stays.

    For what changes whom a session may act as: a password that was changed.
    """
    fresh = tokens.new(tokens.SESSION)
    async with as_identity(session):
        found = await session.scalar(
            select(WebSession).where(
                WebSession.user_id == user_id, WebSession.token_hash == tokens.digest(token)
            )
        )
        await session.execute(delete(WebSession).where(WebSession.user_id == user_id))
        if found is not None:
            session.expunge(found)
            session.add(_row(user_id, found.means, found.client, fresh, now=now, expires_at=found.expires_at))
    return fresh


async def end(session: AsyncSession, token: str) -> None:
    """Sign one browser out; a token that is not known is out already."""
    async with as_identity(session):
        await session.execute(delete(WebSession).where(WebSession.token_hash == tokens.digest(token)))


async def end_one(session: AsyncSession, user_id: UUID, session_id: UUID) -> None:
    """Sign one of a person's browsers out, from another of theirs."""
    async with as_identity(session):
        await session.execute(
            delete(WebSession).where(WebSession.id == session_id, WebSession.user_id == user_id)
        )


async def end_all(session: AsyncSession, user_id: UUID) -> int:
    """Sign a person out everywhere, as part of an act that stands in the log itself. Returns how many ended."""
    async with as_identity(session):
        ended = await session.scalars(
            delete(WebSession).where(WebSession.user_id == user_id).returning(WebSession.id)
        )
        return len(list(ended))


async def sign_out_everywhere(session: AsyncSession, user_id: UUID, *, cause: Cause, at: datetime) -> None:
    """Sign a person out everywhere, because they or an admin wish so; logged at business time `at`."""
    ended = await end_all(session, user_id)
    details = {"user_id": str(user_id), "sessions": ended}
    entry = Entry("sessions_ended", f"user:{user_id}:out:{uuid4()}", Subject(), at, details=details)
    async with as_identity(session):
        await log.record(session, cause, entry)


async def _sweep(session: AsyncSession, user_id: UUID, now: datetime) -> None:
    """Take away what ran out, of anybody, and this person's oldest when there are too many."""
    await session.execute(
        delete(WebSession).where(
            (WebSession.expires_at <= now) | (WebSession.last_seen_at <= now - SESSION_IDLE)
        )
    )
    oldest = (
        select(WebSession.id)
        .where(WebSession.user_id == user_id)
        .order_by(WebSession.last_seen_at.desc(), WebSession.id)
        .offset(MOST_SESSIONS - 1)
    )
    await session.execute(delete(WebSession).where(WebSession.id.in_(oldest)))


def _row(
    user_id: UUID, means: SignInMeans, client: str, token: str, *, now: datetime, expires_at: datetime
) -> WebSession:
    return WebSession(
        id=uuid4(),
        token_hash=tokens.digest(token),
        user_id=user_id,
        means=means,
        client=client,
        created_at=now,
        last_seen_at=now,
        expires_at=expires_at,
    )
