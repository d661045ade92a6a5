"""Processing: what is stuck or failed, what each step took, and the buttons that help."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.access.vocabulary import Purpose, Seen
from domain.errors import ConflictError, InvalidInputError, NotFoundError, UnderstudyError
from domain.identifiers import processing_workflow
from models import Interview, ProcessingStep
from services import access, find
from services.log import Subject
from services.processing import acts, findings, overview
from services.processing.acts import ALLOWED, Repair
from services.processing.overview import Standing, Wanted
from services.processing.steps import subject
from web.acting import HIRING, MEMBERS
from web.desk.session import Desk, SignedIn
from web.reading.processing import as_csv, list_lines

router = APIRouter()
SHOWN = 50
FIELDS = 20
LOOKS = {
    Standing.RUNNING: "is-open",
    Standing.HELD: "is-off",
    Standing.STUCK: "is-warning",
    Standing.FAILED: "is-critical",
    Standing.READY: "is-completed",
    Standing.UNPROCESSED: "",
}
"""Colours of `desk.css`; the word beside says the same."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A step with how long it took."""

    row: ProcessingStep
    took: timedelta | None


@router.api_route("/processing", methods=["GET", "HEAD"])
async def show(
    desk: SignedIn,
    state: Wanted = Wanted.TROUBLE,
    job: UUID | None = None,
    after: str | None = None,
    begun: int = 0,
) -> Response:
    """Interviews by how they stand; by default those that need somebody."""
    return await _list(desk, state, job, after=after, begun=begun)


@router.get("/processing/export")
async def export(desk: SignedIn, state: Wanted = Wanted.TROUBLE, job: UUID | None = None) -> Response:
    """The list as a file for a spreadsheet."""
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        text = await as_csv(act.session, state, act.at, job_id=job)
    headers = {"Content-Disposition": 'attachment; filename="processing.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/processing")
async def repair_many(desk: SignedIn, state: Wanted = Wanted.TROUBLE, job: UUID | None = None) -> Response:
    """Fix, retry or reprocess the ticked ones, or all that the page shows."""
    # A form of a whole page has more fields than others; it is read once, here.
    await desk.request.form(max_fields=2 * SHOWN + FIELDS, max_files=0)
    form = await desk.choices()
    try:
        what = Repair(str(form.get("act")))
        name = "shown" if form.get("which") == "all" else "pick"
        ids = [UUID(str(value)) for value in form.getlist(name)]
    except ValueError:
        raise NotFoundError("There is no such button or interview.") from None
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            done = await acts.repair_many(act.session, ids, what, cause=act.cause(), at=act.at)
    except InvalidInputError as error:
        return await _list(desk, state, job, error=error)
    if not done.begun:
        states = " or ".join(sorted(ALLOWED[what]))
        left = ConflictError(
            f"None of these calls for “{what}”.", remedy=f"It is for those that are {states}."
        )
        return await _list(desk, state, job, error=left)
    where = f"state={state}&begun={len(done.begun)}" + (f"&job={job}" if job else "")
    return RedirectResponse(f"{desk.caller.deps.root}/processing?{where}", 303)


@router.api_route("/interviews/{interview_id}/processing", methods=["GET", "HEAD"])
async def one(desk: SignedIn, interview_id: UUID) -> Response:
    """One interview: its timeline, the evidence that was found, and what may be done."""
    return await _one(desk, interview_id)


@router.post("/interviews/{interview_id}/processing")
async def repair(desk: SignedIn, interview_id: UUID) -> Response:
    """Fix, retry or reprocess this one."""
    form = await desk.form()
    if form.get("act") not in set(Repair):
        raise NotFoundError("There is no such button.")
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            await acts.repair(act.session, interview_id, Repair(form["act"]), cause=act.cause(), at=act.at)
    except ConflictError as error:
        return await _one(desk, interview_id, error)
    return RedirectResponse(f"{desk.caller.deps.root}/interviews/{interview_id}/processing", 303)


@router.api_route("/jobs/{job_id}/themes", methods=["GET", "HEAD"])
async def themes(desk: SignedIn, job_id: UUID) -> Response:
    """What comes up over all interviews of a job, and groups of people where the job asks for them."""
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        job = await find.job(act.session, job_id)
        await access.note(act.session, Seen.TRANSCRIPT, Subject(job_id), at=act.at, purpose=Purpose.PAGE)
        return desk.show(
            "desk/themes.html",
            act,
            job=job,
            themes=await findings.themes_of(act.session, job_id),
            personas=await findings.personas_of(act.session, job_id) if job.personas_enabled else [],
        )


@router.post("/jobs/{job_id}/themes")
async def switch_personas(desk: SignedIn, job_id: UUID) -> Response:
    """Let people be grouped, or not any more."""
    form = await desk.form()
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        enabled = form.get("personas") == "on"
        await findings.set_personas(act.session, job_id, enabled=enabled, cause=act.cause(), at=act.at)
    return RedirectResponse(f"{desk.caller.deps.root}/jobs/{job_id}/themes", 303)


async def _list(
    desk: Desk,
    state: Wanted,
    job_id: UUID | None,
    *,
    after: str | None = None,
    begun: int = 0,
    error: UnderstudyError | None = None,
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        lines, next_ = await list_lines(act.session, state, act.at, job_id=job_id, after=after, limit=SHOWN)
        return desk.show(
            "desk/processing.html",
            act,
            error,
            lines=lines,
            next=next_,
            state=state,
            states=list(Wanted),
            counts=await overview.counts(act.session, act.at),
            job=await find.job(act.session, job_id) if job_id else None,
            begun=begun,
            looks=LOOKS,
            may_act=act.role in HIRING,
        )


async def _one(desk: Desk, interview_id: UUID, error: UnderstudyError | None = None) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        line = await overview.one(act.session, interview_id, act.at)
        interview: Interview = await find.interview(act.session, interview_id)
        rows = await overview.timeline(act.session, interview_id)
        evidence = await findings.evidence_of(act.session, interview_id)
        if evidence:
            await access.note(
                act.session, Seen.TRANSCRIPT, subject(interview), at=act.at, purpose=Purpose.PAGE
            )
        return desk.show(
            "desk/processing_one.html",
            act,
            error,
            line=line,
            steps=[Shown(row, row.ended_at - row.started_at if row.ended_at else None) for row in rows],
            evidence=evidence,
            acts=[what for what in Repair if line.standing in ALLOWED[what]] if act.role in HIRING else [],
            looks=LOOKS,
            workflow=_workflow(desk, interview_id, line.story.workflow_run_id),
        )


def _workflow(desk: Desk, interview_id: UUID, run_id: str | None) -> str | None:
    """Where Temporal's own pages show the workflow; None where nobody said where they are."""
    pages = desk.caller.deps.workflow_pages
    if pages is None or run_id is None:
        return None
    return f"{pages}/{processing_workflow(interview_id)}/{run_id}"
