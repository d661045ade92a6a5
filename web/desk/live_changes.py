"""Changing what stands on the live page: an insight with its history, and the whole transcript taken away."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.insights.model import Kind, Severity
from models import AiInsight, User
from services.interview_room import deletion, insights
from services.interview_room.insights import LONGEST
from web.acting import HIRING, MEMBERS
from web.desk.interview_live import LIVE
from web.desk.interview_room import PATH
from web.desk.session import Desk, SignedIn
from web.reading.interview_room import read_room

router = APIRouter()
INSIGHT = f"{PATH}/insights/{{insight_id}}"
FIELDS = ("content", "suggestion", "type", "severity")


@router.api_route(INSIGHT, methods=["GET", "HEAD"])
async def show(desk: SignedIn, interview_id: UUID, insight_id: UUID) -> Response:
    """One insight, to be changed, and what it said before."""
    return await _show(desk, interview_id, insight_id)


@router.post(INSIGHT)
async def change(desk: SignedIn, interview_id: UUID, insight_id: UUID) -> Response:
    """Change what it says; what it said before is kept."""
    form = await desk.form()
    given = {name: form[name] for name in FIELDS if name in form}
    try:
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            insight = await insights.find_insight(act.session, interview_id, insight_id, lock=True)
            _refuse_unseen(insight, form.get("revision", ""))
            await insights.edit_insight(act.session, insight, given, cause=act.cause(), at=act.at)
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, interview_id, insight_id, error)
    return RedirectResponse(
        f"{desk.caller.deps.root}{LIVE.format(interview_id=interview_id)}#i{insight_id}", 303
    )


@router.api_route(f"{PATH}/transcript/delete", methods=["GET", "HEAD"])
async def ask(desk: SignedIn, interview_id: UUID) -> Response:
    """What goes and what stays, before it is done."""
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        room = await read_room(act.session, interview_id)
        return desk.show(
            "desk/transcript_delete.html",
            act,
            room=room,
        )


@router.post(f"{PATH}/transcript/delete")
async def remove(desk: SignedIn, interview_id: UUID) -> Response:
    """Delete every turn and what was noticed about them."""
    form = await desk.form()
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        cause = act.cause(form.get("reason", "").strip()[:500] or None)
        await deletion.remove(act.session, interview_id, cause=cause, at=act.at)
    return RedirectResponse(
        f"{desk.caller.deps.root}{LIVE.format(interview_id=interview_id)}?said=deleted", 303
    )


def _refuse_unseen(insight: AiInsight, seen: str) -> None:
    """Nobody overwrites what they did not see. Raises ConflictError."""
    if seen != str(insight.revision):
        raise ConflictError(
            "Somebody changed this meanwhile.", remedy="Look at it as it is now, and change it again."
        )


async def _show(
    desk: Desk, interview_id: UUID, insight_id: UUID, error: UnderstudyError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        insight = await insights.find_insight(act.session, interview_id, insight_id)
        edits = await insights.edits_of(act.session, insight_id)
        people = await act.session.scalars(select(User).where(User.id.in_({one.edited_by for one in edits})))
        return desk.show(
            "desk/insight.html",
            act,
            error,
            room=await read_room(act.session, interview_id),
            insight=insight,
            edits=edits,
            names={user.id: user.name for user in people},
            kinds=list(Kind),
            severities=list(Severity),
            longest=LONGEST["content"],
        )
