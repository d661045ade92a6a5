"""What an interview is about: its type and its skills, set one by one, together, or for many interviews at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError
from models import Interview, InterviewSkill, Skill
from services import find, log
from services.log import Cause, Entry, Subject
from services.questions.catalogue import known_skills, known_type, skill_by_id
from services.questions.written import note_interview

MOST_AT_ONCE = 100
"""Interviews of one transaction; more are set chunk by chunk."""


@dataclass(frozen=True, slots=True)
class Category:
    """A type (None: none) and skills."""

    type_id: UUID | None
    skill_ids: Sequence[UUID] = ()


async def skills_of_interview(session: AsyncSession, interview_id: UUID) -> Sequence[Skill]:
    """The skills that an interview looks at, by name. Raises NotFoundError."""
    await find.interview(session, interview_id)
    query = (
        select(Skill)
        .join(InterviewSkill, InterviewSkill.skill_id == Skill.id)
        .where(InterviewSkill.interview_id == interview_id)
        .order_by(func.lower(Skill.skill_name))
    )
    return (await session.scalars(query)).all()


async def add_skill(
    session: AsyncSession, interview_id: UUID, skill_id: UUID, *, cause: Cause, at: datetime
) -> None:
    """Have an interview look at a skill; one that it looks at already changes nothing. Raises NotFoundError."""
    interview = await find.interview(session, interview_id, lock=True)
    await skill_by_id(session, skill_id)
    statement = insert(InterviewSkill).values(interview_id=interview_id, skill_id=skill_id)
    added = await session.scalar(statement.on_conflict_do_nothing().returning(InterviewSkill.skill_id))
    if added is not None:
        await note_interview(
            session, interview, "interview_categorised", cause=cause, at=at, added_skill_id=str(skill_id)
        )


async def remove_skill(
    session: AsyncSession, interview_id: UUID, skill_id: UUID, *, cause: Cause, at: datetime
) -> None:
    """Have an interview no longer look at a skill; one that it does not look at changes nothing."""
    interview = await find.interview(session, interview_id, lock=True)
    gone = await session.scalar(
        delete(InterviewSkill)
        .where(InterviewSkill.interview_id == interview_id, InterviewSkill.skill_id == skill_id)
        .returning(InterviewSkill.skill_id)
    )
    if gone is not None:
        await note_interview(
            session, interview, "interview_categorised", cause=cause, at=at, removed_skill_id=str(skill_id)
        )


async def set_type(
    session: AsyncSession, interview_id: UUID, type_id: UUID | None, *, cause: Cause, at: datetime
) -> Interview:
    """Set the type of an interview, or take it away; its skills stay. The same again changes nothing."""
    interview = await find.interview(session, interview_id, lock=True)
    await known_type(session, type_id)
    if interview.interview_type_id != type_id:
        interview.interview_type_id = type_id
        await session.flush()
        await note_interview(
            session, interview, "interview_categorised", cause=cause, at=at, interview_type_id=_text(type_id)
        )
    return interview


async def categorise(
    session: AsyncSession, interview_id: UUID, category: Category, *, cause: Cause, at: datetime
) -> Interview:
    """Set type and skills of an interview together, in place of those before, with one log row.

    Questions that are planned already stay; make the plan again to follow the new skills. The same again changes
    nothing. Raises NotFoundError, InvalidInputError.
    """
    interview = await find.interview(session, interview_id, lock=True)
    wanted = await _checked(session, category)
    await _set(session, [interview], category.type_id, wanted, cause=cause, at=at)
    return interview


async def categorise_many(
    session: AsyncSession, interview_ids: Sequence[UUID], category: Category, *, cause: Cause, at: datetime
) -> int:
    """As `categorise`, for up to MOST_AT_ONCE interviews in one transaction, each with a log row of its own.

    All or none. Returns how many were changed. Raises InvalidInputError, also for an interview that the caller does
    not see.
    """
    ids = sorted(set(interview_ids))
    if not 1 <= len(ids) <= MOST_AT_ONCE:
        raise InvalidInputError(
            f"Choose 1 to {MOST_AT_ONCE} interviews.",
            field="interview_ids",
            remedy="Go on with the rest after.",
        )
    wanted = await _checked(session, category)
    query = select(Interview).where(Interview.id.in_(ids)).order_by(Interview.id)
    locked = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    interviews = (await session.scalars(locked)).all()
    if missing := set(ids) - {one.id for one in interviews}:
        raise InvalidInputError(f"There is no interview {min(missing)}.", field="interview_ids")
    return await _set(session, interviews, category.type_id, wanted, cause=cause, at=at)


async def set_job_type(
    session: AsyncSession, job_id: UUID, type_id: UUID | None, *, cause: Cause, at: datetime
) -> None:
    """Set the type that new interviews of a job take; those that stand keep theirs. Raises NotFoundError."""
    job = await find.job(session, job_id, lock=True)
    await known_type(session, type_id)
    if job.interview_type_id == type_id:
        return
    job.interview_type_id = type_id
    await session.flush()
    key = f"job:{job_id}:interview-type:{at.timestamp()}:{type_id}"
    details = {"interview_type_id": _text(type_id)}
    await log.record(
        session, cause, Entry("job_interview_type_changed", key, Subject(job_id), at, details=details)
    )


async def _checked(session: AsyncSession, category: Category) -> list[UUID]:
    await known_type(session, category.type_id)
    return await known_skills(session, category.skill_ids)


async def _set(
    session: AsyncSession,
    interviews: Sequence[Interview],
    type_id: UUID | None,
    wanted: Sequence[UUID],
    *,
    cause: Cause,
    at: datetime,
) -> int:
    ids = [one.id for one in interviews]
    rows = await session.execute(
        select(InterviewSkill.interview_id, InterviewSkill.skill_id).where(
            InterviewSkill.interview_id.in_(ids)
        )
    )
    present: dict[UUID, set[UUID]] = {one: set() for one in ids}
    for interview_id, skill_id in rows:
        present[interview_id].add(skill_id)
    changed = [
        one for one in interviews if one.interview_type_id != type_id or present[one.id] != set(wanted)
    ]
    if not changed:
        return 0
    changing = [one.id for one in changed]
    await session.execute(
        delete(InterviewSkill).where(
            InterviewSkill.interview_id.in_(changing), InterviewSkill.skill_id.not_in(wanted)
        )
    )
    links = [{"interview_id": one, "skill_id": skill} for one in changing for skill in wanted]
    if links:
        await session.execute(insert(InterviewSkill).values(links).on_conflict_do_nothing())
    for interview in changed:
        interview.interview_type_id = type_id
    await session.flush()
    for interview in changed:
        await note_interview(
            session,
            interview,
            "interview_categorised",
            cause=cause,
            at=at,
            interview_type_id=_text(type_id),
            skill_ids=sorted(map(str, wanted)),
        )
    return len(changed)


def _text(type_id: UUID | None) -> str | None:
    return str(type_id) if type_id else None
