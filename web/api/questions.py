"""The bank of questions. Everybody who hires reads it, recruiters and admins add to it, admins remove from it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from domain.questions.model import LONGEST_QUESTION, MOST_MINUTES, Difficulty
from domain.vocabulary import UserRole
from models import Question
from services.questions import bank, catalogue
from services.questions.bank import NewQuestion, QuestionFilter
from web.acting import HIRING, MEMBERS, ApiCaller
from web.api.bodies import Reasoned, Text
from web.api.shapes import Shape
from web.paging import DEFAULT, After, Limit
from web.reading.questions import list_questions

router = APIRouter(prefix="/questions", tags=["questions"])
Words = Annotated[Text, Field(min_length=1, max_length=LONGEST_QUESTION)]
Minutes = Annotated[int, Field(ge=1, le=MOST_MINUTES)]
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length=10)]
SkillIds = Annotated[list[UUID], Field(max_length=catalogue.MOST_SKILLS)]


class NewQuestionBody(Reasoned):
    """A question to be added. The first skill is its primary one."""

    question_text: Words
    difficulty_level: Difficulty
    skill_ids: SkillIds = Field(default_factory=list)
    minutes: Minutes = 5
    language: Language = "en"


class QuestionChange(Reasoned):
    """What is given changes; plans keep the words they were made with."""

    question_text: Words | None = None
    difficulty_level: Difficulty | None = None
    skill_ids: SkillIds | None = None
    minutes: Minutes | None = None
    language: Language | None = None

    def given(self) -> dict[str, Any]:
        """What is to change, by the names of the service."""
        names = {"question_text": "text", "difficulty_level": "difficulty"}
        return {
            names.get(name, name): getattr(self, name)
            for name in self.model_fields_set - {"reason"}
            if getattr(self, name) is not None
        }


class QuestionShape(Shape):
    """A question of the bank."""

    id: UUID
    question_text: str
    difficulty_level: Difficulty
    skill_ids: list[UUID]
    minutes: int
    language: str
    created_at: datetime


class QuestionPage(Shape):
    """Questions in the order in which they were added; `next` is the `after` of the next page."""

    items: list[QuestionShape]
    next: str | None


class QuestionList(Shape):
    """Questions, those that fit best first."""

    items: list[QuestionShape]


@router.get("", summary="List questions of the bank")
async def list_(
    caller: ApiCaller,
    search: Annotated[str, Query(max_length=100, description="Part of its words.")] = "",
    skill: Annotated[
        list[UUID] | None,
        Query(max_length=catalogue.MOST_SKILLS, description="Questions that show any of these skills."),
    ] = None,
    difficulty: Annotated[Difficulty | None, Query(description="Only this level.")] = None,
    language: Annotated[Language | None, Query(description="Only this language.", examples=["en"])] = None,
    after: After = None,
    limit: Limit = DEFAULT,
) -> QuestionPage:
    """Filters narrow each other down."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        wanted = QuestionFilter(search, tuple(skill or ()), difficulty, language)
        rows, next_ = await list_questions(act.session, wanted, after=after, limit=limit)
        return QuestionPage(items=await question_shapes(act.session, rows), next=next_)


@router.post("", status_code=201, summary="Add a question to the bank")
async def create(caller: ApiCaller, body: NewQuestionBody) -> QuestionShape:
    """Recruiters and admins. Questions about protected traits are refused; so are words that stand there already."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        new = NewQuestion(
            body.question_text, body.difficulty_level, body.skill_ids, body.minutes, body.language
        )
        row = await bank.create_question(act.session, new, cause=act.cause(body.reason), at=act.at)
        return (await question_shapes(act.session, [row]))[0]


@router.get("/{question_id}", summary="Get a question of the bank")
async def get(caller: ApiCaller, question_id: UUID) -> QuestionShape:
    """With its skills, the primary one first."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        row = await bank.question_by_id(act.session, question_id)
        return (await question_shapes(act.session, [row]))[0]


@router.patch("/{question_id}", summary="Change a question of the bank")
async def change(caller: ApiCaller, question_id: UUID, body: QuestionChange) -> QuestionShape:
    """Recruiters and admins. Interviews that have it keep the words that they were planned with."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        row = await bank.change_question(
            act.session, question_id, body.given(), cause=act.cause(body.reason), at=act.at
        )
        return (await question_shapes(act.session, [row]))[0]


@router.delete("/{question_id}", status_code=204, summary="Remove a question from the bank")
async def remove(caller: ApiCaller, question_id: UUID) -> None:
    """Admins only. Interviews keep its words."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await bank.remove_question(act.session, question_id, cause=act.cause(), at=act.at)


async def question_shapes(session: AsyncSession, rows: Sequence[Question]) -> list[QuestionShape]:
    """Questions as the API shows them."""
    skills = await bank.skills_of_questions(session, [row.id for row in rows])
    return [
        QuestionShape(
            id=row.id,
            question_text=row.question_text,
            difficulty_level=Difficulty(row.difficulty_level),
            skill_ids=list(skills[row.id]),
            minutes=row.minutes,
            language=row.language,
            created_at=row.created_at,
        )
        for row in rows
    ]
