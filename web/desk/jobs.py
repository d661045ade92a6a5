"""The list of jobs and the board of one."""

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import ConflictError, NotFoundError
from domain.states import LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus, JobStatus
from models import Interview, Job
from services import find, impact, interviewers, jobs
from web.acting import HIRING
from web.desk.session import Desk, SignedIn
from web.errors import status_of
from web.paging import After
from web.reading.applications import list_ranked
from web.reading.interviews import list_interviews, newest_activity
from web.reading.jobs import Seat, board, list_jobs
from web.render import page

router = APIRouter()
PAGE = 50
SEATS_SHOWN = 200
ACTS = {"close": jobs.close, "pause": jobs.pause, "resume": jobs.resume, "review": jobs.confirm_review}


@router.api_route("/", methods=["GET", "HEAD"])
async def overview(desk: SignedIn, after: After = None) -> Response:
    """All jobs that the user may see."""
    async with desk.caller.begin() as act:
        lines, next_ = await list_jobs(act.session, after=after, limit=PAGE)
        return page(desk.request, "desk/jobs.html", jobs=lines, next=next_, me=act, csrf=desk.csrf)


@router.api_route("/jobs/{job_id}", methods=["GET", "HEAD"])
async def show(desk: SignedIn, job_id: UUID, after: After = None) -> Response:
    """Seats, bench, ranking, interviews, held steps and the last rows of the log."""
    return await _show(desk, job_id, after)


async def _show(
    desk: Desk, job_id: UUID, after: str | None = None, error: ConflictError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        job = await find.job(act.session, job_id)
        shown = await board(act.session, job)
        ranked, next_ = await list_ranked(act.session, job_id, after=after, limit=PAGE)
        interviews, _ = await list_interviews(act.session, job_id, after=None, limit=PAGE)
        names = {row.application.id: row.name for row in ranked}
        html = page(
            desk.request,
            "desk/job.html",
            job=job,
            board=shown,
            seats=[(seat, mood(seat)) for seat in shown.seats[:SEATS_SHOWN]],
            hidden_seats=max(0, len(shown.seats) - SEATS_SHOWN),
            ranked=ranked,
            next=next_,
            names=names,
            interviews=[(row, due(row)) for row in interviews],
            activity=await newest_activity(act.session, job_id, PAGE),
            pools=pools(await interviewers.of_job(act.session, job_id)),
            acts=buttons(job),
            impact_awaited=await impact.is_awaited(act.session, job),
            error=error,
            now=act.at,
            me=act,
            csrf=desk.csrf,
        )
    if error is not None:
        html.status_code = status_of(error).value
    return html


@router.post("/jobs/{job_id}/{name}")
async def do(desk: SignedIn, job_id: UUID, name: str) -> Response:
    """Close, pause, resume, confirm the review. A repeat changes nothing."""
    await desk.form()
    if name not in ACTS:
        raise NotFoundError("There is no such button.")
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            await ACTS[name](act.session, job_id, cause=act.cause(), at=act.at)
    except ConflictError as error:
        return await _show(desk, job_id, error=error)
    return RedirectResponse(f"{desk.caller.deps.root}/jobs/{job_id}", 303)


def pools(members: Sequence[interviewers.Known]) -> list[tuple[str | None, list[str]]]:
    """Names by pool, those without one first."""
    return [
        (pool, [known.user.name for known in found])
        for pool, found in groupby(members, key=lambda known: known.pool)
    ]


def mood(seat: Seat) -> str:
    """How a seat is drawn: vacant, held, live, confirmed or completed."""
    if seat.application_id is None:
        return "vacant"
    match seat.interview_status:
        case None:
            return "held"
        case InterviewStatus.COMPLETED:
            return "completed"
        case InterviewStatus.CONFIRMED | InterviewStatus.IN_PROGRESS:
            return "confirmed"
        case status:
            return "live" if status in LIVE_INTERVIEW else "held"


def due(interview: Interview) -> str:
    """Which of its times an interview waits for: the name of the column, or nothing."""
    if interview.leave_effective_at is not None:
        return "leave_effective_at"
    return {
        InterviewStatus.INVITATION_SENT: "confirmation_deadline",
        InterviewStatus.SLOT_PENDING: "slot_selection_deadline",
        InterviewStatus.CONFIRMED: "scheduled_time",
        InterviewStatus.IN_PROGRESS: "scheduled_time",
    }.get(interview.status, "")


def buttons(job: Job) -> list[tuple[str, str]]:
    """The acts that make sense now, with their labels."""
    acts = []
    if job.status is JobStatus.OPEN:
        acts.append(("close", "Close and rank"))
    waits = job.review_mode != "none" and job.ranked_at is not None and job.review_confirmed_at is None
    if waits and job.status is JobStatus.CLOSED:
        acts.append(("review", "Confirm the shortlist"))
    if job.status in {JobStatus.DRAFT, JobStatus.OPEN, JobStatus.CLOSED}:
        acts.append(("pause", "Pause"))
    if job.status is JobStatus.ON_HOLD:
        acts.append(("resume", "Resume"))
    return acts
