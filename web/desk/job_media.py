"""What a job shows in its interviews: look at it, add to it, take something out."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.media_types import OF_JOBS, kinds_of, megabytes
from domain.storage import Place
from services import find
from services.media import files, job_media
from services.media.spool import Incoming, Spooled
from web.acting import HIRING, MEMBERS, Act
from web.desk.session import Desk, SignedIn
from web.media import policy
from web.media.form import UploadForm
from web.media.taking import needed, refuse_too_long, take_in

router = APIRouter(prefix="/jobs/{job_id}/media")
SAID = {
    "added": "The file is added.",
    "removed": "The file is shown no longer. When no other job shows it, it is deleted within a day.",
    "moved": "The order is changed.",
}


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, job_id: UUID, said: str = "") -> Response:
    """The files, played and shown in place."""
    return await _show(desk, job_id, said=said)


@router.post("")
async def add(desk: SignedIn, job_id: UUID) -> Response:
    """Take one file in."""
    media = needed(desk.caller.deps)
    try:
        async with desk.caller.begin() as act:
            await _may_choose(act, job_id)
        refuse_too_long(desk.request, media, OF_JOBS)
        form = UploadForm(desk.request)
        await form.open()
        desk.refuse_foreign(form.fields)
        part = form.file()
        incoming = Incoming(part.filename, part.declared, OF_JOBS)

        async def attach(act: Act, file_id: UUID, _: Spooled) -> None:
            await job_media.add_media(act.session, job_id, file_id, cause=act.cause(), at=act.at)

        await take_in(desk.caller, media, Place.JOB_MEDIA, form.content(), incoming, attach)
    except (InvalidInputError, ConflictError) as error:
        return await _show(desk, job_id, error=error)
    return _back(desk, job_id, "added")


@router.post("/{file_id}/remove")
async def remove(desk: SignedIn, job_id: UUID, file_id: UUID) -> Response:
    """Show a file no longer."""
    await desk.form()
    async with desk.caller.begin() as act:
        await _may_choose(act, job_id)
        await job_media.remove_media(act.session, job_id, file_id, cause=act.cause(), at=act.at)
    return _back(desk, job_id, "removed")


@router.post("/{file_id}/first")
async def first(desk: SignedIn, job_id: UUID, file_id: UUID) -> Response:
    """Show a file before the others."""
    await desk.form()
    async with desk.caller.begin() as act:
        await _may_choose(act, job_id)
        await job_media.show_first(act.session, job_id, file_id, cause=act.cause(), at=act.at)
    return _back(desk, job_id, "moved")


async def _may_choose(act: Act, job_id: UUID) -> None:
    act.needs(*HIRING)
    await find.job(act.session, job_id)


async def _show(
    desk: Desk, job_id: UUID, *, said: str = "", error: UnderstudyError | None = None
) -> Response:
    deps = desk.caller.deps
    media = needed(deps)
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        job = await find.job(act.session, job_id)
        found = await job_media.media_of_job(act.session, job_id)
        linked = await files.linked(media.storage, found, media.link_life, deps.wall())
        return desk.show(
            "desk/job_media.html",
            act,
            error,
            headers=policy.headers(media),
            job=job,
            files=linked,
            may_act=act.role in HIRING,
            most=job_media.MOST,
            accept=",".join(kinds_of(OF_JOBS)),
            largest=megabytes(media.largest),
            said=SAID.get(said, ""),
        )


def _back(desk: Desk, job_id: UUID, said: str) -> RedirectResponse:
    return RedirectResponse(f"{desk.caller.deps.root}/jobs/{job_id}/media?said={said}", 303)
