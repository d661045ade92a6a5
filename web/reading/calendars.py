"""Connected calendars, page by page."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import CalendarHealth
from models import CalendarAccount, User
from services.calendars import accounts
from services.calendars.accounts import AccountState
from web.paging import cursor, read_cursor

WORST_FIRST = tuple(reversed(CalendarHealth))
_PLACE = case({health: place for place, health in enumerate(WORST_FIRST)}, value=CalendarAccount.health)


async def list_states(
    session: AsyncSession, at: datetime, *, after: str | None, limit: int
) -> tuple[Sequence[AccountState], str | None]:
    """What the session may see, the worst first, of equals the one that is so for longest; and the next cursor."""
    key = (_PLACE, CalendarAccount.health_since, CalendarAccount.id)
    query = select(CalendarAccount, User).join(User, User.id == CalendarAccount.user_id).order_by(*key)
    if after is not None:
        parts = read_cursor(after, int, datetime.fromisoformat, UUID)
        query = query.where(tuple_(*key) > tuple_(*parts))
    rows = (await session.execute(query.limit(limit + 1))).all()
    at_risk = await accounts.all_at_risk(session, {owner.id for _, owner in rows[:limit]}, at)
    states = [AccountState(row, owner, at_risk.get(owner.id, 0)) for row, owner in rows[:limit]]
    if len(rows) <= limit:
        return states, None
    last = states[-1].account
    return states, cursor(WORST_FIRST.index(last.health), last.health_since.isoformat(), last.id)
