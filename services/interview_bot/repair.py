"""What the repair of every minute knows of text interviews: which workflows should run, and which missed an answer."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import BotAnswerState
from models import BotAnswer, BotInterview, HeldStep, Interview
from services import outbox


async def running(session: AsyncSession) -> list[tuple[UUID, UUID | None]]:
    """Interviews, with their jobs, whose text interview has not ended."""
    query = (
        select(BotInterview.interview_id, Interview.job_id)
        .join(Interview, Interview.id == BotInterview.interview_id)
        .where(BotInterview.ended_at.is_(None))
    )
    return [(row[0], row[1]) for row in (await session.execute(query)).all()]


async def nudge_unread(session: AsyncSession, now: datetime, grace: timedelta) -> int:
    """Wake workflows whose answer was given some time ago and not read, unless a gate holds them. Returns how many."""
    held = exists().where(HeldStep.interview_id == BotInterview.interview_id)
    query = (
        select(BotInterview.interview_id, Interview.job_id, BotAnswer.id)
        .join(BotAnswer, BotAnswer.bot_interview_id == BotInterview.id)
        .join(Interview, Interview.id == BotInterview.interview_id)
        .where(
            BotInterview.ended_at.is_(None),
            BotAnswer.state == BotAnswerState.GIVEN,
            BotAnswer.received_at < now - grace,
            ~held,
        )
    )
    late = (await session.execute(query)).all()
    for interview_id, job_id, answer_id in late:
        key = f"bot-unread:{answer_id}:{now.timestamp()}"
        await outbox.tell_bot(session, interview_id, job_id, key, "unread")
    return len(late)
