"""A job's life in the hands of its recruiter: publish, close, pause, resume, cancel, finish, more openings."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, insert, null, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.requirements import dump, parse
from domain.states import FINAL_JOB, LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus, JobStatus, ReviewMode
from models import Interview, Job, JobInterviewer
from services import find, gates, impact, log, outbox, review
from services.log import Cause, Entry, Subject
from services.moves import move_job

MAX_OPENINGS = 10_000


@dataclass(frozen=True, slots=True)
class JobDraft:
    """What a recruiter states about a job; everything else has a default in the table."""

    recruiter_id: UUID
    title: str
    description: str = ""
    number_of_openings: int = 1
    shortlisting_buffer: int | None = None
    company: str = ""
    location: str = ""
    requirements: dict[str, Any] = field(default_factory=dict)
    closes_at: datetime | None = None
    interviewer_ids: tuple[UUID, ...] = ()
    review_mode: ReviewMode = ReviewMode.NONE
    impact_review_required: bool = False
    """Nobody confirms the review before somebody looked at the impact figures of the ranking."""
    windows: dict[str, timedelta | None] = field(default_factory=dict)
    """Any of the job's windows by column name, for example `confirmation_window`."""


WINDOWS = frozenset(
    {"confirmation_window", "slot_selection_window", "slot_horizon", "minimum_notice", "interview_length",
     "promotion_cutoff", "undo_window", "reminder_lead", "no_show_grace", "review_window",
     "hold_window", "reschedule_cutoff", "replacement_cutoff"}
)  # fmt: skip


async def create(session: AsyncSession, draft: JobDraft, *, cause: Cause, at: datetime) -> Job:
    """Create a job as a draft. Without interviewers its recruiter interviews."""
    if not draft.title.strip():
        raise InvalidInputError("A job needs a title.", field="title")
    if not 1 <= draft.number_of_openings <= MAX_OPENINGS:
        raise InvalidInputError("A job has 1 to 10,000 openings.", field="number_of_openings")
    if draft.shortlisting_buffer is not None and draft.shortlisting_buffer < 0:
        raise InvalidInputError("The buffer is 0 or more.", field="shortlisting_buffer")
    if draft.impact_review_required and draft.review_mode is ReviewMode.NONE:
        raise InvalidInputError(
            "A look at the impact figures needs a review to be part of.",
            field="impact_review_required",
            remedy='Set review_mode to "required" or "until_deadline".',
        )
    if unknown := set(draft.windows) - WINDOWS:
        raise InvalidInputError(f"Unknown window {min(unknown)}.", field=min(unknown))
    for name, span in draft.windows.items():
        if name != "promotion_cutoff" and (span is None or span < timedelta(0)):
            raise InvalidInputError(f"{name} must be a duration.", field=name, remedy="For example PT48H.")
    buffer = draft.number_of_openings if draft.shortlisting_buffer is None else draft.shortlisting_buffer
    job = Job(
        id=uuid4(),
        recruiter_id=draft.recruiter_id,
        title=draft.title.strip(),
        description=draft.description,
        status=JobStatus.DRAFT,
        company=draft.company,
        location=draft.location,
        requirements=dump(parse(draft.requirements)) if draft.requirements else {},
        number_of_openings=draft.number_of_openings,
        shortlisting_buffer=buffer,
        closes_at=draft.closes_at,
        review_mode=draft.review_mode,
        impact_review_required=draft.impact_review_required,
        created_at=at,
        # A plain None would be left out of the INSERT, and the column's default would win.
        **{name: null() if span is None else span for name, span in draft.windows.items()},
    )
    session.add(job)
    await session.flush()
    rows = [
        {"job_id": job.id, "user_id": u, "member_since": at}
        for u in dict.fromkeys(draft.interviewer_ids or (draft.recruiter_id,))
    ]
    await session.execute(insert(JobInterviewer), rows)
    details = {"number_of_openings": job.number_of_openings, "shortlisting_buffer": buffer}
    await log.record(
        session, cause, Entry("job_created", f"job:{job.id}:created", Subject(job.id), at, details=details)
    )
    await session.refresh(job)
    return job


