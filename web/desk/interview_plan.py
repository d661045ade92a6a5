"""The question plan of one interview as a page: what it is about, what to ask, and what is covered."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select

from domain.access.vocabulary import Purpose
from domain.errors import InvalidInputError, NotFoundError, UnderstudyError
from models import Candidate, InterviewQuestion, Job, Transcript
from services import find
from services.questions import catalogue, categories, edits, followups, linking, plans
from services.questions.categories import Category
from services.questions.plans import was_asked
from web.acting import MEMBERS, Act
from web.api.interview_plan import proposed_by
from web.desk.question_bank import chosen, minutes_of, skills_of, text_of
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/interviews/{interview_id}/plan")
SAID = {
    "planned": "The questions are planned.",
    "category": "Type and skills are set. Plan the questions again to follow them.",
    "changed": "The plan is changed.",
    "linked": "Questions were looked for in the transcript.",
}
LONGEST_SEED = 10


@dataclass(frozen=True, slots=True)
class Suggested:
    """Follow-ups that were just suggested for a question."""

    row_id: UUID
    skill_id: UUID | None
    texts: tuple[str, ...]


@dataclass(slots=True)
class Notice:
    """What the page says on top."""

    said: str = ""
    error: UnderstudyError | None = None
    suggested: Suggested | None = None
    words: dict[str, str] = field(default_factory=dict)
    """What somebody wrote into the form that was refused."""


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, interview_id: UUID, said: str = "") -> Response:
    """The plan."""
    return await _show(desk, interview_id, Notice(SAID.get(said, "")))


@router.post("")
async def make(desk: SignedIn, interview_id: UUID) -> Response:
    """Plan, or plan again; "another selection" counts the seed up."""
    form = await desk.form()
    try:
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            await plans.make_plan(
                act.session,
                interview_id,
                minutes=_number(form.get("minutes", ""), "minutes"),
                seed=_number(form.get("seed", "")[:LONGEST_SEED], "seed") or 0,
                cause=act.cause(),
                at=act.at,
            )
    except InvalidInputError as error:
        return await _show(desk, interview_id, Notice(error=error))
    return _back(desk, interview_id, "planned")


@router.post("/category")
async def categorise(desk: SignedIn, interview_id: UUID) -> Response:
    """Type and skills together; "use suggested" takes the skills that the type suggests."""
    form = await chosen(desk)
    try:
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            type_id = _id(text_of(form, "type"), "type")
            skills = skills_of(form)
            if text_of(form, "act") == "suggested" and type_id is not None:
                skills = [one.id for one in await catalogue.suggested_skills(act.session, type_id)]
            await categories.categorise(
                act.session, interview_id, Category(type_id, skills), cause=act.cause(), at=act.at
            )
    except InvalidInputError as error:
        return await _show(desk, interview_id, Notice(error=error))
    return _back(desk, interview_id, "category")


@router.post("/questions")
async def add(desk: SignedIn, interview_id: UUID) -> Response:
    """Add a question of one's own, or a suggested follow-up."""
    form = await chosen(desk)
    try:
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            await edits.add_own(
                act.session,
                interview_id,
                text_of(form, "text"),
                skill_id=_id(text_of(form, "skill"), "skill"),
                minutes=minutes_of(form),
                is_suggested=text_of(form, "suggested") == "yes",
                cause=act.cause(),
                at=act.at,
            )
    except UnderstudyError as error:
        return await _show(desk, interview_id, Notice(error=error, words={"text": text_of(form, "text")}))
    return _back(desk, interview_id, "changed")


@router.post("/links")
async def link(desk: SignedIn, interview_id: UUID) -> Response:
    """Look for the questions in the transcript."""
    await desk.form()
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        await linking.link_turns(act.session, interview_id, act.at, act.cause())
    return _back(desk, interview_id, "linked")


@router.post("/questions/{interview_question_id}")
async def change(desk: SignedIn, interview_id: UUID, interview_question_id: UUID) -> Response:
    """One of the buttons of a question."""
    form = await desk.form()
    try:
        async with desk.caller.begin() as act:
            await _here(act, interview_id, interview_question_id)
            await _press(act, interview_question_id, form)
    except UnderstudyError as error:
        return await _show(desk, interview_id, Notice(error=error))
    return _back(desk, interview_id, "changed", f"#q-{interview_question_id}")


