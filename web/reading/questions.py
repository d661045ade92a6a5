"""Pages of the bank, and interviews that have no type yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus
from models import Candidate, Interview, InterviewSkill, Job, Question
from services.questions.bank import QuestionFilter, matching
from services.questions.written import sought
from web.paging import cursor, read_cursor


@dataclass(frozen=True, slots=True)
class WithoutType:
    """An interview that nobody has categorised."""

    id: UUID
    job_id: UUID | None
    job_title: str | None
    candidate_name: str
    status: InterviewStatus
    scheduled_time: datetime | None
    created_at: datetime


async def list_questions(
    session: AsyncSession, wanted: QuestionFilter, *, after: str | None, limit: int
) -> tuple[Sequence[Question], str | None]:
    """A page of the bank, in the order in which questions were added."""
    query = matching(wanted)
    if after is not None:
        key = read_cursor(after, datetime.fromisoformat, UUID)
        query = query.where(tuple_(Question.created_at, Question.id) > tuple_(*key))
    rows = (await session.scalars(query.limit(limit + 1))).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], cursor(last.created_at.isoformat(), last.id) if last else None


async def list_without_type(
    session: AsyncSession,
    *,
    job_id: UUID | None = None,
    status: InterviewStatus | None = None,
    search: str = "",
    without_skills: bool = False,
    after: str | None,
    limit: int,
) -> tuple[list[WithoutType], str | None]:
    """Interviews without a type, newest first; `search` looks at the job's title and the candidate's name."""
    query = (
        select(
            Interview.id,
            Interview.job_id,
            Job.title,
            Candidate.name,
            Interview.status,
            Interview.scheduled_time,
            Interview.created_at,
        )
        .join(Candidate, Candidate.id == Interview.candidate_id)
        .outerjoin(Job, Job.id == Interview.job_id)
        .where(Interview.interview_type_id.is_(None))
        .order_by(Interview.created_at.desc(), Interview.id.desc())
    )
    if job_id is not None:
        query = query.where(Interview.job_id == job_id)
    if status is not None:
        query = query.where(Interview.status == status)
    if without_skills:
        query = query.where(~exists().where(InterviewSkill.interview_id == Interview.id))
    if wanted := sought(search):
        query = query.where(
            Job.title.icontains(wanted, autoescape=True) | Candidate.name.icontains(wanted, autoescape=True)
        )
    if after is not None:
        key = read_cursor(after, datetime.fromisoformat, UUID)
        query = query.where(tuple_(Interview.created_at, Interview.id) < tuple_(*key))
    rows = [WithoutType(*row) for row in await session.execute(query.limit(limit + 1))]
    last = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], cursor(last.created_at.isoformat(), last.id) if last else None
