"""What is known about an interview before its first word: plan, requirements, resume."""

from datetime import datetime
from functools import cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.insights import Background, Planned
from domain.insights.facts import Names
from domain.insights.resume import claims_of, listed_skills
from domain.requirements import Kind
from domain.requirements.record import lenient
from domain.taxonomy.skills import skills as taxonomy
from models import Application, Candidate, Interview, InterviewQuestion, InterviewSkill, Job, Skill

MOST_ALIASES = 8
_SHORTEST_ALIAS = 4
"""Shorter other names ("R", "AI", "Go") mean too many things in speech."""


async def background(session: AsyncSession, interview: Interview) -> Background:
    """Everything an analyser may know of an interview beside its turns. Reads only what the caller sees."""
    job = await session.get(Job, interview.job_id) if interview.job_id is not None else None
    requirements = lenient(job.requirements) if job is not None else None
    asked = [item for item in requirements.items if item.kind is Kind.SKILL] if requirements else []
    questions = await _questions(session, interview.id)
    planned = await _planned_skills(session, interview.id)
    planned += [one.skill for one in questions if one.skill is not None and one.skill not in planned]
    skills = tuple(dict.fromkeys((*planned, *(item.text for item in asked))))
    aliases = {name: _aliases()[name.lower()] for name in skills if name.lower() in _aliases()}
    aliases |= {item.text: (*aliases.get(item.text, ()), *item.alternatives) for item in asked}
    names = Names.of(skills, aliases, ())
    text, as_of = await _resume(session, interview)
    claims, employers = claims_of(text, names, as_of)
    candidate = await session.get(Candidate, interview.candidate_id)
    return Background(
        questions=tuple(questions),
        skills=skills,
        must_skills=frozenset(item.text.lower() for item in asked if item.must),
        planned_skills=tuple(planned),
        aliases=aliases,
        resume=(*claims, *listed_skills(candidate.cv_data if candidate else None, names)),
        employers=employers,
        language=interview.language[:2].lower() if interview.language else None,
        with_sentiment=job is not None and job.sentiment_enabled,
        started_at=interview.started_at,
        duration=interview.duration,
    )


async def _questions(session: AsyncSession, interview_id: UUID) -> list[Planned]:
    rows = await session.execute(
        select(InterviewQuestion.question_text_snapshot, Skill.skill_name)
        .outerjoin(Skill, Skill.id == InterviewQuestion.skill_id)
        .where(InterviewQuestion.interview_id == interview_id)
        .order_by(InterviewQuestion.order_in_interview, InterviewQuestion.id)
    )
    return [Planned(text, skill) for text, skill in rows]


async def _planned_skills(session: AsyncSession, interview_id: UUID) -> list[str]:
    query = (
        select(Skill.skill_name)
        .join(InterviewSkill, InterviewSkill.skill_id == Skill.id)
        .where(InterviewSkill.interview_id == interview_id)
        .order_by(Skill.skill_name)
    )
    return list(await session.scalars(query))


async def _resume(session: AsyncSession, interview: Interview) -> tuple[str, int | None]:
    """The resume as it was read, and the month in which it arrived (months since year 0)."""
    if interview.application_id is None:
        return "", None
    query = select(Application.resume_text, Application.created_at).where(
        Application.id == interview.application_id
    )
    row = (await session.execute(query)).one_or_none()
    return (row[0] or "", _month(row[1])) if row is not None else ("", None)


def _month(at: datetime) -> int:
    return at.year * 12 + at.month - 1


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    """Other names of the skills that the taxonomy knows, by each lower-case preferred name."""
    found: dict[str, tuple[str, ...]] = {}
    for skill in taxonomy():
        first, *others = skill.names
        kept = tuple(name for name in others if len(name) >= _SHORTEST_ALIAS)[:MOST_ALIASES]
        if kept:
            found.setdefault(first.lower(), kept)
    return found
