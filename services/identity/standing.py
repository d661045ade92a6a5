"""Who may sign in, and as what. What somebody may do changes at once: their sessions end, as do a disabled one's keys.

People are never deleted: interviews and the log name them. The last admin who can sign in stays one (the database
holds this as well, whoever writes).
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, NotFoundError
from domain.vocabulary import UserRole
from models import Identity, LocalPassword, User
from services import log
from services.identity import keys, sessions
from services.identity.stepping import as_identity
from services.log import Cause, Entry, Subject

_ADMINS = text("SELECT pg_advisory_xact_lock(hashtextextended('understudy.admins', 6))")
"""The lock of the trigger `keep_an_admin`."""


async def set_role(
    session: AsyncSession, user_id: UUID, role: UserRole, *, cause: Cause, at: datetime
) -> User:
    """Give somebody another role; their sessions end. Nothing changes when they have it.

    Raises NotFoundError, ConflictError for the last admin.
    """
    async with as_identity(session):
        user = await _locked(session, user_id)
        if user.role is role:
            return user
        before = user.role
        if before is UserRole.ADMIN:
            await _not_the_last(session, user)
        user.role = role
        await session.flush()
        await sessions.end_all(session, user_id)
        details = {"user_id": str(user_id), "from": before.value, "to": role.value}
        await _note(session, "user_role_changed", user_id, details, cause, at)
    return user


async def disable(session: AsyncSession, user_id: UUID, *, cause: Cause, now: datetime, at: datetime) -> User:
    """Let somebody in no more: sessions, keys and password end, the row stays. `now` is on the wall clock.

    Nothing changes when they are disabled. Raises NotFoundError, ConflictError for the last admin.
    """
    async with as_identity(session):
        user = await _locked(session, user_id)
        if user.disabled_at is not None:
            return user
        if user.role is UserRole.ADMIN:
            await _not_the_last(session, user)
        user.disabled_at = now
        await session.flush()
        ended = await sessions.end_all(session, user_id)
        revoked = await keys.revoke_all(session, user_id, now=now)
        password = await session.get(LocalPassword, user_id)
        if password is not None:
            await session.delete(password)
        details = {"user_id": str(user_id), "sessions": ended, "keys": revoked}
        await _note(session, "user_disabled", user_id, details, cause, at)
    return user


async def enable(session: AsyncSession, user_id: UUID, *, cause: Cause, at: datetime) -> User:
    """Let somebody in again, also where a provider had said that they left. They need a new password, or the provider.

    Nothing changes when they are not disabled. Raises NotFoundError.
    """
    async with as_identity(session):
        user = await _locked(session, user_id)
        if user.disabled_at is None:
            return user
        user.disabled_at = None
        await session.flush()
        await session.execute(update(Identity).where(Identity.user_id == user_id).values(deleted_at=None))
        await _note(session, "user_enabled", user_id, {"user_id": str(user_id)}, cause, at)
    return user


async def is_last_admin(session: AsyncSession, user: User) -> bool:
    """Whether nobody else could administrate. Waits for whoever changes admins at the same time."""
    await session.execute(_ADMINS)
    others = await session.scalar(
        select(func.count()).where(
            User.role == UserRole.ADMIN, User.disabled_at.is_(None), User.id != user.id
        )
    )
    return user.role is UserRole.ADMIN and user.disabled_at is None and not others


async def _not_the_last(session: AsyncSession, user: User) -> None:
    if await is_last_admin(session, user):
        raise ConflictError("This is the last admin.", remedy="Make somebody else an admin first.")


async def _locked(session: AsyncSession, user_id: UUID) -> User:
    query = select(User).where(User.id == user_id).with_for_update().execution_options(populate_existing=True)
    user: User | None = await session.scalar(query)
    if user is None:
        raise NotFoundError(f"There is no user {user_id}.", field="user_id")
    return user


async def _note(
    session: AsyncSession,
    action: str,
    user_id: UUID,
    details: Mapping[str, object],
    cause: Cause,
    at: datetime,
) -> None:
    key = f"user:{user_id}:{action}:{uuid4()}"
    await log.record(session, cause, Entry(action, key, Subject(), at, details=dict(details)))
