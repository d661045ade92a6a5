"""Signing in with a password, in two transactions: the try is counted before the password is looked at.

Between them stands the slow check, which holds no lock and no connection. Tries that come at once are all counted.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identity import SignInMeans, SignInOutcome
from domain.identity.lifetimes import SIGN_INS_KEPT
from domain.identity.throttle import WINDOW, Tries, is_throttled
from models import LocalPassword, SignIn, User
from services.identity import sessions
from services.identity.stepping import as_identity

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 7))")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a try comes from."""

    address: str
    """Network address, or the network where one person has many."""
    client: str
    """Browser and system in two words."""
    held: str = ""
    """The session token that the browser holds already."""


@dataclass(frozen=True, slots=True)
class Try:
    """A try that was counted."""

    id: UUID | None
    user_id: UUID | None
    password_hash: str | None
    """What to check against; None where there is nothing, which is checked just as long."""
    throttled: bool


async def begin(session: AsyncSession, email: str, origin: Origin, *, key: bytes, now: datetime) -> Try:
    """Count a try and find what to check it against. `key` keys the digests; `now` is on the wall clock."""
    account, address = _digest(key, f"account:{email.strip().lower()}"), _digest(key, origin.address)
    async with as_identity(session):
        for lock in sorted((account.hex(), address.hex())):
            await session.execute(_LOCK, {"key": lock})
        await session.execute(delete(SignIn).where(SignIn.at < now - SIGN_INS_KEPT))
        found = (
            await session.execute(
                select(User.id, User.disabled_at, LocalPassword.password_hash, LocalPassword.expires_at)
                .outerjoin(LocalPassword, LocalPassword.user_id == User.id)
                .where(func.lower(User.email) == func.lower(email.strip()))
            )
        ).one_or_none()
        throttled = is_throttled(await _tries(session, account, address, now))
        row = SignIn(
            id=uuid4(),
            account_digest=account,
            address_digest=address,
            user_id=found.id if found else None,
            means=SignInMeans.PASSWORD,
            outcome=SignInOutcome.THROTTLED if throttled else SignInOutcome.REFUSED,
            at=now,
        )
        if throttled:
            # Whoever goes on trying fills no table: one such row a window is enough to see it.
            if not await _is_noted(session, account, address, now):
                session.add(row)
            return Try(None, None, None, throttled=True)
        session.add(row)
    if found is None or found.disabled_at is not None or (found.expires_at and found.expires_at <= now):
        return Try(row.id, None, None, throttled=False)
    return Try(row.id, found.id, found.password_hash, throttled=False)


async def finish(session: AsyncSession, tried: Try, origin: Origin, *, now: datetime) -> str | None:
    """The password was right: sign in. Returns the session's token; None when the person was disabled or the password
    changed since the try began."""
    async with as_identity(session):
        user_id = await session.scalar(
            select(User.id)
            .join(LocalPassword, LocalPassword.user_id == User.id)
            .where(
                User.id == tried.user_id,
                User.disabled_at.is_(None),
                LocalPassword.password_hash == tried.password_hash,
            )
            .with_for_update(of=User)
        )
        if user_id is None:
            return None
        await was_right(session, tried)
        return await sessions.begin(
            session, user_id, SignInMeans.PASSWORD, origin.client, instead_of=origin.held, now=now
        )


async def was_right(session: AsyncSession, tried: Try) -> None:
    """The password of a try was right: it does not count against its owner."""
    async with as_identity(session):
        await session.execute(
            update(SignIn).where(SignIn.id == tried.id).values(outcome=SignInOutcome.SUCCEEDED)
        )


async def note(
    session: AsyncSession,
    user_id: UUID | None,
    subject: str,
    origin: Origin,
    outcome: SignInOutcome,
    *,
    key: bytes,
    now: datetime,
) -> None:
    """Keep that somebody came from a provider, or was refused. `subject` is who they are to the provider."""
    async with as_identity(session):
        session.add(
            SignIn(
                id=uuid4(),
                account_digest=_digest(key, f"account:{subject}"),
                address_digest=_digest(key, origin.address),
                user_id=user_id,
                means=SignInMeans.OIDC,
                outcome=outcome,
                at=now,
            )
        )


async def _tries(session: AsyncSession, account: bytes, address: bytes, now: datetime) -> Tries:
    on, of = SignIn.account_digest == account, SignIn.address_digest == address
    failed = (
        SignIn.at > now - WINDOW,
        SignIn.outcome == SignInOutcome.REFUSED,
        SignIn.means == SignInMeans.PASSWORD,
    )
    row = (
        await session.execute(
            select(
                select(func.count()).where(on, of, *failed).scalar_subquery(),
                select(func.count()).where(of, *failed).scalar_subquery(),
                select(func.count()).where(on, *failed).scalar_subquery(),
            )
        )
    ).one()
    return Tries(*row)


async def _is_noted(session: AsyncSession, account: bytes, address: bytes, now: datetime) -> bool:
    query = select(SignIn.id).where(
        SignIn.account_digest == account,
        SignIn.address_digest == address,
        SignIn.at > now - WINDOW,
        SignIn.outcome == SignInOutcome.THROTTLED,
    )
    return await session.scalar(query.limit(1)) is not None


def _digest(key: bytes, text_: str) -> bytes:
    return hmac.new(key, text_.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
