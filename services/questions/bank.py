"""The bank of questions: adding, changing, removing, finding. Recruiters and admins add; interviewers read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Select, case, delete, exists, func, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError, NotFoundError
from domain.questions.lawful import refuse_protected
from domain.questions.model import LONGEST_QUESTION, MOST_MINUTES, BankQuestion, Difficulty
from models import Question, QuestionSkill, SuggestedSkill
from services.log import Cause
from services.questions.catalogue import known_skills
from services.questions.written import note, sought, unless_taken

LONGEST_TAG = 10
_TAKEN = "This question stands in the bank already."


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question to be added. The first of `skill_ids` is its primary skill."""

    text: str
    difficulty: Difficulty
    skill_ids: Sequence[UUID] = ()
    minutes: int = 5
    language: str = "en"


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Which questions: what is None or empty does not filter."""

    search: str = ""
    skill_ids: Sequence[UUID] = ()
    """Questions that show any of these."""
    difficulty: Difficulty | None = None
    language: str | None = None


def described(data: Mapping[str, Any], skills: Mapping[str, UUID]) -> NewQuestion:
    """A question as a file describes it; `skills` holds ids by lower-case name. Raises InvalidInputError."""
    names = data.get("skills", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise InvalidInputError("Skills are a list of names.", field="skills")
    if unknown := [name for name in names if name.lower() not in skills]:
        raise InvalidInputError(
            f"There is no skill {unknown[0][:60]}.", field="skills", remedy="Add it to the skills first."
        )
    level, minutes, language = (
        data.get("difficulty", "medium"),
        data.get("minutes", 5),
        data.get("language", "en"),
    )
    if level not in {one.value for one in Difficulty}:
        raise InvalidInputError("Use easy, medium or hard.", field="difficulty")
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not isinstance(language, str):
        raise InvalidInputError("Minutes are a whole number, the language a tag.", field="minutes")
    ids = [skills[name.lower()] for name in names]
    return NewQuestion(str(data["question"]), Difficulty(level), ids, minutes, language)


async def create_question(session: AsyncSession, new: NewQuestion, *, cause: Cause, at: datetime) -> Question:
    """Add a question with its skills. Raises InvalidInputError, also for one about a protected trait, ConflictError."""
    skills = await known_skills(session, new.skill_ids)
    made = Question(
        id=uuid4(),
        skill_id=skills[0] if skills else None,
        question_text=checked_text(new.text),
        difficulty_level=new.difficulty.value,
        language=checked_language(new.language),
        minutes=checked_minutes(new.minutes),
    )
    async with unless_taken(session, _TAKEN, "question_text"):
        session.add(made)
    await _tag(session, made.id, skills)
    await note(session, "question_added", made.id, cause=cause, at=at, **_facts(made.id, skills))
    await session.refresh(made)
    return made


async def change_question(
    session: AsyncSession, question_id: UUID, given: Mapping[str, Any], *, cause: Cause, at: datetime
) -> Question:
    """Change what is given: text, difficulty, minutes, language, skill_ids. Plans keep the words they were made with.

    Raises as `create_question`, and NotFoundError.
    """
    row = await question_by_id(session, question_id)
    skills = await known_skills(session, given["skill_ids"]) if "skill_ids" in given else None
    async with unless_taken(session, _TAKEN, "question_text"):
        if "text" in given:
            row.question_text = checked_text(given["text"])
        if "difficulty" in given:
            row.difficulty_level = Difficulty(given["difficulty"]).value
        if "minutes" in given:
            row.minutes = checked_minutes(given["minutes"])
        if "language" in given:
            row.language = checked_language(given["language"])
        if skills is not None:
            row.skill_id = skills[0] if skills else None
    if skills is not None:
        await session.execute(delete(QuestionSkill).where(QuestionSkill.question_id == row.id))
        await _tag(session, row.id, skills)
    details = _facts(row.id, skills or [])
    await note(session, "question_changed", row.id, cause=cause, at=at, **details)
    return row


async def remove_question(session: AsyncSession, question_id: UUID, *, cause: Cause, at: datetime) -> None:
    """Delete a question; interviews keep its words. Raises NotFoundError."""
    row = await question_by_id(session, question_id)
    await note(session, "question_removed", row.id, cause=cause, at=at, question_id=str(row.id))
    await session.delete(row)
    await session.flush()


async def question_by_id(session: AsyncSession, question_id: UUID) -> Question:
    """One question. Raises NotFoundError."""
    found = await session.get(Question, question_id, populate_existing=True)
    if found is None:
        raise NotFoundError(
            f"There is no question {question_id}.", field="question_id", remedy="List the questions."
        )
    return found


def matching(wanted: QuestionFilter) -> Select[Question]:
    """The questions that a filter means, in the order in which they were added."""
    query = select(Question).order_by(Question.created_at, Question.id)
    if words := sought(wanted.search):
        query = query.where(Question.question_text.icontains(words, autoescape=True))
    if wanted.skill_ids:
        query = query.where(_shows(wanted.skill_ids))
    if wanted.difficulty is not None:
        query = query.where(Question.difficulty_level == wanted.difficulty.value)
    if wanted.language is not None:
        query = query.where(Question.language == wanted.language)
    return query


async def questions_by_skills(session: AsyncSession, skill_ids: Sequence[UUID]) -> Sequence[Question]:
    """The questions that show any of these skills, easiest first; none for no skill."""
    if not skill_ids:
        return []
    return (await session.scalars(select(Question).where(_shows(skill_ids)).order_by(*_by_level()))).all()


async def questions_by_type_and_skills(
    session: AsyncSession, type_id: UUID | None, skill_ids: Sequence[UUID]
) -> Sequence[Question]:
    """The questions that show any of the chosen skills; those for a skill that the type suggests come first.

    Without chosen skills those that the type suggests count as chosen. Without both: none.
    """
    suggested = select(SuggestedSkill.skill_id).where(SuggestedSkill.interview_type_id == type_id)
    of_type = list(await session.scalars(suggested)) if type_id is not None else []
    chosen = list(skill_ids) or of_type
    if not chosen:
        return []
    first = [skill for skill in chosen if skill in set(of_type)]
    order = (case((_shows(first), 0), else_=1), *_by_level()) if first else _by_level()
    return (await session.scalars(select(Question).where(_shows(chosen)).order_by(*order))).all()


async def skills_of_questions(
    session: AsyncSession, question_ids: Sequence[UUID]
) -> dict[UUID, tuple[UUID, ...]]:
    """The skills of each question, its primary one first."""
    if not question_ids:
        return {}
    primary = await session.execute(
        select(Question.id, Question.skill_id).where(Question.id.in_(question_ids))
    )
    found: dict[UUID, tuple[UUID, ...]] = {row.id: (row.skill_id,) if row.skill_id else () for row in primary}
    rows = await session.execute(
        select(QuestionSkill.question_id, QuestionSkill.skill_id)
        .where(QuestionSkill.question_id.in_(question_ids))
        .order_by(QuestionSkill.question_id, QuestionSkill.skill_id)
    )
    for question_id, skill_id in rows:
        if skill_id not in found[question_id]:
            found[question_id] = (*found[question_id], skill_id)
    return found


async def as_bank(session: AsyncSession, rows: Sequence[Question]) -> tuple[BankQuestion, ...]:
    """Questions as plans are made from them."""
    skills = await skills_of_questions(session, [row.id for row in rows])
    return tuple(
        BankQuestion(
            row.id,
            row.question_text,
            Difficulty(row.difficulty_level),
            row.minutes,
            skills[row.id],
            row.language,
        )
        for row in rows
    )


def checked_text(text: str, field_name: str = "question_text") -> str:
    """The words of a question that may be asked. Raises InvalidInputError."""
    tidy = " ".join(text.split())
    if not 1 <= len(tidy) <= LONGEST_QUESTION:
        raise InvalidInputError(
            f"A question has 1 to {LONGEST_QUESTION} characters.", field=field_name, remedy="Shorten it."
        )
    refuse_protected(tidy, field_name)
    return tidy


def checked_minutes(minutes: int) -> int:
    """Minutes for a question with its answer. Raises InvalidInputError."""
    if not 1 <= minutes <= MOST_MINUTES:
        raise InvalidInputError(f"A question takes 1 to {MOST_MINUTES} minutes.", field="minutes")
    return minutes


def checked_language(tag: str) -> str:
    """A language tag such as `en` or `pt-BR`. Raises InvalidInputError."""
    parts = tag.strip().split("-")
    if not 2 <= len(parts[0]) <= 3 or not all(part.isascii() and part.isalnum() for part in parts):  # noqa: PLR2004 - ISO 639 codes have two or three letters
        raise InvalidInputError("This is no language tag.", field="language", remedy="For example en or de.")
    tidy = "-".join((parts[0].lower(), *parts[1:]))
    if len(tidy) > LONGEST_TAG:
        raise InvalidInputError("This language tag is too long.", field="language", remedy="For example en.")
    return tidy


async def _tag(session: AsyncSession, question_id: UUID, skills: Sequence[UUID]) -> None:
    if skills:
        rows = [{"question_id": question_id, "skill_id": skill} for skill in skills]
        await session.execute(insert(QuestionSkill).values(rows).on_conflict_do_nothing())


def _shows(skill_ids: Sequence[UUID]) -> ColumnElement[bool]:
    tagged = exists().where(QuestionSkill.question_id == Question.id, QuestionSkill.skill_id.in_(skill_ids))
    return or_(Question.skill_id.in_(skill_ids), tagged)


def _by_level() -> tuple[Any, ...]:
    levels = {level.value: place for place, level in enumerate(Difficulty)}
    return case(levels, value=Question.difficulty_level), func.lower(Question.question_text), Question.id


def _facts(question_id: UUID, skills: Sequence[UUID]) -> dict[str, Any]:
    return {"question_id": str(question_id), "skill_ids": [str(skill) for skill in skills]}
