"""The board of one job: seats, bench, what happens next, everybody who applied, and what happened last."""

from collections.abc import Sequence
from itertools import groupby
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import Response

from domain.errors import InvalidInputError
from domain.forecast import forecast
from models import Job
from services import find, interviewers
from web.acting import HIRING, Act
from web.desk.board_acts import LONGEST_REASON, SHORTEST_REASON, for_job, for_person, review_is_open
from web.desk.board_page import board_page
from web.desk.session import Desk, SignedIn
from web.paging import After
from web.reading.board import read_board
from web.reading.board_feed import here, newest
from web.reading.board_filter import Filter, Show, read_filter
from web.reading.board_people import list_people

router = APIRouter()
LINES_SHOWN = 8

DID = {
    "publish": "The job is published.",
    "close": "The job is closed; ranking comes next.",
    "pause": "The job is paused.",
    "resume": "The job goes on.",
    "openings": "The openings were added.",
    "bench": "The bench was changed.",
    "automation-off": "The automation of this job is off.",
    "automation-on": "The automation of this job is on.",
    "finish": "The job was ended.",
    "cancel": "Done.",
    "review": "The shortlist is confirmed: invitations leave.",
    "accept": "They have a seat now.",
    "reject": "They were rejected.",
    "move-on": "We wait no longer; the seat passes on.",
    "extend": "They have more time.",
    "keep": "The decline was taken back.",
    "links": "New links are on their way.",
    "start": "The interview is under way.",
    "complete": "The interview took place.",
    "no-show": "The no-show is recorded; the seat passes on.",
}
"""What the page says after an act."""
UNDO = {
    "pause": ("resume", "Undo: resume"),
    "automation-off": ("automation-on", "Undo: switch it on"),
    "automation-on": ("automation-off", "Undo: switch it off"),
    "bench": ("bench", "Change it again"),
}
"""Acts on a job that can be taken back, by which act."""


@router.api_route("/jobs/{job_id}", methods=["GET", "HEAD"])
async def show(
    desk: SignedIn, job_id: UUID, after: After = None, did: Annotated[str, Query(max_length=20)] = ""
) -> Response:
    """The board of a job; for whoever does not see everybody who applied, what there is to see of it."""
    error: InvalidInputError | None = None
    try:
        wanted = read_filter(desk.request.query_params)
    except InvalidInputError as wrong:
        wanted, error = Filter(), wrong
    async with desk.caller.begin() as act:
        job = await find.job(act.session, job_id)
        if act.role not in HIRING:
            return await _in_part(desk, act, job)
        board = await read_board(act.session, job, act.at)
        people = await list_people(act.session, job_id, wanted, after=after)
        position = await here(act.session)
        lines, _ = await newest(act.session, job_id, limit=LINES_SHOWN)
        return board_page(
            desk,
            act,
            "desk/job.html",
            error,
            job=job,
            board=board,
            next_steps=forecast(board.situation),
            people=people,
            wanted=wanted,
            shows=list(Show),
            is_later_page=after is not None,
            offers=for_job(job),
            row_offers={
                row.application.id: for_person(job, row.application.shortlist_status, row.interview, act.at)
                for row in people.rows
            },
            review_is_open=review_is_open(job),
            pools=pools(await interviewers.of_job(act.session, job_id)),
            lines=lines,
            position=position,
            did=DID.get(did, ""),
            undo=UNDO.get(did),
            shortest=SHORTEST_REASON,
            longest=LONGEST_REASON,
        )


async def _in_part(desk: Desk, act: Act, job: Job) -> Response:
    """A job without seats and bench, which would look vacant; an interviewer's own people are listed."""
    people = await list_people(act.session, job.id, Filter(Show.ALL), after=None)
    return board_page(desk, act, "desk/job_in_part.html", job=job, people=people)


def pools(members: Sequence[interviewers.Known]) -> list[tuple[str | None, list[str]]]:
    """Names by pool, those without one first."""
    return [
        (pool, [known.user.name for known in found])
        for pool, found in groupby(members, key=lambda known: known.pool)
    ]
