"""The review of a shortlist: everybody on it with evidence, and the confirmation that lets invitations leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from itsdangerous import BadData, URLSafeSerializer

from domain.access.vocabulary import Seen
from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from services import access, find, impact, jobs
from services.log import Subject
from services.review import changes_since_ranking
from web.acting import HIRING
from web.deps import WebDeps
from web.desk.board_acts import LONGEST_REASON, SHORTEST_REASON, review_is_open
from web.desk.board_doing import press
from web.desk.board_page import board_page
from web.desk.session import Desk, SignedIn
from web.reading.board_filter import Filter, Show
from web.reading.board_people import Person, list_people

router = APIRouter()
PATH = "/jobs/{job_id}/review"
SHOWN = 50
LONGEST_LOOK_SECONDS = 24 * 60 * 60
"""On the wall clock: a page that was open longer has to be looked at again."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What became of one requirement, and the words that say so."""

    requirement: str
    must: bool
    met: float
    quote: str


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(desk: SignedIn, job_id: UUID) -> Response:
    """Seats and bench with parts, requirements and their places in the resumes."""
    return await _show(desk, job_id)


@router.post(PATH)
async def confirm(desk: SignedIn, job_id: UUID) -> Response:
    """Confirm. The log keeps how long the page was open and what was changed since the ranking."""
    form = await desk.form()
    try:
        pressed = press("review", form)
        seconds = _seconds_open(desk.caller.deps, job_id, form.get("opened", ""))
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            await jobs.confirm_review(
                act.session, job_id, cause=act.cause(pressed.reason), at=act.at, seconds_open=seconds
            )
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, job_id, error, form)
    return RedirectResponse(f"{desk.caller.deps.root}/jobs/{job_id}?did=review", 303)


async def _show(
    desk: Desk, job_id: UUID, error: UnderstudyError | None = None, form: Mapping[str, str] | None = None
) -> Response:
    deps = desk.caller.deps
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        job = await find.job(act.session, job_id)
        seats = await list_people(act.session, job_id, Filter(Show.SHORTLISTED), limit=SHOWN)
        bench = await list_people(act.session, job_id, Filter(Show.BUFFER), limit=SHOWN)
        ranked = job.ranked_at is not None
        if quoted := len(seats.rows) + len(bench.rows):
            await access.note(act.session, Seen.RESUME, Subject(job_id), at=act.at, records=quoted)
        return board_page(
            desk,
            act,
            "desk/review.html",
            error,
            job=job,
            seats=[(row, evidence(row)) for row in seats.rows],
            bench=[(row, evidence(row)) for row in bench.rows],
            more=bool(seats.next),
            is_open=review_is_open(job),
            impact_awaited=await impact.is_awaited(act.session, job),
            changes=await changes_since_ranking(act.session, job) if ranked else {},
            opened=(form or {}).get("opened") or _looks(deps).dumps([str(job_id), deps.wall().isoformat()]),
            given=form or {},
            shortest=SHORTEST_REASON,
            longest=LONGEST_REASON,
        )


def evidence(person: Person) -> Sequence[Evidence]:
    """The requirements of a score, those that must be met first, each with the words that it was found in."""
    rows: list[dict[str, Any]] = person.application.score_requirements or []
    found = [
        Evidence(
            requirement=str(row["requirement"]),
            must=bool(row.get("must")),
            met=float(row.get("met", 0)),
            quote=str((row.get("evidence") or {}).get("quote", "")),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (not one.must, one.met < 1))


def _seconds_open(deps: WebDeps, job_id: UUID, opened: str) -> int:
    """How long the page that sent this was open. Raises InvalidInputError for a page that we did not make."""
    try:
        named, since = _looks(deps).loads(opened)
        seconds = int((deps.wall() - datetime.fromisoformat(since)).total_seconds())
    except (BadData, ValueError):
        named, seconds = None, 0
    if named != str(job_id) or not 0 <= seconds <= LONGEST_LOOK_SECONDS:
        raise InvalidInputError(
            "This page is too old, or of another job.", field="opened", remedy="Open the review again."
        )
    return seconds


def _looks(deps: WebDeps) -> URLSafeSerializer:
    return URLSafeSerializer(deps.form_key, salt="understudy.review")
