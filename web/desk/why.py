"""The page that says why an application has its score."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from domain.access.vocabulary import Purpose
from domain.identifiers import interview_id as id_of_interview
from services import find
from web.acting import HIRING, Act
from web.desk.board_acts import Offer, for_person
from web.desk.session import SignedIn
from web.reading.why import Why, why

router = APIRouter()

_FULL = 100.0


@router.api_route("/applications/{application_id}", methods=["GET", "HEAD"])
async def show(desk: SignedIn, application_id: UUID) -> Response:
    """Parts, requirements, notices, what would change the rank, and the masked resume with its evidence."""
    async with desk.caller.begin() as act:
        found = await why(act, application_id, purpose=Purpose.PAGE)
        bars = [(name, value, min(_FULL, max(0.0, value))) for name, value in found.parts.items()]
        return desk.show(
            "desk/application.html",
            act,
            why=found,
            bars=bars,
            offers=await _offers(act, found),
        )


async def _offers(act: Act, found: Why) -> Sequence[Offer]:
    """What this person can do here now: the buttons of the board."""
    if act.role not in HIRING:
        return ()
    interview = await find.interview_or_none(act.session, id_of_interview(found.application.id))
    return for_person(found.job, found.application.shortlist_status, interview, act.at)
