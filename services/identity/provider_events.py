"""What an identity provider tells about people: they are added, kept up to date, and let in no more when they left.

Each message has its effect once, also when it comes again or late: handled messages are remembered for a month, an
event older than the newest one that was applied changes nothing, and a deletion is final for its subject.
"""

from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, ForbiddenError, InvalidInputError
from domain.identity.arrival import Arrival, RoleRules
from domain.identity.events import EventKind, ProviderEvent
from domain.identity.lifetimes import EVENTS_KEPT
from models import Identity, IdentityEvent, User
from services import log, users
from services.applications import EMAIL
from services.identity import arrivals, keys, sessions, standing
from services.identity.arrivals import PROVIDER
from services.identity.stepping import as_identity
from services.log import Entry, Subject


class Outcome(StrEnum):
    """What became of a message."""

    APPLIED = "applied"
    REPEATED = "repeated"
    LATE = "late"
    NOT_ADMITTED = "not_admitted"
    """A person who would be refused at a sign-in as well: no role, no verified address, disabled."""


async def apply(
    session: AsyncSession,
    event: ProviderEvent,
    message_id: str,
    rules: RoleRules,
    *,
    trusts_mail: bool,
    now: datetime,
    at: datetime,
) -> Outcome:
    """Let one message have its effect. `now` is on the wall clock, `at` is business time."""
    async with as_identity(session):
        await session.execute(delete(IdentityEvent).where(IdentityEvent.received_at < now - EVENTS_KEPT))
        new = await session.scalar(
            insert(IdentityEvent)
            .values(message_id=message_id, received_at=now)
            .on_conflict_do_nothing()
            .returning(IdentityEvent.message_id)
        )
        if new is None:
            return Outcome.REPEATED
        identity = await arrivals.locked(session, event.person)
        if event.kind is EventKind.DELETED:
            return await _left(session, event, identity, now=now, at=at)
        if identity is None:
            try:
                async with session.begin_nested():
                    await arrivals.join(session, event.person, rules, trusts_mail=trusts_mail, now=now, at=at)
            except (ForbiddenError, InvalidInputError, ConflictError):
                # The provider did nothing wrong: it tells of everybody, also of those who may not come in here.
                return Outcome.NOT_ADMITTED
            identity = await arrivals.locked(session, event.person)
        elif identity.deleted_at is not None or (
            identity.last_event_at and event.at < identity.last_event_at
        ):
            return Outcome.LATE
        return await _changed(session, event, identity, rules, trusts_mail=trusts_mail, now=now, at=at)


async def _changed(
    session: AsyncSession,
    event: ProviderEvent,
    identity: Identity | None,
    rules: RoleRules,
    *,
    trusts_mail: bool,
    now: datetime,
    at: datetime,
) -> Outcome:
    user = await session.get(User, identity.user_id) if identity and identity.user_id else None
    if identity is None or user is None:
        return Outcome.NOT_ADMITTED
    identity.last_event_at = event.at
    await _keep_up(session, user, event.person, trusts_mail=trusts_mail, at=at)
    if event.person.groups is None or user.disabled_at is not None:
        return Outcome.APPLIED
    try:
        await arrivals.follow_groups(session, user, event.person.groups, rules, at=at)
    except ForbiddenError:
        # In no group that may: out at once, and refused at the next sign-in; not disabled, which is an admin's word.
        await keys.revoke_all(session, user.id, now=now)
        cause = PROVIDER.because("no group that may")
        await sessions.sign_out_everywhere(session, user.id, cause=cause, at=at)
    return Outcome.APPLIED


async def _left(
    session: AsyncSession, event: ProviderEvent, identity: Identity | None, *, now: datetime, at: datetime
) -> Outcome:
    if identity is None:
        # Told of the end before the beginning: the beginning then comes too late.
        session.add(
            Identity(
                issuer=event.person.issuer, subject=event.person.subject, linked_at=now, deleted_at=event.at
            )
        )
        return Outcome.APPLIED
    if identity.deleted_at is not None:
        return Outcome.LATE
    identity.deleted_at = event.at
    user = await session.get(User, identity.user_id) if identity.user_id else None
    if user is None:
        return Outcome.APPLIED
    cause = PROVIDER.because("left at the provider")
    if await standing.is_last_admin(session, user):
        # Nobody could let anybody in any more. Sessions and keys end; a way back is for whoever runs this installation.
        await keys.revoke_all(session, user.id, now=now)
        await sessions.sign_out_everywhere(session, user.id, cause=cause, at=at)
    else:
        await standing.disable(session, user.id, cause=cause, now=now, at=at)
    return Outcome.APPLIED


async def _keep_up(
    session: AsyncSession, user: User, person: Arrival, *, trusts_mail: bool, at: datetime
) -> None:
    """Take over name and verified address. An address that is somebody else's here stays theirs."""
    changed = []
    if person.name and person.name != user.name:
        user.name = person.name
        changed.append("name")
    email = person.trusted_email(trusts_mail=trusts_mail)
    if email and email.lower() != user.email.lower() and EMAIL.fullmatch(email):
        await users.take_turns(session, email)
        if await users.by_email(session, email) is None:
            user.email = email
            changed.append("email")
    if changed:
        await session.flush()
        details = {"user_id": str(user.id), "changed": changed}
        entry = Entry("user_changed", f"user:{user.id}:changed:{uuid4()}", Subject(), at, details=details)
        await log.record(session, PROVIDER, entry)
