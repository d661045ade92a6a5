"""The list of jobs."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from domain.vocabulary import JobStatus
from web.acting import HIRING
from web.desk.board_page import board_page
from web.desk.session import SignedIn
from web.paging import After
from web.reading.board_jobs import LONGEST_SEARCH, JobFilter, list_job_rows

router = APIRouter()


@router.api_route("/", methods=["GET", "HEAD"])
async def overview(
    desk: SignedIn,
    after: After = None,
    status: Annotated[str | None, Query(max_length=40)] = None,
    q: Annotated[str, Query(max_length=LONGEST_SEARCH)] = "",
) -> Response:
    """All jobs that the user may see, newest first."""
    known = JobStatus(status) if status in set(JobStatus) else None
    wanted = JobFilter(known, q.strip())
    async with desk.caller.begin() as act:
        rows, next_ = await list_job_rows(
            act.session, wanted, role=act.role, user_id=act.user_id, after=after
        )
        return board_page(
            desk,
            act,
            "desk/jobs.html",
            jobs=rows,
            next=next_,
            wanted=wanted,
            statuses=list(JobStatus),
            sees_everybody=act.role in HIRING,
        )
