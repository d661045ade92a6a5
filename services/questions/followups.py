"""Suggested follow-ups: whether a language model may be asked, what it is told, and what of its words is shown.

The model is asked between two transactions, so none waits for it.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from domain.errors import NotFoundError
from domain.questions.followups import FollowUpAsk, accept
from domain.vocabulary import Flag
from feature_flags import gate
from models import InterviewQuestion, Skill, Transcript
from services import access, find, log
from services.log import Cause, Entry
from services.moves import subject
from services.questions.plans import rows_of


@dataclass(frozen=True, slots=True)
class Prepared:
    """Whether the model may be asked, and about what."""

    interview_id: UUID
    row_id: UUID
    ask: FollowUpAsk
    flag: Flag
    """Which flag decided."""
    is_open: bool


async def prepare(
    session: AsyncSession, interview_question_id: UUID, *, at: datetime, purpose: Purpose
) -> Prepared:
    """What a follow-up would be about. Reading the answer is written down as reading the transcript is.

    Raises NotFoundError.
    """
    row = await session.get(InterviewQuestion, interview_question_id, populate_existing=True)
    if row is None:
        raise NotFoundError(
            f"There is no question {interview_question_id} in a plan.", field="interview_question_id"
        )
    interview = await find.interview(session, row.interview_id)
    decision = await gate.decide(session, Flag.LLM_ASSIST, interview.job_id)
    answer = ""
    if decision.open and row.answer_turn_id is not None:
        turn = await session.get_one(Transcript, row.answer_turn_id)
        await access.note(session, Seen.TRANSCRIPT, subject(interview), at=at, purpose=purpose, records=1)
        answer = turn.text
    skill = await session.get(Skill, row.skill_id) if row.skill_id else None
    ask = FollowUpAsk(
        row.question_text_snapshot,
        answer,
        skill.skill_name if skill else None,
        (interview.language or "en").partition("-")[0].lower(),
    )
    return Prepared(interview.id, row.id, ask, decision.flag, decision.open)


async def judged(
    session: AsyncSession, prepared: Prepared, proposed: str | None, *, cause: Cause, at: datetime
) -> tuple[str, ...]:
    """What of a proposal may be shown; none where the flag is off or was switched off meanwhile, or nobody answered
    (`proposed` None). Logs what became of it, without a word of it."""
    interview = await find.interview(session, prepared.interview_id)
    decision = await gate.decide(session, Flag.LLM_ASSIST, interview.job_id)
    present = [row.question_text_snapshot for row in await rows_of(session, interview.id)]
    shown = accept(prepared.ask, proposed, present) if decision.open and proposed is not None else ()
    outcome = (
        "skipped"
        if not decision.open
        else "unavailable"
        if proposed is None
        else "shown"
        if shown
        else "refused"
    )
    details = {"interview_question_id": str(prepared.row_id), "outcome": outcome, "suggestions": len(shown)}
    entry = Entry(
        "follow_up_suggested",
        f"follow-up:{prepared.row_id}:{uuid4()}",
        subject(interview),
        at,
        details=details,
        flag=decision.flag.value,
        flag_enabled=decision.open,
    )
    await log.record(session, cause, entry)
    return shown
