"""Applications: taking in, listing by rank, and the recruiter's hand."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request

from models import Application
from services import applications, find, shortlist
from services.interviews import end
from web.acting import HIRING, Act, ApiCaller
from web.api.bodies import Reasoned
from web.api.shapes import PROBLEMS, ApplicationPage, ApplicationShape, Problem, RankedShape, Received
from web.api.upload import FORM, read_upload
from web.paging import DEFAULT, After, Limit
from web.reading.applications import Ranked, list_ranked

router = APIRouter(tags=["applications"])
TOO_LARGE: dict[int | str, dict[str, Any]] = {
    413: {"model": Problem, "description": "The file is too large."}
}


@router.post(
    "/jobs/{job_id}/applications",
    status_code=201,
    summary="Take in an application",
    openapi_extra=FORM,
    responses=PROBLEMS | TOO_LARGE,
)
async def submit(caller: ApiCaller, job_id: UUID, request: Request) -> Received:
    """The same person applying twice keeps the first application."""
    upload = await read_upload(request)
    async with caller.begin() as act:
        act.needs(*HIRING)
        application_id, is_new = await applications.submit(
            act.session, job_id, upload, cause=act.cause(), at=act.at
        )
        return Received(id=application_id, is_new=is_new)


@router.get("/jobs/{job_id}/applications", summary="List a job's applications by rank")
async def list_(
    caller: ApiCaller, job_id: UUID, after: After = None, limit: Limit = DEFAULT
) -> ApplicationPage:
    """With score, its parts and its evidence; unranked ones by score."""
    async with caller.begin() as act:
        await find.job(act.session, job_id)
        rows, next_ = await list_ranked(act.session, job_id, after=after, limit=limit)
        return ApplicationPage(items=[_ranked(row) for row in rows], next=next_)


def _ranked(row: Ranked) -> RankedShape:
    own = ApplicationShape.model_validate(row.application).model_dump()
    return RankedShape(
        **own,
        name=row.name,
        email=row.email,
        interview_id=row.interview.id if row.interview else None,
        interview_status=row.interview.status if row.interview else None,
    )


@router.post("/applications/{application_id}/accept", summary="Put an application onto a vacant seat")
async def accept(caller: ApiCaller, application_id: UUID, body: Reasoned | None = None) -> ApplicationShape:
    """Past rank and cut-off; the log says who did it."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        done = await shortlist.accept_by_hand(
            act.session, application_id, cause=act.cause(body.reason if body else None), at=act.at
        )
        return await _shown(act, done)


@router.post("/applications/{application_id}/promote", summary="Promote somebody from the bench")
async def promote(caller: ApiCaller, application_id: UUID, body: Reasoned | None = None) -> ApplicationShape:
    """The same act as accept, under the name it has for somebody on the bench."""
    return await accept(caller, application_id, body)


@router.post("/applications/{application_id}/reject", summary="End an application and its interview")
async def reject(caller: ApiCaller, application_id: UUID, body: Reasoned | None = None) -> ApplicationShape:
    """The candidate is told once; a seat that was held goes to the bench."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        done = await end.reject(
            act.session, application_id, cause=act.cause(body.reason if body else None), at=act.at
        )
        return await _shown(act, done)


async def _shown(act: Act, application: Application) -> ApplicationShape:
    await act.session.refresh(application)
    return ApplicationShape.model_validate(application)
