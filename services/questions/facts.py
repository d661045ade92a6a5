"""Everything that a plan of questions is made from, gathered for one interview."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.questions.model import Ask, BankQuestion, Difficulty, Grounds, Kept, Wanted
from domain.questions.names import grounds_of, in_resume
from domain.requirements import Requirements
from models import (
    Application,
    Interview,
    InterviewQuestion,
    InterviewSkill,
    InterviewType,
    Skill,
    SuggestedSkill,
)
from services import requirements
from services.questions.bank import as_bank, questions_by_skills, skills_of_questions

MOST_OPENING = 10
"""Minutes at most that are left for the welcome and for the candidate's own questions; of short ones a sixth."""
_SHARE_OF_OPENING = 6
_ELSEWHERE = text("SELECT question_id, text_digest FROM questions_elsewhere(:interview)")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an interview before its questions are chosen."""

    interview: Interview
    type_name: str | None
    skills: tuple[Wanted, ...]
    """What is to be covered: the chosen skills; without any, what the type suggests and the job asks for."""
    requirements: Requirements
    language: str
    minutes: int
    """Time for questions and answers, unless somebody says otherwise."""

    @property
    def seed_base(self) -> str:
        """Candidates for one job meet the same questions where nothing speaks for others."""
        return str(self.interview.job_id or self.interview.id)


async def facts_of(session: AsyncSession, interview: Interview) -> Facts:
    """Gather them. Reads the evidence of the application's score, never the resume."""
    type_id = interview.interview_type_id
    type_row = await session.get(InterviewType, type_id) if type_id else None
    asked = (
        (await requirements.asked(session, interview.job_id)).requirements
        if interview.job_id
        else Requirements()
    )
    chosen = set(
        await session.scalars(
            select(InterviewSkill.skill_id).where(InterviewSkill.interview_id == interview.id)
        )
    )
    suggested = set(
        await session.scalars(
            select(SuggestedSkill.skill_id).where(SuggestedSkill.interview_type_id == type_id)
        )
    )
    skills = (await session.scalars(select(Skill).order_by(func.lower(Skill.skill_name)))).all()
    return Facts(
        interview=interview,
        type_name=type_row.type_name if type_row else None,
        skills=await _wanted(session, interview, skills, chosen, suggested, asked),
        requirements=asked,
        language=(interview.language or "en").partition("-")[0].lower(),
        minutes=_minutes(interview),
    )


async def ask_of(
    session: AsyncSession,
    facts: Facts,
    kept: Sequence[InterviewQuestion],
    *,
    minutes: int | None = None,
    seed: int = 0,
) -> Ask:
    """What the domain chooses from. `kept` stays in the plan."""
    bank = await bank_for(session, facts)
    used, digests = await used_elsewhere(session, facts.interview.id)
    return Ask(
        skills=facts.skills,
        bank=bank,
        minutes=facts.minutes if minutes is None else minutes,
        seed=f"{facts.seed_base}:{seed}",
        type_name=facts.type_name,
        language=facts.language,
        kept=await as_kept(session, kept),
        used=used,
        used_texts=digests,
    )


async def bank_for(session: AsyncSession, facts: Facts) -> tuple[BankQuestion, ...]:
    """The questions of the bank for the skills of an interview."""
    rows = await questions_by_skills(session, [one.id for one in facts.skills])
    return await as_bank(session, rows)


async def used_elsewhere(session: AsyncSession, interview_id: UUID) -> tuple[frozenset[UUID], frozenset[str]]:
    """What the same candidate meets in other interviews, whoever runs them: ids, and digests of words."""
    rows = (await session.execute(_ELSEWHERE, {"interview": interview_id})).all()
    return (
        frozenset(row.question_id for row in rows if row.question_id),
        frozenset(row.text_digest for row in rows),
    )


async def as_kept(session: AsyncSession, rows: Sequence[InterviewQuestion]) -> tuple[Kept, ...]:
    """Rows of a plan as the domain counts them: the skill they were chosen for, and those of the bank."""
    skills = await skills_of_rows(session, rows)
    return tuple(
        Kept(
            row.question_id,
            skills[row.id],
            row.minutes,
            Difficulty(row.difficulty_level) if row.difficulty_level else None,
        )
        for row in rows
    )


async def skills_of_rows(
    session: AsyncSession, rows: Sequence[InterviewQuestion]
) -> dict[UUID, tuple[UUID, ...]]:
    """The skills that each question of a plan shows, what it was chosen for first."""
    tagged = await skills_of_questions(session, [row.question_id for row in rows if row.question_id])
    return {
        row.id: tuple(
            dict.fromkeys(
                (
                    *((row.skill_id,) if row.skill_id else ()),
                    *(tagged.get(row.question_id, ()) if row.question_id else ()),
                )
            )
        )
        for row in rows
    }


async def _wanted(
    session: AsyncSession,
    interview: Interview,
    skills: Sequence[Skill],
    chosen: set[UUID],
    suggested: set[UUID],
    asked: Requirements,
) -> tuple[Wanted, ...]:
    evidence = None
    if interview.application_id:
        query = select(Application.score_evidence, Application.score_requirements)
        evidence = (await session.execute(query.where(Application.id == interview.application_id))).first()
    wanted = []
    for skill in skills:
        by_job = grounds_of(skill.skill_name, asked)
        here = skill.id in (chosen or suggested) or (not chosen and by_job is not None)
        if here:
            grounds = by_job or (Grounds.CHOSEN if chosen else Grounds.SUGGESTED)
            shown = in_resume(skill.skill_name, *evidence) if evidence is not None else None
            wanted.append(Wanted(skill.id, skill.skill_name, grounds, shown))
    return tuple(wanted)


def _minutes(interview: Interview) -> int:
    whole = int(interview.duration.total_seconds() // 60)
    return max(1, whole - min(MOST_OPENING, whole // _SHARE_OF_OPENING))
