"""People who come from an identity provider: found by issuer and subject, linked once by a verified mail address."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ForbiddenError
from domain.identity.arrival import Arrival, RoleRules
from domain.vocabulary import Trigger, UserRole
from models import Identity, User
from services import log, users
from services.identity import standing
from services.identity.stepping import as_identity
from services.log import Cause, Entry, Subject
from services.users import NewUser

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 9))")
PROVIDER = Cause(Trigger.AUTO, "identity_provider")


async def arrive(
    session: AsyncSession,
    person: Arrival,
    rules: RoleRules,
    *,
    trusts_mail: bool,
    now: datetime,
    at: datetime,
) -> UUID:
    """Who this is here: known already, linked now, or added now. `now` is on the wall clock, `at` is business time.

    Where groups decide about roles, the role follows them; the last admin stays one. Raises ForbiddenError that says
    what to do: disabled, left, in no group that may, or an address that is not verified or is somebody else's.
    """
    async with as_identity(session):
        identity = await locked(session, person)
        if identity is not None:
            user = await _admitted(session, identity)
        else:
            user = await join(session, person, rules, trusts_mail=trusts_mail, now=now, at=at)
        await follow_groups(session, user, person.groups or (), rules, at=at)
    return user.id


async def locked(session: AsyncSession, person: Arrival) -> Identity | None:
    """The row of this person at this provider; whoever handles the same person waits."""
    await session.execute(_LOCK, {"key": f"{person.issuer} {person.subject}"})
    query = select(Identity).where(Identity.issuer == person.issuer, Identity.subject == person.subject)
    found: Identity | None = await session.scalar(query.execution_options(populate_existing=True))
    return found


async def join(
    session: AsyncSession,
    person: Arrival,
    rules: RoleRules,
    *,
    trusts_mail: bool,
    now: datetime,
    at: datetime,
) -> User:
    """Link somebody who is met for the first time to the user with their verified address, or add them.

    Raises ForbiddenError as `arrive` does; then nothing was changed.
    """
    email = person.trusted_email(trusts_mail=trusts_mail)
    if email is None:
        raise ForbiddenError(
            "Your mail address is not verified at your company's provider.", remedy="Verify it there first."
        )
    user = await users.by_email(session, email)
    if user is None:
        role = rules.role(person.groups)
        if role is None:
            raise _no_role()
        new = NewUser(email, person.name or email.partition("@")[0], role)
        user = await users.create(session, new, cause=PROVIDER.because("first sign-in"), at=at)
    elif user.disabled_at is not None:
        raise _disabled()
    elif await _is_linked(session, user.id, person.issuer):
        raise ForbiddenError(
            "This mail address belongs to somebody else at your company's provider.", remedy="Ask an admin."
        )
    session.add(Identity(issuer=person.issuer, subject=person.subject, user_id=user.id, linked_at=now))
    await session.flush()
    entry = Entry(
        "user_linked", f"user:{user.id}:linked:{now.isoformat()}", Subject(), at,
        details={"user_id": str(user.id)},
    )  # fmt: skip
    await log.record(session, PROVIDER, entry)
    return user


async def follow_groups(
    session: AsyncSession, user: User, groups: tuple[str, ...], rules: RoleRules, *, at: datetime
) -> None:
    """Let the role follow the groups, where they decide. Raises ForbiddenError for somebody in none that may."""
    if not rules.provider_decides:
        return
    role = rules.role(groups)
    keeps = user.role is UserRole.ADMIN and await standing.is_last_admin(session, user)
    if keeps:
        return
    if role is None:
        raise _no_role()
    await standing.set_role(session, user.id, role, cause=PROVIDER.because("groups"), at=at)


async def _admitted(session: AsyncSession, identity: Identity) -> User:
    user = await session.get(User, identity.user_id) if identity.user_id else None
    if user is None or identity.deleted_at is not None or user.disabled_at is not None:
        raise _disabled()
    return user


async def _is_linked(session: AsyncSession, user_id: UUID, issuer: str) -> bool:
    query = select(Identity.subject).where(Identity.user_id == user_id, Identity.issuer == issuer)
    return await session.scalar(query) is not None


def _no_role() -> ForbiddenError:
    return ForbiddenError(
        "None of your groups may use Understudy.", remedy="Ask whoever keeps your company's accounts."
    )


def _disabled() -> ForbiddenError:
    return ForbiddenError("You may not sign in here any more.", remedy="Ask an admin.")
