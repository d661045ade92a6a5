"""Applications: taking in, listing by rank, and the recruiter's hand."""

from collections.abc import Awaitable
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from models import Application
from services import access, applications, by_hand, find
from services.interviews import end
from services.interviews.links import replace_links_of_application
from services.log import Cause, Subject
from web.acting import HIRING, MEMBERS, ApiCaller, Caller
from web.api.bodies import Reasoned
from web.api.problems import PROBLEMS, Problem
from web.api.shapes import ApplicationPage, ApplicationShape, RankedShape, Received
from web.api.upload import FORM, read_upload
from web.etags import IfMatch, Precondition
from web.paging import DEFAULT, After, Limit
from web.reading.applications import list_ranked

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
    """With score, its parts and its evidence: seats in their order, everybody else by score. Interviewers get those
    whom they interview.

    A look at what stands in resumes is written down, once for the page.
    """
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        rows, next_ = await list_ranked(act.session, job_id, after=after, limit=limit)
        if quoted := sum(1 for row in rows if row.score_evidence):
            about = Subject(job_id)
            await access.note(act.session, Seen.RESUME, about, at=act.at, purpose=Purpose.API, records=quoted)
        return ApplicationPage(items=[RankedShape.model_validate(row) for row in rows], next=next_)


@router.get("/applications/{application_id}", summary="Get an application")
async def get(caller: ApiCaller, application_id: UUID) -> ApplicationShape:
    """Status, rank, and the parts of its score. A look at what stands in the resume is written down."""
    async with caller.begin() as act:
        application = await find.application(act.session, application_id)
        if application.score_evidence or application.summary:
            about = Subject(application.job_id, application.id)
            await access.note(act.session, Seen.RESUME, about, at=act.at, purpose=Purpose.API)
        return ApplicationShape.model_validate(application)


@router.post("/applications/{application_id}/accept", summary="Put an application onto a vacant seat")
async def accept(
    caller: ApiCaller, application_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> ApplicationShape:
    """Past rank and cut-off; the log says who did it."""
    return await _do(caller, application_id, body, wanted, by_hand.accept)


@router.post("/applications/{application_id}/promote", summary="Promote somebody from the bench")
async def promote(
    caller: ApiCaller, application_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> ApplicationShape:
    """The same act as accept, under the name it has for somebody on the bench."""
    return await _do(caller, application_id, body, wanted, by_hand.accept)


@router.post("/applications/{application_id}/reject", summary="End an application and its interview")
async def reject(
    caller: ApiCaller, application_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> ApplicationShape:
    """The candidate is told once; a seat that was held goes to the bench."""
    return await _do(caller, application_id, body, wanted, end.reject)


@router.post("/applications/{application_id}/links", summary="Replace an applicant's links")
async def links(
    caller: ApiCaller, application_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> ApplicationShape:
    """Older links stop working, those of an interview too; the ones that hold from now on leave by mail."""
    return await _do(caller, application_id, body, wanted, replace_links_of_application)


class ApplicationAct(Protocol):
    """A business act on one application."""

    def __call__(
        self, session: AsyncSession, application_id: UUID, *, cause: Cause, at: datetime
    ) -> Awaitable[Application]:
        """Do it."""


async def _do(
    caller: Caller,
    application_id: UUID,
    body: Reasoned | None,
    wanted: Precondition,
    act_on: ApplicationAct,
) -> ApplicationShape:
    async with caller.begin() as act:
        act.needs(*HIRING)
        await wanted.holds(partial(_present, act.session, application_id))
        cause = act.cause(body.reason if body else None)
        done = await act_on(act.session, application_id, cause=cause, at=act.at)
        await act.session.refresh(done)
        return ApplicationShape.model_validate(done)


async def _present(session: AsyncSession, application_id: UUID) -> ApplicationShape:
    """What a read shows now; nobody changes it before this transaction ends. Locked in everybody's order."""
    await find.job(session, (await find.application(session, application_id)).job_id, lock=True)
    return ApplicationShape.model_validate(await find.application(session, application_id, lock=True))
