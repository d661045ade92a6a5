"""The page of the text interview: a machine asks, the candidate answers, stops, goes on, or asks for a person."""

import asyncio
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import ConflictError, InvalidInputError, LinkError, StaleStateError, UnderstudyError
from domain.vocabulary import LinkPurpose
from services.interview_bot import own, taking
from services.interview_bot.own import OwnTalk, Stage
from services.interview_bot.taking import LONGEST_ANSWER
from web.candidate.door import MAX_FIELDS
from web.candidate.gate import Visit, cause, field_of, refuse_form
from web.candidate.material import material_of
from web.candidate.route import CandidateRoute
from web.candidate.telling import tell
from web.deps import ReceivedAt

router = APIRouter(route_class=CandidateRoute)
PATH = "/text/{interview_id}/{token}"
PURPOSE = LinkPurpose.TEXT
MOST_DIGITS = 6
NEWEST = 5
"""Turns that the page shows; the others are one step away."""
PATIENCE_SECONDS, LOOK_SECONDS = 0.9, 0.03
"""How long an act waits for the machine's next words, and how often it looks. Longer, and the page comes without
them: it shows them when they are there."""


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show what was said last, and a form to answer. Changes nothing."""
    return await show_text(Visit(request, PURPOSE, interview_id, token, at))


@router.get(PATH + "/talk")
async def talk(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """The newest turns alone, for the page's script. `X-Turns` changes with whatever the page shows."""
    visit = Visit(request, PURPOSE, interview_id, token, at)
    view, said = await visit.view(), await _read(visit)
    return tell(
        request,
        "candidate/text_talk.html",
        visit.times(view),
        headers={"X-Turns": said.state, "Cache-Control": "no-store"},
        talk=said,
        shown=said.lines[-NEWEST:],
    )


@router.get(PATH + "/all")
async def everything(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Everything that was said, to read again or to print."""
    return await show_text(Visit(request, PURPOSE, interview_id, token, at), template="text_all")


@router.post(PATH)
async def act(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Begin, answer, stop for now, go on, ask for a person, or choose a language. A repeat changes nothing."""
    visit = Visit(request, PURPOSE, interview_id, token, at)
    try:
        form, _ = await visit.form()
    except LinkError as error:
        # A page that was open for days still holds words that took an hour: they come back to be sent again.
        sent = await request.form(max_fields=MAX_FIELDS, max_files=0)
        return await show_text(visit, error, field_of(sent, "message"))
    try:
        if not await visit.settle(form):
            await _act(visit, form)
            await _wait_for_words(visit)
    except (ConflictError, InvalidInputError) as error:
        return await show_text(visit, error, field_of(form, "message"))
    return visit.see_other(PURPOSE, place="#now")


async def _act(visit: Visit, form: FormData) -> None:
    id_, at, why = visit.interview_id, visit.at, cause()
    match form.get("action"):
        case "begin":
            language = visit.times(await visit.view()).language
            await visit.enter(lambda session: taking.begin(session, id_, language, cause=why, at=at))
        case "reply":
            ask, said = number_of(field_of(form, "ask")), field_of(form, "message")
            await visit.enter(lambda session: taking.answer(session, id_, ask, said, cause=why, at=at))
        case "pause":
            await visit.enter(lambda session: taking.pause(session, id_, cause=why, at=at))
        case "resume":
            await visit.enter(lambda session: taking.resume(session, id_, cause=why, at=at))
        case "person":
            said = field_of(form, "why")
            await visit.enter(lambda session: taking.ask_person(session, id_, said, cause=why, at=at))
        case _:
            refuse_form()


def number_of(text: str) -> int:
    """The number of an ask. Raises InvalidInputError for a form that is not ours."""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        refuse_form()
    return int(text)


async def _read(visit: Visit) -> OwnTalk:
    async def read(session: AsyncSession) -> OwnTalk:
        return await own.read(session, await visit.interview(session))

    return await visit.enter(read)


async def _wait_for_words(visit: Visit) -> None:
    """Give the machine a moment, so that the next page already shows what it says."""

    async def stage(session: AsyncSession) -> Stage:
        return await own.stage_of(session, await visit.interview(session))

    tries = int(PATIENCE_SECONDS / LOOK_SECONDS)
    for _ in range(tries):
        if await visit.enter(stage) is not Stage.READING:
            return
        await asyncio.sleep(LOOK_SECONDS)


async def show_text(
    visit: Visit, error: UnderstudyError | None = None, written: str = "", template: str = "text"
) -> Response:
    """The page in its present state. `written`: what was in the form that `error` is about."""
    said, material = await _read(visit), await material_of(visit)
    # Words for a question that was answered elsewhere meanwhile are no answer to the one that stands there now.
    lost = written if isinstance(error, StaleStateError) else ""
    page = await visit.show(
        error,
        template=template,
        talk=said,
        shown=said.lines if template == "text_all" else said.lines[-NEWEST:],
        written="" if lost else written or said.draft,
        lost=lost,
        longest=LONGEST_ANSWER,
        records=visit.deps.media is not None,
        material=material.files,
    )
    page.headers.update(material.headers)
    return page
