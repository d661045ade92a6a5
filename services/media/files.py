"""Rows of stored files: made before their bytes are stored, so that no object is ever without one while it arrives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from domain.media_types import IN_PLACE, Family, family_of
from domain.storage import ObjectStorage, Place, Shown, key_of
from models import File, InterviewRecording, JobInterviewMedia
from services import log
from services.log import Cause, Entry, Subject
from services.media.spool import Spooled


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What pages and programs are told of a file."""

    id: UUID
    filename: str
    media_type: str
    size: int
    created_at: datetime
    storage_key: str | None
    """None: its bytes lie in the database, from before there was a storage; it cannot be shown by a link yet."""

    @property
    def family(self) -> Family | None:
        """What it is played or shown as."""
        return family_of(self.media_type)


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A file with addresses that read it for a while."""

    file: StoredFile
    url: str | None
    """Shown or played in place."""
    download_url: str | None
    """Saved. Where a service elsewhere signs, it may be the same address."""
    expires_at: datetime | None
    """Wall clock."""


COLUMNS = (File.id, File.filename, File.media_type, File.size, File.created_at, File.storage_key)


async def reserve(
    session: AsyncSession, place: Place, spooled: Spooled, *, uploaded_by: UUID | None, at: datetime
) -> Shown:
    """Make the row of a file that is about to be stored. Commit it before the first byte is stored.

    As long as nothing refers to the row, a sweep removes it after a while.
    """
    file_id = uuid4()
    shown = Shown(file_id, key_of(place, file_id), spooled.media_type, spooled.filename, inline=True)
    await session.execute(
        insert(File).values(
            id=file_id,
            filename=spooled.filename,
            media_type=spooled.media_type,
            size=spooled.size,
            sha256=spooled.sha256,
            storage_key=shown.key,
            uploaded_by=uploaded_by,
            created_at=at,
        )
    )
    return shown


async def discard(session: AsyncSession, file_id: UUID) -> None:
    """Take back a row whose bytes did not arrive; one that is gone already is no error."""
    await session.execute(delete(File).where(File.id == file_id))


async def find(session: AsyncSession, file_id: UUID) -> StoredFile:
    """A file that the caller sees. Raises NotFoundError."""
    row = (await session.execute(select(*COLUMNS).where(File.id == file_id))).one_or_none()
    if row is None:
        raise NotFoundError("There is no such file.", field="file_id", remedy="List the media of the job.")
    return StoredFile(*row)


async def remove(session: AsyncSession, file_id: UUID, *, cause: Cause, at: datetime) -> str | None:
    """Delete a file, wherever it is shown. Returns the key of its object, which is to be removed after the commit.

    For whoever uploaded it, and for admins. Raises NotFoundError for others, and for what is no media file.
    """
    jobs = await session.scalars(
        select(JobInterviewMedia.job_id).where(JobInterviewMedia.file_id == file_id).order_by("job_id")
    )
    shown_by = jobs.all()
    recorded = await session.scalar(
        select(InterviewRecording.id).where(InterviewRecording.file_id == file_id)
    )
    if recorded is not None:
        raise NotFoundError(
            "This is a recording.", field="file_id", remedy="Remove it from its interview, with a reason."
        )
    gone = (
        await session.execute(
            delete(File).where(File.id == file_id, File.storage_key.is_not(None)).returning(File.storage_key)
        )
    ).one_or_none()
    if gone is None:
        raise NotFoundError("There is no such file of yours.", field="file_id")
    for job_id in shown_by:
        entry = Entry(
            "job_media_changed",
            f"job_media:{job_id}:{file_id}:deleted",
            Subject(job_id),
            at,
            details={"removed": [str(file_id)], "deleted": True},
        )
        await log.record(session, cause, entry)
    key: str | None = gone.storage_key
    return key


async def linked(
    storage: ObjectStorage, files: Sequence[StoredFile], life: timedelta, wall: datetime
) -> list[LinkedFile]:
    """Files with addresses that hold for `life` from `wall` (wall clock) on. Who may have them was asked before."""
    found = []
    for file in files:
        if file.storage_key is None:
            found.append(LinkedFile(file, None, None, None))
            continue
        inline = Shown(
            file.id, file.storage_key, file.media_type, file.filename, inline=file.family in IN_PLACE
        )
        saved = Shown(file.id, file.storage_key, file.media_type, file.filename, inline=False)
        found.append(
            LinkedFile(
                file,
                await storage.presign(inline, life, wall),
                await storage.presign(saved, life, wall),
                wall + life,
            )
        )
    return found
