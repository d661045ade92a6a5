"""Applications of a job in the order in which they would be invited, filtered, 50 to a page.

Seats come first, in their order; everybody else follows by score, as ranking and promotion take them. Both orders
stand in an index, so that a page reads its own rows and no sort; no index holds ranks (see `models.Application`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Text, Uuid, any_, cast, func, literal, select, tuple_
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import load_only
from sqlalchemy.sql.base import ExecutableOption

from domain.vocabulary import InterviewStatus, ShortlistStatus
from models import Application, Interview
from models.application import HAS_NOTICE
from web.paging import cursor, read_cursor
from web.reading import board_names
from web.reading.board_due import Due, due_of
from web.reading.board_filter import Filter
from web.reading.board_risk import ShownRisk, risk_of

PAGE = 50
TOP_PARTS = 2
MOST_MISSING = 3
MOST_NAMED = 10_000
"""People of one name that are looked at; more are no search."""
_SEATS, _OTHERS = "seats", "others"
SHOWN = (
    Application.id,
    Application.job_id,
    Application.candidate_id,
    Application.applicant_name,
    Application.created_at,
    Application.fit_score,
    Application.rank,
    Application.held_seat,
    Application.shortlist_status,
    Application.ai_processed,
    Application.summary,
    Application.score_components,
    Application.unreadable_reason,
)
"""What every list of applications shows. Texts of resumes stay where they are."""
_COLUMNS = load_only(
    *SHOWN,
    Application.score_requirements,
    Application.score_notices,
    Application.resume_notices,
    raiseload=True,
)


@dataclass(frozen=True, slots=True)
class Person:
    """One row of the list."""

    application: Application
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
    found, next_ = await page_of(session, job_id, wanted, after=after, limit=limit)
    interviews = await interviews_of(session, [application.id for application in found])
    names = await board_names.of_candidates(session, (application.candidate_id for application in found))
    risks = await risk_of(session, interviews.values())
    rows = [_person(application, names, interviews.get(application.id), risks) for application in found]
    return People(rows, next_)


async def page_of(
    session: AsyncSession,
    job_id: UUID,
    wanted: Filter,
    *,
    after: str | None,
    limit: int,
    columns: ExecutableOption = _COLUMNS,
) -> tuple[list[Application], str | None]:
    """The applications of a page with these columns, without what else a row shows; and the cursor of the next page."""
    group, key = _read(after)
    named = await _named(session, job_id, wanted)
    found: list[Application] = []
    if group == _SEATS and wanted.show.seats:
        seats = seats_query(job_id, wanted, key, limit + 1, named)
        found = list(await session.scalars(seats.options(columns)))
    if len(found) <= limit and wanted.show.others:
        start = key if group == _OTHERS else None
        rest = others_query(job_id, wanted, start, limit + 1 - len(found), named)
        found += await session.scalars(rest.options(columns))
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    if last.held_seat is not None:
        return found[:limit], cursor(_SEATS, last.held_seat, "", "")
    return found[:limit], cursor(_OTHERS, last.fit_score, last.created_at.isoformat(), last.id)


def _read(after: str | None) -> tuple[str, Sequence[Any] | None]:
    if after is None:
        return _SEATS, None
    group, *rest = read_cursor(after, str, str, str, str)
    if group == _SEATS:
        return group, [*read_cursor(cursor(rest[0]), int)]
    return _OTHERS, [*read_cursor(cursor(*rest), Decimal, datetime.fromisoformat, UUID)]


def seats_query(
    job_id: UUID, wanted: Filter, after: Sequence[Any] | None, limit: int, named: Sequence[UUID] | None = None
) -> Select[Application]:
    """Those who hold a seat, best seat first."""
    query = (
        _filtered(job_id, wanted, named)
        .where(Application.held_seat.is_not(None))
        .order_by(Application.held_seat)
    )
    if after is not None:
        query = query.where(Application.held_seat > after[0])
    return query.limit(limit)


def others_query(
    job_id: UUID, wanted: Filter, after: Sequence[Any] | None, limit: int, named: Sequence[UUID] | None = None
) -> Select[Application]:
    """Everybody else, best score first, ties to the earlier one."""
    statuses = wanted.show.others
    query = _filtered(job_id, wanted, named).order_by(
        Application.fit_score.desc(), Application.created_at, Application.id
    )
    query = query.where(
        Application.shortlist_status == statuses[0]
        if len(statuses) == 1
        else Application.shortlist_status.in_(statuses)
    )
    if after is not None:
        score, created_at, application_id = after
        ties = tuple_(Application.created_at, Application.id) > tuple_(created_at, application_id)
        query = query.where(Application.fit_score <= score, (Application.fit_score < score) | ties)
    return query.limit(limit)


def _filtered(job_id: UUID, wanted: Filter, named: Sequence[UUID] | None) -> Select[Application]:
    query = select(Application).where(Application.job_id == job_id)
    if wanted.lowest is not None:
        query = query.where(Application.fit_score >= wanted.lowest)
    if wanted.highest is not None:
        query = query.where(Application.fit_score <= wanted.highest)
    if wanted.notice:
        query = query.where(HAS_NOTICE)
    if named is not None:
        query = query.where(Application.id == any_(literal(list(named), ARRAY(Uuid()))))
    return query


async def _named(session: AsyncSession, job_id: UUID, wanted: Filter) -> Sequence[UUID] | None:
    """Those whose name begins with the words that are looked for; None: nobody is looked for."""
    words = wanted.name_query()
    if words is None:
        return () if wanted.name else None
    # Asked once, and not within the query of a page: that has a plan of its own for few ids and for many.
    found = select(func.applicants_named(job_id, cast(cast(words, Text), TSQUERY))).limit(MOST_NAMED)
    return (await session.scalars(found)).all()


async def interviews_of(session: AsyncSession, applications: list[UUID]) -> Mapping[UUID, Interview]:
    """Interviews by their application."""
    if not applications:
        return {}
    query = select(Interview).where(Interview.application_id.in_(applications))
    return {row.application_id: row for row in await session.scalars(query) if row.application_id}


def _person(
    application: Application,
    names: Mapping[UUID, str],
    interview: Interview | None,
    risks: Mapping[UUID, ShownRisk],
) -> Person:
    name = names.get(application.candidate_id) if application.candidate_id else None
    parts = {key: float(value) for key, value in (application.score_components or {}).items()}
    missing = [
        str(row["requirement"])
        for row in application.score_requirements or []
        if row.get("must") and float(row.get("met", 0)) < 1
    ]
    notices = len(application.score_notices or []) + len(application.resume_notices or [])
    return Person(
        application=application,
        name=name or application.applicant_name or "",
        interview=interview,
        due=due_of(interview) if interview else None,
        risk=risks.get(interview.id) if interview else None,
        parts=sorted(parts.items(), key=lambda part: -part[1])[:TOP_PARTS],
        missing=missing[:MOST_MISSING],
        more_missing=max(0, len(missing) - MOST_MISSING),
        notices=notices + (application.unreadable_reason is not None),
    )
