"""Writing down who read what, in the transaction of the read; and reading that record.

Called by whoever shows a resume, a transcript or an export. The database fills in who looked.
"""

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from models import AccessLog
from services.log import Subject

current_request: ContextVar[str | None] = ContextVar("understudy_request_id", default=None)
"""Id of the request that is being served; the web tier sets it."""

PAGE = 50


async def note(
    session: AsyncSession,
    what: Seen,
    subject: Subject,
    *,
    at: datetime,
    purpose: Purpose = Purpose.PAGE,
    records: int | None = None,
) -> None:
    """Write down that the person of this transaction reads `what` of `subject`, at business time `at`.

    `records` counts the rows of an export. Rolls back with the read: what was not shown was not seen.
    """
    values = {
        "id": uuid4(),
        "at": at,
        "what": what,
        "purpose": purpose,
        "job_id": subject.job_id,
        "application_id": subject.application_id,
        "interview_id": subject.interview_id,
        "records": records,
        "request_id": current_request.get(),
    }
    await session.execute(insert(AccessLog).values(values))


@dataclass(frozen=True, slots=True)
class AccessFilter:
    """Which rows: everything that is None does not filter."""

    user_id: UUID | None = None
    what: Seen | None = None
    job_id: UUID | None = None
    application_id: UUID | None = None
    interview_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


async def page(
    session: AsyncSession, wanted: AccessFilter, *, before: int | None = None, limit: int = PAGE
) -> Sequence[AccessLog]:
    """Looks before a sequence number, the newest first. Admins and auditors see them, others none."""
    query = select(AccessLog)
    for column, value in (
        (AccessLog.user_id, wanted.user_id),
        (AccessLog.what, wanted.what),
        (AccessLog.job_id, wanted.job_id),
        (AccessLog.application_id, wanted.application_id),
        (AccessLog.interview_id, wanted.interview_id),
    ):
        if value is not None:
            query = query.where(column == value)
    if wanted.since is not None:
        query = query.where(AccessLog.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AccessLog.at < wanted.until)
    if before is not None:
        query = query.where(AccessLog.sequence < before)
    return (await session.scalars(query.order_by(AccessLog.sequence.desc()).limit(limit))).all()
