"""Free times of a job's interviewers: bookings, offers that hold, and what connected calendars call busy."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slots import (
    Booking,
    Interviewer,
    Panel,
    Slot,
    Span,
    WorkingHours,
    counted_span,
    free_slots,
    offer_window,
    weekdays,
)
from domain.vocabulary import TimeKind
from models import Interview, Job, JobInterviewer, User

BUSY = text("SELECT user_id, starts, ends, kind FROM interviewer_busy(:users, :since, :until, :but, :at)")
FINE_STEP = timedelta(minutes=5)
"""A booked time may not lie on the half hours of whoever takes over."""

LOAD = text("SELECT user_id, taken FROM interviewer_load(:job, :but)")


async def free(
    session: AsyncSession, job: Job, interview: Interview, at: datetime, window: Span | None = None
) -> list[Slot]:
    """Every free slot for an interview: from the minimum notice to the horizon, earliest first.

    Everybody without a pool takes part, and one of each pool: of several who are free, the one who took the
    fewest interviews for the time they are a member. The interview's own booking and offers do not count as
    busy, so that it can be moved. Whoever's connected calendar cannot be read has no free time.
    Whoever is disabled takes no part; a pool without anybody else has no free time.
    """
    members = await _members(session, job.id)
    able = [(user, member) for user, member in members if user.disabled_at is None]
    if not able or {member.pool for _, member in members} - {member.pool for _, member in able} - {None}:
        return []
    return await _search(session, job, interview, able, window or _window(job, at), at)


async def stand_in(
    session: AsyncSession, job: Job, interview: Interview, instead_of: UUID, at: datetime
) -> UUID | None:
    """Somebody of the same pool who could take over the booked time, by the rules for new bookings; or None."""
    if interview.scheduled_time is None:
        return None
    members = await _members(session, job.id)
    pool = next((member.pool for user, member in members if user.id == instead_of), None)
    if pool is None:
        return None
    taken = {instead_of, interview.interviewer_id, *interview.panel}
    others = [
        (user, member)
        for user, member in members
        if member.pool == pool and user.id not in taken and user.disabled_at is None
    ]
    booked = Span(interview.scheduled_time, interview.scheduled_time + interview.duration)
    found = await _search(session, job, interview, others, booked, at, FINE_STEP)
    return found[0].interviewer_id if found else None


def _window(job: Job, at: datetime) -> Span:
    return offer_window(at, job.minimum_notice, job.slot_horizon)


async def _search(
    session: AsyncSession,
    job: Job,
    interview: Interview,
    members: list[tuple[User, JobInterviewer]],
    window: Span,
    at: datetime,
    step: timedelta | None = None,
) -> list[Slot]:
    counted = counted_span(window)
    users = [user.id for user, _ in members]
    asked = {"users": users, "since": counted.start, "until": counted.end, "but": interview.id, "at": at}
    busy: dict[UUID, list[Span]] = defaultdict(list)
    booked: list[Booking] = []
    for row in await session.execute(BUSY, asked):
        busy[row.user_id].append(Span(row.starts, row.ends))
        if row.kind == TimeKind.BOOKING:
            booked.append(Booking(row.user_id, interview.id, row.starts))
    loads = await session.execute(LOAD, {"job": job.id, "but": interview.id})
    taken = {row.user_id: row.taken for row in loads}
    panel = _panel([(_interviewer(user, member, taken), member.pool) for user, member in members])
    return free_slots(panel, busy, window, interview.duration, booked=booked, step=step)


async def interviewers(session: AsyncSession, job_id: UUID) -> list[UUID]:
    """Everybody who may interview for a job, in the order of their ids."""
    return [user.id for user, _ in await _members(session, job_id)]


async def _members(session: AsyncSession, job_id: UUID) -> list[tuple[User, JobInterviewer]]:
    query = (
        select(User, JobInterviewer)
        .join(JobInterviewer, JobInterviewer.user_id == User.id)
        .where(JobInterviewer.job_id == job_id)
        .order_by(User.id)
    )
    return [(row[0], row[1]) for row in await session.execute(query)]


def _interviewer(user: User, member: JobInterviewer, taken: dict[UUID, int]) -> Interviewer:
    return Interviewer(
        user_id=user.id,
        hours=WorkingHours(
            user.time_zone,
            user.work_starts,
            user.work_ends,
            weekdays(user.work_days),
            holidays=user.holiday_calendar,
        ),
        member_since=member.member_since,
        load=taken.get(user.id, 0),
        buffer_before=user.buffer_before,
        buffer_after=user.buffer_after,
        per_day=user.interviews_per_day,
        per_week=user.interviews_per_week,
    )


def _panel(people: list[tuple[Interviewer, str | None]]) -> Panel:
    pools: dict[str, list[Interviewer]] = defaultdict(list)
    for interviewer, pool in people:
        if pool is not None:
            pools[pool].append(interviewer)
    required = tuple(interviewer for interviewer, pool in people if pool is None)
    return Panel(required, tuple(tuple(pools[name]) for name in sorted(pools)))
