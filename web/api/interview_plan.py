"""The questions of one interview: planned, changed by hand, marked as asked, linked to turns."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from domain.access.vocabulary import Purpose
from domain.errors import InvalidInputError, NotFoundError, UnavailableError
from models import InterviewQuestion
from services import find
from services.questions import edits, followups, linking, plans
from web.acting import MEMBERS, Act, ApiCaller
from web.api.bodies import Body, Reasoned
from web.api.plan_shapes import (
    FollowUpShape,
    PlannedShape,
    PlanShape,
    plan_shape,
    planned_shape,
)
from web.api.questions import Minutes, Words
from web.deps import Deps, WebDeps

router = APIRouter(prefix="/interviews/{interview_id}/plan", tags=["interview plans"])


class PlanBody(Reasoned):
    """How to plan. The same facts and seed give the same plan."""

    minutes: Annotated[int, Field(ge=1, le=plans.MOST_MINUTES)] | None = None
    seed: Annotated[int, Field(ge=0, le=plans.LARGEST_SEED)] = 0


class OrderBody(Reasoned):
    """The questions of the plan in their new order, each named once."""

    order: Annotated[list[UUID], Field(max_length=edits.MOST_QUESTIONS)]


class AddedBody(Reasoned):
    """A question of the bank (`question_id`), or one in your own words (`text`)."""

    question_id: UUID | None = None
    text: Words | None = None
    skill_id: UUID | None = None
    minutes: Minutes = 5
    suggested: bool = Field(default=False, description="The words are a suggested follow-up.")


class AskedBody(Body):
    """Whether it was asked."""

    asked: bool = True


class TurnsBody(Body):
    """Where it was asked and answered; null takes a link away."""

    question_turn_id: UUID | None
    answer_turn_id: UUID | None


@router.get("", summary="Get the question plan of an interview")
async def get(caller: ApiCaller, interview_id: UUID) -> PlanShape:
    """Questions in order, each with why it was chosen; what they cover, and what they do not."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        return plan_shape(await plans.plan_of(act.session, interview_id))


@router.post("", summary="Plan the questions of an interview")
async def make(caller: ApiCaller, interview_id: UUID, body: PlanBody | None = None) -> PlanShape:
    """In place of those planned before; what was asked, or added by a person, stays. Names what it cannot cover."""
    body = body or PlanBody()
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        plan = await plans.make_plan(
            act.session,
            interview_id,
            minutes=body.minutes,
            seed=body.seed,
            cause=act.cause(body.reason),
            at=act.at,
        )
        return plan_shape(plan)


@router.put("/order", summary="Reorder the questions of an interview")
async def reorder(caller: ApiCaller, interview_id: UUID, body: OrderBody) -> PlanShape:
    """Refused when the list is not the one that stands there now: nothing is lost or doubled."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await edits.reorder(act.session, interview_id, body.order, cause=act.cause(body.reason), at=act.at)
        return plan_shape(await plans.plan_of(act.session, interview_id))


@router.post("/links", summary="Find where planned questions were asked")
async def link(caller: ApiCaller, interview_id: UUID) -> PlanShape:
    """By their words in the transcript. What is linked already stays."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await linking.link_turns(act.session, interview_id, act.at, act.cause())
        return plan_shape(await plans.plan_of(act.session, interview_id))


