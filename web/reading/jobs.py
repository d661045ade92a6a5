"""Jobs as programs see them: the list, and one job with seats, bench, counts and what it waits for.

The list is one statement, the board of a job is another. Going to the database and back costs more than what most of
them look up, and what is read at one time cannot contradict itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import (
    DateTime,
    Integer,
    ScalarSelect,
    Select,
    Text,
    Uuid,
    bindparam,
    case,
    cast,
    func,
    select,
    tuple_,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus, JobStatus, ShortlistStatus
from models import Application, HeldStep, Interview, Job
from models.application import BEST_FIRST
from models.base import word
from services import shortlist
from web.acting import HIRING
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
    applications: int | None
    """This and what follows: None for whoever does not see everybody who applied, as their part is not the whole."""
    seated: int | None
    completed: int | None


async def list_jobs(
    session: AsyncSession, *, after: str | None, limit: int
) -> tuple[list[JobLine], str | None]:
    """Jobs, newest first, with how full they are; and the cursor of the next page."""
    asked: dict[str, Any] = {"most": limit + 1}
    if after is not None:
        asked["created_at"], asked["id"] = read_cursor(after, datetime.fromisoformat, UUID)
    rows = await session.execute(_lines(goes_on=after is not None), asked)
    lines = [JobLine(*row) for row in rows]
    if len(lines) <= limit:
        return lines, None
    last = lines[limit - 1]
    return lines[:limit], cursor(last.created_at.isoformat(), last.id)


_OF_LINE = (
    Job.id,
    Job.title,
    Job.company,
    Job.status,
    Job.created_at,
    Job.closes_at,
    Job.number_of_openings,
)


_SEES_EVERYBODY = func.app_role().in_(word(role) for role in HIRING)
"""Whether this person sees all applications of the jobs that they see, and not only those whom they interview."""


@cache
def _lines(*, goes_on: bool) -> Select[*tuple[Any, ...]]:
    """The columns of a `JobLine`, for a first page or one that goes on behind another."""
    page = select(*_OF_LINE).order_by(Job.created_at.desc(), Job.id.desc())
    if goes_on:
        behind = tuple_(bindparam("created_at", type_=DateTime(timezone=True)), bindparam("id", type_=Uuid()))
        page = page.where(tuple_(Job.created_at, Job.id) < behind)
    job = page.limit(bindparam("most", type_=Integer())).cte("page").c
    stands = _standing(select(func.array_agg(job.id)).scalar_subquery()).cte("stands")
    applications = select(func.coalesce(func.sum(stands.c.applications), 0)).where(stands.c.job_id == job.id)
    seated = applications.where(stands.c.shortlist_status == word(ShortlistStatus.SHORTLISTED))
    completed = select(func.count()).where(
        Interview.job_id == job.id,
        Interview.status == word(InterviewStatus.COMPLETED),
        Interview.application_id.is_not(None),
    )
    counts = (
        cast(applications.scalar_subquery(), Integer),
        cast(seated.scalar_subquery(), Integer),
        completed.scalar_subquery(),
    )
    return select(*job, *(case((_SEES_EVERYBODY, count)) for count in counts)).order_by(
        job.created_at.desc(), job.id.desc()
    )


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
class Held:
    """A step that waits at a gate."""

    workflow_id: str
    step: str
    gate: str
    interview_id: UUID | None
    since: datetime


@dataclass(frozen=True, slots=True)
class JobBoard:
    """What happens in a job right now."""

    seats: Sequence[Seat]
    bench: Sequence[Benched]
    counts: dict[str, int]
    unscored: int
    held: Sequence[Held]
    cutoff: datetime | None
    next_deadline: datetime | None


@dataclass(frozen=True, slots=True)
class _Count:
    shortlist_status: ShortlistStatus
    applications: int
    unscored: int


@dataclass(frozen=True, slots=True)
class _Found:
    """What the statement brings, as JSON."""

    whole: bool
    seats: Sequence[Seat]
    bench: Sequence[Benched]
    counts: Sequence[_Count]
    held: Sequence[Held]
    first_interview: datetime | None
    next_deadline: datetime | None


_READ = TypeAdapter(_Found)


async def board(session: AsyncSession, job: Job) -> JobBoard | None:
    """Seats, bench, counts, held steps, cut-off and next deadline of a job.

    None for whoever does not see everybody who applied: seats would look vacant that are not.
    """
    # A statement without entities does not flush by itself.
    await session.flush()
    (row,) = await session.execute(_BOARD, {"job_id": job.id})
    found = _READ.validate_json(row[0])
    if not found.whole:
        return None
    seats = {seat.rank: seat for seat in found.seats}
    counts = dict.fromkeys((status.value for status in ShortlistStatus), 0)
    counts |= {count.shortlist_status.value: count.applications for count in found.counts}
    return JobBoard(
        seats=[seats.get(rank, Seat(rank)) for rank in range(1, job.number_of_openings + 1)],
        bench=found.bench,
        counts=counts,
        unscored=sum(count.unscored for count in found.counts),
        held=found.held,
        cutoff=shortlist.cutoff_from(found.first_interview, job),
        next_deadline=found.next_deadline,
    )


def _standing(jobs: Any) -> Select[*tuple[Any, ...]]:
    """How many applications of these jobs stand where (`web.reading.standing`)."""
    found = func.applications_standing(jobs).table_valued(
        "job_id", "shortlist_status", "applications", "unscored"
    )
    return select(found)


def _list_of(query: Select[*tuple[Any, ...]]) -> ScalarSelect[Any]:
    """The rows of a query as a JSON list, in their order."""
    row = query.subquery().table_valued()
    return select(func.coalesce(func.json_agg(row), func.json_build_array())).scalar_subquery()


def _board() -> Select[str]:
    job_id = bindparam("job_id", type_=Uuid())
    seats = (
        select(
            Application.rank,
            Application.id.label("application_id"),
            Application.fit_score,
            Interview.id.label("interview_id"),
            Interview.status.label("interview_status"),
        )
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(
            Application.job_id == job_id,
            Application.shortlist_status == word(ShortlistStatus.SHORTLISTED),
            Application.rank.is_not(None),
        )
    )
    bench = (
        select(Application.id.label("application_id"), Application.rank, Application.fit_score)
        .where(Application.job_id == job_id, Application.shortlist_status == word(ShortlistStatus.BUFFER))
        .order_by(*BEST_FIRST)
        .limit(BENCH_SHOWN)
    )
    held = (
        select(HeldStep.workflow_id, HeldStep.step, HeldStep.gate, HeldStep.interview_id, HeldStep.since)
        .where(HeldStep.job_id == job_id)
        .order_by(HeldStep.since, HeldStep.workflow_id)
    )
    next_deadline = select(
        func.min(
            case(
                (Interview.status == word(InterviewStatus.INVITATION_SENT), Interview.confirmation_deadline),
                (Interview.status == word(InterviewStatus.SLOT_PENDING), Interview.slot_selection_deadline),
            )
        )
    ).where(Interview.job_id == job_id)
    whole = select(
        _SEES_EVERYBODY.label("whole"),
        _list_of(seats).label("seats"),
        _list_of(bench).label("bench"),
        _list_of(_standing(array([job_id]))).label("counts"),
        _list_of(held).label("held"),
        shortlist.first_interview(job_id).scalar_subquery().label("first_interview"),
        next_deadline.scalar_subquery().label("next_deadline"),
    )
    return select(cast(func.row_to_json(whole.subquery().table_valued()), Text))


_BOARD = _board()
"""Built once: building it costs about as much as running it."""
