"""Changing a plan by hand: swap, reorder, remove, add. What was asked stays what it was."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.questions.model import Difficulty, Origin
from domain.questions.plan import MOST, text_digest
from domain.questions.swap import Out, next_best
from models import Interview, InterviewQuestion, Question
from services.log import Cause
from services.questions.bank import as_bank, checked_minutes, checked_text
from services.questions.catalogue import known_skills, skill_by_id
from services.questions.facts import bank_for, facts_of, used_elsewhere
from services.questions.plans import locked, next_place, renumber, row_of, rows_of, was_asked
from services.questions.written import note_interview

MOST_QUESTIONS = 2 * MOST
"""Questions of one interview, a person's own included."""
_OWN = "Added by whoever keeps the plan."
_SUGGESTED = "Suggested by a language model as a follow-up, and taken by a person."
_FROM_BANK = "Taken from the bank by hand."


async def swap(
    session: AsyncSession, interview_question_id: UUID, *, cause: Cause, at: datetime
) -> InterviewQuestion:
    """Put the next best question about the same skill in a question's place, and say why.

    Swapping again goes on through the bank. Raises NotFoundError; ConflictError when it was asked already, is about
    no skill, or the bank has no other that fits.
    """
    row, interview = await _unasked(session, interview_question_id)
    facts = await facts_of(session, interview)
    if row.skill_id is None:
        raise ConflictError(
            "This question was chosen for no skill, so there is no next best one.",
            remedy="Remove it, and add another.",
        )
    skill = await skill_by_id(session, row.skill_id)
    rows = await rows_of(session, interview.id)
    used, digests = await used_elsewhere(session, interview.id)
    out = Out(
        row.question_id,
        row.question_text_snapshot,
        skill.id,
        skill.skill_name,
        Difficulty(row.difficulty_level) if row.difficulty_level else None,
        row.minutes,
    )
    found = next_best(
        out,
        await bank_for(session, facts),
        left=max(0, facts.minutes - sum(one.minutes for one in rows)),
        seed=facts.seed_base,
        language=facts.language,
        used=used | {one.question_id for one in rows if one.question_id},
        used_texts=digests | {text_digest(one.question_text_snapshot) for one in rows},
    )
    if found is None:
        raise ConflictError(
            f"The bank has no other question about {skill.skill_name} that fits.",
            remedy="Add one to the bank, or ask one of your own.",
        )
    question, why = found
    was = row.question_id
    row.question_id, row.question_text_snapshot = question.id, question.text
    row.difficulty_level, row.minutes = question.difficulty.value, question.minutes
    row.why, row.origin = why, Origin.BANK.value
    await session.flush()
    details = {
        "act": "swapped",
        "from_question_id": str(was) if was else None,
        "question_id": str(question.id),
    }
    await _note(session, interview, row.id, details, cause=cause, at=at)
    return row


async def reorder(
    session: AsyncSession, interview_id: UUID, order: Sequence[UUID], *, cause: Cause, at: datetime
) -> None:
    """Put the questions of an interview into this order; it names each of them once. Raises InvalidInputError."""
    interview = await locked(session, interview_id)
    rows = await rows_of(session, interview_id)
    present = [row.id for row in rows]
    if sorted(order) != sorted(present):
        raise InvalidInputError(
            "The order names each question of the plan once.",
            field="order",
            remedy="Look at the plan again: it may have changed meanwhile.",
        )
    if list(order) != present:
        await renumber(session, interview_id, order)
        await _note(session, interview, None, {"act": "reordered"}, cause=cause, at=at)


async def move(
    session: AsyncSession, interview_question_id: UUID, by: int, *, cause: Cause, at: datetime
) -> None:
    """Move a question up (`by` below 0) or down; at the end of the list it stays. Raises NotFoundError."""
    row, interview = await row_of(session, interview_question_id)
    order = [one.id for one in await rows_of(session, interview.id)]
    here = order.index(row.id)
    place = min(max(here + by, 0), len(order) - 1)
    if place != here:
        order.insert(place, order.pop(here))
        await renumber(session, interview.id, order)
        await _note(session, interview, row.id, {"act": "reordered"}, cause=cause, at=at)


