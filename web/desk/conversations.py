"""Conversations that the bot handed over: the inbox, and one conversation with its answer, its times, its people."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.negotiation.bot import MAX_PROPOSALS
from services import conversation
from services.conversation import LONGEST_ANSWER
from services.interviews import answer, panel
from web.acting import HIRING, Act
from web.desk.session import Desk, SignedIn
from web.reading.board_due import leaving
from web.reading.conversations import DID, WHY, read_conversation
from web.reading.days import by_day

router = APIRouter()
PATH = "/interviews/{interview_id}/conversation"


@router.api_route("/conversations", methods=["GET", "HEAD"])
async def inbox(desk: SignedIn) -> Response:
    """Everybody who waits for a person: unanswered ones first."""
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        waiting = await conversation.waiting(act.session)
        return desk.show("desk/conversations.html", act, waiting=waiting, why=WHY)


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(desk: SignedIn, interview_id: UUID) -> Response:
    """The whole conversation, what was understood, and what a person can do."""
    return await _show(desk, interview_id)


@router.post(PATH)
async def do(desk: SignedIn, interview_id: UUID) -> Response:
    """Write with up to three times, book a time at once, or say that an interviewer cannot come."""
    form = await desk.choices()
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            await _do(act, interview_id, form)
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, interview_id, error, form)
    return RedirectResponse(f"{desk.caller.deps.root}{PATH.format(interview_id=interview_id)}", 303)


async def _do(act: Act, interview_id: UUID, form: FormData) -> None:
    match form.get("action"):
        case "answer":
            text, starts = _text(form, "text"), _starts(form)
            await conversation.write(act.session, interview_id, text, starts, cause=act.cause(), at=act.at)
        case "book":
            start = _the_one(_starts(form))
            await answer.pick(act.session, interview_id, start, cause=act.cause(), received_at=act.at)
        case "drop-out":
            user_id, why = _user(form), _text(form, "reason").strip() or None
            await panel.drop_out(act.session, interview_id, user_id, cause=act.cause(why), at=act.at)
        case _:
            raise InvalidInputError("This form is not complete.", remedy="Use the buttons of the page.")


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _starts(form: FormData) -> list[datetime]:
    """The chosen times. Raises InvalidInputError for something that is none."""
    try:
        starts = [datetime.fromisoformat(value) for value in form.getlist("start") if isinstance(value, str)]
    except ValueError:
        starts = []
    if len(starts) < len(form.getlist("start")) or any(start.tzinfo is None for start in starts):
        raise InvalidInputError(
            "This is not a time of the page.", field="start", remedy="Choose from the list."
        )
    return starts


def _the_one(starts: list[datetime]) -> datetime:
    if len(starts) != 1:
        raise InvalidInputError("To book, choose exactly one time.", field="start")
    return starts[0]


def _user(form: FormData) -> UUID:
    try:
        return UUID(_text(form, "user_id"))
    except ValueError:
        raise InvalidInputError("Nobody was chosen.", field="user_id") from None


async def _show(
    desk: Desk, interview_id: UUID, error: UnderstudyError | None = None, form: FormData | None = None
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        shown = await read_conversation(act.session, interview_id, act.at)
        return desk.show(
            "desk/conversation.html",
            act,
            error,
            shown=shown,
            leaving=leaving(shown.interview),
            days=by_day(list(shown.free), act.zone),
            did=DID,
            most=MAX_PROPOSALS,
            longest=LONGEST_ANSWER,
            written=_text(form, "text") if form else "",
            chosen=set(form.getlist("start")) if form else set(),
        )
