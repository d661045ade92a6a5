"""Applications of a job in the order in which they would be invited, filtered, page by page.

Seats come first, in their order; everybody else follows by score, as ranking and promotion take them. Both orders
stand in an index, so that nothing is sorted and a page begins where the one before it ended; no index holds ranks
(see `models.Application`).
"""

from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    DateTime,
    Integer,
    Row,
    Select,
    Text,
    Uuid,
    any_,
    bindparam,
    cast,
    func,
    select,
    tuple_,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.selectable import LateralFromClause

from domain.errors import InvalidInputError
from models import Application, Candidate, Interview
from models.application import BEST_FIRST, HAS_NOTICE, score_order
from models.base import word
from web.paging import cursor, read_cursor
from web.reading.board_filter import Filter, Show

MOST_NAMED = 10_000
"""People of one name that are looked at; more are no search."""
_SEATS, _OTHERS = "seats", "others"


Shown = Select[*tuple[Any, ...]]
"""What a list shows of applications: columns, among them `id`, `held_seat`, `fit_score` and `created_at`."""
Listed = Row[*tuple[Any, ...]]


def _own(name: str, shown: Shown) -> LateralFromClause:
    """What belongs to an application; at most one, said once more: a plan for any number may read the whole table."""
    return shown.correlate(Application).limit(1).lateral(name)


OWN_CANDIDATE = _own(
    "own_candidate",
    select(Candidate.name, Candidate.email).where(Candidate.id == Application.candidate_id),
)
OWN_INTERVIEW = _own(
    "own_interview",
    select(Interview.id, Interview.status).where(Interview.application_id == Application.id),
)
NAME = func.coalesce(func.nullif(OWN_CANDIDATE.c.name, ""), Application.applicant_name, "").label("name")
"""What the applicant is called, as far as the reader may know."""


class _Narrowed(NamedTuple):
    """Which conditions a filter makes; their values come when it is asked."""

    show: Show
    lowest: bool
    highest: bool
    notice: bool
    named: bool


async def page_of(
    session: AsyncSession, job_id: UUID, wanted: Filter, shown: Shown, *, after: str | None, limit: int
) -> tuple[list[Listed], str | None]:
    """The applications of a page, and the cursor of the next.

    Raises InvalidInputError for a cursor that we did not make.
    """
    group, key = _read(after)
    named = await _named(session, job_id, wanted)
    narrowed = _Narrowed(
        wanted.show,
        lowest=wanted.lowest is not None,
        highest=wanted.highest is not None,
        notice=wanted.notice,
        named=named is not None,
    )
    limits = {"lowest": wanted.lowest, "highest": wanted.highest}
    asked = {"job_id": job_id, "named": named} | key
    asked |= {name: score_order(score) for name, score in limits.items() if score is not None}
    found: list[Listed] = []
    if group == _SEATS and wanted.show.seats:
        seats = _seats_query(shown, narrowed, goes_on=bool(key))
        found += await session.execute(seats, asked | {"most": limit + 1})
    if len(found) <= limit and wanted.show.others:
        others = _others_query(shown, narrowed, goes_on=group == _OTHERS)
        found += await session.execute(others, asked | {"most": _rounded(limit + 1 - len(found), limit + 1)})
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    if last.held_seat is not None:
        return found[:limit], cursor(_SEATS, last.held_seat, "", "")
    return found[:limit], cursor(_OTHERS, last.fit_score, last.created_at.isoformat(), last.id)


def _rounded(rows: int, most: int) -> int:
    """A few rows too many, so that jobs with more and with fewer seats share a handful of statements."""
    return min(most, 1 << (rows - 1).bit_length())


def _read(after: str | None) -> tuple[str, dict[str, Any]]:
    """Among whom a page begins, and the values of whoever stands before it."""
    if after is None:
        return _SEATS, {}
    group, *rest = read_cursor(after, str, str, str, str)
    if group == _SEATS:
        (seat,) = read_cursor(cursor(rest[0]), int)
        return group, {"after_seat": seat}
    if group != _OTHERS:
        raise InvalidInputError("This is not a cursor.", field="after")
    order, created_at, application_id = read_cursor(cursor(*rest), _order, datetime.fromisoformat, UUID)
    return _OTHERS, {"after_order": order, "after_created_at": created_at, "after_id": application_id}


def _order(text: str) -> int:
    """The order of a score in a cursor. Raises ValueError or ArithmeticError for what is none."""
    if not 0 <= (score := Decimal(text)) <= 100:  # noqa: PLR2004 - the bounds of a fit score
        raise ValueError(text)
    return score_order(score)


# Built once for every kind of filter: building a query costs about as much as running it.
@cache
def _seats_query(shown: Shown, narrowed: _Narrowed, *, goes_on: bool) -> Shown:
    """Those who hold a seat, best seat first."""
    query = (
        _filtered(shown, narrowed).where(Application.held_seat.is_not(None)).order_by(Application.held_seat)
    )
    if goes_on:
        query = query.where(Application.held_seat > bindparam("after_seat", type_=Integer()))
    return query


@cache
def _others_query(shown: Shown, narrowed: _Narrowed, *, goes_on: bool) -> Shown:
    """Everybody else, best score first, ties to the earlier one."""
    statuses = narrowed.show.others
    query = _filtered(shown, narrowed).order_by(*BEST_FIRST)
    query = query.where(
        Application.shortlist_status == word(statuses[0])
        if len(statuses) == 1
        else Application.shortlist_status.in_(word(status) for status in statuses)
    )
    if goes_on:
        before = tuple_(
            bindparam("after_order", type_=Integer()),
            bindparam("after_created_at", type_=DateTime(timezone=True)),
            bindparam("after_id", type_=Uuid()),
        )
        query = query.where(tuple_(*BEST_FIRST) > before)
    return query


def _filtered(shown: Shown, narrowed: _Narrowed) -> Shown:
    query = shown.where(Application.job_id == bindparam("job_id", type_=Uuid()))
    if narrowed.lowest:
        query = query.where(Application.score_order <= bindparam("lowest", type_=Integer()))
    if narrowed.highest:
        query = query.where(Application.score_order >= bindparam("highest", type_=Integer()))
    if narrowed.notice:
        query = query.where(HAS_NOTICE)
    if narrowed.named:
        query = query.where(Application.id == any_(bindparam("named", type_=ARRAY(Uuid()))))
    # Within the text: a plan for any number of rows would rather sort, and would be made anew each time.
    return query.limit(bindparam("most", type_=Integer(), literal_execute=True))


async def _named(session: AsyncSession, job_id: UUID, wanted: Filter) -> list[UUID] | None:
    """Those whose name begins with the words that are looked for; None: nobody is looked for."""
    words = wanted.name_query()
    if words is None:
        return [] if wanted.name else None
    # Asked once, and not within the query of a page: that has a plan of its own for few ids and for many.
    found = select(func.applicants_named(job_id, cast(cast(words, Text), TSQUERY))).limit(MOST_NAMED)
    return list(await session.scalars(found))
