"""One application, interview or job as the log tells it, and what a decision was made from at that moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models import AutomationLog
from services.audit import as_record
from services.replay import SCORED

SHOWN = 100
RIVALS = 10

PLACED = ("shortlisted", "buffered")
"""Actions by which the ranking of a job placed an application."""

BENCH = text("""
WITH moved AS (
    SELECT DISTINCT ON (application_id) application_id, new_state,
        (details ->> 'rank')::int AS rank
    FROM automation_logs WHERE job_id = :job AND sequence < :before AND entity = 'application'
    ORDER BY application_id, sequence DESC
), scored AS (
    SELECT DISTINCT ON (application_id) application_id, (details ->> 'fit_score')::numeric AS fit_score
    FROM automation_logs WHERE job_id = :job AND sequence < :before AND action_type = ANY (:scored)
    ORDER BY application_id, sequence DESC
)
SELECT m.application_id, s.fit_score, m.rank, min(r.created_at) AS received
FROM moved m LEFT JOIN scored s USING (application_id)
LEFT JOIN automation_logs r ON r.application_id = m.application_id AND r.action_type = 'application_received'
WHERE m.new_state = 'buffer'
GROUP BY m.application_id, s.fit_score, m.rank
ORDER BY s.fit_score DESC NULLS LAST, received, m.rank, m.application_id LIMIT :most
""")
"""The bench of a job just before a row, best first, from the log alone."""

NEIGHBOURS = text("""
SELECT application_id, (details ->> 'fit_score')::numeric AS fit_score, (details ->> 'rank')::int AS rank
FROM automation_logs
WHERE job_id = :job AND action_type = ANY (:placed) AND idempotency_key LIKE 'application:%\\:ranking'
  AND (details ->> 'rank')::int BETWEEN :rank - 2 AND :rank + 2
ORDER BY rank
""")


@dataclass(frozen=True, slots=True)
class Rival:
    """Somebody who was there to choose from."""

    application_id: UUID
    fit_score: Decimal | None
    rank: int | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Background:
    """What a row alone does not say."""

    vacated_by: dict[str, Any] | None = None
    """The row by which the seat became vacant."""
    bench: Sequence[Rival] = ()
    neighbours: Sequence[Rival] = ()


async def of_application(
    session: AsyncSession, application_id: UUID, *, after: int = 0, limit: int = SHOWN
) -> list[dict[str, Any]]:
    """Rows about an application and its interview, oldest first."""
    return await _rows(session, AutomationLog.application_id == application_id, after, limit)


async def of_interview(
    session: AsyncSession, interview_id: UUID, *, after: int = 0, limit: int = SHOWN
) -> list[dict[str, Any]]:
    """Rows about an interview, oldest first."""
    return await _rows(session, AutomationLog.interview_id == interview_id, after, limit)


async def of_job(
    session: AsyncSession, job_id: UUID, *, after: int = 0, limit: int = SHOWN
) -> list[dict[str, Any]]:
    """Rows about a job itself, without those about single applications, oldest first."""
    own = (AutomationLog.job_id == job_id) & AutomationLog.application_id.is_(None)
    return await _rows(session, own, after, limit)


async def _rows(session: AsyncSession, about: Any, after: int, limit: int) -> list[dict[str, Any]]:
    query = select(AutomationLog).where(about, AutomationLog.sequence > after)
    rows = await session.scalars(query.order_by(AutomationLog.sequence).limit(limit))
    return [as_record(row) for row in rows]


async def background(session: AsyncSession, record: Mapping[str, Any]) -> Background:
    """What led to a decision about a seat; empty for other rows."""
    details = record["details"] or {}
    if record["job_id"] is None:
        return Background()
    if record["action_type"] in {"promoted", "promoted_by_hand"}:
        return Background(
            vacated_by=await _vacated_by(session, record, details.get("seat")),
            bench=await _bench(session, record),
        )
    if record["action_type"] in PLACED and isinstance(details.get("rank"), int):
        return Background(neighbours=await _neighbours(session, record, details["rank"]))
    return Background()


async def _vacated_by(
    session: AsyncSession, record: Mapping[str, Any], seat: object
) -> dict[str, Any] | None:
    if not isinstance(seat, int):
        return None
    rank = AutomationLog.details["rank"].as_integer()
    row = await session.scalar(
        select(AutomationLog)
        .where(
            AutomationLog.job_id == UUID(record["job_id"]),
            AutomationLog.sequence < record["sequence"],
            AutomationLog.entity == "application",
            AutomationLog.previous_state == "shortlisted",
            or_(AutomationLog.new_state == "rejected", AutomationLog.new_state == "expired"),
            rank == seat,
        )
        .order_by(AutomationLog.sequence.desc())
        .limit(1)
    )
    return as_record(row) if row is not None else None


async def _bench(session: AsyncSession, record: Mapping[str, Any]) -> list[Rival]:
    found = await session.execute(
        BENCH,
        {
            "job": UUID(record["job_id"]),
            "before": record["sequence"],
            "scored": list(SCORED),
            "most": RIVALS,
        },
    )
    return [Rival(row.application_id, row.fit_score, row.rank, row.received) for row in found]


async def _neighbours(session: AsyncSession, record: Mapping[str, Any], rank: int) -> list[Rival]:
    asked = {"job": UUID(record["job_id"]), "placed": list(PLACED), "rank": rank}
    found = await session.execute(NEIGHBOURS, asked)
    return [Rival(row.application_id, row.fit_score, rank=row.rank) for row in found]
