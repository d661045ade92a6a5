"""Jobs as recruiters see them: the list, and one job with seats, bench, counts and what it waits for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Uuid, bindparam, case, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus, JobStatus, ShortlistStatus
from models import Application, HeldStep, Interview, Job
from services import shortlist
from web.paging import cursor, read_cursor
from web.reading.standing import standing

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
    ids = [job.id for job in shown]
    stands = await standing(session, ids)
    completed = await _completed(session, ids)
    lines = [
        JobLine(
            id=job.id,
            title=job.title,
            company=job.company,
            status=job.status,
            created_at=job.created_at,
            closes_at=job.closes_at,
            openings=job.number_of_openings,
            applications=stands[job.id].all,
            seated=stands[job.id].counts[ShortlistStatus.SHORTLISTED],
            completed=completed.get(job.id, 0),
        )
        for job in shown
    ]
    more = len(jobs) > limit
    return lines, cursor(shown[-1].created_at.isoformat(), shown[-1].id) if more else None


async def _completed(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, int]:
    query = (
        select(Interview.job_id, func.count())
        .where(
            Interview.job_id.in_(ids),
            Interview.status == InterviewStatus.COMPLETED,
            Interview.application_id.is_not(None),
        )
        .group_by(Interview.job_id)
    )
    return {job_id: count for job_id, count in await session.execute(query) if job_id}


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


_OF_JOB = bindparam("job_id", type_=Uuid())
# Built once: building these costs about as much as running them, and every read of a job asks all.
_HELD = select(HeldStep).where(HeldStep.job_id == _OF_JOB).order_by(HeldStep.since, HeldStep.workflow_id)
_SEATS = (
    select(Application.rank, Application.id, Application.fit_score, Interview.id, Interview.status)
    .outerjoin(Interview, Interview.application_id == Application.id)
    .where(Application.job_id == _OF_JOB, Application.shortlist_status == ShortlistStatus.SHORTLISTED)
)
_BENCH = (
    select(Application.id, Application.rank, Application.fit_score)
    .where(Application.job_id == _OF_JOB, Application.shortlist_status == ShortlistStatus.BUFFER)
    .order_by(Application.fit_score.desc(), Application.created_at, Application.id)
    .limit(BENCH_SHOWN)
)
_NEXT_DEADLINE = select(
    func.min(
        case(
            (Interview.status == InterviewStatus.INVITATION_SENT, Interview.confirmation_deadline),
            (Interview.status == InterviewStatus.SLOT_PENDING, Interview.slot_selection_deadline),
        )
    )
).where(Interview.job_id == _OF_JOB)


async def board(session: AsyncSession, job: Job) -> JobBoard:
    """Seats, bench, counts, held steps, cut-off and next deadline of a job."""
    of_job = {"job_id": job.id}
    stands = (await standing(session, [job.id]))[job.id]
    held = await session.scalars(_HELD, of_job)
    seats = {
        rank: Seat(rank, application_id, score, interview_id, status)
        for rank, application_id, score, interview_id, status in await session.execute(_SEATS, of_job)
        if rank is not None
    }
    return JobBoard(
        seats=[seats.get(rank, Seat(rank)) for rank in range(1, job.number_of_openings + 1)],
        bench=[Benched(*row) for row in await session.execute(_BENCH, of_job)],
        counts={status.value: count for status, count in stands.counts.items()},
        unscored=stands.unscored,
        held=held.all(),
        cutoff=await shortlist.cutoff(session, job),
        next_deadline=await session.scalar(_NEXT_DEADLINE, of_job),
    )
