"""Finding out whose session or key a request brings. The transaction then acts for that person (I13)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identity import Scope
from domain.identity.lifetimes import SESSION_IDLE
from domain.identity.scopes import effective
from domain.vocabulary import UserRole

_BY_SESSION = text("SELECT * FROM enter_by_session(:digest, :at, :idle, :touch)")
_BY_KEY = text("SELECT * FROM enter_by_key(:digest, :at, :touch)")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who brought a session or a key that holds."""

    user_id: UUID
    name: str
    role: UserRole
    zone: str
    session_id: UUID | None = None
    key_id: UUID | None = None
    scopes: frozenset[Scope] = frozenset(Scope)
    """Of a key, as far as the person's role goes; a browser's session has no bounds but the role."""
    must_change: bool = False
    """Signed in with a one-time password: nothing goes before another one is chosen."""


async def by_session(session: AsyncSession, digest: bytes, *, now: datetime, touch: bool) -> Known | None:
    """Whose browser this is; None: signed out, run out, or disabled. `now` is on the wall clock.

    `touch` notes that the session is in use.
    """
    asked = {"digest": digest, "at": now, "idle": SESSION_IDLE, "touch": touch}
    row = (await session.execute(_BY_SESSION, asked)).one_or_none()
    if row is None:
        return None
    role = UserRole(row.role)
    return Known(
        row.user_id, row.name, role, row.time_zone, session_id=row.session_id, must_change=row.must_change
    )


async def by_key(session: AsyncSession, digest: bytes, *, now: datetime, touch: bool) -> Known | None:
    """Whose key this is; None: unknown, revoked, run out, or its owner is disabled. As for `by_session`."""
    row = (await session.execute(_BY_KEY, {"digest": digest, "at": now, "touch": touch})).one_or_none()
    if row is None:
        return None
    role = UserRole(row.role)
    return Known(
        row.user_id,
        row.name,
        role,
        row.time_zone,
        key_id=row.key_id,
        scopes=effective(row.scopes, role),
    )