async def remove(session: AsyncSession, interview_question_id: UUID, *, cause: Cause, at: datetime) -> None:
    """Take a question out of a plan. Raises NotFoundError, ConflictError when it was asked already."""
    row, interview = await _unasked(session, interview_question_id)
    await session.execute(delete(InterviewQuestion).where(InterviewQuestion.id == row.id))
    await renumber(session, interview.id, [one.id for one in await rows_of(session, interview.id)])
    await _note(session, interview, row.id, {"act": "removed"}, cause=cause, at=at)


async def add_own(
    session: AsyncSession,
    interview_id: UUID,
    text: str,
    *,
    skill_id: UUID | None = None,
    minutes: int = 5,
    is_suggested: bool = False,
    cause: Cause,
    at: datetime,
) -> InterviewQuestion:
    """Add a question of one's own at the end, or a suggested follow-up that a person takes. It does not enter the bank.

    Raises NotFoundError, InvalidInputError (also for one about a protected trait), ConflictError when the candidate
    meets it already.
    """
    interview = await locked(session, interview_id)
    words = checked_text(text, "text")
    await known_skills(session, [skill_id] if skill_id else [])
    await _refuse_repeat(session, interview_id, words)
    row = InterviewQuestion(
        id=uuid4(),
        interview_id=interview_id,
        question_text_snapshot=words,
        skill_id=skill_id,
        order_in_interview=await next_place(session, interview_id),
        why=_SUGGESTED if is_suggested else _OWN,
        minutes=checked_minutes(minutes),
        origin=(Origin.MODEL if is_suggested else Origin.PERSON).value,
    )
    return await _add(session, interview, row, cause=cause, at=at)


async def add_from_bank(
    session: AsyncSession, interview_id: UUID, question_id: UUID, *, cause: Cause, at: datetime
) -> InterviewQuestion:
    """Add a question of the bank at the end. Raises as `add_own`."""
    interview = await locked(session, interview_id)
    question = await session.get(Question, question_id)
    if question is None:
        raise InvalidInputError(
            f"There is no question {question_id} in the bank.",
            field="question_id",
            remedy="List the questions.",
        )
    await _refuse_repeat(session, interview_id, question.question_text, question_id)
    (known,) = await as_bank(session, [question])
    row = InterviewQuestion(
        id=uuid4(),
        interview_id=interview_id,
        question_id=question.id,
        question_text_snapshot=question.question_text,
        skill_id=known.skills[0] if known.skills else None,
        difficulty_level=question.difficulty_level,
        order_in_interview=await next_place(session, interview_id),
        why=_FROM_BANK,
        minutes=question.minutes,
        origin=Origin.BANK.value,
    )
    return await _add(session, interview, row, cause=cause, at=at)


async def _add(
    session: AsyncSession, interview: Interview, row: InterviewQuestion, *, cause: Cause, at: datetime
) -> InterviewQuestion:
    if row.order_in_interview > MOST_QUESTIONS:
        raise ConflictError(
            f"An interview has at most {MOST_QUESTIONS} questions.", remedy="Remove one of them first."
        )
    session.add(row)
    await session.flush()
    await session.refresh(row)
    await _note(session, interview, row.id, {"act": "added", "origin": row.origin}, cause=cause, at=at)
    return row


async def _refuse_repeat(
    session: AsyncSession, interview_id: UUID, text: str, question_id: UUID | None = None
) -> None:
    digest = text_digest(text)
    for row in await rows_of(session, interview_id):
        is_here = row.question_id is not None and row.question_id == question_id
        if is_here or text_digest(row.question_text_snapshot) == digest:
            raise ConflictError("This question stands in the plan already.", field="text")
    used, digests = await used_elsewhere(session, interview_id)
    if digest in digests or question_id in used:
        raise ConflictError(
            "The candidate meets this question in another interview.", field="text", remedy="Ask another one."
        )


async def _unasked(session: AsyncSession, interview_question_id: UUID) -> tuple[InterviewQuestion, Interview]:
    row, interview = await row_of(session, interview_question_id)
    if was_asked(row):
        raise ConflictError(
            "This question was asked already.", remedy="Mark it as not asked first, if that is wrong."
        )
    return row, interview


async def _note(
    session: AsyncSession,
    interview: Interview,
    row_id: UUID | None,
    details: dict[str, str | None],
    *,
    cause: Cause,
    at: datetime,
) -> None:
    about = {"interview_question_id": str(row_id)} if row_id else {}
    await note_interview(session, interview, "question_plan_changed", cause=cause, at=at, **about, **details)
