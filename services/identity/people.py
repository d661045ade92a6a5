"""Who there is and how they sign in, for lists of people."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import UserRole
from models import Identity, LocalPassword, User


@dataclass(frozen=True, slots=True)
class Person:
    """One user with the ways in."""

    id: UUID
    email: str
    name: str
    role: UserRole
    disabled_at: datetime | None
    must_change: bool | None
    """None: there is no password here."""
    has_provider: bool

    @property
    def signs_in(self) -> str:
        """In words."""
        if self.disabled_at is not None:
            return "disabled"
        ways = ["company account"] if self.has_provider else []
        if self.must_change is not None:
            ways.append("one-time password" if self.must_change else "password")
        return " or ".join(ways) or "no way in yet"


# Not `EXISTS (SELECT *`: the web tier may not read every column.
_HAS_PROVIDER = (
    select(Identity.user_id).where(Identity.user_id == User.id, Identity.deleted_at.is_(None)).exists()
)
_PEOPLE = select(
    User.id, User.email, User.name, User.role, User.disabled_at, LocalPassword.must_change, _HAS_PROVIDER
).outerjoin(LocalPassword, LocalPassword.user_id == User.id)


async def everybody(session: AsyncSession, limit: int = 5000) -> list[Person]:
    """In the order of their names, those who are disabled last."""
    query = _PEOPLE.order_by(User.disabled_at.is_not(None), User.name, User.id).limit(limit)
    return [Person(*row) for row in await session.execute(query)]


async def one(session: AsyncSession, user_id: UUID) -> Person | None:
    """One of them."""
    row = (await session.execute(_PEOPLE.where(User.id == user_id))).one_or_none()
    return None if row is None else Person(*row)
