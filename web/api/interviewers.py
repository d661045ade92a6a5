"""Who interviews for a job, and what happens when somebody cannot come."""

from datetime import datetime
from functools import partial
from uuid import UUID

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ForbiddenError
from domain.vocabulary import UserRole
from services import find, interviewers
from services.context import act_as_user
from services.interviewers import Member
from services.interviews import panel
from web.acting import HIRING, Act, ApiCaller
from web.api.bodies import DropOut, Interviewers
from web.api.shapes import InterviewShape, Shape
from web.etags import IfMatch

router = APIRouter(tags=["interviewers"])


class MemberShape(Shape):
    """Somebody who interviews for a job."""

    user_id: UUID
    name: str
    email: str
    pool: str | None
    member_since: datetime


class PanelShape(Shape):
    """Who takes part in each interview of a job: everybody without a pool, and one of each pool."""

    interviewers: list[MemberShape]


@router.get("/jobs/{job_id}/interviewers", summary="Get who interviews for a job")
async def get(caller: ApiCaller, job_id: UUID) -> PanelShape:
    """Those who always take part first, then pool by pool."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await find.job(act.session, job_id)
        return await panel_of(act.session, job_id)


@router.put("/jobs/{job_id}/interviewers", summary="State who interviews for a job")
async def put(caller: ApiCaller, job_id: UUID, body: Interviewers, wanted: IfMatch) -> PanelShape:
    """Booked interviews keep their people. Fair load counts from when somebody became a member. If-Match is needed:
    this replaces the whole list."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await find.job(act.session, job_id, lock=True)
        wanted.required()
        await wanted.holds(partial(panel_of, act.session, job_id))
        members = [Member(one.user_id, one.pool) for one in body.interviewers]
        await interviewers.set_members(act.session, job_id, members, cause=act.cause(body.reason), at=act.at)
        return await panel_of(act.session, job_id)


async def panel_of(session: AsyncSession, job_id: UUID) -> PanelShape:
    """The interviewers of a job, as the API shows them."""
    return PanelShape(
        interviewers=[
            MemberShape(
                user_id=known.user.id,
                name=known.user.name,
                email=known.user.email,
                pool=known.pool,
                member_since=known.member_since,
            )
            for known in await interviewers.of_job(session, job_id)
        ]
    )


@router.post(
    "/interviews/{interview_id}/interviewers/drop-out", summary="Say that an interviewer cannot come"
)
async def drop_out(caller: ApiCaller, interview_id: UUID, body: DropOut) -> InterviewShape:
    """Somebody of the same pool takes over where the job allows it; otherwise the recruiter is asked by mail.

    Interviewers say so for themselves, recruiters for everybody of their jobs.
    """
    async with caller.begin() as act:
        act.needs(*HIRING, UserRole.INTERVIEWER)
        await _reach(act, interview_id, body.user_id)
        interview = await panel.drop_out(
            act.session, interview_id, body.user_id, cause=act.cause(body.reason), at=act.at
        )
        await act.session.refresh(interview)
        return InterviewShape.model_validate(interview)


async def _reach(act: Act, interview_id: UUID, user_id: UUID) -> None:
    """Interviewers see no job (I13): for this act alone, whoever takes part gets to that of their interview."""
    if (
        act.role is not UserRole.INTERVIEWER
        and await find.interview_or_none(act.session, interview_id) is not None
    ):
        return
    if await panel.takes_part(act.session, interview_id, act.user_id):
        if user_id != act.user_id:
            raise ForbiddenError(
                "You can say this of yourself only.", remedy="Ask the recruiter of the interview."
            )
        await act_as_user(act.session, UserRole.ADMIN, act.user_id)
