"""Processing of interviews: how it stands, what it made, and what people do about it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response
from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from domain.processing.vocabulary import EvidenceKind, Step, StepOutcome, ThemeKind
from domain.vocabulary import ProcessingStatus
from services import access, find
from services.log import Subject
from services.processing import acts, findings, overview
from services.processing.acts import MOST_AT_ONCE, Repair
from services.processing.overview import Line, Standing, Wanted
from services.processing.steps import subject
from web.acting import HIRING, MEMBERS, ApiCaller
from web.api.bodies import Reasoned
from web.api.shapes import Shape
from web.paging import DEFAULT, After, Limit
from web.reading.processing import as_csv, list_lines

router = APIRouter(tags=["processing"])


class ProcessingShape(Shape):
    """How one interview's processing stands."""

    interview_id: UUID
    job_id: UUID | None
    processing_status: ProcessingStatus
    standing: Standing
    current_step: Step | None
    progress: int
    attempt: int
    held_by: str | None
    started_at: datetime | None
    heartbeat_at: datetime | None
    completed_at: datetime | None
    last_error: str | None
    workflow_run_id: str | None
    evidence_count: int | None
    theme_count: int | None


class StepShape(Shape):
    """One step of one request."""

    attempt: int
    step: Step
    tries: int
    started_at: datetime
    ended_at: datetime | None
    outcome: StepOutcome | None
    error: str | None


class ProcessingDetail(Shape):
    """How one interview stands, with every step, the newest request first."""

    processing: ProcessingShape
    steps: list[StepShape]


class ProcessingPage(Shape):
    """Interviews, the latest sign of life first; `next` is the `after` of the next page."""

    items: list[ProcessingShape]
    next: str | None


class QuoteShape(Shape):
    """One quote, character for character as it stands in its turn."""

    id: UUID
    turn_id: UUID
    kind: EvidenceKind
    about: str
    quote: str
    speaker_role: str | None
    at: datetime
    starts_ms: int | None
    skill_id: UUID | None


class EvidenceList(Shape):
    """The evidence of an interview, in the order in which it was said."""

    evidence: list[QuoteShape]


class ThemeShape(Shape):
    """What comes up in the interviews of a job."""

    id: UUID
    name: str
    kind: ThemeKind
    evidence_count: int
    interview_count: int
    quotes: list[str]


class PersonaShape(Shape):
    """Interviewed people whose evidence has something in common. Nothing depends on it."""

    id: UUID
    name: str
    traits: list[str]
    interview_ids: list[UUID]


class JobThemes(Shape):
    """Themes and groups of a job's interviews."""

    themes: list[ThemeShape]
    personas_enabled: bool
    personas: list[PersonaShape]


class RepairMany(Reasoned):
    """Which interviews, and what to do."""

    act: Repair
    interview_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_AT_ONCE)]


class RepairedShape(Shape):
    """What was begun, and what was left because its state does not call for it."""

    begun: list[UUID]
    left: list[UUID]


class PersonasChange(Reasoned):
    """Whether interviewed people of a job are put into groups."""

    personas_enabled: bool


