"""People who sign in: adding them and finding them."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.vocabulary import UserRole
from models import User
from services import log
from services.applications import EMAIL
from services.log import Cause, Entry, Subject

ALL_DAYS = 127


@dataclass(frozen=True, slots=True)
class NewUser:
    """Somebody to be added. Working hours are meant in `time_zone`; `work_days` is a bit mask, Monday is 1."""

    email: str
    name: str
    role: UserRole = UserRole.RECRUITER
    time_zone: str = "UTC"
    work_starts: time = time(9)
    work_ends: time = time(18)
    work_days: int = 31


async def create(session: AsyncSession, new: NewUser, *, cause: Cause, at: datetime) -> User:
    """Add a user. Raises ConflictError when the address is known, InvalidInputError for a value that does not fit."""
    email = new.email.strip()
    _check(new, email)
    # Two requests that add one address at once take turns.
    await session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(lower(:email), 8))"), {"email": email}
    )
    if await by_email(session, email) is not None:
        raise ConflictError("There is a user with this address.", field="email")
    user = User(
        id=uuid4(),
        email=email,
        name=new.name.strip(),
        role=new.role,
        time_zone=new.time_zone,
        work_starts=new.work_starts,
        work_ends=new.work_ends,
        work_days=new.work_days,
        created_at=at,
    )
    session.add(user)
    await session.flush()
    details = {"user_id": str(user.id), "role": new.role.value}
    await log.record(session, cause, Entry("user_added", f"user:{user.id}", Subject(), at, details=details))
    return user


async def by_email(session: AsyncSession, email: str) -> User | None:
    """A user by mail address, whatever its capitals."""
    found: User | None = await session.scalar(select(User).where(func.lower(User.email) == func.lower(email)))
    return found


async def first_admin(session: AsyncSession) -> User | None:
    """The admin who was added first: whom the API token stands for."""
    query = select(User).where(User.role == UserRole.ADMIN).order_by(User.created_at, User.id).limit(1)
    found: User | None = await session.scalar(query)
    return found


async def missing(session: AsyncSession, wanted: set[UUID]) -> set[UUID]:
    """Which of these ids are no user's."""
    known = await session.scalars(select(User.id).where(User.id.in_(wanted)))
    return wanted - set(known)


def _check(new: NewUser, email: str) -> None:
    if not EMAIL.fullmatch(email):
        raise InvalidInputError(
            "This is not a mail address.", field="email", remedy="For example ana@example.org."
        )
    if not new.name.strip():
        raise InvalidInputError("A user needs a name.", field="name")
    if not 1 <= new.work_days <= ALL_DAYS:
        raise InvalidInputError(
            "Working days are a bit mask of 1 to 127.", field="work_days", remedy="31 is Mon-Fri."
        )
    try:
        ZoneInfo(new.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidInputError(
            "There is no such time zone.", field="time_zone", remedy="For example Europe/Berlin."
        ) from None
