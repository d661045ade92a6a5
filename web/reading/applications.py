"""Applications of a job in the order of the board, page by page, with the parts of their scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import load_only

from models import Application, Candidate, Interview
from web.reading.board_filter import Filter, Show
from web.reading.board_people import SHOWN, interviews_of, page_of

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
    """Seats in their order, then everybody else by score; and the cursor of the next page."""
    found, next_ = await page_of(session, job_id, EVERYBODY, after=after, limit=limit, columns=_COLUMNS)
    people = await _people(session, [one.candidate_id for one in found if one.candidate_id is not None])
    interviews = await interviews_of(session, [one.id for one in found])
    return [_ranked(one, people, interviews) for one in found], next_


async def _people(session: AsyncSession, ids: Sequence[UUID]) -> Mapping[UUID, tuple[str, str | None]]:
    if not ids:
        return {}
    query = select(Candidate.id, Candidate.name, Candidate.email).where(Candidate.id.in_(ids))
    return {row.id: (row.name, row.email) for row in await session.execute(query)}


def _ranked(
    application: Application,
    people: Mapping[UUID, tuple[str, str | None]],
    interviews: Mapping[UUID, Interview],
) -> Ranked:
    name, email = people.get(application.candidate_id, ("", None)) if application.candidate_id else ("", None)
    return Ranked(
        application, name or application.applicant_name or "", email, interviews.get(application.id)
    )
