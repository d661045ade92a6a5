"""Everybody interviewed for a job, side by side: a matrix to read and print, sorted by whatever column is asked for."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response
from markupsafe import Markup

from domain.errors import InvalidInputError
from domain.scorecards import DIMENSIONS
from services.scorecards.comparison import Line, compare
from web.acting import HIRING, MEMBERS
from web.charts.comparison import Rated, ratings
from web.desk.session import Desk, SignedIn

router = APIRouter()
MOST_DRAWN = 20
"""Candidates in a chart; the table holds everybody."""


@router.api_route("/jobs/{job_id}/comparison", methods=["GET", "HEAD"])
async def show(desk: SignedIn, job_id: UUID, sort: str = "name") -> Response:
    """The matrix, and a chart for each dimension that somebody assessed."""
    try:
        return await _show(desk, job_id, sort)
    except InvalidInputError as error:
        return await _show(desk, job_id, "name", error)


async def _show(desk: Desk, job_id: UUID, sort: str, error: InvalidInputError | None = None) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        found = await compare(act.session, job_id, act.user_id, at=act.at, sort=sort)
        return desk.show(
            "desk/comparison.html",
            act,
            error,
            job=found.job,
            sort=found.sort,
            lines=found.lines,
            dimensions=DIMENSIONS,
            hidden=sum(line.is_hidden for line in found.lines),
            drawn=MOST_DRAWN,
            pictures=[(name, picture) for name in DIMENSIONS if (picture := _picture(name, found.lines))],
            may_hire=act.role in HIRING,
        )


def _picture(name: str, lines: Sequence[Line]) -> Markup | None:
    """The chart of one dimension; None when nobody assessed it."""
    rated = [
        Rated(line.name, spread["mean"], spread["lowest"], spread["highest"])
        for line in lines
        if line.card is not None and (spread := line.card.spread.get(name))
    ]
    return ratings(name, name.capitalize(), rated[:MOST_DRAWN]) if rated else None
