"""What a job asks for, and what each requirement does to its list."""

from functools import partial
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from domain.requirements import dump
from domain.vocabulary import UserRole
from services import find, requirements
from web.acting import HIRING, ApiCaller
from web.api.bodies import Reasoned
from web.api.shapes import Shape
from web.etags import IfMatch

router = APIRouter(prefix="/jobs/{job_id}/requirements", tags=["requirements"])


class NewRequirements(Reasoned):
    """Requirements as they are to be: items are texts, or objects with `text` and what differs from the default."""

    requirements: dict[str, Any] = Field(
        description="must, nice (lists); years, languages, licences, education as short forms.",
        examples=[{"must": ["Python", "German B2"], "nice": ["Kotlin"], "years": 3}],
    )


class EffectShape(Shape):
    """What one requirement does; null where scores do not know it yet."""

    text: str
    must: bool
    met: int
    of: int
    lacking_in_top: int
    leave_if_dropped: int | None
    leave_if_must: int | None


class RequirementsShape(Shape):
    """The requirements of a job. `suggested`: read from its text, nobody has stated any."""

    requirements: dict[str, Any]
    suggested: bool
    may_change: bool
    effects: list[EffectShape] | None


@router.get("", summary="Get what a job asks for, and what each requirement does to the list")
async def get(caller: ApiCaller, job_id: UUID) -> RequirementsShape:
    """`span` says where in the job's description a requirement was found."""
    async with caller.begin() as act:
        return await shape(act.session, job_id, act.role)


@router.put("", summary="State what a job asks for; scored applications are scored again")
async def put(caller: ApiCaller, job_id: UUID, body: NewRequirements, wanted: IfMatch) -> RequirementsShape:
    """Possible until the job is closed. What a person is, or where one lives, is refused. If-Match is needed: this
    replaces the whole list."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await find.job(act.session, job_id, lock=True)
        wanted.required()
        await wanted.holds(partial(shape, act.session, job_id, act.role))
        await requirements.set_requirements(
            act.session, job_id, body.requirements, cause=act.cause(body.reason), at=act.at
        )
        return await shape(act.session, job_id, act.role)


async def shape(session: AsyncSession, job_id: UUID, role: UserRole) -> RequirementsShape:
    """The requirements of a job with their effects, as the API shows them to somebody of this role."""
    asked = await requirements.asked(session, job_id)
    effects = await requirements.effects_of(session, job_id, asked.requirements) if role in HIRING else None
    return RequirementsShape(
        requirements=dump(asked.requirements),
        suggested=asked.is_suggested,
        may_change=asked.may_change,
        effects=None if effects is None else [EffectShape.model_validate(effect) for effect in effects],
    )
