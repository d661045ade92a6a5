"""Applications of a job in the order of the board, page by page, with the parts of their scores."""

from uuid import UUID

from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models import Application
from services import find
from web.reading.board_filter import Filter, Show
from web.reading.board_order import NAME, OWN_CANDIDATE, OWN_INTERVIEW, Listed, page_of

EVERYBODY = Filter(show=Show.ALL)

_RANKED = (
    select(
        Application.id,
        Application.job_id,
        Application.candidate_id,
        NAME,
        OWN_CANDIDATE.c.email,
        Application.created_at,
        Application.fit_score,
        Application.rank,
        Application.held_seat,
        Application.shortlist_status,
        Application.ai_processed,
        Application.summary,
        Application.unreadable_reason,
        Application.scorer,
        Application.score_parameters,
        Application.score_input,
        Application.score_components,
        Application.score_evidence,
        Application.scored_at,
        OWN_INTERVIEW.c.id.label("interview_id"),
        OWN_INTERVIEW.c.status.label("interview_status"),
    )
    .select_from(Application)
    .outerjoin(OWN_CANDIDATE, true())
    .outerjoin(OWN_INTERVIEW, true())
)
"""Applications with who they are of, and their interviews."""


async def list_ranked(
    session: AsyncSession, job_id: UUID, *, after: str | None, limit: int
) -> tuple[list[Listed], str | None]:
    """Seats in their order, then everybody else by score; and the cursor of the next page.

    Raises NotFoundError where there is no such job.
    """
    found, next_ = await page_of(session, job_id, EVERYBODY, _RANKED, after=after, limit=limit)
    if not found:
        # Whoever sees applications need not be asked about their job.
        await find.job(session, job_id)
    return found, next_
