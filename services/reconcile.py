"""What should be running, from the rows' point of view, and what is overdue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain import identifiers
from domain.states import FINAL_JOB, LIVE_INTERVIEW
from domain.vocabulary import Flag, InterviewStatus, JobStatus, ProcessingStatus, ReviewMode
from domain.vocabulary import ShortlistStatus as S
from feature_flags import gate
from models import Application, CalendarAccount, HeldStep, Interview, Job, WebhookEndpoint
from services import log, outbox
from services.interview_bot import repair
from services.log import Cause, Entry, Subject

MISSED_AFTER, MISSED_FOR = timedelta(minutes=1), timedelta(minutes=10)
"""A message counts as missed after a minute, and is given again for ten."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A workflow that the rows call for."""

    workflow_id: str
    kind: str
    subject: Subject
    payload: Mapping[str, str] = field(default_factory=dict)
    """What it starts with beside the ids of its subject."""


async def expected(session: AsyncSession) -> list[Expected]:
    """Every workflow that should be running now."""
    return [
        *await _jobs(session),
        *await _interviews(session),
        *await _text_interviews(session),
        *await _seats(session),
        *await _applications(session),
        *await _calendars(session),
        *await _webhooks(session),
        *await _processing(session),
    ]


async def _calendars(session: AsyncSession) -> list[Expected]:
    return [
        Expected(
            identifiers.calendar_workflow(account), outbox.CALENDAR, Subject(), {"account_id": str(account)}
        )
        for account in await session.scalars(select(CalendarAccount.id))
    ]


async def _webhooks(session: AsyncSession) -> list[Expected]:
    return [
        Expected(
            identifiers.webhook_workflow(endpoint), outbox.WEBHOOK, Subject(), {"endpoint_id": str(endpoint)}
        )
        for endpoint in await session.scalars(select(WebhookEndpoint.id).where(WebhookEndpoint.enabled))
    ]


async def _processing(session: AsyncSession) -> list[Expected]:
    query = select(Interview.id, Interview.job_id).where(
        Interview.processing_status == ProcessingStatus.PROCESSING
    )
    return [
        Expected(
            identifiers.processing_workflow(row.id), outbox.PROCESSING, Subject(row.job_id, None, row.id)
        )
        for row in await session.execute(query)
    ]


async def _jobs(session: AsyncSession) -> list[Expected]:
    unanswered = exists().where(
        Application.job_id == Job.id, Application.shortlist_status.in_([S.PENDING, S.BUFFER])
    )
    query = select(Job.id).where(
        or_(
            and_(Job.status.in_([JobStatus.OPEN, JobStatus.CLOSED]), Job.automation_enabled),
            and_(Job.status.in_(FINAL_JOB), Job.automation_enabled, unanswered),
        )
    )
    return [
        Expected(identifiers.job_workflow(job_id), outbox.JOB, Subject(job_id))
        for job_id in await session.scalars(query)
    ]


async def _interviews(session: AsyncSession) -> list[Expected]:
    query = select(Interview.id, Interview.application_id, Interview.job_id).where(
        Interview.status.in_(LIVE_INTERVIEW), Interview.job_id.is_not(None)
    )
    return [_interview(row.job_id, row.application_id, row.id) for row in await session.execute(query)]


async def _text_interviews(session: AsyncSession) -> list[Expected]:
    return [
        Expected(identifiers.bot_workflow(interview), outbox.BOT, Subject(job_id, interview_id=interview))
        for interview, job_id in await repair.running(session)
    ]


async def _seats(session: AsyncSession) -> list[Expected]:
    """Seats whose invitation is still to come: the workflow that brings it may have been lost."""
    query = (
        select(Application.id, Application.job_id)
        .join(Job, Job.id == Application.job_id)
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(
            Application.shortlist_status == S.SHORTLISTED,
            Application.candidate_id.is_not(None),
            Interview.id.is_(None),
            Job.status == JobStatus.CLOSED,
            Job.automation_enabled,
            Job.ranked_at.is_not(None),
            or_(Job.review_mode == ReviewMode.NONE, Job.review_confirmed_at.is_not(None)),
        )
    )
    return [
        _interview(row.job_id, row.id, identifiers.interview_id(row.id))
        for row in await session.execute(query)
    ]


