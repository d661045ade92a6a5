"""People who sign in: adding them and finding them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.slots import public_holidays
from domain.vocabulary import UserRole
from models import User
from services import log
from services.applications import EMAIL
from services.log import Cause, Entry, Subject

ALL_DAYS = 127
LONGEST_BUFFER = timedelta(hours=8)
MOST_INTERVIEWS = 1000


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
    await take_turns(session, email)
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


async def take_turns(session: AsyncSession, email: str) -> None:
    """Requests that give one address to somebody at once take turns, until each one's transaction ends."""
    await session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(lower(:email), 8))"), {"email": email}
    )


CHANGEABLE = frozenset(
    {"name", "time_zone", "work_starts", "work_ends", "work_days", "buffer_before", "buffer_after",
     "interviews_per_day", "interviews_per_week", "holiday_calendar"}
)  # fmt: skip
"""What `change` may change: how people work, never who they are to the product (address, role)."""


async def change(
    session: AsyncSession, user_id: UUID, given: Mapping[str, Any], *, cause: Cause, at: datetime
) -> User:
    """Change how somebody works: zone, hours, days, buffers, limits, holidays. Booked interviews stay.

    Only what is given changes; None takes a limit or the holidays away. Raises NotFoundError, and
    InvalidInputError for a value that does not fit, with the field's name.
    """
    user = await session.scalar(select(User).where(User.id == user_id).with_for_update())
    if user is None:
        raise NotFoundError(f"There is no user {user_id}.", field="user_id")
    _check_change(given, at)
    changed = {name: value for name, value in given.items() if getattr(user, name) != value}
    if not changed:
        return user
    for name, value in changed.items():
        setattr(user, name, value)
    await session.flush()
    # Which columns, not what they hold: a name has no place in the log (I8).
    details = {"user_id": str(user_id), "changed": sorted(changed)}
    key = f"user:{user_id}:changed:{uuid4()}"
    await log.record(session, cause, Entry("user_changed", key, Subject(), at, details=details))
    return user


def _check_change(given: Mapping[str, Any], at: datetime) -> None:
    unknown = set(given) - CHANGEABLE
    if unknown:
        raise InvalidInputError(f"{min(unknown)} cannot be changed.", field=min(unknown))
    for name in ("buffer_before", "buffer_after"):
        if not timedelta(0) <= given.get(name, timedelta(0)) <= LONGEST_BUFFER:
            raise InvalidInputError("A buffer lasts 0 to 8 hours.", field=name, remedy='For example "PT15M".')
    for name in ("interviews_per_day", "interviews_per_week"):
        limit = given.get(name)
        if limit is not None and not 0 <= limit <= MOST_INTERVIEWS:
            raise InvalidInputError(
                f"A limit is 0 to {MOST_INTERVIEWS}.",
                field=name,
                remedy="Null takes it away; 0 means none at all.",
            )
    if "name" in given:
        _check_name(given["name"])
    if "work_days" in given:
        _check_days(given["work_days"])
    if "time_zone" in given:
        _check_zone(given["time_zone"])
    region = given.get("holiday_calendar")
    if region is not None:
        try:
            public_holidays(region, at.year)
        except InvalidInputError as error:
            raise InvalidInputError(error.message, field="holiday_calendar", remedy=error.remedy) from None


async def by_email(session: AsyncSession, email: str) -> User | None:
    """A user by mail address, whatever its capitals."""
    found: User | None = await session.scalar(select(User).where(func.lower(User.email) == func.lower(email)))
    return found


async def first_admin(session: AsyncSession) -> User | None:
    """Of the admins who are not disabled, the one who was added first: whom the command line acts for by default."""
    query = (
        select(User)
        .where(User.role == UserRole.ADMIN, User.disabled_at.is_(None))
        .order_by(User.created_at, User.id)
        .limit(1)
    )
    found: User | None = await session.scalar(query)
    return found


async def admins(session: AsyncSession) -> Sequence[UUID]:
    """Everybody who administrates and is not disabled."""
    query = select(User.id).where(User.role == UserRole.ADMIN, User.disabled_at.is_(None)).order_by(User.id)
    return (await session.scalars(query)).all()


async def missing(session: AsyncSession, wanted: set[UUID]) -> set[UUID]:
    """Which of these ids are no user's."""
    known = await session.scalars(select(User.id).where(User.id.in_(wanted)))
    return wanted - set(known)


def _check(new: NewUser, email: str) -> None:
    if not EMAIL.fullmatch(email):
        raise InvalidInputError(
            "This is not a mail address.", field="email", remedy="For example ana@example.org."
        )
    _check_name(new.name)
    _check_days(new.work_days)
    _check_zone(new.time_zone)


def _check_name(name: str) -> None:
    if not name.strip():
        raise InvalidInputError("A user needs a name.", field="name")


def _check_days(days: int) -> None:
    if not 1 <= days <= ALL_DAYS:
        raise InvalidInputError(
            "Working days are a bit mask of 1 to 127.", field="work_days", remedy="31 is Mon-Fri."
        )


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidInputError(
            "There is no such time zone.", field="time_zone", remedy="For example Europe/Berlin."
        ) from None
