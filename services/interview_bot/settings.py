"""What a job tells the machine, set by its recruiter."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.interview_bot.texts import checked, checked_questions
from domain.states import FINAL_JOB
from domain.vocabulary import BotState
from models import BotInterview, Interview, Job
from services import find, log
from services.log import Cause, Entry, Subject


@dataclass(frozen=True, slots=True)
class BotSettings:
    """Whether a text interview is offered, and what shapes it."""

    bot_interview_offered: bool = False
    custom_bot_instructions: str | None = None
    custom_screening_prompt: str | None = None
    custom_interview_questions: str | None = None


def of_job(job: Job) -> BotSettings:
    """As they are now."""
    return BotSettings(
        job.bot_interview_offered,
        job.custom_bot_instructions,
        job.custom_screening_prompt,
        job.custom_interview_questions,
    )


async def change(
    session: AsyncSession, job_id: UUID, wanted: BotSettings, *, cause: Cause, at: datetime
) -> BotSettings:
    """Set them all. Text interviews that were begun keep the questions that they have planned.

    Raises InvalidInputError that names the field, ConflictError for a job that has ended.
    """
    job = await find.job(session, job_id, lock=True)
    if job.status in FINAL_JOB:
        raise ConflictError("This job has ended.", remedy="Its settings stay as they are.")
    new = BotSettings(
        wanted.bot_interview_offered,
        checked("custom_bot_instructions", wanted.custom_bot_instructions),
        checked("custom_screening_prompt", wanted.custom_screening_prompt),
        checked_questions("custom_interview_questions", wanted.custom_interview_questions),
    )
    before, after = asdict(of_job(job)), asdict(new)
    changed = sorted(name for name in after if after[name] != before[name])
    if not changed:
        return new
    for name in changed:
        setattr(job, name, after[name])
    await session.flush()
    details: dict[str, Any] = {"fields": changed, "bot_interview_offered": new.bot_interview_offered}
    key = f"bot_settings:{job_id}:{at.timestamp()}"
    await log.record(
        session, cause, Entry("bot_settings_changed", key, Subject(job_id=job_id), at, details=details)
    )
    return new


async def taken(session: AsyncSession, job_id: UUID) -> dict[BotState, int]:
    """How many text interviews of a job are in each state, as far as the reader sees them."""
    query = (
        select(BotInterview.state, func.count())
        .join(Interview, Interview.id == BotInterview.interview_id)
        .where(Interview.job_id == job_id)
        .group_by(BotInterview.state)
    )
    return {row[0]: row[1] for row in (await session.execute(query)).all()}
