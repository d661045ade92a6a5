"""Insights: what was noticed in an interview, and what people make of it. They decide nothing."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from domain.access.vocabulary import Purpose, Seen
from domain.insights.model import Kind, Sentiment, Severity
from models import AiInsight, InsightProposals
from services import access, find
from services.interview_room import insights
from services.interview_room.insights import NewNote
from services.log import Subject
from web.acting import MEMBERS, ApiCaller
from web.api.bodies import Text
from web.api.shapes import Shape

router = APIRouter(prefix="/interviews/{interview_id}/insights", tags=["insights"])
Words = Annotated[Text, Field(min_length=1, max_length=2000)]


class NoteBody(BaseModel):
    """What a person noticed. `evidence` stands word for word in the turn."""

    model_config = ConfigDict(extra="forbid")
    content: Words
    type: Kind = Kind.NOTE
    severity: Severity = Severity.INFO
    topic: Annotated[Text, Field(max_length=100)] | None = None
    turn_id: UUID | None = None
    evidence: Annotated[Text, Field(max_length=2000)] | None = None


class InsightChange(BaseModel):
    """What is given changes; what it said before is kept."""

    model_config = ConfigDict(extra="forbid")
    type: Kind | None = None
    severity: Severity | None = None
    content: Words | None = None
    suggestion: Annotated[Text, Field(max_length=2000)] | None = None
    topic: Annotated[Text, Field(max_length=100)] | None = None
    used: bool | None = None

    def given(self) -> dict[str, Any]:
        """What is to change of its words. Only what may be empty can be set to null."""
        names = self.model_fields_set - {"used"}
        return {
            name: getattr(self, name)
            for name in names
            if name in {"suggestion", "topic"} or getattr(self, name) is not None
        }


class InsightShape(Shape):
    """One insight."""

    id: UUID
    interview_id: UUID
    turn_id: UUID | None
    type: Kind
    severity: Severity
    content: str
    suggestion: str | None
    topic: str | None
    evidence: str | None
    response_quality: int | None
    sentiment: Sentiment | None
    score: dict[str, float] | None
    used: bool
    origin: str
    timestamp: datetime


class ProposalsShape(Shape):
    """What became of a language model's proposals for this interview."""

    asked: int
    kept: int
    dropped: dict[str, int]
    failures: int


class InsightList(Shape):
    """Insights in the order in which they came."""

    items: list[InsightShape]
    proposals: ProposalsShape | None


class InsightEditShape(Shape):
    """What an insight said before a change."""

    edited_by: UUID | None
    edited_at: datetime
    before: dict[str, str | None]


class InsightEdits(Shape):
    """Changes, newest first."""

    items: list[InsightEditShape]


@router.get("", summary="List the insights of an interview")
async def list_(
    caller: ApiCaller, interview_id: UUID, type_: Annotated[list[Kind] | None, Query(alias="type")] = None
) -> InsightList:
    """For interviewers and recruiters only. They quote the transcript, so this counts as reading it."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        interview = await find.interview(act.session, interview_id)
        rows = await insights.insights_of(
            act.session, interview_id, kinds=[kind.value for kind in type_ or ()]
        )
        proposals = await act.session.get(InsightProposals, interview_id)
        if rows:
            subject = Subject(interview.job_id, interview.application_id, interview_id)
            await access.note(act.session, Seen.TRANSCRIPT, subject, at=act.at, purpose=Purpose.API)
        return InsightList(
            items=[InsightShape.model_validate(row) for row in rows],
            proposals=ProposalsShape.model_validate(proposals) if proposals else None,
        )


@router.post("", status_code=201, summary="Add a note of your own")
async def add(caller: ApiCaller, interview_id: UUID, body: NoteBody) -> InsightShape:
    """It stands beside the insights and says that a person wrote it."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        new = NewNote(body.content, body.type, body.severity, body.topic, body.turn_id, body.evidence)
        row = await insights.add_note(act.session, interview_id, new, cause=act.cause(), at=act.at)
        return InsightShape.model_validate(row)


@router.patch("/{insight_id}", summary="Correct an insight, or mark it as used")
async def change(
    caller: ApiCaller, interview_id: UUID, insight_id: UUID, body: InsightChange
) -> InsightShape:
    """Evidence, quality and scores stay as they were found."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        row: AiInsight = await insights.find_insight(act.session, interview_id, insight_id, lock=True)
        await insights.edit_insight(act.session, row, body.given(), cause=act.cause(), at=act.at)
        if body.used is not None:
            await insights.mark_used(act.session, row, used=body.used)
        return InsightShape.model_validate(row)


@router.get("/{insight_id}/edits", summary="List what an insight said before")
async def edits(caller: ApiCaller, interview_id: UUID, insight_id: UUID) -> InsightEdits:
    """Each change keeps the words before it."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await insights.find_insight(act.session, interview_id, insight_id)
        rows = await insights.edits_of(act.session, insight_id)
        return InsightEdits(items=[InsightEditShape.model_validate(row) for row in rows])
