"""Frames of the WebSocket for live turns."""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError, UnderstudyError
from domain.interview_room.turns import LONGEST_KEY
from models import Transcript
from services.interview_room import turns
from web.api.bodies import Body, Text
from web.api.turn_bodies import NewTurns
from web.statuses import status_of

MOST_TOLD = 1000
"""Turns that one `ready` frame names; with more, its sender asks on from the last."""

FrameId = Annotated[Text, Field(max_length=100)]


class TurnsFrame(NewTurns):
    """Turns to be kept. `id` comes back in the answer."""

    type: Literal["turns"]
    id: FrameId | None = None


class Resume(Body):
    """What is kept behind a turn? The last one that the sender knows, by sequence number or by its key."""

    type: Literal["resume"]
    id: FrameId | None = None
    after: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None
    turn_key: Annotated[Text, Field(min_length=1, max_length=LONGEST_KEY)] | None = None


Frame = TurnsFrame | Resume
_FRAMES: TypeAdapter[Frame] = TypeAdapter(Annotated[Frame, Field(discriminator="type")])


def read_frame(text: str) -> Frame:
    """A frame from its text. Raises InvalidInputError that names the field."""
    try:
        return _FRAMES.validate_json(text)
    except ValidationError as error:
        # Pydantic's errors carry the value at fault; only the place and the words go out again. The first part of
        # a place is the kind of frame.
        first = error.errors(include_input=False, include_url=False)[0]
        raise InvalidInputError(
            first["msg"],
            field=".".join(str(part) for part in first["loc"][1:]) or None,
            remedy="Correct the frame and send it again; nothing was changed.",
        ) from None


async def ready_frame(
    session: AsyncSession, interview: Any, after: int | None, turn_key: str | None
) -> dict[str, Any]:
    """What the server has: the highest number, and the turns behind the one that the sender names.

    A key that is not known counts as nothing kept: its sender begins anew, and repeats are dropped.
    """
    last = await turns.last_sequence(session, interview)
    if after is None and turn_key is None:
        return {"type": "ready", "last_sequence": last, "turns": [], "is_whole": True}
    if turn_key is not None:
        known = select(Transcript.sequence).where(
            Transcript.interview_id == interview, Transcript.turn_key == turn_key
        )
        after = await session.scalar(known) or 0
    rows = await turns.turns_of(session, interview, after or 0, limit=MOST_TOLD + 1)
    told = [
        {"sequence": row.sequence, "turn_key": row.turn_key, "is_interim": row.is_interim}
        for row in rows[:MOST_TOLD]
    ]
    return {"type": "ready", "last_sequence": last, "turns": told, "is_whole": len(rows) <= MOST_TOLD}


def error_frame(error: UnderstudyError, request_id: str, frame_id: str | None) -> dict[str, Any]:
    """An error, with the members of problem details (RFC 9457)."""
    return {
        "type": "error",
        "id": frame_id,
        "problem": {
            "type": f"urn:understudy:error:{error.code}",
            "title": error.code.replace("_", " ").capitalize(),
            "status": status_of(error).value,
            "detail": error.message,
            "field": error.field,
            "remedy": error.remedy,
            "request_id": request_id,
        },
    }
