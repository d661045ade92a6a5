"""Endpoints and their deliveries, page by page."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.webhooks.rules import DeliveryStatus
from models import WebhookDelivery, WebhookEndpoint
from web.paging import cursor, read_cursor


async def list_endpoints(
    session: AsyncSession, *, after: str | None, limit: int
) -> tuple[Sequence[WebhookEndpoint], str | None]:
    """Oldest first, as far as the caller sees them."""
    query = select(WebhookEndpoint).order_by(WebhookEndpoint.created_at, WebhookEndpoint.id)
    if after is not None:
        key = read_cursor(after, datetime.fromisoformat, UUID)
        query = query.where(tuple_(WebhookEndpoint.created_at, WebhookEndpoint.id) > tuple_(*key))
    rows = (await session.scalars(query.limit(limit + 1))).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], cursor(last.created_at.isoformat(), last.id) if last else None


async def list_deliveries(
    session: AsyncSession,
    endpoint_id: UUID,
    status: DeliveryStatus | None,
    *,
    after: str | None,
    limit: int,
) -> tuple[Sequence[WebhookDelivery], str | None]:
    """Newest events first."""
    query = select(WebhookDelivery).where(WebhookDelivery.endpoint_id == endpoint_id)
    if status is not None:
        query = query.where(WebhookDelivery.status == status)
    if after is not None:
        (sequence,) = read_cursor(after, int)
        query = query.where(WebhookDelivery.sequence < sequence)
    rows = (await session.scalars(query.order_by(WebhookDelivery.sequence.desc()).limit(limit + 1))).all()
    return rows[:limit], cursor(rows[limit - 1].sequence) if len(rows) > limit else None
