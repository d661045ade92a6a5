"""The live page of an interview: following it, marking, noting, naming voices; and the same as it happens."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from domain.access.vocabulary import Seen
from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.insights.model import Kind, Severity
from domain.interview_room.captions import LARGEST
from domain.interview_room.turns import SpeakerRole
from services import access, find
from services.interview_room import importing, insights, roles
from services.interview_room.insights import NewNote
from services.moves import subject
from services.questions import plans
from web.acting import HIRING, MEMBERS, Act
from web.api.interview_turns import read_file
from web.desk.interview_room import PATH
from web.desk.session import Desk, SignedIn
from web.judging import judging_of
from web.reading.live_room import read_live

router = APIRouter()
LIVE = f"{PATH}/live"
SAID = {
    "imported": "The file was taken in.",
    "known": "The same file was here already; nothing was added.",
    "deleted": "The transcript was deleted.",
}
Whole = Annotated[bool, Query(alias="all")]


@router.api_route(LIVE, methods=["GET", "HEAD"])
async def show(desk: SignedIn, interview_id: UUID, said: str = "", whole: Whole = False) -> Response:
    """Transcript, insights and question plan as they stand; that it was opened is written down."""
    return await _show(desk, interview_id, said=said, is_whole=whole)


@router.post(LIVE)
async def do(desk: SignedIn, interview_id: UUID) -> Response:
    """Mark a suggestion or a question, write a note, say who the guest is."""
    form = await desk.choices()
    try:
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            await _do(act, interview_id, form)
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, interview_id, error=error, note=_text(form, "content"))
    return RedirectResponse(f"{desk.caller.deps.root}{LIVE.format(interview_id=interview_id)}", 303)


@router.post(f"{PATH}/transcript")
async def upload(desk: SignedIn, interview_id: UUID) -> Response:
    """Take a transcript file in."""
    try:
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            await find.interview(act.session, interview_id)
        data, fields = await read_file(desk.request, desk.refuse_foreign)
        is_replacing = fields.get("replace") == "yes"
        async with desk.caller.begin() as act:
            act.needs(*(HIRING if is_replacing else MEMBERS))
            made = await importing.add_file(
                act.session, interview_id, data, replace=is_replacing, cause=act.cause(), now=act.at
            )
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, interview_id, error=error)
    if made.turns:
        judging_of(desk.request).due(desk.caller, interview_id)
    said = "imported" if made.turns else "known"
    path = f"{desk.caller.deps.root}{LIVE.format(interview_id=interview_id)}?said={said}"
    return RedirectResponse(path, 303)


async def _do(act: Act, interview_id: UUID, form: FormData) -> None:
    match form.get("action"):
        case "used" | "unused" as action:
            insight_id = _id(form, "insight_id")
            insight = await insights.find_insight(act.session, interview_id, insight_id, lock=True)
            await insights.mark_used(act.session, insight, used=action == "used")
        case "asked" | "not-asked" as action:
            question = _id(form, "question_id")
            is_asked = action == "asked"
            await plans.mark_asked(act.session, question, is_asked=is_asked, cause=act.cause(), at=act.at)
        case "note":
            new = NewNote(_text(form, "content"), _kind(form), Severity.INFO)
            await insights.add_note(act.session, interview_id, new, cause=act.cause(), at=act.at)
        case "guest":
            voice = _text(form, "speaker")
            others = [one for one in form.getlist("voice") if isinstance(one, str) and one != voice]
            named = {voice: SpeakerRole.GUEST} | dict.fromkeys(others, SpeakerRole.HOST)
            await roles.correct(act.session, interview_id, named, cause=act.cause(), at=act.at)
        case _:
            raise InvalidInputError("This form is not complete.", remedy="Use the buttons of the page.")


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _id(form: FormData, name: str) -> UUID:
    try:
        return UUID(_text(form, name))
    except ValueError:
        raise InvalidInputError(
            "This form is not complete.", field=name, remedy="Use the buttons of the page."
        ) from None


def _kind(form: FormData) -> Kind:
    given = _text(form, "kind") or Kind.NOTE.value
    if given not in {Kind.NOTE.value, Kind.GREEN_FLAG.value, Kind.RED_FLAG.value}:
        raise InvalidInputError("This is no kind of note.", field="kind", remedy="Choose from the list.")
    return Kind(given)


async def _show(
    desk: Desk,
    interview_id: UUID,
    *,
    error: UnderstudyError | None = None,
    note: str = "",
    said: str = "",
    is_whole: bool = False,
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        live = await read_live(act.session, interview_id, is_whole=is_whole)
        about = subject(live.room.interview)
        await access.note(act.session, Seen.TRANSCRIPT, about, at=act.at, records=len(live.turns))
        return desk.show(
            "desk/interview_live.html",
            act,
            error,
            live=live,
            room=live.room,
            now=act.at,
            said=SAID.get(said, ""),
            written=note,
            may_hire=act.role in HIRING,
            largest=LARGEST // 1024 // 1024,
        )
