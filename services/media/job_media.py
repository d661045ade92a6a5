"""What a job shows in its interviews: to candidates, interviewers and the interview bot."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import case, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from models import File, JobInterviewMedia
from services import find, log
from services.log import Cause, Entry, Subject
from services.media.files import COLUMNS, StoredFile

MOST = 20
"""Files of one job."""


async def media_of_job(session: AsyncSession, job_id: UUID) -> list[StoredFile]:
    """The files that a job shows, in their order. Whoever may not see the job sees none."""
    rows = await session.execute(
        select(*COLUMNS)
        .join(JobInterviewMedia, JobInterviewMedia.file_id == File.id)
        .where(JobInterviewMedia.job_id == job_id)
        .order_by(JobInterviewMedia.position, JobInterviewMedia.created_at, File.id)
    )
    return [StoredFile(*row) for row in rows]


async def replace_media(
    session: AsyncSession, job_id: UUID, file_ids: Sequence[UUID], *, cause: Cause, at: datetime
) -> list[StoredFile]:
    """Make these the files of a job, in this order; all or nothing. Links that stay keep their age.

    Raises NotFoundError for a job, InvalidInputError for a file that is not there, is no media file, was uploaded
    by somebody else for another job, or is named twice.
    """
    await find.job(session, job_id, lock=True)
    if len(set(file_ids)) != len(file_ids):
        raise InvalidInputError("A file is named twice.", field="file_ids", remedy="Name each once.")
    if len(file_ids) > MOST:
        raise InvalidInputError(f"A job shows at most {MOST} files.", field="file_ids")
    order = [file.id for file in await media_of_job(session, job_id)]
    before, wanted = set(order), set(file_ids)
    for file_id in wanted - before:
        if not await session.scalar(select(func.app_may_attach(file_id, "job_media"))):
            raise InvalidInputError(
                f"There is no file {file_id} that this job could show.",
                field="file_ids",
                remedy="Upload it for this job first, or name one of another job of yours.",
            )
    removed, added = before - wanted, [file_id for file_id in file_ids if file_id not in before]
    if removed:
        await session.execute(
            delete(JobInterviewMedia).where(
                JobInterviewMedia.job_id == job_id, JobInterviewMedia.file_id.in_(removed)
            )
        )
    places = {file_id: place for place, file_id in enumerate(file_ids)}
    if kept := wanted & before:
        await session.execute(
            update(JobInterviewMedia)
            .where(JobInterviewMedia.job_id == job_id, JobInterviewMedia.file_id.in_(kept))
            .values(position=case(places, value=JobInterviewMedia.file_id))
            .execution_options(synchronize_session=False)
        )
    if added:
        await session.execute(
            insert(JobInterviewMedia),
            [
                {"job_id": job_id, "file_id": file_id, "position": places[file_id], "created_at": at}
                for file_id in added
            ],
        )
    if order != list(file_ids):
        details = {
            "added": sorted(map(str, added)),
            "removed": sorted(map(str, removed)),
            "count": len(file_ids),
        }
        await _note(session, job_id, details, cause=cause, at=at)
    return await media_of_job(session, job_id)


async def add_media(
    session: AsyncSession, job_id: UUID, file_id: UUID, *, cause: Cause, at: datetime
) -> None:
    """Show one more file, after the others. Raises ConflictError when there are enough."""
    await find.job(session, job_id, lock=True)
    last, count = (
        await session.execute(
            select(func.coalesce(func.max(JobInterviewMedia.position), -1), func.count()).where(
                JobInterviewMedia.job_id == job_id
            )
        )
    ).one()
    if count >= MOST:
        raise ConflictError(f"This job shows {MOST} files already.", remedy="Remove one of them first.")
    await session.execute(
        insert(JobInterviewMedia).values(job_id=job_id, file_id=file_id, position=last + 1, created_at=at)
    )
    details = {"added": [str(file_id)], "removed": [], "count": count + 1}
    await _note(session, job_id, details, cause=cause, at=at)


async def remove_media(
    session: AsyncSession, job_id: UUID, file_id: UUID, *, cause: Cause, at: datetime
) -> None:
    """Show one file no longer; a sweep deletes it when nothing else shows it. Raises NotFoundError for another."""
    left = await _others(session, job_id, file_id)
    await replace_media(session, job_id, left, cause=cause, at=at)


async def show_first(
    session: AsyncSession, job_id: UUID, file_id: UUID, *, cause: Cause, at: datetime
) -> None:
    """Show one file before the others. Raises NotFoundError for one that the job does not show."""
    left = await _others(session, job_id, file_id)
    await replace_media(session, job_id, [file_id, *left], cause=cause, at=at)


async def _others(session: AsyncSession, job_id: UUID, file_id: UUID) -> list[UUID]:
    present = [file.id for file in await media_of_job(session, job_id)]
    if file_id not in present:
        raise NotFoundError("This job shows no such file.", field="file_id")
    return [one for one in present if one != file_id]


async def _note(
    session: AsyncSession, job_id: UUID, details: dict[str, object], *, cause: Cause, at: datetime
) -> None:
    key = f"job_media:{job_id}:{at.timestamp()}:{uuid4().hex[:8]}"
    await log.record(session, cause, Entry("job_media_changed", key, Subject(job_id), at, details=details))
