"""The recruiter's hand in seats and bench: past rank and cut-off, never past the number of openings."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.states import FINAL_JOB
from domain.vocabulary import JobStatus
from domain.vocabulary import ShortlistStatus as S
from models import Application, Job
from models.application import BEST_FIRST
from services import find, log, outbox, shortlist
from services.log import Cause, Entry, Subject
from services.moves import move_application


async def accept(session: AsyncSession, application_id: UUID, *, cause: Cause, at: datetime) -> Application:
    """A recruiter puts a pending or bench application onto the best vacant seat, past rank and cut-off."""
    job_id = (await find.application(session, application_id)).job_id
    job = await find.job(session, job_id, lock=True)
    if job.status in FINAL_JOB:
        raise ConflictError(f"The job is {job.status}.", field="status")
    application = await find.application(session, application_id, lock=True)
    if application.shortlist_status is S.SHORTLISTED:
        return application
    seats = await shortlist.vacant(session, job)
    if not seats:
        raise ConflictError(
            "Every seat is held.",
            field="number_of_openings",
            remedy="Add an opening or reject somebody first.",
        )
    action = "promoted_by_hand" if application.shortlist_status is S.BUFFER else "accepted_by_hand"
    await shortlist.seat_application(session, application, seats[0], action, cause=cause, at=at)
    if job.ranked_at is not None:
        await shortlist.backfill(session, job, cause=cause, at=at)
    await outbox.tell_job(session, job.id, f"application:{application.id}:{action}", action)
    return application


async def set_buffer(session: AsyncSession, job_id: UUID, size: int, *, cause: Cause, at: datetime) -> Job:
    """Change the size of the bench; a smaller one sends its last ones back to pending."""
    job = await find.job(session, job_id, lock=True)
    if job.status in FINAL_JOB or size < 0:
        raise ConflictError("The bench cannot change.", field="shortlisting_buffer", remedy="Give 0 or more.")
    job.shortlisting_buffer = size
    await session.flush()
    key = f"job:{job.id}:buffer:{size}:{at.timestamp()}"
    details = {"shortlisting_buffer": size}
    await log.record(session, cause, Entry("buffer_changed", key, Subject(job.id), at, details=details))
    if job.ranked_at is None:
        return job
    surplus = await session.scalars(
        select(Application)
        .where(Application.job_id == job.id, Application.shortlist_status == S.BUFFER)
        .order_by(*BEST_FIRST)
        .offset(size)
        .with_for_update(key_share=True)
    )
    for application in surplus.all():
        await move_application(session, application, S.PENDING, "unbuffered", cause=cause, at=at)
    if job.status is JobStatus.CLOSED:
        await shortlist.backfill(session, job, cause=cause, at=at)
        await outbox.tell_job(session, job.id, key, "buffer_changed")
    return job
