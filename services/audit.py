"""Reading the log: filtered, in order, page by page."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models import AutomationLog

PAGE = 500
FIELDS = (
    "sequence", "id", "created_at", "job_id", "application_id", "interview_id", "action_type",
    "trigger_source", "actor_kind", "actor_id", "reason", "entity", "entity_id", "previous_state", "new_state",
    "flag", "flag_enabled", "workflow_id", "run_id", "idempotency_key", "details",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which rows: everything that is None does not filter."""

    job_id: UUID | None = None
    application_id: UUID | None = None
    interview_id: UUID | None = None
    action: str | None = None
    trigger: str | None = None
    flag: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def _query(wanted: LogFilter) -> Select[AutomationLog]:
    query = select(AutomationLog)
    for column, value in (
        (AutomationLog.job_id, wanted.job_id),
        (AutomationLog.application_id, wanted.application_id),
        (AutomationLog.interview_id, wanted.interview_id),
        (AutomationLog.action_type, wanted.action),
        (AutomationLog.trigger_source, wanted.trigger),
        (AutomationLog.flag, wanted.flag),
    ):
        if value is not None:
            query = query.where(column == value)
    if wanted.since is not None:
        query = query.where(AutomationLog.created_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AutomationLog.created_at < wanted.until)
    return query


async def page(
    session: AsyncSession, wanted: LogFilter, *, after: int = 0, limit: int = PAGE
) -> list[AutomationLog]:
    """Rows after a sequence number, oldest first."""
    query = _query(wanted).where(AutomationLog.sequence > after).order_by(AutomationLog.sequence).limit(limit)
    return list(await session.scalars(query))


async def stream(session: AsyncSession, wanted: LogFilter) -> AsyncIterator[dict[str, Any]]:
    """Every row as a flat record, page by page in bounded memory."""
    after = 0
    while rows := await page(session, wanted, after=after):
        for row in rows:
            yield as_record(row)
        after = rows[-1].sequence
        session.expunge_all()


def as_record(row: AutomationLog) -> dict[str, Any]:
    """A row as plain values: ids as text, times in ISO 8601."""
    return {field: _plain(getattr(row, field)) for field in FIELDS}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
