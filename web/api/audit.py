"""Reading the log."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime

from domain.vocabulary import Trigger, UserRole
from services import audit
from services.audit import LogFilter
from web.acting import HIRING, ApiCaller
from web.api.shapes import Shape
from web.paging import DEFAULT, Limit

router = APIRouter(prefix="/audit", tags=["audit"])
Name = Annotated[str | None, Query(max_length=100)]


class LogPage(Shape):
    """Rows of the log in order; `next` is the sequence to go on after."""

    items: list[dict[str, Any]]
    next: int | None


@router.get("", summary="Read the log in order")
async def read(
    caller: ApiCaller,
    job_id: UUID | None = None,
    application_id: UUID | None = None,
    interview_id: UUID | None = None,
    action: Name = None,
    trigger: Trigger | None = None,
    flag: Name = None,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
    after: Annotated[int, Query(ge=0, description="`next` of the page before.")] = 0,
    limit: Limit = DEFAULT,
) -> LogPage:
    """Oldest first, after a sequence number. A recruiter sees rows of own jobs."""
    wanted = LogFilter(job_id, application_id, interview_id, action, trigger, flag, since, until)
    async with caller.begin() as act:
        act.needs(UserRole.AUDITOR, *HIRING)
        rows = await audit.page(act.session, wanted, after=after, limit=limit)
        items = [audit.as_record(row) for row in rows]
        return LogPage(items=items, next=rows[-1].sequence if len(rows) == limit else None)
