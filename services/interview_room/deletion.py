"""Taking a transcript away: the words, and what was noticed about them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from models import AiInsight, InsightProposals, Transcript
from services import find, log
from services.log import Cause, Entry
from services.moves import subject


@dataclass(frozen=True, slots=True)
class Removed:
    """How much was taken away."""

    turns: int
    insights: int


async def remove(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> Removed:
    """Delete every turn, the insights that rules and models drew from them, and who was host and guest.

    Notes that people wrote themselves stay, except those that quote a turn. The log says how much went, never what.
    Raises NotFoundError; row-level security leaves rows alone that the person may not delete.
    """
    interview = await find.interview(session, interview_id, lock=True)
    insights = await session.scalars(
        delete(AiInsight)
        .where(
            AiInsight.interview_id == interview_id,
            (AiInsight.origin != "person") | AiInsight.turn_id.is_not(None),
        )
        .returning(AiInsight.id)
    )
    gone = len(insights.all())
    turns = await session.scalars(
        delete(Transcript).where(Transcript.interview_id == interview_id).returning(Transcript.id)
    )
    removed = Removed(len(turns.all()), gone)
    # A model that is asked begins with the first turn of what comes next.
    await session.execute(delete(InsightProposals).where(InsightProposals.interview_id == interview_id))
    if removed.turns or removed.insights:
        interview.roles, interview.roles_assigned = None, False
        interview.stt_provider = interview.ai_provider = None
        await session.flush()
        details = {"turns": removed.turns, "insights": removed.insights}
        key = f"interview:{interview_id}:transcript_deleted:{uuid4().hex}"
        await log.record(
            session, cause, Entry("transcript_deleted", key, subject(interview), at, details=details)
        )
    return removed
