"""Accepting or rejecting several at once, with one reason.

Each row is a transaction of its own: every one is a whole business act with its own log row, seats may run out half
way, and what somebody else did to one person must not undo what was right for the others. The result is told row
by row.
"""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.datastructures import FormData

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from services import find
from web.acting import HIRING
from web.desk.board_acts import ACCEPT, LONGEST_REASON, REJECT, SHORTEST_REASON, Offer
from web.desk.board_doing import on_person, press
from web.desk.board_page import board_page
from web.desk.session import Desk, SignedIn
from web.reading import board_names
from web.reading.board_people import PAGE

router = APIRouter()
OFFERS = {offer.name: offer for offer in (ACCEPT, REJECT)}
FIELDS = 20
"""Fields of the form beside the rows."""
LONGEST_PICK = 100


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen row, and what the page showed of it."""

    application_id: UUID
    seen: str

    @property
    def value(self) -> str:
        """As the form carries it."""
        return f"{self.application_id}.{self.seen}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row."""

    name: str
    application_id: UUID
    refused: ConflictError | NotFoundError | InvalidInputError | None


@router.post("/jobs/{job_id}/bulk")
async def bulk(desk: SignedIn, job_id: UUID) -> Response:
    """Ask for the reason where there is none yet, else do it row by row."""
    # A form of a whole page has more fields than others; it is read once, here.
    await desk.request.form(max_fields=PAGE + FIELDS, max_files=0)
    form = await desk.choices()
    offer = OFFERS.get(str(form.get("act")))
    if offer is None:
        raise NotFoundError("There is no such button.")
    try:
        picks = _picks(form)
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        if form.get("asked") != "yes" and not fields.get("reason", "").strip():
            return await _ask(desk, job_id, offer, picks)
        for pick in picks:
            press(offer.name, {**fields, "seen": pick.seen})
    except InvalidInputError as error:
        return await _ask(desk, job_id, offer, _picks(form, may_be_none=True), error)
    return await _do(desk, job_id, offer, picks, fields)


def _picks(form: FormData, *, may_be_none: bool = False) -> list[Pick]:
    """The chosen rows, each once. Raises InvalidInputError when there are none, or one that we did not make."""
    found = {}
    for value in form.getlist("pick"):
        text = value if isinstance(value, str) and len(value) <= LONGEST_PICK else ""
        application_id, _, seen = text.partition(".")
        try:
            found[UUID(application_id)] = seen
        except ValueError:
            raise NotFoundError("There is no such application.") from None
    if not found and not may_be_none:
        raise InvalidInputError(
            "Nobody is chosen.", field="pick", remedy="Tick at least one row of the list."
        )
    return [Pick(application_id, seen) for application_id, seen in found.items()]


async def _ask(
    desk: Desk, job_id: UUID, offer: Offer, picks: list[Pick], error: InvalidInputError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        job = await find.job(act.session, job_id)
        names = await board_names.of_applications(act.session, (pick.application_id for pick in picks))
        return board_page(
            desk,
            act,
            "desk/bulk_ask.html",
            error,
            job=job,
            offer=offer,
            picks=[(pick, names.get(pick.application_id, "")) for pick in picks],
            shortest=SHORTEST_REASON,
            longest=LONGEST_REASON,
        )


async def _do(desk: Desk, job_id: UUID, offer: Offer, picks: list[Pick], fields: dict[str, str]) -> Response:
    refused: dict[UUID, ConflictError | NotFoundError | InvalidInputError] = {}
    for pick in picks:
        pressed = press(offer.name, {**fields, "seen": pick.seen})
        try:
            async with desk.caller.begin() as act:
                await on_person(act, pick.application_id, pressed, states_only=True)
        except (ConflictError, NotFoundError, InvalidInputError) as error:
            refused[pick.application_id] = error
    async with desk.caller.begin() as act:
        job = await find.job(act.session, job_id)
        names = await board_names.of_applications(act.session, (pick.application_id for pick in picks))
        outcomes = [
            Outcome(names.get(pick.application_id, ""), pick.application_id, refused.get(pick.application_id))
            for pick in picks
        ]
        return board_page(
            desk,
            act,
            "desk/bulk_done.html",
            job=job,
            offer=offer,
            outcomes=outcomes,
            done=len(picks) - len(refused),
        )
