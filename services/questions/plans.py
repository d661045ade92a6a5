"""The plan of questions of an interview: made, read, counted, and followed while it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import case, delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError, NotFoundError
from domain.questions.coverage import Covered, Standing, coverage
from domain.questions.model import Gap, Origin, Wanted
from domain.questions.plan import gaps
from domain.questions.plan import make_plan as chosen_plan
from domain.requirements import Requirements
from models import Interview, InterviewQuestion
from services import find
from services.log import Cause
from services.questions.facts import Facts, ask_of, facts_of, skills_of_rows
from services.questions.written import note_interview

MOST_MINUTES = 8 * 60
LARGEST_SEED = 2**31 - 1
_ONE_CANDIDATE = text("SELECT pg_advisory_xact_lock(hashtextextended('questions:' || :candidate, 15))")


@dataclass(frozen=True, slots=True)
class PlanOf:
    """The questions of an interview with all that a page, a bot or an analyser asks of them."""

    interview_id: UUID
    type_id: UUID | None
    type_name: str | None
    skills: tuple[Wanted, ...]
    """What is to be covered, with names, grounds and whether the resume shows it."""
    requirements: Requirements
    """What the job asks for."""
    questions: Sequence[InterviewQuestion]
    """In order."""
    shown: dict[UUID, tuple[UUID, ...]]
    """The skills that each of these questions shows, by the id of its row."""
    covered: tuple[Covered, ...]
    gaps: tuple[Gap, ...]
    """What is not covered, with what to do about it."""
    minutes: int
    """Of all questions."""
    available: int
    """Minutes for questions and answers that the interview has."""


async def plan_of(session: AsyncSession, interview_id: UUID) -> PlanOf:
    """The plan as it stands. Raises NotFoundError."""
    interview = await find.interview(session, interview_id)
    facts = await facts_of(session, interview)
    rows = await rows_of(session, interview_id)
    shown = await skills_of_rows(session, rows)
    covered = _covered(facts, rows, shown)
    # The bank is looked at only where something is missing: pages that follow an interview ask often.
    is_whole = bool(covered) and all(line.planned for line in covered)
    return PlanOf(
        interview_id=interview_id,
        type_id=interview.interview_type_id,
        type_name=facts.type_name,
        skills=facts.skills,
        requirements=facts.requirements,
        questions=rows,
        shown=shown,
        covered=covered,
        gaps=() if is_whole else gaps(await ask_of(session, facts, rows)),
        minutes=sum(row.minutes for row in rows),
        available=facts.minutes,
    )


async def coverage_of(session: AsyncSession, interview_id: UUID) -> tuple[Covered, ...]:
    """Each skill of an interview with how many questions are planned, asked, answered. Raises NotFoundError."""
    interview = await find.interview(session, interview_id)
    facts = await facts_of(session, interview)
    rows = await rows_of(session, interview_id)
    return _covered(facts, rows, await skills_of_rows(session, rows))


async def make_plan(
    session: AsyncSession,
    interview_id: UUID,
    *,
    minutes: int | None = None,
    seed: int = 0,
    cause: Cause,
    at: datetime,
) -> PlanOf:
    """Choose the questions, in place of those planned before.

    What was asked, linked to a turn, or put there by a person stays. `minutes` None: what the interview's length
    leaves. The same facts and seed give the same plan. Raises NotFoundError, InvalidInputError.
    """
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        raise InvalidInputError(f"A plan has 1 to {MOST_MINUTES} minutes.", field="minutes")
    if not 0 <= seed <= LARGEST_SEED:
        raise InvalidInputError("This seed is not usable.", field="seed", remedy="Use a number from 0 on.")
    interview = await locked(session, interview_id)
    facts = await facts_of(session, interview)
    rows = await rows_of(session, interview_id)
    kept = [row for row in rows if stays(row)]
    plan = chosen_plan(await ask_of(session, facts, kept, minutes=minutes, seed=seed))
    await session.execute(
        delete(InterviewQuestion).where(InterviewQuestion.id.in_([row.id for row in rows if not stays(row)]))
    )
    await renumber(session, interview_id, [row.id for row in sorted(kept, key=_asked_first)])
    for place, choice in enumerate(plan.choices, len(kept) + 1):
        session.add(
            InterviewQuestion(
                id=uuid4(),
                interview_id=interview_id,
                question_id=choice.question.id,
                question_text_snapshot=choice.question.text,
                skill_id=choice.skill,
                difficulty_level=choice.question.difficulty.value,
                order_in_interview=place,
                why=choice.why,
                minutes=choice.question.minutes,
                origin=Origin.BANK.value,
            )
        )
    await session.flush()
    await note_interview(
        session,
        interview,
        "question_plan_made",
        cause=cause,
        at=at,
        questions=len(plan.choices),
        kept=len(kept),
        minutes=plan.minutes,
        seed=seed,
        uncovered_skill_ids=[str(gap.skill) for gap in plan.gaps if gap.skill],
    )
    return await plan_of(session, interview_id)


async def mark_asked(
    session: AsyncSession, interview_question_id: UUID, *, is_asked: bool = True, cause: Cause, at: datetime
) -> InterviewQuestion:
    """Note that a question was asked, at business time `at`, or that it was not after all.

    The same again changes nothing. Raises NotFoundError.
    """
    row, interview = await row_of(session, interview_question_id)
    if (row.asked_at is not None) != is_asked:
        row.asked_at = at if is_asked else None
        await session.flush()
        action = "question_asked" if is_asked else "question_plan_changed"
        details = {"interview_question_id": str(row.id), "act": "asked" if is_asked else "not_asked"}
        await note_interview(session, interview, action, cause=cause, at=at, **details)
    return row


async def rows_of(session: AsyncSession, interview_id: UUID) -> Sequence[InterviewQuestion]:
    """The questions of an interview, in order."""
    query = select(InterviewQuestion).where(InterviewQuestion.interview_id == interview_id)
    query = query.order_by(InterviewQuestion.order_in_interview)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


async def row_of(session: AsyncSession, interview_question_id: UUID) -> tuple[InterviewQuestion, Interview]:
    """A question of a plan to be changed, behind the lock of its interview. Raises NotFoundError."""
    query = select(InterviewQuestion.interview_id).where(InterviewQuestion.id == interview_question_id)
    interview_id = await session.scalar(query)
    if interview_id is not None:
        interview = await locked(session, interview_id)
        row = await session.get(InterviewQuestion, interview_question_id, populate_existing=True)
        if row is not None:
            return row, interview
    raise NotFoundError(
        f"There is no question {interview_question_id} in a plan.",
        field="interview_question_id",
        remedy="Look at the plan again.",
    )


async def locked(session: AsyncSession, interview_id: UUID) -> Interview:
    """An interview whose plan changes. Plans of one candidate are changed one after the other, so that no question
    gets into two of them. Raises NotFoundError."""
    interview = await find.interview(session, interview_id, lock=True)
    await session.execute(_ONE_CANDIDATE, {"candidate": str(interview.candidate_id)})
    return interview


async def renumber(session: AsyncSession, interview_id: UUID, order: Sequence[UUID]) -> None:
    """Give rows the places 1, 2, ... in this order, in one statement."""
    if order:
        places = {id_: place for place, id_ in enumerate(order, 1)}
        await session.execute(
            update(InterviewQuestion)
            .where(InterviewQuestion.interview_id == interview_id, InterviewQuestion.id.in_(order))
            .values(order_in_interview=case(places, value=InterviewQuestion.id)),
            execution_options={"synchronize_session": False},
        )


async def next_place(session: AsyncSession, interview_id: UUID) -> int:
    """The place behind the last question."""
    query = select(func.coalesce(func.max(InterviewQuestion.order_in_interview), 0))
    return (await session.scalar(query.where(InterviewQuestion.interview_id == interview_id)) or 0) + 1


def stays(row: InterviewQuestion) -> bool:
    """Whether planning again leaves a question alone."""
    return was_asked(row) or row.origin != Origin.BANK.value


def was_asked(row: InterviewQuestion) -> bool:
    """Whether a question was marked as asked, or was found in the transcript."""
    return row.asked_at is not None or row.question_turn_id is not None or row.answer_turn_id is not None


def _asked_first(row: InterviewQuestion) -> tuple[bool, int]:
    return not was_asked(row), row.order_in_interview


def _covered(
    facts: Facts, rows: Sequence[InterviewQuestion], shown: dict[UUID, tuple[UUID, ...]]
) -> tuple[Covered, ...]:
    standings = [Standing(shown[row.id], was_asked(row), row.answer_turn_id is not None) for row in rows]
    return coverage([(one.id, one.name) for one in facts.skills], standings)
