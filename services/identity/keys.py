"""API keys: making, listing, revoking. A key is shown once; its digest stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from domain.identity import lifetimes
from domain.identity.scopes import chosen
from models import ApiKey, User
from services import log
from services.identity import tokens
from services.identity.stepping import as_identity
from services.log import Cause, Entry, Subject

LONGEST_NAME = 100
SHOWN = (
    ApiKey.id, ApiKey.user_id, ApiKey.name, ApiKey.hint, ApiKey.scopes, ApiKey.created_at, ApiKey.expires_at,
    ApiKey.last_used_at, ApiKey.revoked_at,
)  # fmt: skip
"""All that may be seen of a key."""


@dataclass(frozen=True, slots=True)
class MadeKey:
    """A key that was just made. `token` is never to be had again."""

    id: UUID
    token: str
    expires_at: datetime


async def make(
    session: AsyncSession,
    user_id: UUID,
    name: str,
    scopes: Iterable[str],
    *,
    days: int | None = None,
    cause: Cause,
    now: datetime,
    at: datetime,
) -> MadeKey:
    """Make a key that acts for a person. `now` is on the wall clock, `at` is business time.

    Raises InvalidInputError for a name, scope or span that does not fit, ForbiddenError for somebody who is
    disabled, ConflictError when there are too many, NotFoundError for nobody.
    """
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise InvalidInputError(
            f"A key needs a name of at most {LONGEST_NAME} characters.",
            field="name",
            remedy="Name the program that will use it.",
        )
    expires_at = lifetimes.key_end(now, days)
    token = tokens.new(tokens.KEY)
    async with as_identity(session):
        user = await session.scalar(select(User).where(User.id == user_id).with_for_update())
        if user is None:
            raise NotFoundError("There is no such user.", field="user_id")
        if user.disabled_at is not None:
            raise ForbiddenError("This user is disabled.", remedy="Enable the user first.")
        picked = sorted(chosen(scopes, user.role))
        living = await session.scalar(
            select(func.count()).where(
                ApiKey.user_id == user_id, ApiKey.revoked_at.is_(None), ApiKey.expires_at > now
            )
        )
        if (living or 0) >= lifetimes.MOST_KEYS:
            raise ConflictError(f"There are {living} keys already.", remedy="Revoke one that is not used.")
        row = ApiKey(
            id=uuid4(),
            user_id=user_id,
            name=name,
            hint=token[: tokens.HINT_LENGTH],
            token_hash=tokens.digest(token),
            scopes=[scope.value for scope in picked],
            created_at=now,
            expires_at=expires_at,
        )
        session.add(row)
        await session.flush()
        details = {"key_id": str(row.id), "user_id": str(user_id), "scopes": row.scopes}
        entry = Entry("key_made", f"key:{row.id}:made", Subject(), at, details=details)
        await log.record(session, cause, entry)
    return MadeKey(row.id, token, expires_at)


async def revoke(
    session: AsyncSession, key_id: UUID, user_id: UUID | None, *, cause: Cause, now: datetime, at: datetime
) -> None:
    """End a key of `user_id` (None: of anybody, for an admin); one that ended already stays as it is.

    Raises NotFoundError.
    """
    async with as_identity(session):
        query = select(ApiKey).where(ApiKey.id == key_id).with_for_update()
        key = await session.scalar(query if user_id is None else query.where(ApiKey.user_id == user_id))
        if key is None:
            raise NotFoundError("There is no such key.", field="key_id")
        if key.revoked_at is not None:
            return
        key.revoked_at = now
        details = {"key_id": str(key_id), "user_id": str(key.user_id)}
        entry = Entry("key_revoked", f"key:{key_id}:revoked", Subject(), at, details=details)
        await log.record(session, cause, entry)


async def revoke_all(session: AsyncSession, user_id: UUID, *, now: datetime) -> int:
    """End all keys of a person, as part of an act that stands in the log itself. Returns how many ended."""
    async with as_identity(session):
        ended = await session.scalars(
            update(ApiKey)
            .where(ApiKey.user_id == user_id, ApiKey.revoked_at.is_(None))
            .values(revoked_at=now)
            .returning(ApiKey.id)
        )
        return len(list(ended))
