"""Free times of a job's interviewers, from the built-in calendar."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slots import Slot, Span, WorkingHours, free_slots, weekdays
from models import Interview, Job, JobInterviewer, User

BUSY = text("SELECT user_id, starts, ends FROM interviewer_busy(:users, :since, :until, :but)")


async def free(session: AsyncSession, job: Job, interview: Interview, at: datetime) -> list[Slot]:
    """Every free slot for an interview: from the minimum notice to the horizon, earliest first.

    The interview's own booking does not count as busy, so that it can be moved.
    """
    query = (
        select(User)
        .join(JobInterviewer, JobInterviewer.user_id == User.id)
        .where(JobInterviewer.job_id == job.id)
        .order_by(User.id)
    )
    hours = [
        WorkingHours(u.id, u.time_zone, u.work_starts, u.work_ends, weekdays(u.work_days))
        for u in await session.scalars(query)
    ]
    window = Span(at + job.minimum_notice, at + job.slot_horizon)
    users: list[UUID] = [h.user_id for h in hours]
    rows = await session.execute(
        BUSY, {"users": users, "since": window.start, "until": window.end, "but": interview.id}
    )
    busy = [(row.user_id, Span(row.starts, row.ends)) for row in rows]
    return free_slots(hours, busy, window, interview.duration)
