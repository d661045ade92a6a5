"""API keys, page by page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from models import ApiKey
from services.identity import keys
from web.paging import cursor, read_cursor


async def list_keys(
    session: AsyncSession, *, after: str | None, limit: int
) -> tuple[Sequence[Row[Any]], str | None]:
    """Newest first, as far as the caller sees them."""
    query = select(*keys.SHOWN).order_by(ApiKey.created_at.desc(), ApiKey.id.desc())
    if after is not None:
        key = read_cursor(after, datetime.fromisoformat, UUID)
        query = query.where(tuple_(ApiKey.created_at, ApiKey.id) < tuple_(*key))
    rows = (await session.execute(query.limit(limit + 1))).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], cursor(last.created_at.isoformat(), last.id) if last else None
