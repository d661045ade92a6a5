"""My application: where it stands, how it came there, what comes next, and a person to ask."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.vocabulary import LinkPurpose, RequestKind
from services import candidate_requests
from services.candidate_requests import ANSWER_WITHIN, LONGEST
from services.own import rows
from web.candidate.applicant import ApplicantVisit
from web.candidate.door import Door, cause, field_of
from web.candidate.gate import Visit, refuse_form
from web.candidate.route import CandidateRoute
from web.candidate.story import Story, read_story
from web.deps import ReceivedAt

router = APIRouter(route_class=CandidateRoute)
applicants = APIRouter(route_class=CandidateRoute)
PATH = "/application/{interview_id}/{token}"
APPLICANT_PATH = "/application/{application_id}/{token}"
PURPOSE = LinkPurpose.APPLICATION


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the application of somebody who is invited. Changes nothing."""
    return await _show(Visit(request, PURPOSE, interview_id, token, at))


@applicants.api_route(APPLICANT_PATH, methods=["GET", "HEAD"])
async def show_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the application of somebody who is not invited. Changes nothing."""
    return await _show(ApplicantVisit(request, PURPOSE, application_id, token, at))


@router.post(PATH)
async def ask(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Ask a person to look at it, or choose a language. A repeat changes nothing."""
    return await _ask(Visit(request, PURPOSE, interview_id, token, at))


@applicants.post(APPLICANT_PATH)
async def ask_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """As `ask`, without an interview."""
    return await _ask(ApplicantVisit(request, PURPOSE, application_id, token, at))


async def _ask(visit: Door) -> Response:
    form, _ = await visit.form()
    message = field_of(form, "message")

    async def act(session: AsyncSession) -> None:
        await candidate_requests.ask(
            session, visit.named, RequestKind.HUMAN_REVIEW, message, cause=cause(), at=visit.at
        )

    try:
        if not await visit.settle(form):
            if form.get("action") != "review":
                refuse_form()
            await visit.enter(act)
    except (ConflictError, InvalidInputError) as error:
        return await _show(visit, error, message)
    return visit.see_other(PURPOSE, place="#requests" if form.get("action") == "review" else "")


async def _show(visit: Door, error: UnderstudyError | None = None, written: str = "") -> Response:
    async def read(session: AsyncSession) -> Story:
        return await read_story(session, (await rows(session, visit.named)).application_id)

    return await visit.show(
        error,
        template=visit.overview,
        story=await visit.enter(read),
        written=written,
        longest=LONGEST,
        answer_within=ANSWER_WITHIN,
    )
