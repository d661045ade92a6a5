"""What a red no-show risk leads to: one reminder more. It takes nothing from the candidate."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.risk import Band, band_of
from domain.vocabulary import Flag, InterviewStatus, MailTemplate
from feature_flags import gate
from models import Interview, Job
from services import log, mail
from services.log import Cause, Entry
from services.mail import Letter
from services.moves import subject

EARLY = timedelta(days=3)
"""How long before the interview the additional reminder leaves at the earliest."""
APART = timedelta(hours=12)
"""The additional reminder leaves this long before the usual one, or not at all."""
SEQUENCE = 1000
"""Sequences of additional reminders begin above those of the usual ones."""


async def remind_early(
    session: AsyncSession, interview_ids: Sequence[UUID], *, cause: Cause, at: datetime
) -> int:
    """Send a second reminder where the present risk is red and the interview is near. Returns how many.

    Once for each booked time; not where reminders or the prediction are switched off. Nothing is waited for.
    """
    due = await _due(session, interview_ids, at)
    keys = {f"early-reminder:{one.id}:{one.calendar_sequence}": one for one in due}
    known = await log.recorded(session, keys) if keys else set()
    entries, letters = [], []
    for key, interview in keys.items():
        if key in known or not await _is_allowed(session, interview.job_id):
            continue
        about = subject(interview)
        entries.append(
            Entry("early_reminder_sent", key, about, at, flag=Flag.REMINDERS.value, flag_enabled=True)
        )
        letters.append(
            Letter(
                MailTemplate.REMINDER,
                about,
                candidate_id=interview.candidate_id,
                sequence=SEQUENCE + interview.calendar_sequence,
            )
        )
    if entries:
        await log.record(session, cause.because("no-show risk is red"), *entries)
        await mail.queue(session, at, *letters)
    return len(entries)


async def _is_allowed(session: AsyncSession, job_id: UUID | None) -> bool:
    """Flags are read once a job and transaction, however often this asks."""
    reminds = await gate.decide(session, Flag.REMINDERS, job_id)
    predicts = await gate.decide(session, Flag.NO_SHOW_PREDICTION, job_id)
    return reminds.open and predicts.open


async def _due(session: AsyncSession, interview_ids: Sequence[UUID], at: datetime) -> list[Interview]:
    found = await session.execute(
        select(Interview)
        .join(Job, Job.id == Interview.job_id)
        .where(
            Interview.id.in_(interview_ids),
            Interview.status == InterviewStatus.CONFIRMED,
            Interview.leave_effective_at.is_(None),
            Interview.no_show_risk.is_not(None),
            Interview.scheduled_time <= at + EARLY,
            Interview.scheduled_time - Job.reminder_lead >= at + APART,
        )
        .order_by(Interview.id)
        .execution_options(populate_existing=True)
    )
    return [one for one in found.scalars() if band_of(float(one.no_show_risk or 0)) is Band.RED]
