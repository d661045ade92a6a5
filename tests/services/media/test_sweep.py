"""Nothing orphaned, and nothing taken that is still on its way."""

import asyncio
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import insert, select, text

from domain.storage import ObjectStorage, Place, Shown, key_of
from models import File, JobInterviewMedia
from services.media.sweep import OBJECTS_AGE, ROWS_AGE, ROWS_AT_ONCE, Swept, sweep
from tests.conftest import Sessions
from tests.support.data import MONDAY, Data
from tests.support.patience import PATIENCE_SECONDS
from tests.support.storage import a_file, keys_of, local, stored

LONG = timedelta(days=2)


@pytest.fixture
def storage(tmp_path: Path) -> ObjectStorage:
    return local(tmp_path / "media")


async def _row(sessions: Sessions, shown: Shown, at: datetime = MONDAY) -> None:
    async with sessions.begin() as session:
        await session.execute(
            insert(File).values(
                id=shown.file_id,
                filename="f",
                media_type=shown.media_type,
                size=1,
                sha256=b"",
                storage_key=shown.key,
                created_at=at,
            )
        )


async def _swept(sessions: Sessions, storage: ObjectStorage, after: timedelta = LONG) -> Swept:
    return await sweep(sessions, storage, at=MONDAY + after, wall=datetime.now(UTC) + after)


async def test_rows_without_a_reference_and_objects_without_a_row_go(
    data: Data, owner_sessions: Sessions, worker_sessions: Sessions, storage: ObjectStorage
) -> None:
    job = await data.a_job()
    used, unused = [await stored(storage, b"12345", place=Place.JOB_MEDIA) for _ in range(2)]
    await stored(storage, b"123", place=Place.JOB_MEDIA)  # without a row
    for shown in (used, unused):
        await _row(owner_sessions, shown)
    async with owner_sessions.begin() as session:
        await session.execute(insert(JobInterviewMedia).values(job_id=job, file_id=used.file_id))
    assert await _swept(worker_sessions, storage) == Swept(rows=1, objects=2, bytes=8, looked_at=3)
    assert await keys_of(storage) == [used.key]
    async with owner_sessions.begin() as session:
        logged = await session.execute(
            text("SELECT details, trigger_source FROM automation_logs WHERE action_type = 'media_swept'")
        )
        assert [tuple(row) for row in logged] == [({"rows": 1, "objects": 2, "bytes": 8}, "scheduled")]
    assert await _swept(worker_sessions, storage) == Swept(0, 0, 0, 1)
    async with owner_sessions.begin() as session:
        count = text("SELECT count(*) FROM automation_logs WHERE action_type = 'media_swept'")
        assert await session.scalar(count) == 1  # a sweep that found nothing says nothing


async def test_whatever_refers_to_a_file_keeps_it_also_tables_that_come_later(
    data: Data, owner_sessions: Sessions, worker_sessions: Sessions, storage: ObjectStorage
) -> None:
    kept = await stored(storage, b"x")
    await _row(owner_sessions, kept)
    async with owner_sessions.begin() as session:
        await session.execute(text("CREATE TABLE later (it UUID REFERENCES files (id) ON DELETE CASCADE)"))
        await session.execute(text("INSERT INTO later VALUES (:id)"), {"id": kept.file_id})
    assert (await _swept(worker_sessions, storage)).objects == 0
    async with owner_sessions.begin() as session:
        await session.execute(text("DELETE FROM later"))
    assert (await _swept(worker_sessions, storage)).objects == 1


async def test_resumes_without_an_application_go_and_those_of_applications_stay(
    data: Data, owner_sessions: Sessions, worker_sessions: Sessions, storage: ObjectStorage
) -> None:
    job = await data.a_job()
    (application,) = await data.scored(job, 80)
    async with owner_sessions.begin() as session:
        for file_id in (application, uuid4()):
            values = {
                "id": file_id,
                "filename": "cv",
                "media_type": "x",
                "size": 1,
                "sha256": b"",
                "content": b"x",
            }
            await session.execute(insert(File).values(**values, created_at=MONDAY))
        await session.execute(text("UPDATE applications SET resume_file_id = id"))
    assert (await _swept(worker_sessions, storage)).rows == 1
    async with owner_sessions.begin() as session:
        assert list(await session.scalars(select(File.id))) == [application]


