"""Connecting a calendar, and opening it for a look. Secrets leave the database only encrypted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from domain import calendars
from domain.calendars import CalendarProviderName
from domain.errors import ConflictError, NotFoundError
from domain.ports import SecretBox
from domain.vocabulary import CalendarHealth, TimeKind
from models import CalendarAccount, CalendarEntryRow, CalendarToken, InterviewInterviewer, User
from services import log, outbox
from services.log import Cause, Entry, Subject

ACCESS, REFRESH, EXPIRES = "access_token", "refresh_token", "expiry"
SECRET_OF = {CalendarProviderName.GOOGLE: ACCESS, CalendarProviderName.CALDAV: "password"}
"""Which part of a provider's secret stands in the column of the access token."""


@dataclass(frozen=True, slots=True)
class NewAccount:
    """A calendar to be connected. `secret` is what the provider signs in with."""

    user_id: UUID
    provider: CalendarProviderName
    secret: Mapping[str, str] = field(repr=False)
    calendar_id: str
    busy_calendar_ids: Sequence[str] = ()


async def connect(
    session: AsyncSession,
    box: SecretBox,
    new: NewAccount,
    *,
    cause: Cause,
    at: datetime,
    once: str | None = None,
) -> CalendarAccount:
    """Connect a calendar, or connect it again with fresh secrets. Its workflow starts to look after it.

    `once` names the consent that is used up by this. Raises ConflictError when it was used before.
    """
    account = await _locked(session, new, at)
    account.health, account.health_since, account.health_reason = CalendarHealth.CONNECTED, at, None
    account.calendar_id, account.busy_calendar_ids = new.calendar_id, list(new.busy_calendar_ids)
    # What was known of the calendar before, which may have been another one, is void.
    account.failures, account.cursor, account.synced_at = 0, None, None
    account.channel_id = account.channel_resource_id = account.channel_expires_at = None
    await session.flush()
    await keep_secret(session, box, account, new.secret)
    entry = Entry(
        action="calendar_connected",
        key=f"calendar:{account.id}:connected:{at.timestamp()}" if once is None else f"consent:{once}",
        subject=Subject(),
        at=at,
        details={"account_id": str(account.id), "provider": new.provider.value},
    )
    try:
        await log.record(session, cause, entry)
    except IntegrityError as error:
        raise ConflictError("This was done already.", remedy="Look at your calendars.") from error
    await outbox.start_calendar(session, account.id, at)
    await outbox.tell_calendars(session, [account.id], f"connected:{at.timestamp()}", "connected")
    return account


async def _locked(session: AsyncSession, new: NewAccount, at: datetime) -> CalendarAccount:
    """The account of this person with this provider, made when there is none; two at once take turns."""
    row = {"id": uuid4(), "user_id": new.user_id, "provider": new.provider, "health_since": at}
    await session.execute(insert(CalendarAccount).values(row).on_conflict_do_nothing())
    query = select(CalendarAccount).where(
        CalendarAccount.user_id == new.user_id, CalendarAccount.provider == new.provider
    )
    fresh = query.with_for_update().execution_options(populate_existing=True)
    return (await session.scalars(fresh)).one()


async def disconnect(
    session: AsyncSession, user_id: UUID, provider: CalendarProviderName, *, cause: Cause, at: datetime
) -> None:
    """Forget a calendar and its secrets. Entries in it stay as they are. Raises NotFoundError.

    Bookings that waited for this calendar are told by mail: the database wakes their workflows.
    """
    account = await session.scalar(
        select(CalendarAccount)
        .where(CalendarAccount.user_id == user_id, CalendarAccount.provider == provider)
        .with_for_update()
    )
    if account is None:
        raise NotFoundError("This calendar is not connected.", field="provider")
    entry = Entry(
        action="calendar_disconnected",
        key=f"calendar:{account.id}:disconnected:{at.timestamp()}",
        subject=Subject(),
        at=at,
        details={"account_id": str(account.id), "provider": provider.value},
    )
    await log.record(session, cause, entry)
    await outbox.tell_calendars(session, [account.id], f"disconnected:{at.timestamp()}", "disconnected")
    await session.delete(account)
    await session.flush()


async def look_now(session: AsyncSession, account: CalendarAccount, at: datetime) -> None:
    """Let the calendar's workflow look at once instead of in some minutes."""
    await outbox.tell_calendars(session, [account.id], f"look:{at.timestamp()}", "look_now")


