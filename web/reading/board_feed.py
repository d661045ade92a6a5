"""The log of a job in plain words: page by page, and what was added since a position.

A position is a transaction and a row in it. Rows are taken in the order in which their transactions began to write,
and only from transactions below the oldest that still runs: nothing can appear below a position that was read, so
a reader who goes on from one misses nothing and sees nothing twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError
from domain.vocabulary import Trigger
from models import AutomationLog, Interview
from web.reading import board_names
from web.reading.board_words import ACTORS, sentence

PAGE = 50
BATCH = 200
OLDEST_RUNNING = text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")


@dataclass(frozen=True, slots=True)
class Position:
    """Up to where somebody has read."""

    transaction: int
    sequence: int = 0

    def __str__(self) -> str:
        return f"{self.transaction}-{self.sequence}"


def read_position(text_: str) -> Position:
    """A position from its text. Raises InvalidInputError."""
    transaction, _, sequence = text_.partition("-")
    if not (transaction.isascii() and transaction.isdigit() and sequence.isascii() and sequence.isdigit()):
        raise InvalidInputError("This is not a position.", field="after")
    if max(len(transaction), len(sequence)) > len(str(2**62)):
        raise InvalidInputError("This is not a position.", field="after")
    return Position(int(transaction), int(sequence))


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the log as a person reads it."""

    sequence: int
    position: Position
    at: datetime
    text: str
    actor: str
    reason: str | None
    application_id: UUID | None
    by_hand: bool


async def here(session: AsyncSession) -> Position:
    """The position before everything that is not yet sure to be seen. Ask before reading a page."""
    return Position(await session.scalar(OLDEST_RUNNING) or 0)


async def newest(
    session: AsyncSession, job_id: UUID, *, before: int | None = None, limit: int = PAGE
) -> tuple[list[Line], int | None]:
    """Steps of a job, newest first; and the `before` of the next page."""
    query = page_query(job_id, before, limit + 1)
    rows = list(await session.scalars(query))
    lines = await _lines(session, rows[:limit])
    return lines, lines[-1].sequence if len(rows) > limit else None


def page_query(job_id: UUID, before: int | None, limit: int) -> Select[AutomationLog]:
    """A page of a job's log."""
    query = select(AutomationLog).where(AutomationLog.job_id == job_id)
    if before is not None:
        query = query.where(AutomationLog.sequence < before)
    return query.order_by(AutomationLog.sequence.desc()).limit(limit)


async def since(session: AsyncSession, job_id: UUID, position: Position) -> list[Line]:
    """What was added to a job's log after a position, oldest first; at most `BATCH`, then ask again."""
    end = await session.scalar(OLDEST_RUNNING) or 0
    rows = await session.scalars(since_query(job_id, position, end))
    return await _lines(session, rows.all())


def since_query(job_id: UUID, position: Position, end: int) -> Select[AutomationLog]:
    """Rows after a position from transactions below `end`."""
    key = (AutomationLog.transaction_id, AutomationLog.sequence)
    return (
        select(AutomationLog)
        .where(
            AutomationLog.job_id == job_id,
            tuple_(*key) > tuple_(position.transaction, position.sequence),
            AutomationLog.transaction_id < end,
        )
        .order_by(*key)
        .limit(BATCH)
    )


async def _lines(session: AsyncSession, rows: Sequence[AutomationLog]) -> list[Line]:
    found = {row.interview_id for row in rows if row.application_id is None and row.interview_id}
    applied: dict[UUID, UUID] = {}
    if found:
        query = select(Interview.id, Interview.application_id).where(Interview.id.in_(found))
        applied = {row.id: row.application_id for row in await session.execute(query) if row.application_id}
    about = [row.application_id or applied.get(row.interview_id or row.id) for row in rows]
    names = await board_names.of_applications(session, about)
    actors = await board_names.of_users(session, (row.actor_id for row in rows))
    return [
        _line(row, one, names.get(one) if one else None, actors.get(row.actor_id) if row.actor_id else None)
        for row, one in zip(rows, about, strict=True)
    ]


def _line(row: AutomationLog, application: UUID | None, who: str | None, actor: str | None) -> Line:
    # Somebody who was erased, or whom the reader may not see, has no name any more.
    name = who or ("a candidate" if application or row.interview_id else None)
    kind = "scheduled" if row.trigger_source is Trigger.SCHEDULED else row.actor_kind
    return Line(
        sequence=row.sequence,
        position=Position(row.transaction_id, row.sequence),
        at=row.created_at,
        text=sentence(row.action_type, name, row.details),
        actor=actor or ACTORS.get(kind, kind),
        reason=row.reason,
        application_id=application if who else None,
        by_hand=row.trigger_source is Trigger.MANUAL,
    )
