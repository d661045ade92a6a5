"""The copy of what a connected calendar calls busy, and its push channel."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calendars import PushChannel
from domain.slots import Span
from models import CalendarAccount, CalendarBusy


async def replace(session: AsyncSession, account_id: UUID, spans: Sequence[Span], cursor: str) -> None:
    """Put a new copy in the place of the old one, and remember where reading goes on."""
    account = await session.scalar(
        select(CalendarAccount).where(CalendarAccount.id == account_id).with_for_update()
    )
    if account is None:
        return
    account.cursor = cursor
    await session.execute(delete(CalendarBusy).where(CalendarBusy.account_id == account_id))
    rows = [{"account_id": account_id, "starts": span.start, "ends": span.end} for span in spans]
    if rows:
        await session.execute(insert(CalendarBusy), rows)


async def keep_channel(session: AsyncSession, account_id: UUID, channel: PushChannel) -> PushChannel | None:
    """Remember a new push channel. Returns the one before, to be ended."""
    account = await session.scalar(
        select(CalendarAccount).where(CalendarAccount.id == account_id).with_for_update()
    )
    if account is None:
        return channel
    old = None
    if account.channel_id and account.channel_resource_id and account.channel_expires_at:
        old = PushChannel(account.channel_id, account.channel_resource_id, account.channel_expires_at)
    account.channel_id, account.channel_resource_id = channel.channel_id, channel.resource_id
    account.channel_expires_at = channel.expires_at
    return old
