"""Scorecards: the own one, those of others once it is handed in, and the comparison across a job."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from domain.access.vocabulary import Purpose
from domain.scorecards import DIMENSIONS, Card, Point, Recommendation
from domain.vocabulary import InterviewStatus
from models import InterviewerScorecard, Scorecard
from services.scorecards import comparison, drafting, reading, writing
from web.acting import MEMBERS, ApiCaller
from web.api.bodies import Text
from web.api.shapes import Shape

router = APIRouter(tags=["scorecards"])
Rating = Annotated[int, Field(ge=1, le=10)]


class NewPoint(BaseModel):
    """A strength or a weakness with the words it stands on."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[Text, Field(max_length=500)]
    evidence: Annotated[Text, Field(max_length=2000)] = ""
    turn_id: UUID | None = None


Points = Annotated[list[NewPoint], Field(max_length=10)]


class PointOfCard(Shape):
    """A strength or a weakness with the words it stands on."""

    text: str
    evidence: str
    turn_id: UUID | None


class CardBody(BaseModel):
    """The whole card as it is to stand; what is left out is empty."""

    model_config = ConfigDict(extra="forbid")
    version: Annotated[int, Field(ge=0, le=2**31 - 1)]
    attitude: Rating | None = None
    communication: Rating | None = None
    technical: Rating | None = None
    strategic: Rating | None = None
    leadership: Rating | None = None
    english: Rating | None = None
    recommendation: Recommendation | None = None
    justification: Annotated[Text, Field(max_length=4000)] = ""
    strengths: Points = Field(default_factory=list)
    weaknesses: Points = Field(default_factory=list)
    summary: Annotated[Text, Field(max_length=4000)] = ""
    notes: Annotated[Text, Field(max_length=8000)] = ""

    def card(self) -> Card:
        """As the rules take it."""
        return Card(
            {name: value for name in DIMENSIONS if (value := getattr(self, name)) is not None},
            self.recommendation,
            self.justification,
            tuple(Point(one.text, one.evidence, one.turn_id) for one in self.strengths),
            tuple(Point(one.text, one.evidence, one.turn_id) for one in self.weaknesses),
            self.summary,
            self.notes,
        )


class CardVersion(BaseModel):
    """Which card is meant."""

    model_config = ConfigDict(extra="forbid")
    version: Annotated[int, Field(ge=0, le=2**31 - 1)]


class Assessment(Shape):
    """What both kinds of card say; null: not assessed."""

    interview_id: UUID
    attitude: int | None
    communication: int | None
    technical: int | None
    strategic: int | None
    leadership: int | None
    english: int | None
    overall_score: float | None
    recommendation: Recommendation | None
    justification: str
    strengths: list[PointOfCard]
    weaknesses: list[PointOfCard]
    summary: str
    notes: str
    updated_at: datetime


class CardShape(Assessment):
    """The card of one interviewer."""

    interviewer_id: UUID
    prefilled: list[str]
    version: int
    handed_in_at: datetime | None


class RatingSpread(Shape):
    """How the cards rated one dimension."""

    mean: float
    lowest: int
    highest: int
    cards: int


class MergedShape(Assessment):
    """The one card of an interview."""

    cards: int
    votes: dict[Recommendation, int]
    spread: dict[str, RatingSpread]


class InterviewCards(Shape):
    """The cards of an interview that the caller may see."""

    own: CardShape | None
    may_write: bool
    is_blind: bool
    others: list[CardShape]
    merged: MergedShape | None


class ComparedShape(Shape):
    """One candidate of the comparison."""

    interview_id: UUID
    candidate_id: UUID
    candidate_name: str
    status: InterviewStatus
    scheduled_time: datetime | None
    interviewers: int
    is_hidden: bool
    scorecard: MergedShape | None


class ComparisonShape(Shape):
    """Everybody interviewed for a job, by the column asked for."""

    job_id: UUID
    sort: str
    items: list[ComparedShape]


class HeldInterview(Shape):
    """One interview of a candidate with its merged card."""

    interview_id: UUID
    job_id: UUID | None
    job_title: str | None
    status: InterviewStatus
    scheduled_time: datetime | None
    scorecard: MergedShape | None


class CandidateHistory(Shape):
    """Every interview of a candidate that the caller sees, newest first."""

    items: list[HeldInterview]


