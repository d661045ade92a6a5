"""Applications of a job in the order of their rank, page by page."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from models import Application, Candidate, Interview
from web.paging import cursor, read_cursor

UNRANKED = 2_147_483_647
"""Sorts after every rank."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An application with who it is and its interview."""

    application: Application
    name: str
    email: str | None
    interview: Interview | None


async def list_ranked(
    session: AsyncSession, job_id: UUID, *, after: str | None, limit: int
) -> tuple[list[Ranked], str | None]:
    """Applications by rank, then by score; and the cursor of the next page."""
    key = (
        func.coalesce(Application.rank, UNRANKED),
        -Application.fit_score,
        Application.created_at,
        Application.id,
    )
    query = (
        select(Application, Candidate.name, Candidate.email, Interview)
        .outerjoin(Candidate, Candidate.id == Application.candidate_id)
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(Application.job_id == job_id)
        .order_by(*key)
        .limit(limit + 1)
    )
    if after is not None:
        parts = read_cursor(after, int, Decimal, datetime.fromisoformat, UUID)
        query = query.where(tuple_(*key) > tuple_(*parts))
    rows = [
        Ranked(application, name or application.applicant_name or "", email, interview)
        for application, name, email, interview in await session.execute(query)
    ]
    if len(rows) <= limit:
        return rows, None
    last = rows[limit - 1].application
    rank = UNRANKED if last.rank is None else last.rank
    return rows[:limit], cursor(rank, -last.fit_score, last.created_at.isoformat(), last.id)
