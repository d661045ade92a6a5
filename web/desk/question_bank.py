"""The bank of questions as pages: finding, adding, correcting, removing."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from domain.errors import InvalidInputError, UnderstudyError
from domain.questions.model import Difficulty
from domain.vocabulary import UserRole
from services.questions import bank, catalogue
from services.questions.bank import NewQuestion, QuestionFilter
from web.acting import HIRING, MEMBERS, Act
from web.desk.session import Desk, SignedIn
from web.reading.questions import list_questions

router = APIRouter(prefix="/question-bank")
SHOWN = 30
FIELDS = catalogue.MOST_SKILLS + 20
"""A form may tick every skill."""
SAID = {
    "added": "The question is in the bank.",
    "changed": "The question is changed. Interviews keep the words that they were planned with.",
    "removed": "The question is gone. Interviews keep its words.",
}


@router.api_route("", methods=["GET", "HEAD"])
async def show(
    desk: SignedIn,
    search: str = "",
    skill: str = "",
    level: str = "",
    after: str | None = None,
    said: str = "",
) -> Response:
    """Questions, with filters."""
    return await _list(desk, search=search, skill=skill, level=level, after=after, said=said)


@router.post("")
async def add(desk: SignedIn) -> Response:
    """Add a question."""
    form = await chosen(desk)
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            new = NewQuestion(
                text_of(form, "question_text"),
                _level(text_of(form, "difficulty_level")),
                skills_of(form),
                minutes_of(form),
                text_of(form, "language") or "en",
            )
            await bank.create_question(act.session, new, cause=act.cause(), at=act.at)
    except UnderstudyError as error:
        return await _list(desk, error=error, form=form)
    return _back(desk, "", "added")


@router.api_route("/questions/{question_id}", methods=["GET", "HEAD"])
async def one(desk: SignedIn, question_id: UUID) -> Response:
    """One question, to correct or remove."""
    return await _one(desk, question_id)


@router.post("/questions/{question_id}")
async def change(desk: SignedIn, question_id: UUID) -> Response:
    """Correct it."""
    form = await chosen(desk)
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            given = {
                "text": text_of(form, "question_text"),
                "difficulty": _level(text_of(form, "difficulty_level")),
                "skill_ids": skills_of(form),
                "minutes": minutes_of(form),
                "language": text_of(form, "language") or "en",
            }
            await bank.change_question(act.session, question_id, given, cause=act.cause(), at=act.at)
    except InvalidInputError as error:
        return await _one(desk, question_id, error)
    return _back(desk, "", "changed")


@router.post("/questions/{question_id}/remove")
async def remove(desk: SignedIn, question_id: UUID) -> Response:
    """Remove it; asked for by a box that has to be ticked."""
    form = await desk.form()
    if form.get("sure") != "yes":
        return await _one(desk, question_id, InvalidInputError("Tick the box to remove it.", field="sure"))
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await bank.remove_question(act.session, question_id, cause=act.cause(), at=act.at)
    return _back(desk, "", "removed")


async def chosen(desk: Desk) -> FormData:
    """The submitted form, in which many skills may be ticked. Raises ForbiddenError."""
    await desk.request.form(max_fields=FIELDS, max_files=0)
    return await desk.choices()


def text_of(form: FormData, name: str) -> str:
    """A field, without a NUL, which no text of the database can hold."""
    value = form.get(name)
    return value.replace("\x00", "") if isinstance(value, str) else ""


def skills_of(form: FormData) -> list[UUID]:
    """The ticked skills, the primary one first. Raises InvalidInputError for what is no id."""
    first = text_of(form, "primary")
    given = [value for value in form.getlist("skill") if isinstance(value, str)]
    try:
        ids = [UUID(value) for value in ([first] if first else []) + given]
    except ValueError:
        raise InvalidInputError(
            "This is no skill.", field="skill", remedy="Choose one of the list."
        ) from None
    return list(dict.fromkeys(ids))


def minutes_of(form: FormData) -> int:
    """Minutes as a number. Raises InvalidInputError."""
    text = text_of(form, "minutes").strip() or "5"
    if not text.isdecimal():
        raise InvalidInputError("Minutes are a whole number.", field="minutes")
    return int(text[:9])


def _level(text: str) -> Difficulty:
    if text not in {level.value for level in Difficulty}:
        raise InvalidInputError("Choose easy, medium or hard.", field="difficulty_level")
    return Difficulty(text)


async def _list(
    desk: Desk,
    *,
    search: str = "",
    skill: str = "",
    level: str = "",
    after: str | None = None,
    said: str = "",
    error: UnderstudyError | None = None,
    form: FormData | None = None,
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        skills = await catalogue.list_skills(act.session)
        known = {str(one.id): one for one in skills}
        wanted = QuestionFilter(
            search[:100],
            (known[skill].id,) if skill in known else (),
            Difficulty(level) if level in {one.value for one in Difficulty} else None,
        )
        rows, next_ = await list_questions(act.session, wanted, after=after, limit=SHOWN)
        facts = {
            "questions": rows,
            "next": next_,
            "shows": await bank.skills_of_questions(act.session, [row.id for row in rows]),
            "skills": skills,
            "names": {one.id: one.skill_name for one in skills},
            "search": search,
            "skill": skill,
            "level": level,
            "levels": list(Difficulty),
            "given": form or {},
            "picked": set(form.getlist("skill")) if form else set(),
            "may_add": act.role in HIRING,
        }
        return _shown(desk, act, "desk/question_bank.html", error, said=SAID.get(said, ""), **facts)


async def _one(desk: Desk, question_id: UUID, error: UnderstudyError | None = None) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        row = await bank.question_by_id(act.session, question_id)
        shows = await bank.skills_of_questions(act.session, [row.id])
        facts = {
            "question": row,
            "shows": shows[row.id],
            "skills": await catalogue.list_skills(act.session),
            "levels": list(Difficulty),
            "may_remove": act.role is UserRole.ADMIN,
        }
        return _shown(desk, act, "desk/question.html", error, **facts)


def _shown(desk: Desk, act: Act, template: str, error: UnderstudyError | None, **facts: Any) -> Response:
    return desk.show(
        template,
        act,
        error,
        **facts,
    )


def _back(desk: Desk, path: str, said: str) -> RedirectResponse:
    return RedirectResponse(f"{desk.caller.deps.root}/question-bank{path}?said={said}", 303)
