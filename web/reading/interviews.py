"""Interviews of a job."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from models import AutomationLog, Interview
from web.paging import cursor, read_cursor


async def list_interviews(
    session: AsyncSession, job_id: UUID, *, after: str | None, limit: int
) -> tuple[list[Interview], str | None]:
    """Interviews of a job, newest first; and the cursor of the next page."""
    query = (
        select(Interview)
        .where(Interview.job_id == job_id)
        .order_by(Interview.created_at.desc(), Interview.id.desc())
        .limit(limit + 1)
    )
    if after is not None:
        created_at, interview_id = read_cursor(after, datetime.fromisoformat, UUID)
        query = query.where(tuple_(Interview.created_at, Interview.id) < tuple_(created_at, interview_id))
    rows = list(await session.scalars(query))
    if len(rows) <= limit:
        return rows, None
    last = rows[limit - 1]
    return rows[:limit], cursor(last.created_at.isoformat(), last.id)


async def newest_activity(session: AsyncSession, job_id: UUID, limit: int) -> list[AutomationLog]:
    """The last rows of a job's log, newest first."""
    query = (
        select(AutomationLog)
        .where(AutomationLog.job_id == job_id)
        .order_by(AutomationLog.sequence.desc())
        .limit(limit)
    )
    return list(await session.scalars(query))
