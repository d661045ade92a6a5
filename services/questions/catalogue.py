"""Types of interviews, skills, and which skills a type suggests. Admins keep them; everybody who hires reads them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError
from models import InterviewType, Skill, SuggestedSkill
from services.log import Cause
from services.questions.named import Named
from services.questions.written import note

MOST_SKILLS = 50
"""Skills of one interview, or suggested for one type."""


TYPES = Named(InterviewType, "type", "interview_type", "type_name", "interview_type_id")
list_types, type_by_id, create_type, change_type, remove_type = (
    TYPES.all, TYPES.by_id, TYPES.create, TYPES.change, TYPES.remove,
)  # fmt: skip
"""A type that is deleted leaves its interviews and jobs without one."""
SKILLS = Named(Skill, "skill", "skill", "skill_name", "skill_id")
list_skills, skill_by_id, create_skill, change_skill, remove_skill = (
    SKILLS.all, SKILLS.by_id, SKILLS.create, SKILLS.change, SKILLS.remove,
)  # fmt: skip
"""A skill that is deleted leaves its questions; interviews no longer look at it."""


async def suggested_skills(session: AsyncSession, type_id: UUID) -> Sequence[Skill]:
    """The skills that a type suggests, by name. Raises NotFoundError for an unknown type."""
    await type_by_id(session, type_id)
    return (await suggestions(session, [type_id]))[type_id]


async def suggestions(session: AsyncSession, type_ids: Iterable[UUID]) -> dict[UUID, list[Skill]]:
    """The skills that each of these types suggests, by name."""
    found: dict[UUID, list[Skill]] = {type_id: [] for type_id in type_ids}
    query = (
        select(SuggestedSkill.interview_type_id, Skill)
        .join(Skill, Skill.id == SuggestedSkill.skill_id)
        .where(SuggestedSkill.interview_type_id.in_(found))
        .order_by(func.lower(Skill.skill_name))
    )
    for type_id, skill in await session.execute(query):
        found[type_id].append(skill)
    return found


async def suggest_skills(
    session: AsyncSession, type_id: UUID, skill_ids: Sequence[UUID], *, cause: Cause, at: datetime
) -> Sequence[Skill]:
    """State which skills a type suggests, in place of those before. Raises NotFoundError, InvalidInputError."""
    await type_by_id(session, type_id)
    wanted = await known_skills(session, skill_ids)
    await session.execute(delete(SuggestedSkill).where(SuggestedSkill.interview_type_id == type_id))
    if wanted:
        rows = [{"interview_type_id": type_id, "skill_id": one} for one in wanted]
        await session.execute(insert(SuggestedSkill).values(rows).on_conflict_do_nothing())
    await note(
        session,
        "interview_type_changed",
        type_id,
        cause=cause,
        at=at,
        interview_type_id=str(type_id),
        suggested_skill_ids=sorted(map(str, wanted)),
    )
    return (await suggestions(session, [type_id]))[type_id]


async def known_type(session: AsyncSession, type_id: UUID | None) -> UUID | None:
    """The same id, for a value that somebody gave. Raises InvalidInputError for an unknown one."""
    if type_id is not None and await session.get(InterviewType, type_id) is None:
        raise InvalidInputError(
            f"There is no interview type {type_id}.", field="interview_type_id", remedy="List the types."
        )
    return type_id


async def known_skills(session: AsyncSession, skill_ids: Sequence[UUID]) -> list[UUID]:
    """The same ids, each once. Raises InvalidInputError for an unknown one, or for too many."""
    wanted = list(dict.fromkeys(skill_ids))
    if len(wanted) > MOST_SKILLS:
        raise InvalidInputError(f"More than {MOST_SKILLS} skills.", field="skill_ids")
    known = set(await session.scalars(select(Skill.id).where(Skill.id.in_(wanted)))) if wanted else set()
    if missing := set(wanted) - known:
        raise InvalidInputError(
            f"There is no skill {min(missing)}.", field="skill_ids", remedy="List the skills."
        )
    return wanted
