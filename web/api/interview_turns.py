"""What is said in an interview: taking turns in, reading them, naming voices, files, deletion."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from domain.access.vocabulary import Purpose, Seen
from domain.errors import InvalidInputError
from domain.interview_room.captions import LARGEST
from services import access, find
from services.interview_room import deletion, importing, live, roles, turns
from services.moves import subject
from web.acting import HIRING, MEMBERS, ApiCaller
from web.api.turn_bodies import (
    AddedShape,
    ImportedShape,
    NewTurns,
    SpeakersBody,
    SpeakersShape,
    SpokenTurnShape,
    TurnPage,
    added_shape,
)
from web.judging import judging_of
from web.paging import DEFAULT, After, Limit, cursor, read_cursor

router = APIRouter(prefix="/interviews/{interview_id}", tags=["transcripts"])
CHUNK = 64 * 1024

Behind = Annotated[int, Query(ge=0, le=2**31 - 1, description="Turns behind this sequence number.")]
FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {
                            "type": "string",
                            "format": "binary",
                            "description": "WebVTT, SRT or JSON in UTF-8, up to 2 MiB.",
                        },
                        "replace": {
                            "type": "string",
                            "enum": ["yes", "no"],
                            "default": "no",
                            "description": "Take away the transcript of before. Recruiters and admins only.",
                        },
                    },
                }
            }
        },
    }
}


@router.post("/turns", status_code=201, summary="Send live turns")
async def add(request: Request, caller: ApiCaller, interview_id: UUID, body: NewTurns) -> AddedShape:
    """Each turn is kept once, in the order spoken; an interim turn is replaced by its final one of the same
    `turn_key`. The interview must be confirmed or in progress. For a stream of turns use the WebSocket
    `/interviews/{interview_id}/turns/stream`."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        batch = body.all(act.at)
        added = await live.take(act.session, interview_id, batch, cause=act.cause(), now=act.at)
    if added.finals:
        judging_of(request).due(caller, interview_id)
    return added_shape(added)


@router.get("/turns", summary="Read the transcript")
async def list_(
    caller: ApiCaller,
    interview_id: UUID,
    after_sequence: Behind = 0,
    after: After = None,
    limit: Limit = DEFAULT,
) -> TurnPage:
    """Turns in order, those still interim among them. Each read is noted in the record of accesses."""
    behind = read_cursor(after, int)[0] if after is not None else after_sequence
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        interview = await find.interview(act.session, interview_id)
        rows = await turns.turns_of(act.session, interview_id, behind, limit=limit + 1)
        await access.note(
            act.session,
            Seen.TRANSCRIPT,
            subject(interview),
            at=act.at,
            purpose=Purpose.API,
            records=len(rows[:limit]),
        )
        return TurnPage(
            items=[SpokenTurnShape.model_validate(row) for row in rows[:limit]],
            next=cursor(rows[limit - 1].sequence) if len(rows) > limit else None,
        )


@router.get("/speakers", summary="Get who is host and who is guest")
async def get_speakers(caller: ApiCaller, interview_id: UUID) -> SpeakersShape:
    """Detected after five turns, with the reasons; a person's correction stands above."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        interview = await find.interview(act.session, interview_id)
        return SpeakersShape.of(interview.roles, assigned=interview.roles_assigned)


@router.put("/speakers", summary="Say who is host and who is guest")
async def set_speakers(caller: ApiCaller, interview_id: UUID, body: SpeakersBody) -> SpeakersShape:
    """Every turn follows; nothing detected later changes it."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        cause = act.cause(body.reason)
        interview = await roles.correct(act.session, interview_id, body.speakers, cause=cause, at=act.at)
        return SpeakersShape.of(interview.roles, assigned=interview.roles_assigned)


@router.post("/transcript", status_code=201, summary="Send a transcript file", openapi_extra=FORM)
async def upload(request: Request, caller: ApiCaller, interview_id: UUID) -> ImportedShape:
    """WebVTT, SRT or JSON. Voices get numbers; their names are compared with those who take part, and not kept.
    The same file again adds nothing."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        await find.interview(act.session, interview_id)
    data, fields = await read_file(request)
    is_replacing = fields.get("replace", "no") == "yes"
    async with caller.begin() as act:
        act.needs(*(HIRING if is_replacing else MEMBERS))
        made = await importing.add_file(
            act.session, interview_id, data, replace=is_replacing, cause=act.cause(), now=act.at
        )
    if made.turns:
        judging_of(request).due(caller, interview_id)
    return ImportedShape(
        format=made.written, turns=made.turns, repeated=made.repeated, replaced=made.replaced
    )


@router.delete("/transcript", status_code=204, summary="Delete a transcript")
async def remove(caller: ApiCaller, interview_id: UUID) -> None:
    """Every turn, and what was noticed about them; notes that people wrote stay. The log says that it was done."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await deletion.remove(act.session, interview_id, cause=act.cause(), at=act.at)


async def read_file(
    request: Request, refuse: Callable[[Mapping[str, Any]], None] | None = None
) -> tuple[bytes, dict[str, Any]]:
    """The file of a form and its other fields, which `refuse` looks at first.

    Raises HTTPException 413, InvalidInputError, and whatever `refuse` raises.
    """
    async with request.form(max_files=1, max_fields=8) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        if refuse is not None:
            refuse(fields)
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise InvalidInputError(
                "There is no file.",
                field="file",
                remedy="Send it as multipart/form-data, in the field `file`.",
            )
        content = bytearray()
        while chunk := await file.read(CHUNK):
            content += chunk
            if len(content) > LARGEST:
                raise HTTPException(413, f"The file is larger than {LARGEST} bytes.")
        return bytes(content), fields
