"""The page of each act: what it leads to, whether it can be undone, and the form that does it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, NotFoundError, UnderstudyError
from domain.identifiers import interview_id as id_of_interview
from domain.wall_clock import local_time
from models import Application, Interview, Job
from services import find
from web.acting import HIRING, Act
from web.desk.board_acts import LONGEST_REASON, SHORTEST_REASON, Extra, Offer, for_job, for_person
from web.desk.board_doing import on_job, on_person, press, seen_job, seen_person
from web.desk.board_page import board_page
from web.desk.session import Desk, SignedIn
from web.reading import board_names
from web.reading.board_due import Due, due_of

router = APIRouter()
JOB = "/jobs/{job_id}/acts/{name}"
PERSON = "/applications/{application_id}/acts/{name}"


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what an act is about, as it stands now."""

    job: Job
    offers: list[Offer]
    seen: str
    application: Application | None = None
    interview: Interview | None = None
    name: str = ""

    @property
    def due(self) -> Due | None:
        """What the interview waits for."""
        return due_of(self.interview) if self.interview else None


@router.api_route(JOB, methods=["GET", "HEAD"])
async def ask_job(desk: SignedIn, job_id: UUID, name: str) -> Response:
    """The page of an act on a job. Changes nothing."""
    return await _show(desk, name, job_id=job_id)


@router.post(JOB)
async def do_job(desk: SignedIn, job_id: UUID, name: str) -> Response:
    """Do it, once."""
    form = await desk.form()
    try:
        pressed = press(name, form)
        async with desk.caller.begin() as act:
            await on_job(act, job_id, pressed)
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, name, error=error, form=form, job_id=job_id)
    return _back(desk, job_id, name)


@router.api_route(PERSON, methods=["GET", "HEAD"])
async def ask_person(desk: SignedIn, application_id: UUID, name: str) -> Response:
    """The page of an act on somebody who applied. Changes nothing."""
    return await _show(desk, name, application_id=application_id)


@router.post(PERSON)
async def do_person(desk: SignedIn, application_id: UUID, name: str) -> Response:
    """Do it, once."""
    form = await desk.form()
    try:
        pressed = press(name, form)
        async with desk.caller.begin() as act:
            await on_person(act, application_id, pressed)
            job_id = (await find.application(act.session, application_id)).job_id
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, name, error=error, form=form, application_id=application_id)
    return _back(desk, job_id, name)


def _back(desk: Desk, job_id: UUID, name: str) -> Response:
    return RedirectResponse(f"{desk.caller.deps.root}/jobs/{job_id}?did={name}", 303)


async def _show(
    desk: Desk,
    name: str,
    *,
    error: UnderstudyError | None = None,
    form: dict[str, str] | None = None,
    job_id: UUID | None = None,
    application_id: UUID | None = None,
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        if application_id is not None:
            about = await _person(act, application_id)
        else:
            about = await _job(act.session, job_id)
        offer = next((one for one in about.offers if one.name == name), None)
        if offer is None and error is None:
            raise ConflictError(
                "This is not possible now.", remedy="Look at the present state on the page of the job."
            )
        return board_page(
            desk,
            act,
            "desk/act.html",
            error,
            about=about,
            offer=offer,
            given=form or {},
            until=_until(about, act.at, act.zone) if offer and offer.extra is Extra.UNTIL else "",
            shortest=SHORTEST_REASON,
            longest=LONGEST_REASON,
        )


async def _job(session: AsyncSession, job_id: UUID | None) -> About:
    if job_id is None:
        raise NotFoundError("There is no such job.")
    job = await find.job(session, job_id)
    return About(job, list(for_job(job)), seen_job(job))


async def _person(act: Act, application_id: UUID) -> About:
    application = await find.application(act.session, application_id)
    job = await find.job(act.session, application.job_id)
    interview = await find.interview_or_none(act.session, id_of_interview(application_id))
    names = await board_names.of_applications(act.session, [application_id])
    return About(
        job,
        list(for_person(job, application.shortlist_status, interview, act.at)),
        seen_person(application, interview),
        application,
        interview,
        names.get(application_id, ""),
    )


def _until(about: About, now: datetime, zone: str) -> str:
    """A day more than there is now, as a browser's field for a time takes it."""
    due = about.due
    base = max(now, due.at) if due is not None else now
    return f"{local_time(base + timedelta(days=1), zone):%Y-%m-%dT%H:%M}"
