"""Applications of a job in the order of the board, page by page, with the parts of their scores."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Uuid, any_, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import load_only

from domain.vocabulary import InterviewStatus
from models import Application, Candidate, Interview
from web.reading.board_filter import Filter, Show
from web.reading.board_people import SHOWN, page_of

EVERYBODY = Filter(show=Show.ALL)
_COLUMNS = load_only(
    *SHOWN,
    Application.scorer,
    Application.score_parameters,
    Application.score_input,
    Application.score_evidence,
    Application.scored_at,
    raiseload=True,
)

_ABOUT = (
    select(
        Application.id,
        Candidate.name,
        Candidate.email,
        Interview.id.label("interview_id"),
        Interview.status.label("interview_status"),
    )
    .outerjoin(Candidate, Candidate.id == Application.candidate_id)
    .outerjoin(Interview, Interview.application_id == Application.id)
    .where(Application.id == any_(bindparam("ids", type_=ARRAY(Uuid()))))
)
"""Who the people of a page are, and their interviews. Built once: building costs as much as running it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """An application with who it is and its interview."""

    application: Application
    name: str
    email: str | None
    interview_id: UUID | None
    interview_status: InterviewStatus | None


async def list_ranked(
    session: AsyncSession, job_id: UUID, *, after: str | None, limit: int
) -> tuple[list[Ranked], str | None]:
    """Seats in their order, then everybody else by score; and the cursor of the next page."""
    found, next_ = await page_of(session, job_id, EVERYBODY, after=after, limit=limit, columns=_COLUMNS)
    rows = await session.execute(_ABOUT, {"ids": [one.id for one in found]})
    about = {row.id: row for row in rows}
    # Whoever was erased since the first of the two statements is shown no more.
    return [_ranked(one, about[one.id]) for one in found if one.id in about], next_


def _ranked(application: Application, about: Row[*tuple[Any, ...]]) -> Ranked:
    return Ranked(
        application,
        about.name or application.applicant_name or "",
        about.email,
        about.interview_id,
        about.interview_status,
    )
