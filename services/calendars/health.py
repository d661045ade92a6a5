"""Health of connected calendars: each change is logged, and told to the owner and to whoever has bookings at risk."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain import calendar_plan
from domain.vocabulary import CalendarHealth, InterviewStatus, MailTemplate, TimeKind
from models import CalendarAccount, Interview, InterviewInterviewer, Job, JobInterviewer
from services import log, mail
from services.calendars import accounts, entries
from services.log import Cause, Entry, Subject
from services.mail import Letter

BLIND = frozenset({CalendarHealth.DEAD, CalendarHealth.UNREACHABLE})
"""Nobody with such a calendar is offered for a new interview."""


async def looked(session: AsyncSession, account: CalendarAccount, *, cause: Cause, at: datetime) -> None:
    """A complete look succeeded."""
    account.failures = 0
    account.synced_at = at
    if account.health is CalendarHealth.UNREACHABLE:
        await entries.try_again(session, account.id)
    if account.health is CalendarHealth.DEAD:
        return
    ends = account.settings.get("ends")
    if ends and datetime.fromisoformat(ends) - at <= calendar_plan.EXPIRING_LEAD:
        why = f"Access was given until {ends[:16].replace('T', ' ')} UTC only."
        await _change(session, account, CalendarHealth.EXPIRING, why, cause=cause, at=at)
    else:
        await _change(session, account, CalendarHealth.CONNECTED, None, cause=cause, at=at)


async def failed(
    session: AsyncSession, account: CalendarAccount, why: str, *, cause: Cause, at: datetime
) -> int:
    """A look failed for a reason that may pass. Returns how many failed in a row."""
    account.failures += 1
    health = calendar_plan.health_after_failure(account.health, account.failures, account.synced_at, at)
    await _change(session, account, health, why, cause=cause, at=at)
    return account.failures


async def gone(
    session: AsyncSession, account: CalendarAccount, why: str, *, cause: Cause, at: datetime
) -> None:
    """Access is lost until the owner connects the calendar again."""
    account.failures += 1
    await _change(session, account, CalendarHealth.DEAD, why, cause=cause, at=at)


async def _change(
    session: AsyncSession,
    account: CalendarAccount,
    health: CalendarHealth,
    why: str | None,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    if account.health is health:
        return
    old, account.health = account.health, health
    account.health_since, account.health_reason = at, why
    await session.flush()
    at_risk = await accounts.bookings_at_risk(session, account.user_id, at)
    entry = Entry(
        action=f"calendar_{health}",
        key=f"calendar:{account.id}:{old}:{health}:{at.timestamp()}",
        subject=Subject(),
        at=at,
        details={"account_id": str(account.id), "was": old.value, "bookings_at_risk": at_risk},
    )
    await log.record(session, cause, entry)
    if health in BLIND and old not in BLIND:
        await _tell(session, account, why or "", at_risk, at)


async def _tell(
    session: AsyncSession, account: CalendarAccount, why: str, at_risk: int, at: datetime
) -> None:
    """One mail to the owner, and one to the recruiter of each job that the owner interviews for."""
    jobs = await session.execute(
        select(JobInterviewer.job_id)
        .where(JobInterviewer.user_id == account.user_id)
        .order_by(JobInterviewer.job_id)
    )
    job_ids = [row.job_id for row in jobs]
    booked = await _booked(session, account.user_id, at)
    number = int(at.timestamp()) % 1_000_000_000
    details = {
        "account_id": str(account.id),
        "calendar_owner": str(account.user_id),
        "provider": account.provider.value,
        "since": account.health_since.isoformat(),
        "health": account.health.value,
        "why": why,
        "at_risk": at_risk,
    }
    letters = [
        Letter(
            MailTemplate.CALENDAR_ALERT,
            Subject(job_id=job_id),
            user_id=recruiter,
            sequence=number,
            details={**details, "at_risk": booked.get(job_id, 0)},
        )
        for job_id, recruiter in await _recruiters(session, job_ids)
    ]
    if job_ids:
        notice = Letter(
            MailTemplate.CALENDAR_NOTICE,
            Subject(job_id=job_ids[0]),
            user_id=account.user_id,
            sequence=number,
            details=details,
        )
        letters.append(notice)
    await mail.queue(session, at, *letters)


async def _recruiters(session: AsyncSession, job_ids: list[UUID]) -> list[tuple[UUID, UUID]]:
    """Recruiters of jobs that go on, by job."""
    rows = await session.execute(
        select(Job.id, Job.recruiter_id).where(Job.id.in_(job_ids), Job.finished_at.is_(None))
    )
    return [(row.id, row.recruiter_id) for row in rows]


async def _booked(session: AsyncSession, user_id: UUID, at: datetime) -> dict[UUID, int]:
    rows = await session.execute(
        select(Interview.job_id)
        .join(InterviewInterviewer, InterviewInterviewer.interview_id == Interview.id)
        .where(
            InterviewInterviewer.user_id == user_id,
            InterviewInterviewer.kind == TimeKind.BOOKING,
            Interview.status == InterviewStatus.CONFIRMED,
            Interview.scheduled_time > at,
        )
    )
    counts: dict[UUID, int] = {}
    for row in rows:
        if row.job_id is not None:
            counts[row.job_id] = counts.get(row.job_id, 0) + 1
    return counts


def window(at: datetime) -> tuple[datetime, datetime]:
    """From when to when busy times are read."""
    return at - timedelta(days=1), at + calendar_plan.LOOK_AHEAD
