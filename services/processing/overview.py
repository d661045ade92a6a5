"""How interviews are getting on with their processing, as far as the caller sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from domain.processing.progress import ORDER, SHOWN_STUCK_AFTER, Story, is_stuck, story
from domain.vocabulary import ProcessingStatus
from models import Candidate, HeldStep, Interview, Job, ProcessingStep
from services.processing import sweep


class Standing(StrEnum):
    """How an interview stands, for people."""

    RUNNING = "running"
    HELD = "held"
    """A step waits at a closed gate."""
    STUCK = "stuck"
    """No sign of life for more than an hour."""
    FAILED = "failed"
    READY = "ready"
    UNPROCESSED = "unprocessed"
    """Nobody asked for it yet."""


class Wanted(StrEnum):
    """Which interviews are listed."""

    TROUBLE = "trouble"
    """Stuck or failed."""
    STUCK = "stuck"
    FAILED = "failed"
    RUNNING = "running"
    """Being processed, held and stuck ones included."""
    READY = "ready"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Line:
    """One interview."""

    interview_id: UUID
    job_id: UUID | None
    job_title: str | None
    candidate: str
    standing: Standing
    status: ProcessingStatus
    story: Story
    held_by: str | None
    last_sign: datetime
    """Last heartbeat; without one, when the row changed last."""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines, the latest sign of life first; `next` is the last line's key when there are more."""

    lines: Sequence[Line]
    next: tuple[datetime, UUID] | None


_SIGN = func.coalesce(sweep.heartbeat(), Interview.updated_at)
_GATE = (
    select(HeldStep.gate)
    .where(HeldStep.workflow_id == func.concat("processing-", Interview.id))
    .limit(1)
    .scalar_subquery()
)


async def listed(
    session: AsyncSession,
    wanted: Wanted,
    now: datetime,
    *,
    job_id: UUID | None = None,
    after: tuple[datetime, UUID] | None = None,
    limit: int = 50,
) -> Page:
    """One page. `after` is the `next` of the page before."""
    query = _lines().where(_is(wanted, now)).order_by(_SIGN.desc(), Interview.id.desc()).limit(limit + 1)
    if job_id is not None:
        query = query.where(Interview.job_id == job_id)
    if after is not None:
        query = query.where(tuple_(_SIGN, Interview.id) < tuple_(*after))
    lines = [_line(row, now) for row in await session.execute(query)]
    shown = lines[:limit]
    return Page(shown, (shown[-1].last_sign, shown[-1].interview_id) if len(lines) > limit else None)


async def one(session: AsyncSession, interview_id: UUID, now: datetime) -> Line:
    """One interview. Raises NotFoundError."""
    row = (await session.execute(_lines().where(Interview.id == interview_id))).one_or_none()
    if row is None:
        raise NotFoundError("There is no such interview.", field="interview_id")
    return _line(row, now)


async def timeline(session: AsyncSession, interview_id: UUID) -> Sequence[ProcessingStep]:
    """Every step of every request, the newest request first, steps in their order."""
    row = ProcessingStep
    rows = await session.scalars(select(row).where(row.interview_id == interview_id))
    return sorted(rows, key=lambda step: (-step.attempt, ORDER.index(step.step)))


async def counts(session: AsyncSession, now: datetime) -> dict[Wanted, int]:
    """How many the caller sees of each kind."""
    kinds = [kind for kind in Wanted if kind is not Wanted.ALL]
    columns = [func.count().filter(_is(kind, now)) for kind in kinds]
    row = (
        await session.execute(select(*columns).where(Interview.processing_status != ProcessingStatus.NONE))
    ).one()
    return dict(zip(kinds, row, strict=True))


def _lines() -> Select[Interview, str | None, str | None, str | None]:
    return (
        select(Interview, Job.title, Candidate.name, _GATE)
        .outerjoin(Job, Job.id == Interview.job_id)
        .outerjoin(Candidate, Candidate.id == Interview.candidate_id)
    )


def _is(wanted: Wanted, now: datetime) -> ColumnElement[bool]:
    status = Interview.processing_status
    stuck = sweep.is_stuck(now - SHOWN_STUCK_AFTER)
    match wanted:
        case Wanted.TROUBLE:
            return or_(stuck, status == ProcessingStatus.ERROR)
        case Wanted.STUCK:
            return stuck
        case Wanted.FAILED:
            return status == ProcessingStatus.ERROR
        case Wanted.RUNNING:
            return status == ProcessingStatus.PROCESSING
        case Wanted.READY:
            return status == ProcessingStatus.READY
        case Wanted.ALL:
            return status != ProcessingStatus.NONE


def _line(row: Row[Interview, str | None, str | None, str | None], now: datetime) -> Line:
    interview, title, name, gate = row
    told = story(interview.processing_metadata)
    last_sign = told.heartbeat_at or interview.updated_at
    return Line(
        interview_id=interview.id,
        job_id=interview.job_id,
        job_title=title,
        candidate=name or "",
        standing=_standing(interview.processing_status, gate, last_sign, now),
        status=interview.processing_status,
        story=told,
        held_by=gate,
        last_sign=last_sign,
    )


def _standing(status: ProcessingStatus, gate: str | None, last_sign: datetime, now: datetime) -> Standing:
    match status:
        case ProcessingStatus.READY:
            return Standing.READY
        case ProcessingStatus.ERROR:
            return Standing.FAILED
        case ProcessingStatus.NONE:
            return Standing.UNPROCESSED
    if gate is not None:
        return Standing.HELD
    return Standing.STUCK if is_stuck(last_sign, now) else Standing.RUNNING
