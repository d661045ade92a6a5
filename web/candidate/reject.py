"""The page to decline or withdraw: a typed choice, a confirmation, and a way back for a while."""

from enum import StrEnum
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import ConflictError, InvalidInputError, StaleStateError
from domain.messages.tongue import later
from domain.vocabulary import InterviewStatus, LinkPurpose
from models import Interview
from services.interviews import answer
from web.candidate.gate import Visit, cause, refuse_unticked
from web.candidate.route import CandidateRoute
from web.candidate.view import read_view
from web.deps import ReceivedAt
from web.transaction import as_candidate

router = APIRouter(route_class=CandidateRoute)
PATH = "/reject/{interview_id}/{token}"


class Reason(StrEnum):
    """Why somebody leaves, as the log may keep it."""

    OTHER_OFFER = "other_offer"
    TIMES = "times"
    CONDITIONS = "conditions"
    NOT_INTERESTED = "not_interested"
    OTHER = "other"


REASONS = {
    Reason.OTHER_OFFER: later("I accepted another offer"),
    Reason.TIMES: later("The times do not work for me"),
    Reason.CONDITIONS: later("Place, pay or conditions do not fit"),
    Reason.NOT_INTERESTED: later("I am no longer interested"),
    Reason.OTHER: later("Another reason"),
}


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the choice. Changes nothing."""
    visit = Visit(request, LinkPurpose.REJECT, interview_id, token, at)
    return await visit.show(reasons=REASONS)


@router.post(PATH)
async def leave_or_undo(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Decline or withdraw, or take that back. A repeat changes nothing."""
    visit = Visit(request, LinkPurpose.REJECT, interview_id, token, at)
    form, shown = await visit.form()
    try:
        if form.get("action") == "undo":
            return visit.see_other(await _undo(visit), place="?kept=yes")
        if not await visit.settle(form):
            await _leave(visit, form, shown)
    except (ConflictError, InvalidInputError) as error:
        return await visit.show(error, reasons=REASONS)
    return visit.see_other(LinkPurpose.REJECT)


async def _leave(visit: Visit, form: FormData, shown: str) -> None:
    refuse_unticked(form)
    reason = _reason(form)

    async def act(session: AsyncSession) -> None:
        interview = await visit.interview(session, lock=True)
        if interview.leave_effective_at is None:
            await _refuse_stale(session)
        await answer.leave(session, interview.id, cause=cause(reason), received_at=visit.at)

    async def _refuse_stale(session: AsyncSession) -> None:
        # Leaving costs a seat: what the page showed must still be true (a forgotten tab is no decision).
        view = await read_view(session, await visit.interview(session), visit.at, with_slots=False)
        if view.form_state.partition(":")[0] != shown.partition(":")[0]:
            raise StaleStateError(
                "Something changed since you opened this page.", remedy="Please look and decide again."
            )

    await as_candidate(visit.deps, visit.interview_id, act)


def _reason(form: FormData) -> str | None:
    chosen = form.get("reason")
    return chosen if isinstance(chosen, str) and chosen in set(Reason) else None


async def _undo(visit: Visit) -> LinkPurpose:
    """Take a decline or withdrawal back. Returns the page on which it goes on."""

    async def act(session: AsyncSession) -> Interview:
        await visit.interview(session)
        return await answer.undo_leave(session, visit.interview_id, cause=cause(), received_at=visit.at)

    interview = await as_candidate(visit.deps, visit.interview_id, act)
    is_open = interview.status is InterviewStatus.INVITATION_SENT
    return LinkPurpose.ACCEPT if is_open else LinkPurpose.SCHEDULE
