"""Recordings and transcripts of an interview, as files."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from domain.access.vocabulary import Purpose
from domain.media_types import OF_RECORDINGS, RecordingKind
from domain.storage import Place
from services import find
from services.media import files, recordings
from services.media.spool import Spooled
from web.acting import MEMBERS, Act, ApiCaller
from web.api.media_shapes import UPLOAD, RecordingsShape, recording_shape
from web.deps import Deps, WebDeps
from web.media.taking import forget, needed, raw, refuse_too_long, take_in

router = APIRouter(prefix="/interviews/{interview_id}/recordings", tags=["recordings"])
Kind = Annotated[RecordingKind, Query(description="What the file is.")]
Why = Annotated[str, Query(min_length=1, max_length=recordings.LONGEST_REASON)]


@router.get("", summary="List the recordings of an interview")
async def list_(caller: ApiCaller, deps: Deps, interview_id: UUID) -> RecordingsShape:
    """With addresses that play them for a while; that you were given them is written down."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        return await _shown(act, deps, interview_id)


@router.post("", status_code=201, summary="Upload a recording of an interview", openapi_extra=UPLOAD)
async def upload(
    request: Request, caller: ApiCaller, deps: Deps, interview_id: UUID, kind: Kind
) -> RecordingsShape:
    """Sound, film, or a transcript as WebVTT, SRT or JSON. Processing begins by itself."""
    media = needed(deps)
    families = frozenset({OF_RECORDINGS[kind]})
    async with caller.apart() as act:
        act.needs(*MEMBERS)
        await find.interview(act.session, interview_id)
    refuse_too_long(request, media, families)
    chunks, incoming = raw(request, families)

    async def attach(act: Act, file_id: UUID, spool: Spooled) -> RecordingsShape:
        await recordings.add(act.session, interview_id, file_id, kind, spool, cause=act.cause(), at=act.at)
        return await _shown(act, deps, interview_id)

    return await take_in(caller, media, Place.RECORDINGS, chunks, incoming, attach)


@router.delete("/{recording_id}", status_code=204, summary="Remove a recording")
async def remove(caller: ApiCaller, deps: Deps, interview_id: UUID, recording_id: UUID, reason: Why) -> None:
    """For good; the reason stands in the log, so name nobody in it. Interviewers remove what they uploaded."""
    media = needed(deps)
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        key = await recordings.remove(
            act.session, interview_id, recording_id, cause=act.cause(reason), at=act.at
        )
    await forget(media, key)


async def _shown(act: Act, deps: WebDeps, interview_id: UUID) -> RecordingsShape:
    media = needed(deps)
    found = await recordings.of_interview(act.session, interview_id)
    await recordings.note_reading(act.session, interview_id, found, at=act.at, purpose=Purpose.API)
    linked = await files.linked(
        media.storage, [recording.file for recording in found], media.link_life, deps.wall()
    )
    return RecordingsShape(
        items=[recording_shape(recording, link) for recording, link in zip(found, linked, strict=True)]
    )
