"""What a recruiter does with a job. Each act may carry a reason for the log; a repeat changes nothing."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession

from models import Job
from services import by_hand, jobs
from services.log import Cause
from web.acting import HIRING, ApiCaller, Caller
from web.api.bodies import Automation, BufferSize, MoreOpenings, Reasoned
from web.api.jobs import present, with_board
from web.api.shapes import JobWithBoard
from web.etags import IfMatch, Precondition

router = APIRouter(prefix="/jobs/{job_id}", tags=["job acts"])


class JobAct(Protocol):
    """A business act on one job."""

    def __call__(self, session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime) -> Awaitable[Job]:
        """Do it."""


async def _do(
    caller: Caller,
    job_id: UUID,
    reason: str | None,
    wanted: Precondition,
    act_on: Callable[..., Awaitable[Job]],
    **how: Any,
) -> JobWithBoard:
    async with caller.begin() as act:
        act.needs(*HIRING)
        await wanted.holds(partial(present, act, job_id))
        job = await act_on(act.session, job_id, cause=act.cause(reason), at=act.at, **how)
        return await with_board(act, job)


def _simple(path: str, summary: str, act_on: JobAct) -> None:
    @router.post(path, summary=summary, operation_id=f"job_{path.strip('/')}")
    async def endpoint(
        caller: ApiCaller, job_id: UUID, wanted: IfMatch, body: Reasoned | None = None
    ) -> JobWithBoard:
        return await _do(caller, job_id, body.reason if body else None, wanted, act_on)


_simple("/publish", "Open a job for applications", jobs.publish)
_simple("/close", "Close a job: ranking begins", jobs.close)
_simple("/pause", "Hold every automatic step of a job", jobs.pause)
_simple("/resume", "Let a paused job go on; deadlines move by the pause", jobs.resume)
_simple("/cancel", "Cancel a job and tell everybody", jobs.cancel)
_simple("/finish", "End a closed job by hand", jobs.finish)
_simple("/review", "Confirm the shortlist: invitations may leave", jobs.confirm_review)


@router.post("/openings", summary="Add openings; they are filled from the bench")
async def openings(caller: ApiCaller, job_id: UUID, body: MoreOpenings, wanted: IfMatch) -> JobWithBoard:
    """Openings only grow; to end one, finish the job."""
    return await _do(caller, job_id, body.reason, wanted, jobs.add_openings, more=body.more)


@router.post("/buffer", summary="Change the size of the bench")
async def buffer(caller: ApiCaller, job_id: UUID, body: BufferSize, wanted: IfMatch) -> JobWithBoard:
    """A smaller bench sends its last ones back to pending."""
    return await _do(caller, job_id, body.reason, wanted, by_hand.set_buffer, size=body.size)


@router.post("/automation", summary="Switch a job's automation on or off")
async def automation(caller: ApiCaller, job_id: UUID, body: Automation, wanted: IfMatch) -> JobWithBoard:
    """Off holds every automatic step of this job; candidates may still answer."""
    return await _do(caller, job_id, body.reason, wanted, jobs.set_automation, enabled=body.enabled)
