"""Interviews that somebody conducts, or that belong to their jobs: those to come, and those that were."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus as I
from models import Candidate, Interview, Job
from web.paging import cursor, read_cursor


class When(StrEnum):
    """Which side of now."""

    COMING = "coming"
    PAST = "past"


STATES = {When.COMING: (I.CONFIRMED, I.IN_PROGRESS), When.PAST: (I.COMPLETED, I.NO_SHOW)}


@dataclass(frozen=True, slots=True)
class OwnInterview:
    """One line of the list."""

    interview: Interview
    candidate: str
    job: str | None
    """None: the job was deleted."""


async def list_own(
    session: AsyncSession, when: When, mine: UUID | None, *, after: str | None, limit: int
) -> tuple[list[OwnInterview], str | None]:
    """What the person of this transaction may see: the next first, or the last first; and the next page's cursor.

    `mine`: only those that this person conducts.
    """
    time, number = Interview.scheduled_time, Interview.id
    query = (
        select(Interview, Candidate.name, Job.title)
        .join(Candidate, Candidate.id == Interview.candidate_id)
        .outerjoin(Job, Job.id == Interview.job_id)
        .where(Interview.status.in_(STATES[when]), time.is_not(None))
        .limit(limit + 1)
    )
    if mine is not None:
        query = query.where(or_(Interview.interviewer_id == mine, Interview.panel.contains([mine])))
    if after is not None:
        reached, place = tuple_(*read_cursor(after, datetime.fromisoformat, UUID)), tuple_(time, number)
        query = query.where(place > reached if when is When.COMING else place < reached)
    order = (time, number) if when is When.COMING else (time.desc(), number.desc())
    lines = [OwnInterview(*row) for row in await session.execute(query.order_by(*order))]
    if len(lines) <= limit:
        return lines, None
    last = lines[limit - 1].interview
    assert last.scheduled_time is not None  # noqa: S101 - the query asks for it
    return lines[:limit], cursor(last.scheduled_time.isoformat(), last.id)
