"""Finding what is stuck: shown and told after an hour without a heartbeat, marked as failed after a day."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, and_, cast, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.processing.progress import GIVEN_UP_AFTER, SHOWN_STUCK_AFTER, story
from domain.vocabulary import AlertCause, ProcessingStatus
from models import HeldStep, Interview
from services import troubles
from services.log import Cause
from services.processing import finish
from services.troubles import Trouble

REASON = "Interview stuck in processing for more than 24 hours."
"""People see it as the reason."""
ABOUT = "interviews"
BATCH = 200


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep found and did."""

    stuck: int
    """Interviews that are stuck now."""
    marked: tuple[UUID, ...] = ()
    """Those that were marked as failed."""

    @property
    def message(self) -> str:
        """In one sentence."""
        if self.marked:
            count = len(self.marked)
            return f"Marked {count} stuck interview{'' if count == 1 else 's'} as error."
        return f"{self.stuck} stuck." if self.stuck else "No stuck interviews found."


def heartbeat() -> ColumnElement[datetime]:
    """Last sign of life of an interview's processing, in SQL."""
    return cast(Interview.processing_metadata["heartbeat_at"].astext, DateTime(timezone=True))


def is_stuck(before: datetime) -> ColumnElement[bool]:
    """Interviews that are processed and were silent since `before`; who waits at a gate is not stuck."""
    return and_(
        Interview.processing_status == ProcessingStatus.PROCESSING,
        func.coalesce(heartbeat(), Interview.updated_at) < before,
        ~exists().where(HeldStep.workflow_id == func.concat("processing-", Interview.id)),
    )


async def look(session: AsyncSession, now: datetime) -> Swept:
    """Count what is stuck and keep the admins' alert in step with it."""
    query = select(func.count(), func.min(func.coalesce(heartbeat(), Interview.updated_at))).where(
        is_stuck(now - SHOWN_STUCK_AFTER)
    )
    count, since = (await session.execute(query)).one()
    if count:
        details = {"count": count, "since": since.isoformat()}
        await troubles.raised(session, Trouble(AlertCause.STUCK_PROCESSING, ABOUT, details), now=now)
    else:
        await troubles.over(session, AlertCause.STUCK_PROCESSING, ABOUT, now=now)
    return Swept(count)


async def give_up(session: AsyncSession, now: datetime, *, cause: Cause) -> Swept:
    """Mark what is stuck for more than a day as failed, at most BATCH at once. Safe to repeat."""
    query = (
        select(Interview)
        .where(is_stuck(now - GIVEN_UP_AFTER))
        .order_by(Interview.id)
        .limit(BATCH)
        .with_for_update(key_share=True, skip_locked=True)
        .execution_options(populate_existing=True)
    )
    marked = []
    for interview in await session.scalars(query):
        step = story(interview.processing_metadata).step
        why = cause.because(f"no sign of life for a day, at {step.value if step else 'the beginning'}")
        await finish.give_up(session, interview, REASON, cause=why, at=now)
        marked.append(interview.id)
    await session.flush()
    return Swept((await look(session, now)).stuck, tuple(marked))
