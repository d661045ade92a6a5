"""Erase me: what goes, what stays, a confirmation; afterwards there is nothing left to show."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response

from domain.errors import InvalidInputError
from domain.vocabulary import LinkPurpose
from services import erasure
from web.candidate.applicant import ApplicantVisit
from web.candidate.door import Door, field_of
from web.candidate.gate import Visit, refuse_form, refuse_unticked
from web.candidate.route import CandidateRoute
from web.candidate.telling import tell
from web.deps import ReceivedAt

router = APIRouter(route_class=CandidateRoute)
applicants = APIRouter(route_class=CandidateRoute)
PATH = "/application/{interview_id}/{token}/erase"
APPLICANT_PATH = "/application/{application_id}/{token}/erase"
PURPOSE = LinkPurpose.APPLICATION


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show what erasing means. Changes nothing."""
    return await Visit(request, PURPOSE, interview_id, token, at).show(template="erase")


@applicants.api_route(APPLICANT_PATH, methods=["GET", "HEAD"])
async def show_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """As `show`, without an interview."""
    return await ApplicantVisit(request, PURPOSE, application_id, token, at).show(template="erase")


@router.post(PATH)
async def erase(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Erase the person behind the link, at once and for good."""
    return await _erase(Visit(request, PURPOSE, interview_id, token, at))


@applicants.post(APPLICANT_PATH)
async def erase_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """As `erase`, without an interview."""
    return await _erase(ApplicantVisit(request, PURPOSE, application_id, token, at))


async def _erase(visit: Door) -> Response:
    form, _ = await visit.form()
    view = await visit.view()
    try:
        if await visit.settle(form):
            return visit.see_other(PURPOSE, place="/erase")
        if field_of(form, "action") != "erase":
            refuse_form()
        refuse_unticked(form)
    except InvalidInputError as error:
        return await visit.show(error, template="erase")

    await visit.enter(lambda session: erasure.erase_own_person(session, at=visit.at))
    return tell(visit.request, "candidate/erased.html", visit.times(view))
