"""Interviews of a job."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Integer, Row, Select, Uuid, bindparam, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from models import AutomationLog, Interview
from services import find
from web.paging import cursor, read_cursor

_SHOWN = (
    Interview.id,
    Interview.job_id,
    Interview.application_id,
    Interview.candidate_id,
    Interview.interviewer_id,
    Interview.panel,
    Interview.status,
    Interview.rank_at_time,
    Interview.confirmation_deadline,
    Interview.slot_selection_deadline,
    Interview.scheduled_time,
    Interview.duration,
    Interview.leave_kind,
    Interview.leave_effective_at,
    Interview.calendar_sync_method,
    Interview.calendar_sequence,
    Interview.video_url,
    Interview.reschedules,
    Interview.replacements,
    Interview.version,
    Interview.created_at,
)


async def list_interviews(
    session: AsyncSession, job_id: UUID, *, after: str | None, limit: int
) -> tuple[Sequence[Row[*tuple[Any, ...]]], str | None]:
    """Interviews of a job, newest first, without what was said in them; and the cursor of the next page.

    Raises NotFoundError where there is no such job.
    """
    asked: dict[str, Any] = {"job_id": job_id, "most": limit + 1}
    if after is not None:
        asked["created_at"], asked["id"] = read_cursor(after, datetime.fromisoformat, UUID)
    rows = (await session.execute(_page(goes_on=after is not None), asked)).all()
    if not rows:
        # Whoever sees interviews need not be asked about their job.
        await find.job(session, job_id)
    if len(rows) <= limit:
        return rows, None
    last = rows[limit - 1]
    return rows[:limit], cursor(last.created_at.isoformat(), last.id)


@cache
def _page(*, goes_on: bool) -> Select[*tuple[Any, ...]]:
    query = (
        select(*_SHOWN)
        .where(Interview.job_id == bindparam("job_id", type_=Uuid()))
        .order_by(Interview.created_at.desc(), Interview.id.desc())
        .limit(bindparam("most", type_=Integer()))
    )
    if goes_on:
        behind = tuple_(bindparam("created_at", type_=DateTime(timezone=True)), bindparam("id", type_=Uuid()))
        query = query.where(tuple_(Interview.created_at, Interview.id) < behind)
    return query


async def newest_activity(session: AsyncSession, job_id: UUID, limit: int) -> list[AutomationLog]:
    """The last rows of a job's log, newest first."""
    query = (
        select(AutomationLog)
        .where(AutomationLog.job_id == job_id)
        .order_by(AutomationLog.sequence.desc())
        .limit(limit)
    )
    return list(await session.scalars(query))
