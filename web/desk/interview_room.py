"""The room of one interview: what there is to prepare, to follow and to hand in."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from web.acting import HIRING, MEMBERS
from web.desk.session import SignedIn
from web.reading.interview_room import read_room

router = APIRouter()
PATH = "/interviews/{interview_id}"


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(desk: SignedIn, interview_id: UUID) -> Response:
    """Whom the interview is with, when, and the ways into its parts."""
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        room = await read_room(act.session, interview_id)
        return desk.show(
            "desk/interview.html",
            act,
            room=room,
            may_hire=act.role in HIRING,
        )
