"""The list of jobs with how full their seats and benches are, what runs out next, and what is held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, case, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.bench import BenchHealth, bench_health
from domain.vocabulary import InterviewStatus, JobStatus, ShortlistStatus, UserRole
from models import HeldStep, Interview, Job
from web.paging import cursor, read_cursor
from web.reading.standing import Standing, standing

PAGE = 50
LONGEST_SEARCH = 100
BOOKED = (InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class JobFilter:
    """Which jobs: of one status, with these words in title or company."""

    status: JobStatus | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job in the list."""

    job: Job
    applications: int
    held_seats: int
    booked: int
    completed: int
    bench: int
    health: BenchHealth
    next_deadline: datetime | None
    held_steps: int

    @property
    def seats(self) -> Sequence[str]:
        """Each seat by the furthest that it came: completed, booked, held, vacant."""
        booked, done = self.booked, self.completed
        held = max(0, self.held_seats - booked - done)
        vacant = max(0, self.job.number_of_openings - held - booked - done)
        return [*["completed"] * done, *["booked"] * booked, *["held"] * held, *["vacant"] * vacant]


async def list_job_rows(
    session: AsyncSession,
    wanted: JobFilter,
    *,
    role: UserRole,
    user_id: UUID,
    after: str | None,
    limit: int = PAGE,
) -> tuple[list[JobRow], str | None]:
    """Jobs that somebody sees, newest first; and the cursor of the next page."""
    query = jobs_query(wanted, role=role, user_id=user_id, after=after, limit=limit + 1)
    jobs = list(await session.scalars(query))
    shown = jobs[:limit]
    ids = [job.id for job in shown]
    stands = await standing(session, ids)
    stages = await _stages(session, ids)
    held = await _held(session, ids)
    rows = [_row(job, stands[job.id], stages.get(job.id), held.get(job.id, 0)) for job in shown]
    more = len(jobs) > limit
    return rows, cursor(shown[-1].created_at.isoformat(), shown[-1].id) if more else None


def jobs_query(
    wanted: JobFilter, *, role: UserRole, user_id: UUID, after: str | None, limit: int
) -> Select[Job]:
    """Jobs, newest first. A recruiter's own are asked for by name, so that an index leads to them."""
    query = select(Job).order_by(Job.created_at.desc(), Job.id.desc()).limit(limit)
    if role is UserRole.RECRUITER:
        query = query.where(Job.recruiter_id == user_id)
    if wanted.status is not None:
        query = query.where(Job.status == wanted.status)
    for word in wanted.words[:LONGEST_SEARCH].split():
        query = query.where(
            or_(Job.title.icontains(word, autoescape=True), Job.company.icontains(word, autoescape=True))
        )
    if after is not None:
        created_at, job_id = read_cursor(after, datetime.fromisoformat, UUID)
        query = query.where(tuple_(Job.created_at, Job.id) < tuple_(created_at, job_id))
    return query


@dataclass(frozen=True, slots=True)
class _Stage:
    booked: int
    completed: int
    next_deadline: datetime | None


async def _stages(session: AsyncSession, ids: Sequence[UUID]) -> Mapping[UUID, _Stage]:
    runs = Interview.bounced_at.is_(None)
    due = case(
        (
            (Interview.status == InterviewStatus.INVITATION_SENT) & runs,
            Interview.confirmation_deadline,
        ),
        ((Interview.status == InterviewStatus.SLOT_PENDING) & runs, Interview.slot_selection_deadline),
    )
    query = (
        select(
            Interview.job_id,
            func.count().filter(Interview.status.in_(BOOKED)),
            func.count().filter(Interview.status == InterviewStatus.COMPLETED),
            func.min(due),
        )
        .where(Interview.job_id.in_(ids))
        .group_by(Interview.job_id)
    )
    return {job_id: _Stage(*rest) for job_id, *rest in await session.execute(query) if job_id}


async def _held(session: AsyncSession, ids: Sequence[UUID]) -> Mapping[UUID, int]:
    query = select(HeldStep.job_id, func.count()).where(HeldStep.job_id.in_(ids)).group_by(HeldStep.job_id)
    return {job_id: count for job_id, count in await session.execute(query) if job_id}


def _row(job: Job, stands: Standing, stage: _Stage | None, held: int) -> JobRow:
    bench = stands.counts[ShortlistStatus.BUFFER]
    return JobRow(
        job=job,
        applications=stands.all,
        held_seats=stands.counts[ShortlistStatus.SHORTLISTED],
        booked=stage.booked if stage else 0,
        completed=stage.completed if stage else 0,
        bench=bench,
        health=bench_health(bench, job.shortlisting_buffer, is_ranked=job.ranked_at is not None),
        next_deadline=stage.next_deadline if stage else None,
        held_steps=held,
    )
