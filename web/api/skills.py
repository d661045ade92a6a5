"""Skills that interviews look at. Everybody who hires reads them, admins keep them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from domain.questions.model import LONGEST_DESCRIPTION, LONGEST_NAME
from domain.vocabulary import UserRole
from services.questions import catalogue
from web.acting import MEMBERS, ApiCaller
from web.api.bodies import Reasoned, Text
from web.api.shapes import Shape

router = APIRouter(prefix="/skills", tags=["skills"])
Name = Annotated[Text, Field(min_length=1, max_length=LONGEST_NAME)]
Description = Annotated[Text, Field(max_length=LONGEST_DESCRIPTION)]
Search = Annotated[str, Query(max_length=100, description="Part of the name or the description.")]


class NewSkill(Reasoned):
    """A skill to be added."""

    skill_name: Name
    description: Description | None = None


class SkillChange(Reasoned):
    """What is given changes."""

    skill_name: Name | None = None
    description: Description | None = None


class SkillShape(Shape):
    """A skill."""

    id: UUID
    skill_name: str
    description: str | None
    created_at: datetime


class SkillList(Shape):
    """Skills, by name."""

    items: list[SkillShape]


@router.get("", summary="List skills")
async def list_(caller: ApiCaller, search: Search = "") -> SkillList:
    """All of them, or those whose name or description holds `search`."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        rows = await catalogue.list_skills(act.session, search)
        return SkillList(items=[SkillShape.model_validate(row) for row in rows])


@router.post("", status_code=201, summary="Add a skill")
async def create(caller: ApiCaller, body: NewSkill) -> SkillShape:
    """Admins only. A name is taken whatever its capitals."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        row = await catalogue.create_skill(
            act.session, body.skill_name, body.description, cause=act.cause(body.reason), at=act.at
        )
        return SkillShape.model_validate(row)


@router.get("/{skill_id}", summary="Get a skill")
async def get(caller: ApiCaller, skill_id: UUID) -> SkillShape:
    """Name and description."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        return SkillShape.model_validate(await catalogue.skill_by_id(act.session, skill_id))


@router.patch("/{skill_id}", summary="Rename or describe a skill")
async def change(caller: ApiCaller, skill_id: UUID, body: SkillChange) -> SkillShape:
    """Admins only. Its questions and interviews keep it."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        row = await catalogue.change_skill(
            act.session,
            skill_id,
            name=body.skill_name,
            description=body.description,
            cause=act.cause(body.reason),
            at=act.at,
        )
        return SkillShape.model_validate(row)


@router.delete("/{skill_id}", status_code=204, summary="Delete a skill")
async def remove(caller: ApiCaller, skill_id: UUID) -> None:
    """Admins only. Its questions stay."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await catalogue.remove_skill(act.session, skill_id, cause=act.cause(), at=act.at)