@router.post("/questions", status_code=201, summary="Add a question to an interview")
async def add(caller: ApiCaller, interview_id: UUID, body: AddedBody) -> PlannedShape:
    """At the end of the plan. Your own words do not enter the bank."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await find.interview(act.session, interview_id)
        if (body.question_id is None) == (body.text is None):
            raise InvalidInputError("Give either question_id or text.", field="text")
        cause = act.cause(body.reason)
        if body.question_id is not None:
            row = await edits.add_from_bank(
                act.session, interview_id, body.question_id, cause=cause, at=act.at
            )
        else:
            row = await edits.add_own(
                act.session,
                interview_id,
                body.text or "",
                skill_id=body.skill_id,
                minutes=body.minutes,
                is_suggested=body.suggested,
                cause=cause,
                at=act.at,
            )
        return planned_shape(row)


@router.delete(
    "/questions/{interview_question_id}", status_code=204, summary="Take a question out of the plan"
)
async def remove(caller: ApiCaller, interview_id: UUID, interview_question_id: UUID) -> None:
    """Unless it was asked already."""
    async with caller.begin() as act:
        await _here(act, interview_id, interview_question_id)
        await edits.remove(act.session, interview_question_id, cause=act.cause(), at=act.at)


@router.post("/questions/{interview_question_id}/swap", summary="Swap a question for the next best")
async def swap(
    caller: ApiCaller, interview_id: UUID, interview_question_id: UUID, body: Reasoned | None = None
) -> PlannedShape:
    """Another one about the same skill, with the reason for it. Swapping again goes on through the bank."""
    async with caller.begin() as act:
        await _here(act, interview_id, interview_question_id)
        cause = act.cause(body.reason if body else None)
        return planned_shape(await edits.swap(act.session, interview_question_id, cause=cause, at=act.at))


@router.put("/questions/{interview_question_id}/asked", summary="Mark a question as asked, or as not")
async def mark(
    caller: ApiCaller, interview_id: UUID, interview_question_id: UUID, body: AskedBody
) -> PlannedShape:
    """Noted with the present time; the same again changes nothing."""
    async with caller.begin() as act:
        await _here(act, interview_id, interview_question_id)
        row = await plans.mark_asked(
            act.session, interview_question_id, is_asked=body.asked, cause=act.cause(), at=act.at
        )
        return planned_shape(row)


@router.put("/questions/{interview_question_id}/turns", summary="Say where a question was asked and answered")
async def set_turns(
    caller: ApiCaller, interview_id: UUID, interview_question_id: UUID, body: TurnsBody
) -> PlannedShape:
    """Turns of the interview's transcript; each belongs to one question."""
    async with caller.begin() as act:
        await _here(act, interview_id, interview_question_id)
        row = await linking.set_turns(
            act.session,
            interview_question_id,
            question_turn_id=body.question_turn_id,
            answer_turn_id=body.answer_turn_id,
            cause=act.cause(),
            at=act.at,
        )
        return planned_shape(row)


@router.post("/questions/{interview_question_id}/follow-ups", summary="Ask for suggested follow-ups")
async def follow_up(
    caller: ApiCaller, deps: Deps, interview_id: UUID, interview_question_id: UUID
) -> FollowUpShape:
    """From a language model, where the flag `llm_assist` is on; an empty list otherwise. Nothing is added: a person
    takes a suggestion, or leaves it."""
    async with caller.begin() as act:
        await _here(act, interview_id, interview_question_id)
        prepared = await followups.prepare(act.session, interview_question_id, at=act.at, purpose=Purpose.API)
    proposed = await proposed_by(deps, prepared)
    async with caller.begin() as act:
        shown = await followups.judged(act.session, prepared, proposed, cause=act.cause(), at=act.at)
        return FollowUpShape(suggestions=list(shown))


async def proposed_by(deps: WebDeps, prepared: followups.Prepared) -> str | None:
    """What the model proposes, outside of any transaction; None where there is none, it may not be asked, or it did
    not answer in time."""
    if deps.follow_ups is None or not prepared.is_open:
        return None
    try:
        return await deps.follow_ups.suggest(prepared.ask)
    except UnavailableError:
        return None


async def _here(act: Act, interview_id: UUID, interview_question_id: UUID) -> None:
    """The address names a question of this interview. Raises NotFoundError, ForbiddenError."""
    act.needs(*MEMBERS)
    row = await act.session.get(InterviewQuestion, interview_question_id)
    if row is None or row.interview_id != interview_id:
        raise NotFoundError(
            f"The interview has no question {interview_question_id}.",
            field="interview_question_id",
            remedy="Look at the plan again.",
        )