@router.get("/processing", summary="List interviews by how their processing stands")
async def list_(
    caller: ApiCaller,
    state: Wanted = Wanted.TROUBLE,
    job_id: UUID | None = None,
    after: After = None,
    limit: Limit = DEFAULT,
) -> ProcessingPage:
    """By default those that are stuck or failed. An interviewer sees the own interviews."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        lines, next_ = await list_lines(act.session, state, act.at, job_id=job_id, after=after, limit=limit)
        return ProcessingPage(items=[shape(line) for line in lines], next=next_)


@router.get(
    "/processing/export",
    summary="Export the list as CSV",
    response_class=Response,
    responses={200: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def export(caller: ApiCaller, state: Wanted = Wanted.TROUBLE, job_id: UUID | None = None) -> Response:
    """At most 10,000 lines. Ids, states, times and reasons; no names. Cells never compute."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        text = await as_csv(act.session, state, act.at, job_id=job_id)
    headers = {"Content-Disposition": 'attachment; filename="processing.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/processing/repair", summary="Fix, retry or reprocess several interviews")
async def repair_many(caller: ApiCaller, body: RepairMany) -> RepairedShape:
    """`fix` for stuck ones, `retry` for failed ones, `reprocess` for finished, failed and never processed ones. Others
    are left as they are."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        done = await acts.repair_many(
            act.session, body.interview_ids, body.act, cause=act.cause(body.reason), at=act.at
        )
        return RepairedShape(begun=list(done.begun), left=list(done.left))


@router.get("/interviews/{interview_id}/processing", summary="See how an interview's processing stands")
async def get(caller: ApiCaller, interview_id: UUID) -> ProcessingDetail:
    """With every step: how long it took, how often it was tried, how it ended."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        line = await overview.one(act.session, interview_id, act.at)
        rows = await overview.timeline(act.session, interview_id)
        steps = [StepShape.model_validate(row) for row in rows]
        return ProcessingDetail(processing=shape(line), steps=steps)


@router.post(
    "/interviews/{interview_id}/processing/{act_name}", summary="Fix, retry or reprocess an interview"
)
async def repair(
    caller: ApiCaller, interview_id: UUID, act_name: Repair, body: Reasoned | None = None
) -> ProcessingShape:
    """Its steps begin anew; a recording that has its words already is not transcribed again."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        cause = act.cause(body.reason if body else None)
        await acts.repair(act.session, interview_id, act_name, cause=cause, at=act.at)
        return shape(await overview.one(act.session, interview_id, act.at))


@router.get("/interviews/{interview_id}/evidence", summary="Read the evidence of an interview")
async def evidence(caller: ApiCaller, interview_id: UUID) -> EvidenceList:
    """Quotes that speak for skills, requirements, counted results and own acts. Reading is written down."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        about = subject(await find.interview(act.session, interview_id))
        await access.note(act.session, Seen.TRANSCRIPT, about, at=act.at, purpose=Purpose.API)
        rows = await findings.evidence_of(act.session, interview_id)
        return EvidenceList(evidence=[QuoteShape.model_validate(row) for row in rows])


@router.get("/jobs/{job_id}/themes", summary="Read the themes of a job's interviews")
async def themes(caller: ApiCaller, job_id: UUID) -> JobThemes:
    """Over all interviews that were processed; with groups of people only where the job asks for them."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        return await _themes(act.session, job_id, act.at)


@router.put("/jobs/{job_id}/personas", summary="Turn the grouping of interviewed people on or off")
async def set_personas(caller: ApiCaller, job_id: UUID, body: PersonasChange) -> JobThemes:
    """Off unless somebody turns it on: grouping people is delicate. Turned off, the groups are forgotten."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        cause = act.cause(body.reason)
        await findings.set_personas(
            act.session, job_id, enabled=body.personas_enabled, cause=cause, at=act.at
        )
        return await _themes(act.session, job_id, act.at)


async def _themes(session: AsyncSession, job_id: UUID, at: datetime) -> JobThemes:
    job = await find.job(session, job_id)
    await access.note(session, Seen.TRANSCRIPT, Subject(job_id), at=at, purpose=Purpose.API)
    found = await findings.themes_of(session, job_id)
    groups = await findings.personas_of(session, job_id)
    return JobThemes(
        themes=[ThemeShape.model_validate(one) for one in found],
        personas_enabled=job.personas_enabled,
        personas=[PersonaShape.model_validate(one) for one in groups],
    )


def shape(line: Line) -> ProcessingShape:
    """A line as the API shows it."""
    told = line.story
    return ProcessingShape(
        interview_id=line.interview_id,
        job_id=line.job_id,
        processing_status=line.status,
        standing=line.standing,
        current_step=told.step,
        progress=told.progress,
        attempt=told.attempt,
        held_by=line.held_by,
        started_at=told.started_at,
        heartbeat_at=told.heartbeat_at,
        completed_at=told.completed_at,
        last_error=told.last_error,
        workflow_run_id=told.workflow_run_id,
        evidence_count=told.evidence_count,
        theme_count=told.theme_count,
    )
