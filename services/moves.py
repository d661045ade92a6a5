"""Changing a state: the table is asked, the row is changed, the log row stands beside it. Nothing else does."""

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from domain.states import check_move
from domain.vocabulary import Flag, InterviewStatus, JobStatus, NegotiationState, ShortlistStatus
from models import Application, Interview, Job, NegotiationSession
from services import log
from services.log import Cause, Change, Entry, Subject


async def move_job(
    session: AsyncSession,
    job: Job,
    new: JobStatus,
    action: str,
    *,
    cause: Cause,
    at: datetime,
    **details: Any,
) -> None:
    """Move a job that the caller has locked."""
    old = job.status
    check_move("job", old, new)
    job.status = new
    await session.flush()
    entry = Entry(
        action=action,
        key=f"job:{job.id}:{action}:{at.timestamp()}",
        subject=Subject(job_id=job.id),
        at=at,
        change=Change("job", job.id, old, new),
        details=details,
    )
    await log.record(session, cause, entry)


async def move_application(
    session: AsyncSession,
    application: Application,
    new: ShortlistStatus,
    action: str,
    *,
    cause: Cause,
    at: datetime,
    flag: Flag | None = None,
    **details: Any,
) -> None:
    """Move an application that the caller has locked. Set its rank before. `flag`: the gate that was open for it."""
    old = application.shortlist_status
    check_move("application", old, new)
    application.shortlist_status = new
    await session.flush()
    entry = Entry(
        action=action,
        key=f"application:{application.id}:{old}:{new}:{at.timestamp()}",
        subject=Subject(job_id=application.job_id, application_id=application.id),
        at=at,
        change=Change("application", application.id, old, new),
        details={"rank": application.rank, **details},
        flag=flag.value if flag is not None else None,
        flag_enabled=True if flag is not None else None,
    )
    await log.record(session, cause, entry)


async def move_interview(
    session: AsyncSession,
    interview: Interview,
    new: InterviewStatus,
    action: str,
    *,
    cause: Cause,
    at: datetime,
    **details: Any,
) -> None:
    """Move an interview that the caller has locked; its version grows."""
    old = interview.status
    check_move("interview", old, new)
    interview.status = new
    interview.version += 1
    await session.flush()
    entry = Entry(
        action=action,
        key=f"interview:{interview.id}:{interview.version}",
        subject=subject(interview),
        at=at,
        change=Change("interview", interview.id, old, new),
        details=details,
    )
    await log.record(session, cause, entry)


async def note(
    session: AsyncSession, interview: Interview, action: str, *, cause: Cause, at: datetime, **details: Any
) -> None:
    """Log a step of an interview that changes no state; its version grows all the same."""
    interview.version += 1
    await session.flush()
    entry = Entry(
        action=action,
        key=f"interview:{interview.id}:{interview.version}",
        subject=subject(interview),
        at=at,
        details=details,
    )
    await log.record(session, cause, entry)


async def move_negotiation(
    session: AsyncSession,
    negotiation: NegotiationSession,
    new: NegotiationState,
    interview: Interview,
    *,
    cause: Cause,
    at: datetime,
    **details: Any,
) -> None:
    """Move a negotiation; staying in its state is logged as a step."""
    old = negotiation.state
    if old is not new:
        check_move("negotiation", old, new)
    negotiation.state = new
    await session.flush()
    entry = Entry(
        action=f"negotiation_{new}",
        key=f"negotiation:{negotiation.id}:{negotiation.round}:{negotiation.answered}:{old}:{new}",
        subject=subject(interview),
        at=at,
        change=Change("negotiation", negotiation.id, old, new) if old is not new else None,
        details={"round": negotiation.round, **details},
    )
    await log.record(session, cause, entry)


def subject(interview: Interview) -> Subject:
    """What a log row or mail about an interview names."""
    return Subject(interview.job_id, interview.application_id, interview.id)
