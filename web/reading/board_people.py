"""Applications of a job as its board lists them, with what stands beside them, 50 to a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus, ShortlistStatus
from models import Application, Interview
from web.reading.board_due import Due, due_of
from web.reading.board_filter import Filter
from web.reading.board_order import NAME, OWN_CANDIDATE, Listed, page_of
from web.reading.board_risk import ShownRisk, risk_of

PAGE = 50
TOP_PARTS = 2
MOST_MISSING = 3
_SHOWN = (
    select(
        Application.id,
        NAME,
        Application.created_at,
        Application.fit_score,
        Application.rank,
        Application.held_seat,
        Application.shortlist_status,
        Application.ai_processed,
        Application.summary,
        Application.score_components,
        Application.unreadable_reason,
        Application.score_requirements,
        Application.score_notices,
        Application.resume_notices,
    )
    .select_from(Application)
    .outerjoin(OWN_CANDIDATE, true())
)
"""Texts of resumes stay where they are."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the list."""

    application: Listed
    """With the columns of an `Application` that the list shows."""
    name: str
    interview: Interview | None
    due: Due | None
    risk: ShownRisk | None
    parts: Sequence[tuple[str, float]]
    """The parts of the score that are highest."""
    missing: Sequence[str]
    """Requirements that must be met and are not, or in part."""
    more_missing: int
    notices: int

    @property
    def seen(self) -> str:
        """What a form shows, so that an act knows whether somebody was faster."""
        return seen(self.application.shortlist_status, self.interview.status if self.interview else None)


def seen(status: ShortlistStatus, interview: InterviewStatus | None) -> str:
    """States of an application and its interview as one word of a form."""
    return f"{status.value}.{interview.value if interview else 'none'}"


@dataclass(frozen=True, slots=True)
class People:
    """A page of the list."""

    rows: Sequence[Person]
    next: str | None


async def list_people(
    session: AsyncSession, job_id: UUID, wanted: Filter, *, after: str | None = None, limit: int = PAGE
) -> People:
    """A page of the applications of a job. Raises InvalidInputError for a cursor that we did not make."""
    found, next_ = await page_of(session, job_id, wanted, _SHOWN, after=after, limit=limit)
    interviews = await interviews_of(session, [application.id for application in found])
    risks = await risk_of(session, interviews.values())
    rows = [_person(application, interviews.get(application.id), risks) for application in found]
    return People(rows, next_)


async def interviews_of(session: AsyncSession, applications: list[UUID]) -> Mapping[UUID, Interview]:
    """Interviews by their application."""
    if not applications:
        return {}
    query = select(Interview).where(Interview.application_id.in_(applications))
    return {row.application_id: row for row in await session.scalars(query) if row.application_id}


def _person(
    application: Listed,
    interview: Interview | None,
    risks: Mapping[UUID, ShownRisk],
) -> Person:
    parts = {key: float(value) for key, value in (application.score_components or {}).items()}
    missing = [
        str(row["requirement"])
        for row in application.score_requirements or []
        if row.get("must") and float(row.get("met", 0)) < 1
    ]
    notices = len(application.score_notices or []) + len(application.resume_notices or [])
    return Person(
        application=application,
        name=application.name,
        interview=interview,
        due=due_of(interview) if interview else None,
        risk=risks.get(interview.id) if interview else None,
        parts=sorted(parts.items(), key=lambda part: -part[1])[:TOP_PARTS],
        missing=missing[:MOST_MISSING],
        more_missing=max(0, len(missing) - MOST_MISSING),
        notices=notices + (application.unreadable_reason is not None),
    )
