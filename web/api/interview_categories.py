"""What interviews are about: type and skills of one interview, and of many that have none yet."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus
from services import find
from services.questions import categories
from services.questions.categories import Category
from web.acting import HIRING, MEMBERS, ApiCaller
from web.api.bodies import Reasoned
from web.api.questions import SkillIds
from web.api.shapes import Shape
from web.api.skills import SkillShape
from web.paging import DEFAULT, After, Limit
from web.reading.questions import list_without_type

router = APIRouter(tags=["interview categories"])


class CategoryBody(Reasoned):
    """Type (null: none) and skills, in place of those before."""

    interview_type_id: UUID | None
    skill_ids: SkillIds


class ManyBody(CategoryBody):
    """Type and skills for several interviews."""

    interview_ids: Annotated[list[UUID], Field(min_length=1, max_length=categories.MOST_AT_ONCE)]


class TypeBody(Reasoned):
    """A type; null: none."""

    interview_type_id: UUID | None


class CategoryShape(Shape):
    """What an interview is about."""

    interview_id: UUID
    interview_type_id: UUID | None
    skills: list[SkillShape]


class WithoutTypeShape(Shape):
    """An interview without a type."""

    id: UUID
    job_id: UUID | None
    job_title: str | None
    status: InterviewStatus
    scheduled_time: datetime | None
    created_at: datetime


class WithoutTypePage(Shape):
    """Interviews without a type, newest first; `next` is the `after` of the next page."""

    items: list[WithoutTypeShape]
    next: str | None


class ManyShape(Shape):
    """What came of it."""

    changed: int


@router.get("/interviews/{interview_id}/category", summary="Get what an interview is about")
async def get(caller: ApiCaller, interview_id: UUID) -> CategoryShape:
    """Its type and the skills that were chosen for it."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        return await shape(act.session, interview_id)


@router.put("/interviews/{interview_id}/category", summary="Set type and skills of an interview")
async def put(caller: ApiCaller, interview_id: UUID, body: CategoryBody) -> CategoryShape:
    """Both at once, or neither. Questions that are planned stay; plan again to follow the new skills."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        category = Category(body.interview_type_id, body.skill_ids)
        await categories.categorise(
            act.session, interview_id, category, cause=act.cause(body.reason), at=act.at
        )
        return await shape(act.session, interview_id)


@router.put("/interviews/{interview_id}/type", summary="Set the type of an interview")
async def put_type(caller: ApiCaller, interview_id: UUID, body: TypeBody) -> CategoryShape:
    """Its skills stay."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await categories.set_type(
            act.session, interview_id, body.interview_type_id, cause=act.cause(body.reason), at=act.at
        )
        return await shape(act.session, interview_id)


@router.put("/interviews/{interview_id}/skills/{skill_id}", summary="Add a skill to an interview")
async def add_skill(caller: ApiCaller, interview_id: UUID, skill_id: UUID) -> CategoryShape:
    """One that it has already changes nothing."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await categories.add_skill(act.session, interview_id, skill_id, cause=act.cause(), at=act.at)
        return await shape(act.session, interview_id)


@router.delete(
    "/interviews/{interview_id}/skills/{skill_id}", status_code=204, summary="Take a skill from an interview"
)
async def remove_skill(caller: ApiCaller, interview_id: UUID, skill_id: UUID) -> None:
    """One that it does not have changes nothing."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await categories.remove_skill(act.session, interview_id, skill_id, cause=act.cause(), at=act.at)


@router.put(
    "/jobs/{job_id}/interview-type", status_code=204, summary="Set the type of a job's new interviews"
)
async def put_job_type(caller: ApiCaller, job_id: UUID, body: TypeBody) -> None:
    """Interviews that stand keep theirs."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await categories.set_job_type(
            act.session, job_id, body.interview_type_id, cause=act.cause(body.reason), at=act.at
        )


@router.get("/interview-categories/missing", summary="List interviews without a type")
async def missing(
    caller: ApiCaller,
    job: Annotated[UUID | None, Query(description="Only those of this job.")] = None,
    status: Annotated[
        InterviewStatus | None, Query(description="Only those in this state.", examples=["confirmed"])
    ] = None,
    search: Annotated[str, Query(max_length=100, description="Part of the job's title or of the name.")] = "",
    without_skills: Annotated[bool, Query(description="Only those that have no skill either.")] = False,
    after: After = None,
    limit: Limit = DEFAULT,
) -> WithoutTypePage:
    """They are valid as they are; old ones can be categorised here whenever it suits."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        rows, next_ = await list_without_type(
            act.session,
            job_id=job,
            status=status,
            search=search,
            without_skills=without_skills,
            after=after,
            limit=limit,
        )
        return WithoutTypePage(items=[WithoutTypeShape.model_validate(row) for row in rows], next=next_)


@router.post("/interview-categories", summary="Set type and skills of several interviews")
async def put_many(caller: ApiCaller, body: ManyBody) -> ManyShape:
    """All of them or none, each with a row of the log; up to 100 at once."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        category = Category(body.interview_type_id, body.skill_ids)
        changed = await categories.categorise_many(
            act.session, body.interview_ids, category, cause=act.cause(body.reason), at=act.at
        )
        return ManyShape(changed=changed)


async def shape(session: AsyncSession, interview_id: UUID) -> CategoryShape:
    """What an interview is about, as the API shows it."""
    interview = await find.interview(session, interview_id)
    skills = await categories.skills_of_interview(session, interview_id)
    return CategoryShape(
        interview_id=interview_id,
        interview_type_id=interview.interview_type_id,
        skills=[SkillShape.model_validate(skill) for skill in skills],
    )
