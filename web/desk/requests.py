"""What candidates ask for: a look by a person, a correction. Open ones by deadline, each answered in place."""

from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import ConflictError, ForbiddenError, InvalidInputError, UnderstudyError
from domain.vocabulary import RequestOutcome
from services import candidate_requests
from services.candidate_requests import LONGEST
from web.acting import HIRING
from web.desk.session import Desk, SignedIn

router = APIRouter()
PATH = "/requests"
KINDS = {
    "human_review": "asks for a person to look at the decision",
    "correction": "asks for a correction",
}
OUTCOMES = {
    RequestOutcome.KEPT: "It stays as it is",
    RequestOutcome.CHANGED: "Something was changed",
}


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(desk: SignedIn) -> Response:
    """Open requests by their deadline, then the newest answers."""
    return await _show(desk)


@router.post(PATH + "/{request_id}")
async def answer(desk: SignedIn, request_id: UUID) -> Response:
    """Answer a request. Whoever took part in the decision is refused."""
    form = await desk.form()
    text = form.get("answer", "")
    try:
        outcome = _outcome(form.get("outcome"))
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            await candidate_requests.answer(
                act.session, request_id, outcome, text, reviewer=act.user_id, cause=act.cause(), at=act.at
            )
    except (ConflictError, ForbiddenError, InvalidInputError) as error:
        return await _show(desk, error, request_id, text)
    return RedirectResponse(f"{desk.caller.deps.root}{PATH}", HTTPStatus.SEE_OTHER)


def _outcome(text: str | None) -> RequestOutcome:
    try:
        return RequestOutcome(text or "")
    except ValueError:
        raise InvalidInputError(
            "The outcome is missing.", field="outcome", remedy="Say whether something was changed."
        ) from None


async def _show(
    desk: Desk, error: UnderstudyError | None = None, of: UUID | None = None, written: str = ""
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        return desk.show(
            "desk/requests.html",
            act,
            error,
            asked=await candidate_requests.newest(act.session, act.user_id),
            kinds=KINDS,
            outcomes=OUTCOMES,
            longest=LONGEST,
            of=of,
            written=written,
        )