@router.post("/questions/{interview_question_id}/follow-ups")
async def follow_up(desk: SignedIn, interview_id: UUID, interview_question_id: UUID) -> Response:
    """Show suggested follow-ups, for a person to take or leave."""
    await desk.form()
    async with desk.caller.begin() as act:
        row = await _here(act, interview_id, interview_question_id)
        skill_id = row.skill_id
        prepared = await followups.prepare(
            act.session, interview_question_id, at=act.at, purpose=Purpose.PAGE
        )
    proposed = await proposed_by(desk.caller.deps, prepared)
    async with desk.caller.begin() as act:
        texts = await followups.judged(act.session, prepared, proposed, cause=act.cause(), at=act.at)
    return await _show(
        desk, interview_id, Notice(suggested=Suggested(interview_question_id, skill_id, texts))
    )


async def _press(act: Act, row_id: UUID, form: dict[str, str]) -> None:
    session = act.session
    how: dict[str, Any] = {"cause": act.cause(), "at": act.at}
    match form.get("act"):
        case "asked":
            await plans.mark_asked(session, row_id, **how)
        case "not_asked":
            await plans.mark_asked(session, row_id, is_asked=False, **how)
        case "up":
            await edits.move(session, row_id, -1, **how)
        case "down":
            await edits.move(session, row_id, 1, **how)
        case "swap":
            await edits.swap(session, row_id, **how)
        case "remove":
            await edits.remove(session, row_id, **how)
        case "turns":
            await linking.set_turns(
                session,
                row_id,
                question_turn_id=_id(form.get("question_turn", ""), "question_turn"),
                answer_turn_id=_id(form.get("answer_turn", ""), "answer_turn"),
                **how,
            )
        case _:
            raise InvalidInputError("There is no such button.", field="act")


async def _here(act: Act, interview_id: UUID, row_id: UUID) -> InterviewQuestion:
    act.needs(*MEMBERS)
    row = await act.session.get(InterviewQuestion, row_id)
    if row is None or row.interview_id != interview_id:
        raise NotFoundError("This question is no longer in the plan.", remedy="Look at the plan again.")
    return row


async def _show(desk: Desk, interview_id: UUID, notice: Notice) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        facts = await _facts(act, interview_id)
        return desk.show(
            "desk/interview_plan.html",
            act,
            notice.error,
            said=notice.said,
            suggested=notice.suggested,
            words=notice.words,
            may_suggest=desk.caller.deps.follow_ups is not None,
            **facts,
        )


async def _facts(act: Act, interview_id: UUID) -> dict[str, Any]:
    session = act.session
    interview = await find.interview(session, interview_id)
    plan = await plans.plan_of(session, interview_id)
    skills = await catalogue.list_skills(session)
    linked = [turn for row in plan.questions for turn in (row.question_turn_id, row.answer_turn_id) if turn]
    return {
        "interview": interview,
        "candidate": await session.get_one(Candidate, interview.candidate_id),
        "job": await session.get(Job, interview.job_id) if interview.job_id else None,
        "plan": plan,
        "types": await catalogue.list_types(session),
        "skills": skills,
        "names": {one.id: one.skill_name for one in skills},
        "chosen": {one.id for one in await categories.skills_of_interview(session, interview_id)},
        "was_asked": {row.id: was_asked(row) for row in plan.questions},
        "places": await _places(act, linked),
        "has_turns": await linking.has_turns(session, interview_id),
    }


async def _places(act: Act, turns: list[UUID]) -> dict[UUID, int]:
    """The numbers of linked turns; their words stay on the live page."""
    if not turns:
        return {}
    query = select(Transcript.id, Transcript.sequence).where(Transcript.id.in_(turns))
    return {row.id: row.sequence for row in await act.session.execute(query)}


def _number(text: str, name: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal():
        raise InvalidInputError("This is no whole number.", field=name)
    return int(text.strip()[:9])


def _id(text: str, name: str) -> UUID | None:
    if not text.strip():
        return None
    try:
        return UUID(text.strip())
    except ValueError:
        raise InvalidInputError("Choose one of the list.", field=name) from None


def _back(desk: Desk, interview_id: UUID, said: str, place: str = "") -> RedirectResponse:
    address = f"{desk.caller.deps.root}/interviews/{interview_id}/plan?said={said}{place}"
    return RedirectResponse(address, 303)