def _interview(job_id: UUID, application_id: UUID, interview_id: UUID) -> Expected:
    about = Subject(job_id, application_id, interview_id)
    return Expected(identifiers.interview_workflow(interview_id), outbox.INTERVIEW, about)


async def _applications(session: AsyncSession) -> list[Expected]:
    query = (
        select(Application.id, Application.job_id)
        .join(Job, Job.id == Application.job_id)
        .where(
            Application.ai_processed.is_(False),
            Job.automation_enabled,
            Job.status.in_([JobStatus.OPEN, JobStatus.CLOSED]),
        )
    )
    return [
        Expected(identifiers.application_workflow(row.id), outbox.APPLICATION, Subject(row.job_id, row.id))
        for row in await session.execute(query)
    ]


async def note_restart(session: AsyncSession, missing: Expected, *, cause: Cause, at: datetime) -> None:
    """Log that a lost workflow was started again."""
    key = f"restarted:{missing.workflow_id}:{at.timestamp()}"
    await log.record(session, cause, Entry("workflow_restarted", key, missing.subject, at))


async def nudge_overdue(session: AsyncSession, now: datetime, grace: timedelta) -> int:
    """Wake interviews whose deadline passed some time ago without effect. Returns how many."""
    limit = now - grace
    runs = Interview.bounced_at.is_(None)
    overdue = or_(
        and_(
            Interview.status == InterviewStatus.INVITATION_SENT, Interview.confirmation_deadline < limit, runs
        ),
        and_(
            Interview.status == InterviewStatus.SLOT_PENDING, Interview.slot_selection_deadline < limit, runs
        ),
        and_(Interview.status.in_(LIVE_INTERVIEW), Interview.leave_effective_at < limit),
    )
    rows = (await session.execute(select(Interview.id, Interview.job_id).where(overdue))).all()
    for interview_id, job_id in rows:
        key = f"overdue:{interview_id}:{now.timestamp()}"
        await outbox.tell_interview(session, interview_id, job_id, key, "overdue")
    return len(rows)


async def nudge_jobs(session: AsyncSession, now: datetime) -> int:
    """Wake jobs that missed a message: closed but not ranked, or a seat vacant beside a bench. Returns how many.

    A job that waits on purpose (a gate, a pause) has a held step; one past its cut-off is woken only for some
    minutes after the seat was vacated.
    """
    held = exists().where(HeldStep.job_id == Job.id)
    seated = (
        select(func.count())
        .where(Application.job_id == Job.id, Application.shortlist_status == S.SHORTLISTED)
        .scalar_subquery()
    )
    bench = exists().where(Application.job_id == Job.id, Application.shortlist_status == S.BUFFER)
    ended_lately = exists().where(
        Interview.job_id == Job.id,
        Interview.status.not_in(LIVE_INTERVIEW),
        # The row's own clock: this is plumbing, not business.
        Interview.updated_at.between(func.now() - MISSED_FOR, func.now() - MISSED_AFTER),
    )
    vacant = and_(seated < Job.number_of_openings, bench, ended_lately)
    query = select(Job.id).where(
        Job.status == JobStatus.CLOSED, Job.automation_enabled, ~held, or_(Job.ranked_at.is_(None), vacant)
    )
    job_ids = (await session.scalars(query)).all()
    for job_id in job_ids:
        await outbox.tell_job(session, job_id, f"reconcile:{job_id}:{now.timestamp()}", "reconcile")
    return len(job_ids)


async def wake_open_gates(session: AsyncSession, now: datetime) -> int:
    """Wake held steps whose gate is open after all (another provider, a lost message). Returns how many."""
    held = (await session.execute(select(HeldStep.workflow_id, HeldStep.gate, HeldStep.job_id))).all()
    decided: dict[tuple[str, UUID | None], bool] = {}
    woken = []
    for workflow_id, name, job_id in held:
        if name not in set(Flag):
            continue
        if (name, job_id) not in decided:
            decided[name, job_id] = (await gate.decide(session, Flag(name), job_id)).open
        if decided[name, job_id]:
            woken.append((workflow_id, job_id))
    await outbox.open_gates(session, f"reconcile:{now.timestamp()}", woken)
    return len(woken)
