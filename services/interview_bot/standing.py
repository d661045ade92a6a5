"""How a text interview stands: its row, whether it may be taken, and its changes of state with their log rows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.interview_bot.moves import BotView
from domain.states import FINAL_JOB, LIVE_INTERVIEW, check_move
from domain.vocabulary import BotAnswerState, BotState, InterviewStatus
from models import BotAnswer, BotInterview, Interview, Job
from services import find, log
from services.log import Cause, Change, Entry
from services.moves import subject

TAKEN_IN = frozenset({InterviewStatus.SLOT_PENDING, InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS})
"""From the accepted invitation on, as long as the interview lives."""


async def of_interview(
    session: AsyncSession, interview_id: UUID, *, lock: bool = False
) -> BotInterview | None:
    """The text interview of an interview; None before it was begun. Lock the interview first."""
    query = select(BotInterview).where(BotInterview.interview_id == interview_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found: BotInterview | None = await session.scalar(query)
    return found


async def current_answer(session: AsyncSession, bot: BotInterview) -> BotAnswer | None:
    """What there is of an answer to the last ask."""
    query = select(BotAnswer).where(BotAnswer.bot_interview_id == bot.id, BotAnswer.ask == bot.asks)
    found: BotAnswer | None = await session.scalar(query.execution_options(populate_existing=True))
    return found


def may_begin(interview: Interview, job: Job | None) -> bool:
    """Whether the candidate may begin one now."""
    return (
        job is not None
        and job.bot_interview_offered
        and job.status not in FINAL_JOB
        and interview.status in TAKEN_IN
        and interview.leave_effective_at is None
    )


def owes_question(bot: BotInterview) -> bool:
    """Whether it is the machine's turn: nothing was asked yet, or the last answer was read."""
    return bot.asks == 0 or bot.heard is not None


async def view(session: AsyncSession, interview_id: UUID) -> BotView | None:
    """What the workflow may know. None: the person was erased, or nobody began."""
    bot = await of_interview(session, interview_id)
    interview = await find.interview_or_none(session, interview_id)
    if bot is None or interview is None:
        return None
    answer = await current_answer(session, bot)
    return BotView(
        state=bot.state,
        asks=bot.asks,
        is_interview_live=interview.status in LIVE_INTERVIEW,
        has_answer=answer is not None and answer.state is BotAnswerState.GIVEN,
        has_recording=answer is not None and answer.state is BotAnswerState.RECORDED,
        owes_question=owes_question(bot),
    )


async def move(
    session: AsyncSession,
    bot: BotInterview,
    interview: Interview,
    new: BotState,
    *,
    cause: Cause,
    at: datetime,
    **details: Any,
) -> None:
    """Change the state of a text interview that the caller has locked, and log it; the interview's version grows."""
    old = bot.state
    check_move("bot_interview", old, new)
    bot.state = new
    bot.stopped_at = at if new in {BotState.PAUSED, BotState.HANDED_OVER} else None
    if new in {BotState.COMPLETED, BotState.EXPIRED}:
        bot.ended_at = at
    interview.version += 1
    await session.flush()
    action = "bot_interview_resumed" if new is BotState.RUNNING else f"bot_interview_{new}"
    entry = Entry(
        action=action,
        key=f"bot:{bot.id}:{interview.version}",
        subject=subject(interview),
        at=at,
        change=Change("bot_interview", bot.id, old, new),
        details={"asks": bot.asks, **details},
    )
    await log.record(session, cause, entry)
