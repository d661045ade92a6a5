"""The page of voluntary answers: what they are for, a form, and a way to withdraw them.

It never shows what was answered, only that something was: a link may pass through many hands.
"""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.datastructures import FormData

from domain.errors import InvalidInputError, UnderstudyError
from domain.impact import AgeBand, RaceEthnicity, Sex
from domain.impact.vocabulary import PREFER_NOT
from domain.messages.tongue import later
from domain.vocabulary import LinkPurpose
from services import impact
from services.impact import Answers
from web.candidate.applicant import ApplicantVisit
from web.candidate.gate import Visit
from web.candidate.language import from_browser
from web.candidate.refusals import refusal
from web.candidate.route import CandidateRoute
from web.candidate.telling import Times, tell
from web.deps import ReceivedAt
from web.transaction import as_candidate

router = APIRouter(route_class=CandidateRoute)
applicants = APIRouter(route_class=CandidateRoute)
PATH = "/about_me/{interview_id}/{token}"
APPLICANT_PATH = "/about-me/{application_id}/{token}"

PURPOSE = LinkPurpose.ABOUT_ME
QUESTIONS: dict[str, tuple[str, dict[str, str]]] = {
    "sex": (
        later("Sex or gender"),
        {Sex.FEMALE: later("Female"), Sex.MALE: later("Male"), Sex.ANOTHER: later("Another, or non-binary")},
    ),
    "race_ethnicity": (
        later("Race or ethnicity"),
        {
            RaceEthnicity.HISPANIC: later("Hispanic or Latino"),
            RaceEthnicity.WHITE: later("White (not Hispanic or Latino)"),
            RaceEthnicity.BLACK: later("Black or African American (not Hispanic or Latino)"),
            RaceEthnicity.PACIFIC: later(
                "Native Hawaiian or other Pacific Islander (not Hispanic or Latino)"
            ),
            RaceEthnicity.ASIAN: later("Asian (not Hispanic or Latino)"),
            RaceEthnicity.NATIVE: later("American Indian or Alaska Native (not Hispanic or Latino)"),
            RaceEthnicity.SEVERAL: later("Two or more races (not Hispanic or Latino)"),
        },
    ),
    "age_band": (
        later("Age"),
        {AgeBand.UNDER_40: later("Under 40"), AgeBand.FORTY_AND_OVER: later("40 or older")},
    ),
}
"""The questions and their words. A change of words is a new `services.impact.WORDING`."""


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the questions to somebody who is invited. Changes nothing."""
    return await _show(Visit(request, PURPOSE, interview_id, token, at))


async def _show(visit: Visit, error: UnderstudyError | None = None) -> Response:
    kept = await as_candidate(visit.deps, visit.interview_id, impact.own_answers)
    return await visit.show(error, asked=QUESTIONS, prefer_not=PREFER_NOT, kept=kept)


@router.post(PATH)
async def keep(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Keep, replace or withdraw the answers of somebody who is invited."""
    visit = Visit(request, PURPOSE, interview_id, token, at)
    form, _ = await visit.form()

    async def act(session: AsyncSession) -> None:
        await visit.interview(session)
        await impact.keep_answers(session, _answers(form), at=at)

    try:
        if not await visit.settle(form):
            await as_candidate(visit.deps, interview_id, act)
    except InvalidInputError as error:
        return await _show(visit, error)
    return visit.see_other(PURPOSE)


@applicants.api_route(APPLICANT_PATH, methods=["GET", "HEAD"])
async def show_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Show the questions to somebody who applied. Changes nothing."""
    return await _show_applicant(ApplicantVisit(request, PURPOSE, application_id, token, at))


async def _show_applicant(visit: ApplicantVisit, error: UnderstudyError | None = None) -> Response:
    kept = await visit.enter(impact.own_answers)
    times = Times(from_browser(visit.request.headers.get("accept-language", "")), "UTC", visit.at)
    return tell(
        visit.request,
        "candidate/about_me_applicant.html",
        times,
        asked=QUESTIONS,
        prefer_not=PREFER_NOT,
        kept=kept,
        error=refusal(times.language, error) if error else None,
        nonce=visit.deps.links.nonce(visit.application_id, PURPOSE, "", visit.at),
    )


@applicants.post(APPLICANT_PATH)
async def keep_applicant(request: Request, application_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Keep, replace or withdraw the answers of somebody who applied."""
    visit = ApplicantVisit(request, PURPOSE, application_id, token, at)
    form, _ = await visit.form()

    async def act(session: AsyncSession) -> None:
        await impact.keep_answers(session, _answers(form), at=at)

    try:
        await visit.enter(act)
    except InvalidInputError as error:
        return await _show_applicant(visit, error)
    return visit.see_other(PURPOSE)


def _answers(form: FormData) -> Answers:
    if form.get("action") == "withdraw":
        return Answers()

    def given(name: str) -> str | None:
        value = form.get(name)
        return value if isinstance(value, str) and value else None

    return Answers(given("sex"), given("race_ethnicity"), given("age_band"))
