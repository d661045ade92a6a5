"""Types of interviews and the skills that each suggests. Everybody who hires reads them, admins keep them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from domain.vocabulary import UserRole
from models import Skill
from services.questions import bank, catalogue
from web.acting import MEMBERS, ApiCaller
from web.api.bodies import Reasoned
from web.api.questions import QuestionList, question_shapes
from web.api.shapes import Shape
from web.api.skills import Description, Name, Search, SkillList, SkillShape

router = APIRouter(prefix="/interview-types", tags=["interview types"])
SkillIds = Annotated[list[UUID], Field(max_length=catalogue.MOST_SKILLS)]


class NewType(Reasoned):
    """A type to be added."""

    type_name: Name
    description: Description | None = None


class TypeChange(Reasoned):
    """What is given changes."""

    type_name: Name | None = None
    description: Description | None = None


class SuggestedSkills(Reasoned):
    """The skills that a type is to suggest, in place of those before."""

    skill_ids: SkillIds


class TypeShape(Shape):
    """A type of interview."""

    id: UUID
    type_name: str
    description: str | None
    created_at: datetime


class TypeList(Shape):
    """Every type, by name."""

    items: list[TypeShape]


@router.get("", summary="List interview types")
async def list_(caller: ApiCaller, search: Search = "") -> TypeList:
    """All of them, or those whose name or description holds `search`."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        rows = await catalogue.list_types(act.session, search)
        return TypeList(items=[TypeShape.model_validate(row) for row in rows])


@router.post("", status_code=201, summary="Add an interview type")
async def create(caller: ApiCaller, body: NewType) -> TypeShape:
    """Admins only. A name is taken whatever its capitals."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        row = await catalogue.create_type(
            act.session, body.type_name, body.description, cause=act.cause(body.reason), at=act.at
        )
        return TypeShape.model_validate(row)


@router.get("/{type_id}", summary="Get an interview type")
async def get(caller: ApiCaller, type_id: UUID) -> TypeShape:
    """Name and description."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        return TypeShape.model_validate(await catalogue.type_by_id(act.session, type_id))


@router.patch("/{type_id}", summary="Rename or describe an interview type")
async def change(caller: ApiCaller, type_id: UUID, body: TypeChange) -> TypeShape:
    """Admins only. Its interviews keep it."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        row = await catalogue.change_type(
            act.session,
            type_id,
            name=body.type_name,
            description=body.description,
            cause=act.cause(body.reason),
            at=act.at,
        )
        return TypeShape.model_validate(row)


@router.delete("/{type_id}", status_code=204, summary="Delete an interview type")
async def remove(caller: ApiCaller, type_id: UUID) -> None:
    """Admins only. Its interviews stay and have no type then."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await catalogue.remove_type(act.session, type_id, cause=act.cause(), at=act.at)


@router.get("/{type_id}/skills", summary="List the skills that a type suggests")
async def suggested(caller: ApiCaller, type_id: UUID) -> SkillList:
    """By name."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        return _skills(await catalogue.suggested_skills(act.session, type_id))


@router.put("/{type_id}/skills", summary="State which skills a type suggests")
async def suggest(caller: ApiCaller, type_id: UUID, body: SuggestedSkills) -> SkillList:
    """Admins only. In place of those before."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        skills = await catalogue.suggest_skills(
            act.session, type_id, body.skill_ids, cause=act.cause(body.reason), at=act.at
        )
        return _skills(skills)


@router.get("/{type_id}/questions", summary="List the questions for a type and skills")
async def questions(
    caller: ApiCaller,
    type_id: UUID,
    skill: Annotated[
        list[UUID] | None,
        Query(
            max_length=catalogue.MOST_SKILLS, description="Chosen skills; none: those that the type suggests."
        ),
    ] = None,
) -> QuestionList:
    """Questions that show any of the chosen skills; those for a skill that the type suggests come first."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await catalogue.type_by_id(act.session, type_id)
        rows = await bank.questions_by_type_and_skills(act.session, type_id, skill or ())
        return QuestionList(items=await question_shapes(act.session, rows))


def _skills(rows: Sequence[Skill]) -> SkillList:
    return SkillList(items=[SkillShape.model_validate(row) for row in rows])