async def publish(session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime) -> Job:
    """Open a job for applications and start its workflow, which waits for the close."""
    job = await find.job(session, job_id, lock=True)
    if job.status is JobStatus.OPEN:
        return job
    await move_job(session, job, JobStatus.OPEN, "job_published", cause=cause, at=at)
    await outbox.start_job(session, job.id)
    return job


async def close(session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime) -> Job:
    """Close a job: no more applications, ranking begins. Closing twice is closing once."""
    job = await find.job(session, job_id, lock=True)
    if job.status is JobStatus.CLOSED:
        return job
    await move_job(session, job, JobStatus.CLOSED, "job_closed", cause=cause, at=at)
    job.applications_closed = True
    job.closed_at = at
    await outbox.start_job(session, job.id)
    await outbox.tell_job(session, job.id, f"job:{job.id}:closed", "closed")
    return job


async def confirm_review(
    session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime, seconds_open: int | None = None
) -> Job:
    """A recruiter has looked at the shortlist: invitations may leave.

    The log says for how long the page with the evidence was open (wall clock; None: there was no page), and what
    people changed since the ranking: an approval that changes nothing in no time is seen to be none (GDPR Art. 22).
    Raises ConflictError before the ranking, and where the job asks for a look at its impact figures first.
    """
    job = await find.job(session, job_id, lock=True)
    if job.review_confirmed_at is not None:
        return job
    if job.ranked_at is None:
        raise ConflictError("The job is not ranked yet.", remedy="Close it first and wait for the ranking.")
    await impact.demand_view(session, job)
    changes = await review.changes_since_ranking(session, job)
    await confirm(session, job, cause=cause, at=at, seconds_open=seconds_open, changes=changes)
    await outbox.tell_job(session, job.id, f"job:{job.id}:review", "review_confirmed")
    return job


async def confirm(session: AsyncSession, job: Job, *, cause: Cause, at: datetime, **details: Any) -> None:
    """Note the end of the review of a locked job, by a person or by its deadline."""
    job.review_confirmed_at = at
    await session.flush()
    about = Subject(job.id)
    entry = Entry("review_confirmed", f"job:{job.id}:review", about, at, details=details)
    await log.record(session, cause, entry)


async def end_review(session: AsyncSession, job: Job, *, cause: Cause, at: datetime) -> None:
    """The review deadline of a locked job has passed: confirm, unless a look at the impact figures is missing.

    Then the deadline goes, and the review waits for a person.
    """
    if not await impact.is_awaited(session, job):
        await confirm(session, job, cause=cause, at=at)
        return
    details = {"review_deadline": job.review_deadline.isoformat()} if job.review_deadline else {}
    job.review_deadline = None
    await session.flush()
    about = Subject(job.id)
    entry = Entry("review_waits_for_impact", f"job:{job.id}:review:impact", about, at, details=details)
    await log.record(session, cause.because("nobody has looked at the impact figures yet"), entry)


async def pause(session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime) -> Job:
    """Hold every automatic step of a job. Candidates may still answer."""
    job = await find.job(session, job_id, lock=True)
    if job.status is JobStatus.ON_HOLD:
        return job
    before = job.status
    await move_job(session, job, JobStatus.ON_HOLD, "job_paused", cause=cause, at=at)
    job.held_from_status = before
    job.held_since = at
    return job


