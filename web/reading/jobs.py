"""Jobs as recruiters see them: the list, and one job with seats, bench, counts and what it waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import case, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus, JobStatus, ShortlistStatus
from models import Application, HeldStep, Interview, Job
from services import shortlist
from web.paging import cursor, read_cursor

BENCH_SHOWN = 100


@dataclass(frozen=True, slots=True)
class JobLine:
    """A job in a list."""

    id: UUID
    title: str
    company: str
    status: JobStatus
    created_at: datetime
    closes_at: datetime | None
    openings: int
    applications: int
    seated: int
    completed: int


async def list_jobs(
    session: AsyncSession, *, after: str | None, limit: int
) -> tuple[list[JobLine], str | None]:
    """Jobs, newest first, with how full they are; and the cursor of the next page."""
    query = select(Job).order_by(Job.created_at.desc(), Job.id.desc()).limit(limit + 1)
    if after is not None:
        created_at, job_id = read_cursor(after, datetime.fromisoformat, UUID)
        query = query.where(tuple_(Job.created_at, Job.id) < tuple_(created_at, job_id))
    jobs = list(await session.scalars(query))
    shown = jobs[:limit]
    counts = await _counts(session, [job.id for job in shown])
    lines = [
        JobLine(
            id=job.id,
            title=job.title,
            company=job.company,
            status=job.status,
            created_at=job.created_at,
            closes_at=job.closes_at,
            openings=job.number_of_openings,
            applications=counts.get(job.id, (0, 0, 0))[0],
            seated=counts.get(job.id, (0, 0, 0))[1],
            completed=counts.get(job.id, (0, 0, 0))[2],
        )
        for job in shown
    ]
    more = len(jobs) > limit
    return lines, cursor(shown[-1].created_at.isoformat(), shown[-1].id) if more else None


async def _counts(session: AsyncSession, job_ids: list[UUID]) -> dict[UUID, tuple[int, int, int]]:
    seated = Application.shortlist_status == ShortlistStatus.SHORTLISTED
    query = (
        select(
            Application.job_id,
            func.count(),
            func.count(case((seated, 1))),
            func.count(case((Interview.status == InterviewStatus.COMPLETED, 1))),
        )
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(Application.job_id.in_(job_ids))
        .group_by(Application.job_id)
    )
    return {job_id: (all_, held, done) for job_id, all_, held, done in await session.execute(query)}


@dataclass(frozen=True, slots=True)
class Seat:
    """One of a job's seats; vacant when `application_id` is None."""

    rank: int
    application_id: UUID | None = None
    fit_score: Decimal | None = None
    interview_id: UUID | None = None
    interview_status: InterviewStatus | None = None


@dataclass(frozen=True, slots=True)
class Benched:
    """Somebody on the bench, in the order of promotion."""

    application_id: UUID
    rank: int | None
    fit_score: Decimal


@dataclass(frozen=True, slots=True)
class JobBoard:
    """What happens in a job right now."""

    seats: Sequence[Seat]
    bench: Sequence[Benched]
    counts: dict[str, int]
    unscored: int
    held: Sequence[HeldStep]
    cutoff: datetime | None
    next_deadline: datetime | None


async def board(session: AsyncSession, job: Job) -> JobBoard:
    """Seats, bench, counts, held steps, cut-off and next deadline of a job."""
    status = select(
        Application.shortlist_status, func.count(), func.count().filter(~Application.ai_processed)
    )
    counted = (
        await session.execute(
            status.where(Application.job_id == job.id).group_by(Application.shortlist_status)
        )
    ).all()
    held = await session.scalars(
        select(HeldStep).where(HeldStep.job_id == job.id).order_by(HeldStep.since, HeldStep.workflow_id)
    )
    return JobBoard(
        seats=await _seats(session, job),
        bench=await _bench(session, job),
        counts={s.value: 0 for s in ShortlistStatus} | {row[0].value: row[1] for row in counted},
        unscored=sum(row[2] for row in counted),
        held=held.all(),
        cutoff=await shortlist.cutoff(session, job),
        next_deadline=await _next_deadline(session, job),
    )


async def _seats(session: AsyncSession, job: Job) -> list[Seat]:
    query = (
        select(Application.rank, Application.id, Application.fit_score, Interview.id, Interview.status)
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(Application.job_id == job.id, Application.shortlist_status == ShortlistStatus.SHORTLISTED)
    )
    held = {
        rank: Seat(rank, application_id, score, interview_id, status)
        for rank, application_id, score, interview_id, status in await session.execute(query)
        if rank is not None
    }
    return [held.get(rank, Seat(rank)) for rank in range(1, job.number_of_openings + 1)]


async def _bench(session: AsyncSession, job: Job) -> list[Benched]:
    query = (
        select(Application.id, Application.rank, Application.fit_score)
        .where(Application.job_id == job.id, Application.shortlist_status == ShortlistStatus.BUFFER)
        .order_by(Application.fit_score.desc(), Application.created_at, Application.id)
        .limit(BENCH_SHOWN)
    )
    return [Benched(*row) for row in await session.execute(query)]


async def _next_deadline(session: AsyncSession, job: Job) -> datetime | None:
    due = case(
        (Interview.status == InterviewStatus.INVITATION_SENT, Interview.confirmation_deadline),
        (Interview.status == InterviewStatus.SLOT_PENDING, Interview.slot_selection_deadline),
    )
    found: datetime | None = await session.scalar(select(func.min(due)).where(Interview.job_id == job.id))
    return found
