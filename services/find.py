"""Loading rows, locked where a step will change them. Lock order: job, application, interview."""

from uuid import UUID

from sqlalchemy import Uuid, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from models import Application, Interview, Job, NegotiationSession

_JOB = select(Job).where(Job.id == bindparam("job_id", type_=Uuid()))
"""Built once: nearly every request asks it."""


async def job(session: AsyncSession, job_id: UUID, *, lock: bool = False) -> Job:
    """A job. `lock` keeps others from changing its seats until the transaction ends."""
    query = _JOB
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    found: Job | None = await session.scalar(query, {"job_id": job_id})
    if found is None:
        raise NotFoundError(
            f"There is no job {job_id}.", field="job_id", remedy="Look at `understudy job list`."
        )
    return found


async def application(session: AsyncSession, application_id: UUID, *, lock: bool = False) -> Application:
    """An application."""
    query = select(Application).where(Application.id == application_id)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = await session.scalar(query)
    if found is None:
        raise NotFoundError(f"There is no application {application_id}.", field="application_id")
    return found


async def interview(session: AsyncSession, interview_id: UUID, *, lock: bool = False) -> Interview:
    """An interview."""
    found = await interview_or_none(session, interview_id, lock=lock)
    if found is None:
        raise NotFoundError(f"There is no interview {interview_id}.", field="interview_id")
    return found


async def interview_or_none(
    session: AsyncSession, interview_id: UUID, *, lock: bool = False
) -> Interview | None:
    """An interview, or None before its invitation."""
    query = select(Interview).where(Interview.id == interview_id)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    found: Interview | None = await session.scalar(query)
    return found


async def negotiation(session: AsyncSession, interview_id: UUID) -> NegotiationSession | None:
    """The negotiation of an interview; its lock is the interview's."""
    found: NegotiationSession | None = await session.scalar(
        select(NegotiationSession)
        .where(NegotiationSession.interview_id == interview_id)
        .execution_options(populate_existing=True)
    )
    return found
