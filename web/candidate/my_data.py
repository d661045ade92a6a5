"""My data: correct it, have it corrected by a person, take it away, or go on to erase it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.vocabulary import LinkPurpose, RequestKind
from models import CandidateRequest
from services import candidate_export, candidate_requests, candidates
from services.candidate_requests import ANSWER_WITHIN, LONGEST
from services.candidates import Person
from services.own import rows
from web.candidate.applicant import ApplicantVisit
from web.candidate.archive import archive
from web.candidate.door import Door, cause, field_of
from web.candidate.gate import Visit, refuse_form
from web.candidate.route import CandidateRoute
from web.candidate.zones import zones_by_region
from web.deps import ReceivedAt

router = APIRouter(route_class=CandidateRoute)
applicants = APIRouter(route_class=CandidateRoute)
PATH = "/application/{interview_id}/{token}/data"
APPLICANT_PATH = "/application/{application_id}/{token}/data"
PURPOSE = LinkPurpose.APPLICATION
PLACE = "/data"
ABOUT = {
    "person": "#person", "email": "#email", "zone": "#zone", "language": "", "correction": "#correction",
}  # fmt: skip
"""Where the page goes on after an act."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the forms of the page are filled with."""

    name: str
    email: str
    pending_email: str
    phone: str
    correction: CandidateRequest | None


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show what can be corrected. Changes nothing."""
    return await _show(Visit(request, PURPOSE, interview_id, token, at))


@applicants.api_route(APPLICANT_PATH, methods=["GET", "HEAD"])
async def show_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """As `show`, without an interview."""
    return await _show(ApplicantVisit(request, PURPOSE, application_id, token, at))


@router.post(PATH)
async def change(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Correct something, ask for a correction, or take the data away."""
    return await _change(Visit(request, PURPOSE, interview_id, token, at))


@applicants.post(APPLICANT_PATH)
async def change_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """As `change`, without an interview."""
    return await _change(ApplicantVisit(request, PURPOSE, application_id, token, at))


async def _change(visit: Door) -> Response:
    form, _ = await visit.form()
    action = field_of(form, "action")
    try:
        if action == "download":
            return await _download(visit)
        if not await visit.settle(form):
            await visit.enter(lambda session: _act(session, visit, form))
    except (ConflictError, InvalidInputError) as error:
        return await _show(visit, error, {name: field_of(form, name) for name in form})
    return visit.see_other(PURPOSE, place=PLACE + ABOUT.get(action, ""))


async def _act(session: AsyncSession, visit: Door, form: FormData) -> None:
    match field_of(form, "action"):
        case "person":
            person = Person(field_of(form, "name"), field_of(form, "phone"))
            await candidates.correct(session, visit.named, person, cause=cause(), at=visit.at)
        case "email":
            address = field_of(form, "email")
            await candidates.want_address(session, visit.named, address, cause=cause(), at=visit.at)
        case "correction":
            await candidate_requests.ask(
                session,
                visit.named,
                RequestKind.CORRECTION,
                field_of(form, "message"),
                cause=cause(),
                at=visit.at,
            )
        case _:
            refuse_form()


async def _download(visit: Door) -> Response:
    view = await visit.view()

    async def collect(session: AsyncSession) -> candidate_export.OwnData:
        return await candidate_export.own_data(session, visit.named, at=visit.at)

    data = await visit.enter(collect)
    return Response(
        archive(data, visit.times(view)),
        media_type="application/zip",
        headers={"Content-Disposition": 'attachment; filename="my-application.zip"'},
    )


async def _show(
    visit: Door, error: UnderstudyError | None = None, written: Mapping[str, str] | None = None
) -> Response:
    async def read(session: AsyncSession) -> _Known:
        own = await rows(session, visit.named)
        candidate = own.candidate
        asked = (
            await candidate_requests.of_application(session, own.application_id) if own.application_id else ()
        )
        waiting = (r for r in asked if r.kind is RequestKind.CORRECTION and r.state == "open")
        until = candidate.pending_email_until
        pending = candidate.pending_email if until is not None and visit.at <= until else None
        return _Known(
            candidate.name, candidate.email or "", pending or "", candidate.phone or "", next(waiting, None)
        )

    return await visit.show(
        error,
        template="my_data",
        known=await visit.enter(read),
        written=written or {},
        zones=zones_by_region(),
        longest=LONGEST,
        answer_within=ANSWER_WITHIN,
    )
