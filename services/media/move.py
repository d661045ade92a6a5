"""Old media: file ids that a portal kept in a JSON array, and bytes that lie in the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.storage import ObjectStorage, Place, Shown, key_of
from models import File, JobInterviewMedia


@dataclass(frozen=True, slots=True)
class Left:
    """An entry of an array that became no link, and why."""

    job_id: UUID
    position: int
    value: Any
    reason: str
    """`no such file`, `not an id`, `not an array`, `twice`, or `a resume`."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved now, and everything that was ever left."""

    links: int
    files: int
    left: Sequence[Left]


async def move(sessions: async_sessionmaker[AsyncSession], storage: ObjectStorage) -> Moved:
    """Move both, as the owner of the tables. Safe to repeat: what was moved is not there any more.

    Raises StorageError when the storage does not answer; files that were moved by then stay moved.
    """
    async with sessions.begin() as session:
        links = int(await session.scalar(text("SELECT move_interview_media()")) or 0)
        left = await _left(session)
    files = 0
    while await _move_one(sessions, storage):
        files += 1
    return Moved(links, files, left)


async def _left(session: AsyncSession) -> list[Left]:
    if await session.scalar(text("SELECT to_regclass('interview_media_not_moved')")) is None:
        return []
    query = text(
        "SELECT job_id, position, value, reason FROM interview_media_not_moved ORDER BY job_id, position"
    )
    return [Left(*row) for row in await session.execute(query)]


async def _move_one(sessions: async_sessionmaker[AsyncSession], storage: ObjectStorage) -> bool:
    """Move the bytes of one file that a job shows. False: there is none left."""
    async with sessions.begin() as session:
        query = (
            select(File.id, File.media_type, File.filename, File.content)
            .join(JobInterviewMedia, JobInterviewMedia.file_id == File.id)
            .where(File.storage_key.is_(None))
            .limit(1)
            .with_for_update(of=File, skip_locked=True)
        )
        row = (await session.execute(query)).one_or_none()
        if row is None:
            return False
        shown = Shown(row.id, key_of(Place.JOB_MEDIA, row.id), row.media_type, row.filename, inline=True)
        # Bytes in the database are those of a row: they fit into memory.
        await storage.put(shown, BytesIO(row.content))
        await session.execute(
            update(File).where(File.id == row.id).values(content=None, storage_key=shown.key)
        )
    return True
