"""Recordings of one interview: played, uploaded, removed."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.media_types import OF_RECORDINGS, RecordingKind, kinds_of, megabytes
from domain.storage import Place
from models import Candidate
from services import find
from services.media import files, recordings
from services.media.spool import Incoming, Spooled
from web.acting import HIRING, MEMBERS, Act
from web.desk.session import Desk, SignedIn
from web.media import policy
from web.media.form import UploadForm
from web.media.taking import forget, needed, refuse_too_long, take_in

router = APIRouter(prefix="/interviews/{interview_id}/recording")
ALL = frozenset(OF_RECORDINGS.values())
SAID = {
    "added": "The recording is kept. Processing begins by itself.",
    "removed": "The recording is removed for good.",
}


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, interview_id: UUID, said: str = "") -> Response:
    """The recordings, played in place; that they were opened is written down."""
    return await _show(desk, interview_id, said=said)


@router.post("")
async def add(desk: SignedIn, interview_id: UUID) -> Response:
    """Take one recording in."""
    media = needed(desk.caller.deps)
    try:
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            await find.interview(act.session, interview_id)
        refuse_too_long(desk.request, media, ALL)
        form = UploadForm(desk.request)
        await form.open()
        desk.refuse_foreign(form.fields)
        kind = _kind(form.fields.get("kind", ""))
        part = form.file()
        incoming = Incoming(part.filename, part.declared, frozenset({OF_RECORDINGS[kind]}))

        async def attach(act: Act, file_id: UUID, spool: Spooled) -> None:
            cause = act.cause()
            await recordings.add(act.session, interview_id, file_id, kind, spool, cause=cause, at=act.at)

        await take_in(desk.caller, media, Place.RECORDINGS, form.content(), incoming, attach)
    except (InvalidInputError, ConflictError) as error:
        return await _show(desk, interview_id, error=error)
    return _back(desk, interview_id, "added")


@router.post("/{recording_id}/remove")
async def remove(desk: SignedIn, interview_id: UUID, recording_id: UUID) -> Response:
    """Remove one for good, for a reason."""
    form = await desk.form()
    media = needed(desk.caller.deps)
    try:
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            cause = act.cause(form.get("why", "").strip())
            key = await recordings.remove(act.session, interview_id, recording_id, cause=cause, at=act.at)
    except InvalidInputError as error:
        return await _show(desk, interview_id, error=error)
    await forget(media, key)
    return _back(desk, interview_id, "removed")


def _kind(text: str) -> RecordingKind:
    try:
        return RecordingKind(text)
    except ValueError:
        raise InvalidInputError(
            "Say what the file is.", field="kind", remedy="Choose sound, video or transcript."
        ) from None


async def _show(
    desk: Desk, interview_id: UUID, *, said: str = "", error: UnderstudyError | None = None
) -> Response:
    deps = desk.caller.deps
    media = needed(deps)
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        interview = await find.interview(act.session, interview_id)
        candidate = await act.session.get(Candidate, interview.candidate_id)
        found = await recordings.of_interview(act.session, interview_id)
        await recordings.note_reading(act.session, interview_id, found, at=act.at)
        linked = await files.linked(
            media.storage, [recording.file for recording in found], media.link_life, deps.wall()
        )
        may_remove = {
            recording.id for recording in found if act.role in HIRING or recording.uploaded_by == act.user_id
        }
        return desk.show(
            "desk/recording.html",
            act,
            error,
            headers=policy.headers(media),
            interview=interview,
            candidate=candidate,
            recordings=list(zip(found, linked, strict=True)),
            may_remove=may_remove,
            accept=",".join([*kinds_of(ALL), ".srt", ".vtt", ".json"]),
            largest=megabytes(media.largest),
            said=SAID.get(said, ""),
        )


def _back(desk: Desk, interview_id: UUID, said: str) -> RedirectResponse:
    root = desk.caller.deps.root
    return RedirectResponse(f"{root}/interviews/{interview_id}/recording?said={said}", 303)
