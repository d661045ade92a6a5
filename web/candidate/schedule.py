"""The page of times: choose, move, write other times, and read them in one's own zone."""

from datetime import datetime
from typing import NoReturn
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import ConflictError, InvalidInputError
from domain.vocabulary import LinkPurpose
from services import candidates, find, negotiation
from services.interviews import answer
from web.candidate.gate import Visit, cause
from web.candidate.zones import zones_by_region
from web.deps import ReceivedAt
from web.render import page
from web.transaction import as_candidate

router = APIRouter()
PATH = "/schedule/{interview_id}/{token}"


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the free times, or the booked one. Changes nothing."""
    visit = Visit(request, LinkPurpose.SCHEDULE, interview_id, token, at)
    return await visit.show(zones=zones_by_region(), written="", wanted=None)


@router.get(PATH + "/talk")
async def talk(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """The conversation alone, for the page's script. `X-Turns` counts its turns."""
    visit = Visit(request, LinkPurpose.SCHEDULE, interview_id, token, at)
    view = await visit.view()
    turns = {"X-Turns": str(len(view.talk.lines)), "Cache-Control": "no-store"}
    return page(request, "candidate/talk.html", headers=turns, view=view)


@router.post(PATH)
async def act(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Book a time, write other times, or change the zone. A repeat changes nothing."""
    visit = Visit(request, LinkPurpose.SCHEDULE, interview_id, token, at)
    form, shown = await visit.form()
    try:
        match form.get("action"):
            case "pick":
                await _pick(visit, form)
            case "reply":
                await _reply(visit, form, shown)
            case "zone":
                await _zone(visit, form)
            case _:
                _refuse_unknown()
    except (ConflictError, InvalidInputError) as error:
        wanted = _instant(_text(form, "start"))
        return await visit.show(error, zones=zones_by_region(), written=_text(form, "message"), wanted=wanted)
    return visit.see_other(LinkPurpose.SCHEDULE)


def _refuse_unknown() -> NoReturn:
    raise InvalidInputError("This form is not complete.", remedy="Use the buttons of the page.")


async def _pick(visit: Visit, form: FormData) -> None:
    start = _start(_text(form, "start"))

    async def pick(session: AsyncSession) -> None:
        await visit.interview(session)
        await answer.pick(session, visit.interview_id, start, cause=cause(), received_at=visit.at)

    await as_candidate(visit.deps, visit.interview_id, pick)


def _start(text: str) -> datetime:
    start = _instant(text)
    if start is None:
        raise InvalidInputError("No time was chosen.", field="start", remedy="Choose one of the times.")
    return start


def _instant(text: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        return None
    return instant if instant.tzinfo is not None else None


async def _reply(visit: Visit, form: FormData, shown: str) -> None:
    text = _text(form, "message")

    async def reply(session: AsyncSession) -> None:
        await visit.interview(session, lock=True)
        so_far = await find.negotiation(session, visit.interview_id)
        # The page showed how many replies there were: a form sent twice says the same thing once.
        if so_far is not None and shown.rpartition(":")[2] != str(so_far.replies):
            return
        await negotiation.reply(session, visit.interview_id, text, cause=cause(), received_at=visit.at)

    await as_candidate(visit.deps, visit.interview_id, reply)


async def _zone(visit: Visit, form: FormData) -> None:
    async def change(session: AsyncSession) -> None:
        await visit.interview(session)
        zone = _text(form, "time_zone")
        await candidates.set_time_zone(session, visit.interview_id, zone, cause=cause(), at=visit.at)

    await as_candidate(visit.deps, visit.interview_id, change)


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""
