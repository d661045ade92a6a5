"""Everybody interviewed for one job, side by side. It orders nobody by merit unless a reader sorts a column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from domain.errors import InvalidInputError
from domain.scorecards import DIMENSIONS
from domain.vocabulary import InterviewStatus
from models import Candidate, Interview, InterviewerScorecard, InterviewInterviewer, Job, Scorecard
from services import access, find
from services.calendars.entries import people_of
from services.log import Subject

CONDUCTED = (InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS, InterviewStatus.COMPLETED)
SORTS = ("name", "date", "overall_score", *DIMENSIONS)
"""What a reader may sort by; names ascending, everything else descending."""
MOST = 500
"""Interviews on one page; a job with more seats is compared by its newest."""


@dataclass(frozen=True, slots=True)
class Line:
    """One candidate."""

    interview: Interview
    name: str
    card: Scorecard | None
    is_hidden: bool
    """The reader conducts this interview and has not handed in the own card."""
    expected: int
    """How many people conduct it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The candidates of a job with their merged cards."""

    job: Job
    sort: str
    lines: tuple[Line, ...]


async def compare(
    session: AsyncSession,
    job_id: UUID,
    user_id: UUID,
    *,
    at: datetime,
    sort: str = "name",
    purpose: Purpose = Purpose.PAGE,
) -> Comparison:
    """The matrix of a job, as far as the person sees it. Noted as read.

    Raises NotFoundError, InvalidInputError for a column that is none.
    """
    if sort not in SORTS:
        raise InvalidInputError(
            f"There is no column {sort[:40]!r}.", field="sort", remedy=f"Use {', '.join(SORTS)}."
        )
    job = await find.job(session, job_id)
    rows = await session.execute(
        select(Interview, Candidate.name, Scorecard)
        .join(Candidate, Candidate.id == Interview.candidate_id)
        .outerjoin(Scorecard, Scorecard.interview_id == Interview.id)
        .where(Interview.job_id == job_id, Interview.status.in_(CONDUCTED))
        .order_by(Interview.created_at.desc(), Interview.id)
        .limit(MOST)
    )
    due = await _due(session, job_id, user_id)
    lines = [
        Line(interview, name, card, interview.id in due, len(people_of(interview)))
        for interview, name, card in rows
    ]
    shown = sum(line.card is not None for line in lines)
    if shown:
        await access.note(session, Seen.SCORECARD, Subject(job_id), at=at, purpose=purpose, records=shown)
    return Comparison(job, sort, tuple(_sorted(lines, sort)))


async def _due(session: AsyncSession, job_id: UUID, user_id: UUID) -> set[UUID]:
    """Interviews of the job that the person conducts and has no handed-in card for."""
    written = select(func.count()).where(
        InterviewerScorecard.interview_id == Interview.id,
        InterviewerScorecard.interviewer_id == user_id,
        InterviewerScorecard.handed_in_at.is_not(None),
    )
    query = (
        select(Interview.id)
        .join(InterviewInterviewer, InterviewInterviewer.interview_id == Interview.id)
        .where(
            Interview.job_id == job_id,
            InterviewInterviewer.user_id == user_id,
            InterviewInterviewer.kind == "booking",
            InterviewInterviewer.is_live,
            written.scalar_subquery() == 0,
        )
    )
    return set(await session.scalars(query))


def _sorted(lines: Sequence[Line], sort: str) -> list[Line]:
    by_name = sorted(lines, key=lambda line: (line.name.casefold(), str(line.interview.id)))
    if sort == "name":
        return by_name
    key: Callable[[Line], Any] = (
        (lambda line: line.interview.scheduled_time)
        if sort == "date"
        else (lambda line: getattr(line.card, sort, None))
    )
    known = [line for line in by_name if key(line) is not None]
    return [*sorted(known, key=key, reverse=True), *(line for line in by_name if key(line) is None)]
