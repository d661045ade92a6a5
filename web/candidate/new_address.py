"""Confirming a new mail address: the link went to that address alone, so whoever opens it reads its mail."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.vocabulary import LinkPurpose
from models import Interview
from services import candidates
from services.own import rows
from web.candidate.applicant import ApplicantVisit
from web.candidate.door import cause
from web.candidate.gate import Visit
from web.candidate.route import CandidateRoute
from web.deps import ReceivedAt

router = APIRouter(route_class=CandidateRoute)
applicants = APIRouter(route_class=CandidateRoute)
PATH = "/new_address/{interview_id}/{token}"
APPLICANT_PATH = "/new_address/{application_id}/{token}"
PURPOSE = LinkPurpose.NEW_ADDRESS


class _Visit(Visit):
    """A visit whose link carries the number of the change where others carry the generation."""

    def __init__(self, request: Request, interview_id: UUID, token: str, at: datetime) -> None:
        super().__init__(request, PURPOSE, interview_id, token, at)
        self.change = self.generation

    def refuse_revoked(self, interview: Interview) -> None:
        """The number of the change says whether the link still holds; links to other pages are of now."""
        self.generation = interview.link_generation


class _ApplicantVisit(ApplicantVisit):
    """The same, of an application without an interview."""

    def __init__(self, request: Request, application_id: UUID, token: str, at: datetime) -> None:
        super().__init__(request, PURPOSE, application_id, token, at)
        self.change = self.generation

    def refuse_revoked(self, generation: int) -> None:
        """As above."""
        self.generation = generation


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the question. Changes nothing."""
    return await _show(_Visit(request, interview_id, token, at))


@applicants.api_route(APPLICANT_PATH, methods=["GET", "HEAD"])
async def show_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """As `show`, without an interview."""
    return await _show(_ApplicantVisit(request, application_id, token, at))


@router.post(PATH)
async def confirm(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Confirm the address. Confirming twice is confirming once."""
    return await _confirm(_Visit(request, interview_id, token, at))


@applicants.post(APPLICANT_PATH)
async def confirm_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """As `confirm`, without an interview."""
    return await _confirm(_ApplicantVisit(request, application_id, token, at))


async def _confirm(visit: _Visit | _ApplicantVisit) -> Response:
    form, _ = await visit.form()

    async def act(session: AsyncSession) -> None:
        await candidates.confirm_address(session, visit.named, visit.change, cause=cause(), at=visit.at)

    try:
        if not await visit.settle(form):
            await visit.enter(act)
    except (ConflictError, InvalidInputError) as error:
        return await _show(visit, error)
    return visit.see_other(PURPOSE)


async def _show(visit: _Visit | _ApplicantVisit, error: UnderstudyError | None = None) -> Response:
    async def read(session: AsyncSession) -> str:
        candidate = (await rows(session, visit.named)).candidate
        if candidates.awaits_confirmation(candidate, visit.change, visit.at):
            return "waiting"
        is_done = candidate.pending_email is None and candidate.email_changes == visit.change > 0
        return "confirmed" if is_done else "over"

    return await visit.show(error, standing=await visit.enter(read))