async def keep_secret(
    session: AsyncSession, box: SecretBox, account: CalendarAccount, secret: Mapping[str, str]
) -> None:
    """Encrypt and store what signs in; what is not secret (address, user name, scopes) stands with the account."""
    main = SECRET_OF[account.provider]
    expires = secret.get(EXPIRES)
    moment = datetime.fromisoformat(expires) if expires else None
    await session.execute(
        delete(CalendarToken).where(
            CalendarToken.user_id == account.user_id, CalendarToken.provider == account.provider
        )
    )
    refresh = secret.get(REFRESH)
    session.add(
        CalendarToken(
            user_id=account.user_id,
            provider=account.provider,
            access_token=box.encrypt(secret[main].encode(), _associated(account, main)),
            refresh_token=box.encrypt(refresh.encode(), _associated(account, REFRESH)) if refresh else None,
            expires_at=moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None,
        )
    )
    account.settings = {k: v for k, v in secret.items() if k not in {main, REFRESH, EXPIRES}}
    await session.flush()


async def find(session: AsyncSession, account_id: UUID, *, lock: bool = False) -> CalendarAccount | None:
    """A connected calendar, or None when it was disconnected."""
    found: CalendarAccount | None = await session.get(
        CalendarAccount, account_id, with_for_update=True if lock else None
    )
    return found


async def opened(session: AsyncSession, box: SecretBox, row: CalendarAccount) -> calendars.CalendarAccount:
    """The account with its secrets, for one look. Raises NotFoundError when there are none."""
    token = await session.scalar(
        select(CalendarToken).where(
            CalendarToken.user_id == row.user_id, CalendarToken.provider == row.provider
        )
    )
    if token is None:
        raise NotFoundError("This calendar has no secrets.", remedy="Connect it again.")
    main = SECRET_OF[row.provider]
    secret = {**row.settings, main: box.decrypt(token.access_token, _associated(row, main)).decode()}
    if token.refresh_token is not None:
        secret[REFRESH] = box.decrypt(token.refresh_token, _associated(row, REFRESH)).decode()
    if token.expires_at is not None:
        secret[EXPIRES] = token.expires_at.astimezone(UTC).isoformat()
    return calendars.CalendarAccount(
        id=row.id,
        user_id=row.user_id,
        provider=row.provider,
        secret=secret,
        calendar_id=row.calendar_id,
        busy_calendar_ids=tuple(row.busy_calendar_ids),
    )


def _associated(account: CalendarAccount, part: str) -> bytes:
    """A box moved to another person's row, or to another column, does not open."""
    return f"calendar:{account.user_id}:{account.provider}:{part}".encode()


async def of_users(session: AsyncSession, users: Sequence[UUID]) -> dict[UUID, CalendarAccount]:
    """Calendars that entries can be written to, by person; of two the one that was connected first."""
    query = (
        select(CalendarAccount)
        .where(CalendarAccount.user_id.in_(users), CalendarAccount.health != CalendarHealth.DEAD)
        .order_by(CalendarAccount.created_at.desc(), CalendarAccount.id)
    )
    return {account.user_id: account for account in await session.scalars(query)}


async def entries_of(session: AsyncSession, interview_id: UUID) -> list[UUID]:
    """Accounts that hold an entry of this interview."""
    query = select(CalendarEntryRow.account_id).where(CalendarEntryRow.interview_id == interview_id)
    return list(await session.scalars(query))


async def bookings_at_risk(session: AsyncSession, user_id: UUID, at: datetime) -> int:
    """Interviews to come that this person takes part in.

    Counted from their own times alone: an interviewer sees no interview.
    """
    return (await all_at_risk(session, {user_id}, at)).get(user_id, 0)


async def all_at_risk(session: AsyncSession, users: Collection[UUID], at: datetime) -> dict[UUID, int]:
    """The same for several people at once; who has none is left out."""
    query = (
        select(InterviewInterviewer.user_id, func.count())
        .where(
            InterviewInterviewer.user_id.in_(users),
            InterviewInterviewer.kind == TimeKind.BOOKING,
            InterviewInterviewer.is_live,
            func.lower(InterviewInterviewer.during) > at,
        )
        .group_by(InterviewInterviewer.user_id)
    )
    return {user_id: count for user_id, count in await session.execute(query)}  # noqa: C416 - rows are no pairs to the type checker


@dataclass(frozen=True, slots=True)
class AccountState:
    """A connected calendar as its owner and admins see it."""

    account: CalendarAccount
    owner: User
    at_risk: int


async def states(session: AsyncSession, at: datetime, user_id: UUID | None = None) -> list[AccountState]:
    """All connected calendars that the session may see, the worst first."""
    query = select(CalendarAccount, User).join(User, User.id == CalendarAccount.user_id)
    if user_id is not None:
        query = query.where(CalendarAccount.user_id == user_id)
    found = (await session.execute(query)).all()
    at_risk = await all_at_risk(session, {owner.id for _, owner in found}, at)
    rows = [AccountState(account, owner, at_risk.get(owner.id, 0)) for account, owner in found]
    order = list(reversed(CalendarHealth))
    return sorted(rows, key=lambda row: (order.index(row.account.health), row.owner.name))
