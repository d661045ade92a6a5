"""The page of times: choose, move, write other times, and read them in one's own zone."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import ConflictError, InvalidInputError
from domain.vocabulary import LinkPurpose
from services import find, negotiation
from services.interviews import answer
from web.candidate.gate import Visit, cause, field_of, refuse_form
from web.candidate.material import material_of
from web.candidate.route import CandidateRoute
from web.candidate.telling import tell
from web.deps import ReceivedAt
from web.transaction import as_candidate

router = APIRouter(route_class=CandidateRoute)
PATH = "/schedule/{interview_id}/{token}"


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the free times, or the booked one. Changes nothing."""
    visit = Visit(request, LinkPurpose.SCHEDULE, interview_id, token, at)
    material = await material_of(visit)
    shown = await visit.show(written="", wanted=None, material=material.files)
    shown.headers.update(material.headers)
    return shown


@router.get(PATH + "/talk")
async def talk(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """The conversation alone, for the page's script. `X-Turns` counts its turns."""
    visit = Visit(request, LinkPurpose.SCHEDULE, interview_id, token, at)
    view = await visit.view()
    turns = {"X-Turns": str(len(view.talk.lines)), "Cache-Control": "no-store"}
    return tell(request, "candidate/talk.html", visit.times(view), headers=turns, view=view)


@router.post(PATH)
async def act(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Book a time, write other times, or choose a zone or a language. A repeat changes nothing."""
    visit = Visit(request, LinkPurpose.SCHEDULE, interview_id, token, at)
    form, shown = await visit.form()
    try:
        match form.get("action"):
            case "pick":
                await _pick(visit, form)
            case "reply":
                await _reply(visit, form, shown)
            case _:
                if not await visit.settle(form):
                    refuse_form()
    except (ConflictError, InvalidInputError) as error:
        wanted = _instant(field_of(form, "start"))
        return await visit.show(error, written=field_of(form, "message"), wanted=wanted)
    return visit.see_other(LinkPurpose.SCHEDULE)


async def _pick(visit: Visit, form: FormData) -> None:
    start = _start(field_of(form, "start"))

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
    text = field_of(form, "message")

    async def reply(session: AsyncSession) -> None:
        await visit.interview(session, lock=True)
        so_far = await find.negotiation(session, visit.interview_id)
        # The page showed how many replies there were: a form sent twice says the same thing once.
        if so_far is not None and shown.rpartition(":")[2] != str(so_far.replies):
            return
        await negotiation.reply(session, visit.interview_id, text, cause=cause(), received_at=visit.at)

    await as_candidate(visit.deps, visit.interview_id, reply)
