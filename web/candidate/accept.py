"""The page of an invitation: yes, or on to the page where one can decline."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.vocabulary import LinkPurpose
from services.interviews import answer
from web.candidate.gate import Visit, cause
from web.candidate.route import CandidateRoute
from web.deps import ReceivedAt
from web.transaction import as_candidate

router = APIRouter(route_class=CandidateRoute)
PATH = "/accept/{interview_id}/{token}"


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the invitation. Changes nothing."""
    return await Visit(request, LinkPurpose.ACCEPT, interview_id, token, at).show()


@router.post(PATH)
async def accept(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Accept. Accepting twice is accepting once."""
    visit = Visit(request, LinkPurpose.ACCEPT, interview_id, token, at)
    form, _ = await visit.form()

    async def act(session: AsyncSession) -> None:
        await visit.interview(session)
        await answer.accept(session, interview_id, cause=cause(), received_at=at)

    try:
        if await visit.settle(form):
            return visit.see_other(LinkPurpose.ACCEPT)
        await as_candidate(visit.deps, interview_id, act)
    except (ConflictError, InvalidInputError) as error:
        return await visit.show(error)
    return visit.see_other(LinkPurpose.SCHEDULE)