async def resume(session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime) -> Job:
    """Let a paused job go on. Deadlines move by the length of the pause, so that nobody lost time."""
    job = await find.job(session, job_id, lock=True)
    if job.status is not JobStatus.ON_HOLD:
        return job
    before = job.held_from_status or JobStatus.OPEN
    paused = at - job.held_since if job.held_since else timedelta(0)
    await move_job(
        session, job, before, "job_resumed", cause=cause, at=at, paused_seconds=paused.total_seconds()
    )
    job.held_from_status = None
    job.held_since = None
    await session.flush()
    moved = (
        await session.scalars(
            update(Interview)
            .where(
                Interview.job_id == job.id,
                Interview.status.in_(LIVE_INTERVIEW - {InterviewStatus.IN_PROGRESS}),
            )
            .values(
                confirmation_deadline=Interview.confirmation_deadline + paused,
                slot_selection_deadline=Interview.slot_selection_deadline + paused,
                version=Interview.version + 1,
            )
            .returning(Interview.id)
        )
    ).all()
    key = f"job:{job.id}:resumed:{at.timestamp()}"
    for interview_id in moved:
        await outbox.tell_interview(session, interview_id, job.id, f"{key}:{interview_id}", "resumed")
    await outbox.tell_job(session, job.id, key, "resumed")
    await gates.wake(session, {gates.JOB_ON_HOLD}, f"{key}:gate", job.id)
    return job


async def set_automation(
    session: AsyncSession, job_id: UUID, *, enabled: bool, cause: Cause, at: datetime
) -> Job:
    """Switch the automation of one job."""
    job = await find.job(session, job_id, lock=True)
    if job.automation_enabled == enabled:
        return job
    job.automation_enabled = enabled
    await session.flush()
    key = f"job:{job.id}:automation:{at.timestamp()}"
    details = {"automation_enabled": enabled}
    await log.record(
        session, cause, Entry("job_automation_changed", key, Subject(job.id), at, details=details)
    )
    if enabled and job.status in {JobStatus.OPEN, JobStatus.CLOSED}:
        await outbox.start_job(session, job.id)
        await gates.wake(session, {gates.JOB_AUTOMATION}, key, job.id)
    return job


async def add_openings(session: AsyncSession, job_id: UUID, more: int, *, cause: Cause, at: datetime) -> Job:
    """Give a job more openings; new seats are filled from the bench like vacated ones."""
    if not 1 <= more <= MAX_OPENINGS:
        raise InvalidInputError("Add at least one opening.", field="openings")
    job = await find.job(session, job_id, lock=True)
    _refuse_final(job)
    job.number_of_openings += more
    await session.flush()
    key = f"job:{job.id}:openings:{job.number_of_openings}:{at.timestamp()}"
    details = {"added": more, "number_of_openings": job.number_of_openings}
    await log.record(session, cause, Entry("openings_added", key, Subject(job.id), at, details=details))
    await outbox.tell_job(session, job.id, key, "openings_added")
    return job


async def cancel(session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime) -> Job:
    """Cancel a job. Its workflow ends every interview and tells everybody."""
    job = await find.job(session, job_id, lock=True)
    if job.status is JobStatus.CANCELLED:
        return job
    await move_job(session, job, JobStatus.CANCELLED, "job_cancelled", cause=cause, at=at)
    job.applications_closed = True
    await outbox.start_job(session, job.id)
    await outbox.tell_job(session, job.id, f"job:{job.id}:cancelled", "cancelled")
    return job


async def finish(session: AsyncSession, job_id: UUID, *, cause: Cause, at: datetime) -> Job:
    """End a closed job by hand: no more promotions. Refused while interviews are under way."""
    job = await find.job(session, job_id, lock=True)
    if job.status in {JobStatus.FILLED, JobStatus.EXHAUSTED}:
        return job
    live = await session.scalar(
        select(func.count()).where(Interview.job_id == job.id, Interview.status.in_(LIVE_INTERVIEW))
    )
    if live:
        raise ConflictError(
            f"{live} interviews are under way.",
            remedy="Wait for them, reject their candidates, or cancel the job.",
        )
    completed = await session.scalar(
        select(func.count()).where(Interview.job_id == job.id, Interview.status == InterviewStatus.COMPLETED)
    )
    end = JobStatus.FILLED if completed and completed >= job.number_of_openings else JobStatus.EXHAUSTED
    await move_job(session, job, end, "job_finished", cause=cause, at=at)
    job.finished_at = at
    await outbox.tell_job(session, job.id, f"job:{job.id}:finished", "finished")
    return job


def _refuse_final(job: Job) -> None:
    if job.status in FINAL_JOB:
        raise ConflictError(f"The job is {job.status}.", field="status", remedy="Publish a new one.")
