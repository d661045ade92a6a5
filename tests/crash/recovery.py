"""How long it took after a kill until work went on, and what the log says of something that went wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.tempo import Tempo

IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TAIL = 12
SHOWN = 6

GAPS = text("""
WITH vacated AS (
    SELECT job_id, application_id, created_at FROM automation_logs
    WHERE entity = 'application' AND previous_state = 'shortlisted'
), promoted AS (
    SELECT job_id, created_at, row_number() OVER (PARTITION BY job_id ORDER BY sequence) AS n
    FROM automation_logs WHERE action_type = 'promoted'
), numbered AS (
    SELECT job_id, created_at, row_number() OVER (PARTITION BY job_id ORDER BY created_at) AS n FROM vacated
)
SELECT p.created_at - v.created_at FROM promoted p JOIN numbered v USING (job_id, n) ORDER BY 1
""")
MAIL_WAITS = text("SELECT sent_at - created_at FROM email_messages WHERE status = 'sent' ORDER BY 1")
TAIL_ROWS = text("""
SELECT sequence, created_at, action_type, previous_state, new_state, reason, idempotency_key FROM automation_logs
WHERE job_id = :id OR application_id = :id OR interview_id = :id ORDER BY sequence DESC LIMIT :count
""")
RESTARTED = text("SELECT count(*) FROM automation_logs WHERE action_type = 'workflow_restarted'")
OVERDUE = text(
    "SELECT count(*) FROM outbox WHERE message_key LIKE 'overdue:%' OR message_key LIKE 'reconcile:%'"
)


@dataclass(frozen=True, slots=True)
class Recovery:
    """Waits in seconds of the wall clock, outages included."""

    seat_median: float
    """From a vacated seat to its promotion."""
    seat_longest: float
    mail_median: float
    """From a step to the hand-over of its mail."""
    mail_longest: float
    restarted: int
    """Workflows that the reconciler had to start again."""
    nudged: int
    """Workflows that the reconciler had to wake."""


async def recovery(sessions: async_sessionmaker[AsyncSession], tempo: Tempo) -> Recovery:
    """Figures of a run."""
    async with sessions() as session:
        seats = [tempo.wall_span(gap).total_seconds() for gap in await session.scalars(GAPS)]
        mails = [tempo.wall_span(gap).total_seconds() for gap in await session.scalars(MAIL_WAITS)]
        return Recovery(
            _middle(seats),
            max(seats, default=0.0),
            _middle(mails),
            max(mails, default=0.0),
            await session.scalar(RESTARTED) or 0,
            await session.scalar(OVERDUE) or 0,
        )


def _middle(ordered: list[float]) -> float:
    return ordered[len(ordered) // 2] if ordered else 0.0


async def tails(sessions: async_sessionmaker[AsyncSession], found: Iterable[str]) -> list[str]:
    """The last log rows of the first things that findings name."""
    named = list(dict.fromkeys(one for line in found for one in IDS.findall(line)))[:SHOWN]
    lines = []
    async with sessions() as session:
        for one in named:
            rows = (await session.execute(TAIL_ROWS, {"id": one, "count": TAIL})).all()
            lines += [f"log of {one}:", *("  " + " | ".join(map(str, row)) for row in reversed(rows))]
    return lines
