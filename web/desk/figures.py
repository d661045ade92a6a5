"""The pages of figures: of one job, and of all own jobs together."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from web.charts.pictures import pictures
from web.desk.session import Desk, SignedIn
from web.reading.figures import look

router = APIRouter()


@router.api_route("/jobs/{job_id}/figures", methods=["GET", "HEAD"])
async def of_job(desk: SignedIn, job_id: UUID) -> Response:
    """Charts of a job, each beside a table of its numbers."""
    return await _show(desk, job_id)


@router.api_route("/figures", methods=["GET", "HEAD"])
async def of_all(desk: SignedIn) -> Response:
    """Charts of all own jobs together."""
    return await _show(desk, None)


async def _show(desk: Desk, job_id: UUID | None) -> Response:
    seen = await look(desk.caller, job_id)
    return desk.show(
        "desk/figures.html",
        seen.act,
        job=seen.job,
        jobs=seen.jobs,
        pictures=pictures(seen.figures, seen.act.zone),
    )
