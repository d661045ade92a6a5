"""What a job shows in its interviews: films, pictures, documents."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field

from domain.media_types import OF_JOBS
from domain.storage import Place
from services import find
from services.media import files, job_media
from services.media.spool import Spooled
from web.acting import HIRING, MEMBERS, Act, ApiCaller
from web.api.bodies import Reasoned
from web.api.media_shapes import UPLOAD, JobMediaShape, file_shape
from web.deps import Deps, WebDeps
from web.media.taking import forget, needed, raw, refuse_too_long, take_in

router = APIRouter(tags=["media"])


class MediaSet(Reasoned):
    """The files that the job is to show, in this order; the others are shown no longer."""

    file_ids: Annotated[list[UUID], Field(max_length=job_media.MOST)]


@router.get("/jobs/{job_id}/media", summary="List the media of a job")
async def list_(caller: ApiCaller, deps: Deps, job_id: UUID) -> JobMediaShape:
    """With addresses that read them for a while. For the job's recruiter, admins, and interviewers who conduct one of
    its interviews."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await find.job(act.session, job_id)
        return await _shown(act, deps, job_id)


@router.put("/jobs/{job_id}/media", summary="Replace the media of a job")
async def replace(caller: ApiCaller, deps: Deps, job_id: UUID, body: MediaSet) -> JobMediaShape:
    """All or nothing. Files have to be uploaded for a job of yours before. A file that no job shows any more is
    deleted within a day."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        cause = act.cause(body.reason)
        await job_media.replace_media(act.session, job_id, body.file_ids, cause=cause, at=act.at)
        return await _shown(act, deps, job_id)


@router.post("/jobs/{job_id}/media", status_code=201, summary="Upload a file for a job", openapi_extra=UPLOAD)
async def upload(request: Request, caller: ApiCaller, deps: Deps, job_id: UUID) -> JobMediaShape:
    """Sound, film, picture or PDF; what it is, its content says. It is shown after the others."""
    media = needed(deps)
    async with caller.apart() as act:
        act.needs(*HIRING)
        await find.job(act.session, job_id)
    refuse_too_long(request, media, OF_JOBS)
    chunks, incoming = raw(request, OF_JOBS)

    async def attach(act: Act, file_id: UUID, _: Spooled) -> JobMediaShape:
        await job_media.add_media(act.session, job_id, file_id, cause=act.cause(), at=act.at)
        return await _shown(act, deps, job_id)

    return await take_in(caller, media, Place.JOB_MEDIA, chunks, incoming, attach)


@router.delete("/files/{file_id}", status_code=204, summary="Delete a file of jobs")
async def delete(caller: ApiCaller, deps: Deps, file_id: UUID) -> None:
    """Wherever it is shown. For whoever uploaded it, and admins."""
    media = needed(deps)
    async with caller.begin() as act:
        act.needs(*HIRING)
        key = await files.remove(act.session, file_id, cause=act.cause(), at=act.at)
    await forget(media, key)


async def _shown(act: Act, deps: WebDeps, job_id: UUID) -> JobMediaShape:
    media = needed(deps)
    found = await job_media.media_of_job(act.session, job_id)
    linked = await files.linked(media.storage, found, media.link_life, deps.wall())
    return JobMediaShape(items=[file_shape(each) for each in linked])
