"""Spoken answers: which one waits for its words, and the words that were found, for the candidate to look at."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import BotAnswerState
from models import BotAnswer, BotInterview, File
from services.interview_bot.taking import LONGEST_ANSWER


@dataclass(frozen=True, slots=True)
class Spoken:
    """A recording that waits."""

    answer_id: UUID
    file_id: UUID
    storage_key: str
    language: str


async def waiting(session: AsyncSession, interview_id: UUID) -> Spoken | None:
    """The recording of an interview that waits for its words."""
    query = (
        select(BotAnswer.id, File.id, File.storage_key, BotInterview.language)
        .join(BotInterview, BotInterview.id == BotAnswer.bot_interview_id)
        .join(File, File.id == BotAnswer.file_id)
        .where(BotInterview.interview_id == interview_id, BotAnswer.state == BotAnswerState.RECORDED)
        .order_by(BotAnswer.ask.desc())
        .limit(1)
    )
    row = (await session.execute(query)).one_or_none()
    return Spoken(row[0], row[1], row[2] or "", row[3]) if row is not None else None


async def keep_words(session: AsyncSession, spoken: Spoken, words: str | None) -> None:
    """Keep what was found, for the candidate to correct and send; None or nothing: no words were found.

    An answer that was written meanwhile, or recorded anew, stays as it is.
    """
    query = select(BotAnswer).where(BotAnswer.id == spoken.answer_id).with_for_update()
    answer = await session.scalar(query.execution_options(populate_existing=True))
    if answer is None or answer.state is not BotAnswerState.RECORDED or answer.file_id != spoken.file_id:
        return
    found = (words or "").strip()[:LONGEST_ANSWER]
    answer.state = BotAnswerState.HEARD if found else BotAnswerState.UNHEARD
    answer.text = found or None
    await session.flush()
