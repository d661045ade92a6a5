"""Lists of processing for pages and the API: by opaque cursor, and as a table for a spreadsheet."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.audit.cells import harmless
from services.processing import overview
from services.processing.overview import Line, Wanted
from web.paging import cursor, read_cursor

MOST_EXPORTED = 10_000
COLUMNS = (
    "interview_id", "job_id", "job", "standing", "step", "progress", "request", "held_by", "started_at", "heartbeat_at",
    "completed_at", "error", "evidence", "themes", "workflow_run_id",
)  # fmt: skip


async def list_lines(
    session: AsyncSession,
    wanted: Wanted,
    now: datetime,
    *,
    job_id: UUID | None,
    after: str | None,
    limit: int,
) -> tuple[Sequence[Line], str | None]:
    """One page and the cursor of the next."""
    key = read_cursor(after, datetime.fromisoformat, UUID) if after is not None else None
    page = await overview.listed(
        session, wanted, now, job_id=job_id, after=(key[0], key[1]) if key else None, limit=limit
    )
    return page.lines, cursor(page.next[0].isoformat(), page.next[1]) if page.next else None


async def as_csv(session: AsyncSession, wanted: Wanted, now: datetime, *, job_id: UUID | None) -> str:
    """The list as CSV, without names of people; a cell that would compute is made harmless."""
    page = await overview.listed(session, wanted, now, job_id=job_id, limit=MOST_EXPORTED)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for line in page.lines:
        told = line.story
        cells = (
            line.interview_id, line.job_id, line.job_title, line.standing, told.step, told.progress, told.attempt,
            line.held_by, _time(told.started_at), _time(told.heartbeat_at), _time(told.completed_at), told.last_error,
            told.evidence_count, told.theme_count, told.workflow_run_id,
        )  # fmt: skip
        writer.writerow([harmless(str(cell)) if cell is not None else "" for cell in cells])
    return text.getvalue()


def _time(instant: datetime | None) -> str | None:
    return instant.isoformat(timespec="seconds") if instant else None
