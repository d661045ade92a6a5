"""Nothing orphaned: rows that nothing refers to go, then objects without a row.

An upload makes its row first and commits it, then stores its object, then links the row. So an object without a
row belongs to nothing, also while uploads are on their way; the ages below are a margin on top, not the rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.storage import ObjectStorage, StoredObject
from domain.vocabulary import Trigger
from models import File
from services import log
from services.log import Cause, Entry, Subject

ROWS_AGE = timedelta(hours=24)
"""An upload that was not linked for so long is given up (business time)."""
OBJECTS_AGE = timedelta(minutes=15)
"""Objects are left alone until they are so old (wall clock)."""
ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep removed."""

    rows: int
    objects: int
    bytes: int
    looked_at: int
    """Objects that were there."""


async def sweep(
    sessions: async_sessionmaker[AsyncSession],
    storage: ObjectStorage,
    *,
    at: datetime,
    wall: datetime,
    rows_age: timedelta = ROWS_AGE,
    objects_age: timedelta = OBJECTS_AGE,
    trigger: Trigger = Trigger.SCHEDULED,
) -> Swept:
    """Remove what nobody needs. Safe to run at any time, and from two places at once.

    `at` is business time, `wall` the wall clock, by which objects are dated. Leaves a log row when it removed
    something. Raises StorageError when the storage does not answer; what was removed by then stays removed.
    """
    rows = await _rows(sessions, at - rows_age)
    objects = size = looked_at = 0
    async for batch in storage.list():
        looked_at += len(batch)
        old = [each for each in batch if each.modified_at < wall - objects_age]
        orphans = await _without_row(sessions, old)
        if orphans:
            await storage.delete([each.key for each in orphans])
            objects += len(orphans)
            size += sum(each.size for each in orphans)
    swept = Swept(rows, objects, size, looked_at)
    if rows or objects:
        await _note(sessions, swept, trigger, at)
    return swept


async def _rows(sessions: async_sessionmaker[AsyncSession], before: datetime) -> int:
    """Remove rows without any reference, a batch a transaction."""
    total = 0
    while True:
        async with sessions.begin() as session:
            gone = await session.scalar(select(func.sweep_files(before, ROWS_AT_ONCE))) or 0
        total += gone
        if gone < ROWS_AT_ONCE:
            return total


async def _without_row(
    sessions: async_sessionmaker[AsyncSession], objects: Sequence[StoredObject]
) -> list[StoredObject]:
    """Those that no row names, asked after they were listed: a row is there before its object."""
    if not objects:
        return []
    keys = [each.key for each in objects]
    async with sessions.begin() as session:
        known = set(await session.scalars(select(File.storage_key).where(File.storage_key.in_(keys))))
    return [each for each in objects if each.key not in known]


async def _note(
    sessions: async_sessionmaker[AsyncSession], swept: Swept, trigger: Trigger, at: datetime
) -> None:
    details = {"rows": swept.rows, "objects": swept.objects, "bytes": swept.bytes}
    entry = Entry(
        "media_swept", f"media_swept:{at.timestamp()}:{uuid4().hex[:8]}", Subject(), at, details=details
    )
    async with sessions.begin() as session:
        await log.record(session, Cause(trigger), entry)
