"""Judging an interview by rules as it goes: each new turn against everything known, nothing said twice."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.insights import Found, Said
from domain.insights import analyse as judge
from models import AiInsight
from services import find
from services.interview_room import knowledge, turns


async def analyse(session: AsyncSession, interview_id: UUID, now: datetime) -> int:
    """Store what is new about an interview and return how many insights that were. `now` is business time.

    Called after each batch of turns; again, or twice at once, it adds nothing. The last answer is judged as a whole
    once the interview is completed. Raises NotFoundError.
    """
    interview = await find.interview(session, interview_id)
    said = await final_turns(session, interview_id)
    if not said:
        return 0
    known = await session.scalars(select(AiInsight.fingerprint).where(AiInsight.interview_id == interview_id))
    background = await knowledge.background(session, interview)
    analysis = judge(background, said, set(known), is_over=interview.completed_at is not None)
    return await keep(session, interview_id, analysis.found, origin="rules", now=now)


async def final_turns(session: AsyncSession, interview_id: UUID) -> list[Said]:
    """What was said, in order, without words that may still change."""
    rows = await turns.turns_of(session, interview_id)
    return [
        Said(row.sequence, row.speaker_role, row.text, row.timestamp, row.id)
        for row in rows
        if not row.is_interim
    ]


async def keep(
    session: AsyncSession, interview_id: UUID, found: tuple[Found, ...], *, origin: str, now: datetime
) -> int:
    """Store insights, each once: whoever is second adds nothing. Returns how many were added."""
    if not found:
        return 0
    values = [
        {
            "interview_id": interview_id,
            "turn_id": one.turn_id,
            "type": one.kind,
            "severity": one.severity,
            "content": one.content,
            "suggestion": one.suggestion,
            "topic": one.topic,
            "evidence": one.evidence,
            "response_quality": one.response_quality,
            "sentiment": one.sentiment,
            "score": dict(one.score) if one.score else None,
            "origin": origin,
            "fingerprint": one.fingerprint,
            "timestamp": now,
        }
        for one in found
    ]
    statement = insert(AiInsight).on_conflict_do_nothing(index_elements=["interview_id", "fingerprint"])
    added = await session.scalars(statement.returning(AiInsight.id), values)
    return len(added.all())
