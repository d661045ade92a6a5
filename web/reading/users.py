"""People who sign in or interview, page by page."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from models import User
from web.paging import cursor, read_cursor


async def list_users(
    session: AsyncSession, *, after: str | None, limit: int
) -> tuple[Sequence[User], str | None]:
    """In the order in which they were added, as far as the caller sees them."""
    query = select(User).order_by(User.created_at, User.id)
    if after is not None:
        key = read_cursor(after, datetime.fromisoformat, UUID)
        query = query.where(tuple_(User.created_at, User.id) > tuple_(*key))
    rows = (await session.scalars(query.limit(limit + 1))).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], cursor(last.created_at.isoformat(), last.id) if last else None


async def one(session: AsyncSession, user_id: UUID, *, lock: bool = False) -> User:
    """A user. `lock` keeps others from changing them until the transaction ends. Raises NotFoundError."""
    query = select(User).where(User.id == user_id)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = await session.scalar(query)
    if found is None:
        raise NotFoundError(f"There is no user {user_id}.", field="user_id")
    return found