@router.get("/interviews/{interview_id}/scorecard", summary="Read the scorecards of an interview")
async def get(caller: ApiCaller, interview_id: UUID) -> InterviewCards:
    """The own card; those of others and the merged one only once the own is handed in."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        cards = await reading.cards_of(act.session, interview_id, act.user_id, at=act.at, purpose=Purpose.API)
        return InterviewCards(
            own=shape(cards.own) if cards.own else None,
            may_write=cards.is_writer,
            is_blind=cards.is_blind,
            others=[shape(seat.card) for seat in cards.others if seat.card],
            merged=merged_shape(cards.merged),
        )


@router.put("/interviews/{interview_id}/scorecard", summary="Save the own scorecard")
async def save(caller: ApiCaller, interview_id: UUID, body: CardBody) -> CardShape:
    """A draft, which nobody else sees. `version` is the one that was read, 0 before the first save."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        row = await writing.save(
            act.session, interview_id, act.user_id, body.card(), version=body.version, at=act.at
        )
        return shape(row)


@router.post("/interviews/{interview_id}/scorecard/hand-in", summary="Hand in the own scorecard")
async def hand_in(caller: ApiCaller, interview_id: UUID, body: CardVersion) -> CardShape:
    """From now on it counts in the merged card, and the cards of others are shown."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        row = await writing.hand_in(
            act.session, interview_id, act.user_id, version=body.version, cause=act.cause(), at=act.at
        )
        return shape(row)


@router.post("/interviews/{interview_id}/scorecard/reopen", summary="Open the own scorecard again")
async def reopen(caller: ApiCaller, interview_id: UUID) -> CardShape:
    """It counts no longer, and the cards of others are hidden again."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        row = await writing.reopen(act.session, interview_id, act.user_id, cause=act.cause(), at=act.at)
        return shape(row)


@router.post(
    "/interviews/{interview_id}/scorecard/prefill", summary="Fill in the own scorecard from insights"
)
async def prefill(caller: ApiCaller, interview_id: UUID) -> CardShape:
    """Only what is empty, or was filled in so before; `prefilled` names those fields. Never a recommendation."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        row = await drafting.prefill(act.session, interview_id, act.user_id, cause=act.cause(), at=act.at)
        return shape(row)


@router.get("/jobs/{job_id}/comparison", summary="Compare everybody interviewed for a job")
async def compare(
    caller: ApiCaller, job_id: UUID, sort: Annotated[str, Query(max_length=40)] = "name"
) -> ComparisonShape:
    """By name, or by `date`, `overall_score` or a dimension. There is no rank."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        found = await comparison.compare(
            act.session, job_id, act.user_id, at=act.at, sort=sort, purpose=Purpose.API
        )
        return ComparisonShape(
            job_id=job_id,
            sort=sort,
            items=[
                ComparedShape(
                    interview_id=line.interview.id,
                    candidate_id=line.interview.candidate_id,
                    candidate_name=line.name,
                    status=line.interview.status,
                    scheduled_time=line.interview.scheduled_time,
                    interviewers=line.expected,
                    is_hidden=line.is_hidden,
                    scorecard=merged_shape(line.card),
                )
                for line in found.lines
            ],
        )


@router.get("/candidates/{candidate_id}/scorecards", summary="List a candidate's interviews with scorecards")
async def history(caller: ApiCaller, candidate_id: UUID) -> CandidateHistory:
    """Across jobs, as far as the caller sees them."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        rows = await reading.history(act.session, candidate_id, at=act.at, purpose=Purpose.API)
        return CandidateHistory(
            items=[
                HeldInterview(
                    interview_id=interview.id,
                    job_id=interview.job_id,
                    job_title=job.title if job else None,
                    status=interview.status,
                    scheduled_time=interview.scheduled_time,
                    scorecard=merged_shape(card),
                )
                for interview, job, card in rows
            ]
        )


def shape(row: InterviewerScorecard) -> CardShape:
    """A card as callers get it."""
    values = {name: getattr(row, name) for name in CardShape.model_fields}
    return CardShape.model_validate({**values, "prefilled": sorted(row.prefilled)})


def merged_shape(row: Scorecard | None) -> MergedShape | None:
    """The merged card as callers get it."""
    return MergedShape.model_validate(row) if row is not None else None
