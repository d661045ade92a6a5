"""Interviews: reading them, recording outcomes, and helping where the automation escalated."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession

from models import Interview
from services import find
from services.interviews import answer, end
from services.interviews.links import replace_links
from services.log import Cause
from web.acting import HIRING, MEMBERS, ApiCaller, Caller
from web.api.bodies import ChosenTime, Extension, Reasoned
from web.api.shapes import InterviewPage, InterviewShape
from web.etags import IfMatch, Precondition
from web.paging import DEFAULT, After, Limit
from web.reading.interviews import list_interviews

router = APIRouter(tags=["interviews"])


@router.get("/jobs/{job_id}/interviews", summary="List a job's interviews")
async def list_(
    caller: ApiCaller, job_id: UUID, after: After = None, limit: Limit = DEFAULT
) -> InterviewPage:
    """Newest first. Interviewers get those that they conduct."""
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        rows, next_ = await list_interviews(act.session, job_id, after=after, limit=limit)
        return InterviewPage(items=[InterviewShape.model_validate(row) for row in rows], next=next_)


@router.get("/interviews/{interview_id}", summary="Get an interview")
async def get(caller: ApiCaller, interview_id: UUID) -> InterviewShape:
    """State, deadlines and time."""
    async with caller.begin() as act:
        return InterviewShape.model_validate(await find.interview(act.session, interview_id))


async def _do(
    caller: Caller,
    interview_id: UUID,
    body: Reasoned | None,
    wanted: Precondition,
    act_on: Callable[..., Awaitable[Interview]],
    **how: Any,
) -> InterviewShape:
    async with caller.begin() as act:
        act.needs(*HIRING)
        await wanted.holds(partial(_present, act.session, interview_id))
        cause = act.cause(body.reason if body else None)
        interview = await act_on(act.session, interview_id, cause=cause, at=act.at, **how)
        await act.session.refresh(interview)
        return InterviewShape.model_validate(interview)


async def _present(session: AsyncSession, interview_id: UUID) -> InterviewShape:
    """What a read shows now; nobody changes it before this transaction ends. Locked in everybody's order."""
    seen = await find.interview(session, interview_id)
    if seen.job_id is not None:
        await find.job(session, seen.job_id, lock=True)
    if seen.application_id is not None:
        await find.application(session, seen.application_id, lock=True)
    return InterviewShape.model_validate(await find.interview(session, interview_id, lock=True))


@router.post("/interviews/{interview_id}/start", summary="Record that an interview has begun")
async def start(
    caller: ApiCaller, interview_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> InterviewShape:
    """Both sides are there."""
    return await _do(caller, interview_id, body, wanted, end.start)


@router.post("/interviews/{interview_id}/complete", summary="Record that an interview took place")
async def complete(
    caller: ApiCaller, interview_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> InterviewShape:
    """The seat is kept for good."""
    return await _do(caller, interview_id, body, wanted, end.complete)


@router.post("/interviews/{interview_id}/no-show", summary="Record that the candidate did not come")
async def no_show(
    caller: ApiCaller, interview_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> InterviewShape:
    """Refused before start and grace have passed; the seat becomes vacant."""
    return await _do(caller, interview_id, body, wanted, end.no_show)


@router.post("/interviews/{interview_id}/cancel", summary="Cancel an interview")
async def cancel(
    caller: ApiCaller, interview_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> InterviewShape:
    """Its application ends with it; the seat becomes vacant."""
    return await _do(caller, interview_id, body, wanted, end.cancel_interview)


@router.post("/interviews/{interview_id}/extend", summary="Give a candidate more time to answer")
async def extend(caller: ApiCaller, interview_id: UUID, body: Extension, wanted: IfMatch) -> InterviewShape:
    """Moves the deadline that is due now."""
    return await _do(caller, interview_id, body, wanted, end.extend_deadline, until=body.until)


@router.post("/interviews/{interview_id}/links", summary="Replace a candidate's links")
async def links(
    caller: ApiCaller, interview_id: UUID, wanted: IfMatch, body: Reasoned | None = None
) -> InterviewShape:
    """Older links stop working; new ones leave by mail."""
    return await _do(caller, interview_id, body, wanted, replace_links)


@router.post("/interviews/{interview_id}/schedule", summary="Choose a time for a candidate")
async def schedule(
    caller: ApiCaller, interview_id: UUID, body: ChosenTime, wanted: IfMatch
) -> InterviewShape:
    """For example after an escalation. The time must be free."""
    return await _do(caller, interview_id, body, wanted, _pick, start=body.start)


async def _pick(
    session: AsyncSession, interview_id: UUID, *, start: datetime, cause: Cause, at: datetime
) -> Interview:
    return await answer.pick(session, interview_id, start, cause=cause, received_at=at)
