"""Types of interviews, skills, and which skills a type suggests. Admins keep them; everybody who hires reads them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Select, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError, NotFoundError
from models import InterviewType, Skill, SuggestedSkill
from services.log import Cause
from services.questions.written import checked_description, checked_name, note, sought, unless_taken

MOST_SKILLS = 50
"""Skills of one interview, or suggested for one type."""


async def list_types(session: AsyncSession, search: str = "") -> Sequence[InterviewType]:
    """Every type, by name; with `search` those whose name or description holds it."""
    query = select(InterviewType).order_by(func.lower(InterviewType.type_name))
    if wanted := sought(search):
        query = query.where(
            InterviewType.type_name.icontains(wanted, autoescape=True)
            | InterviewType.description.icontains(wanted, autoescape=True)
        )
    return (await session.scalars(query)).all()


async def type_by_id(session: AsyncSession, type_id: UUID) -> InterviewType:
    """One type. Raises NotFoundError."""
    found = await session.get(InterviewType, type_id, populate_existing=True)
    if found is None:
        raise NotFoundError(
            f"There is no interview type {type_id}.", field="interview_type_id", remedy="List the types."
        )
    return found


async def create_type(
    session: AsyncSession, name: str, description: str | None = None, *, cause: Cause, at: datetime
) -> InterviewType:
    """Add a type. Raises ConflictError when one has this name, whatever its capitals."""
    made = InterviewType(
        id=uuid4(), type_name=checked_name(name, "type_name"), description=checked_description(description)
    )
    async with unless_taken(session, f"There is a type {made.type_name} already.", "type_name"):
        session.add(made)
    await note(session, "interview_type_added", made.id, cause=cause, at=at, interview_type_id=str(made.id))
    await session.refresh(made)
    return made


async def change_type(
    session: AsyncSession,
    type_id: UUID,
    *,
    name: str | None = None,
    description: str | None = None,
    cause: Cause,
    at: datetime,
) -> InterviewType:
    """Rename or describe a type; None stays, an empty description goes. Raises as `create_type`, NotFoundError."""
    row = await type_by_id(session, type_id)
    tidy = checked_name(name, "type_name") if name is not None else row.type_name
    described = checked_description(description) if description is not None else row.description
    async with unless_taken(session, f"There is a type {tidy} already.", "type_name"):
        row.type_name, row.description = tidy, described
    await note(session, "interview_type_changed", row.id, cause=cause, at=at, interview_type_id=str(row.id))
    return row


async def remove_type(session: AsyncSession, type_id: UUID, *, cause: Cause, at: datetime) -> None:
    """Delete a type; its interviews and jobs stay, without one. Raises NotFoundError."""
    row = await type_by_id(session, type_id)
    await note(session, "interview_type_removed", row.id, cause=cause, at=at, interview_type_id=str(row.id))
    await session.delete(row)
    await session.flush()


async def list_skills(session: AsyncSession, search: str = "") -> Sequence[Skill]:
    """Every skill, by name; with `search` those whose name or description holds it."""
    query = select(Skill).order_by(func.lower(Skill.skill_name))
    if wanted := sought(search):
        query = query.where(
            Skill.skill_name.icontains(wanted, autoescape=True)
            | Skill.description.icontains(wanted, autoescape=True)
        )
    return (await session.scalars(query)).all()


async def skill_by_id(session: AsyncSession, skill_id: UUID) -> Skill:
    """One skill. Raises NotFoundError."""
    found = await session.get(Skill, skill_id, populate_existing=True)
    if found is None:
        raise NotFoundError(f"There is no skill {skill_id}.", field="skill_id", remedy="List the skills.")
    return found


async def create_skill(
    session: AsyncSession, name: str, description: str | None = None, *, cause: Cause, at: datetime
) -> Skill:
    """Add a skill. Raises ConflictError when one has this name, whatever its capitals."""
    made = Skill(
        id=uuid4(), skill_name=checked_name(name, "skill_name"), description=checked_description(description)
    )
    async with unless_taken(session, f"There is a skill {made.skill_name} already.", "skill_name"):
        session.add(made)
    await note(session, "skill_added", made.id, cause=cause, at=at, skill_id=str(made.id))
    await session.refresh(made)
    return made


async def change_skill(
    session: AsyncSession,
    skill_id: UUID,
    *,
    name: str | None = None,
    description: str | None = None,
    cause: Cause,
    at: datetime,
) -> Skill:
    """Rename or describe a skill; None stays, an empty description goes. Raises as `create_skill`, NotFoundError."""
    row = await skill_by_id(session, skill_id)
    tidy = checked_name(name, "skill_name") if name is not None else row.skill_name
    described = checked_description(description) if description is not None else row.description
    async with unless_taken(session, f"There is a skill {tidy} already.", "skill_name"):
        row.skill_name, row.description = tidy, described
    await note(session, "skill_changed", row.id, cause=cause, at=at, skill_id=str(row.id))
    return row


async def remove_skill(session: AsyncSession, skill_id: UUID, *, cause: Cause, at: datetime) -> None:
    """Delete a skill; its questions stay. Interviews no longer look at it. Raises NotFoundError."""
    row = await skill_by_id(session, skill_id)
    await note(session, "skill_removed", row.id, cause=cause, at=at, skill_id=str(row.id))
    await session.delete(row)
    await session.flush()


async def suggested_skills(session: AsyncSession, type_id: UUID) -> Sequence[Skill]:
    """The skills that a type suggests, by name. Raises NotFoundError for an unknown type."""
    await type_by_id(session, type_id)
    return (await session.scalars(_suggested(type_id))).all()


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
    return (await session.scalars(_suggested(type_id))).all()


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


def _suggested(type_id: UUID) -> Select[Skill]:
    return (
        select(Skill)
        .join(SuggestedSkill, SuggestedSkill.skill_id == Skill.id)
        .where(SuggestedSkill.interview_type_id == type_id)
        .order_by(func.lower(Skill.skill_name))
    )