async def test_what_is_young_is_left_alone(
    owner_sessions: Sessions, worker_sessions: Sessions, storage: ObjectStorage
) -> None:
    unlinked = await stored(storage, b"x")
    await _row(owner_sessions, unlinked)
    await stored(storage, b"without a row")
    assert await _swept(worker_sessions, storage, timedelta(minutes=1)) == Swept(0, 0, 0, 2)
    second = timedelta(seconds=5)
    assert await _swept(worker_sessions, storage, OBJECTS_AGE + second) == Swept(0, 1, 13, 2)
    assert await _swept(worker_sessions, storage, ROWS_AGE - second) == Swept(0, 0, 0, 1)
    assert await _swept(worker_sessions, storage, ROWS_AGE + second) == Swept(1, 1, 1, 1)


async def test_an_upload_on_its_way_is_safe_however_old_its_object_is_said_to_be(
    owner_sessions: Sessions, worker_sessions: Sessions, storage: ObjectStorage
) -> None:
    """Some services date an object by the begin of its upload: the row, which comes first, is what counts."""
    shown = a_file()
    await _row(owner_sessions, shown)  # as an upload does: committed before the first byte
    await storage.put(shown, BytesIO(b"words"))
    swept = await sweep(
        worker_sessions,
        storage,
        at=MONDAY,
        wall=datetime.now(UTC) + timedelta(days=365),
        objects_age=timedelta(0),
    )
    assert swept == Swept(0, 0, 0, 1)
    assert await keys_of(storage) == [shown.key]


async def test_a_reference_written_at_the_same_moment_wins_or_fails_but_never_dangles(
    data: Data, owner_sessions: Sessions, worker_sessions: Sessions, storage: ObjectStorage, database_url: str
) -> None:
    job = await data.a_job()
    shown = await stored(storage, b"x", place=Place.JOB_MEDIA)
    await _row(owner_sessions, shown)
    async with owner_sessions() as session:
        # Linked, but not committed yet: the sweep does not wait, and leaves it.
        await session.execute(insert(JobInterviewMedia).values(job_id=job, file_id=shown.file_id))
        assert (await asyncio.wait_for(_swept(worker_sessions, storage), PATIENCE_SECONDS)).rows == 0
        await session.commit()
    assert (await _swept(worker_sessions, storage)).rows == 0

    late = await stored(storage, b"x", place=Place.JOB_MEDIA)
    await _row(owner_sessions, late)
    url = database_url.replace("postgresql+psycopg://", "postgresql://")
    async with worker_sessions() as sweeping:
        # Swept, but not committed yet: whoever links now waits, then learns that it is gone.
        await sweeping.execute(text("SELECT sweep_files(:at, 10)"), {"at": MONDAY + LONG})
        linking = asyncio.create_task(asyncio.to_thread(_link, url, job, late.file_id))
        await _waits(owner_sessions)
        await sweeping.commit()
        with pytest.raises(psycopg.errors.ForeignKeyViolation):
            await linking


def _link(url: str, job: UUID, file_id: UUID) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(
            "INSERT INTO job_interview_media (job_id, file_id) VALUES (%s, %s)", (job, file_id)
        )


async def _waits(sessions: Sessions) -> None:
    """Until somebody waits for a lock."""
    waiting = 0
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not waiting:
            async with sessions.begin() as session:
                query = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
                waiting = await session.scalar(query) or 0


async def test_two_sweeps_at_once_share_the_work(
    owner_sessions: Sessions, worker_sessions: Sessions, storage: ObjectStorage
) -> None:
    for _ in range(30):
        await _row(owner_sessions, await stored(storage, b"x"))
    one, other = await asyncio.gather(*(_swept(worker_sessions, storage) for _ in range(2)))
    assert one.rows + other.rows == 30
    assert await keys_of(storage) == []


async def test_more_rows_than_one_batch_go_in_one_sweep(
    owner_sessions: Sessions, worker_sessions: Sessions, storage: ObjectStorage
) -> None:
    ids = [uuid4() for _ in range(ROWS_AT_ONCE + 5)]
    rows = [
        {
            "id": each,
            "filename": "f",
            "media_type": "x",
            "size": 1,
            "sha256": b"",
            "storage_key": key_of(Place.RECORDINGS, each),
            "created_at": MONDAY,
        }
        for each in ids
    ]
    async with owner_sessions.begin() as session:
        await session.execute(insert(File), rows)
    assert (await _swept(worker_sessions, storage)).rows == ROWS_AT_ONCE + 5


async def test_what_a_dead_process_left_half_written_goes_too(
    worker_sessions: Sessions, storage: ObjectStorage, tmp_path: Path
) -> None:
    place = tmp_path / "media" / "recordings"
    await stored(storage, b"whole")
    half = place / f"{uuid4()}#1"
    half.write_bytes(b"hal")
    assert (await _swept(worker_sessions, storage)).objects == 2
    assert not half.exists()
