"""`understudy media` against a real database and a storage in the home directory."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.storage import Place
from tests.cli.command import Done, understudy
from tests.conftest import Sessions
from tests.support.data import Data
from tests.support.storage import content_of, keys_of, local, stored


async def _media(url: str, home: Path, *arguments: object) -> Done:
    return await understudy(url, "media", *arguments, home=home)


async def test_a_sweep_by_hand_says_what_it_removed(
    database_url: str, owner_sessions: Sessions, tmp_path: Path
) -> None:
    storage = local(tmp_path / "media")
    await stored(storage, b"12345")
    young = await _media(database_url, tmp_path, "sweep")
    assert "Removed 0 rows and 0 objects (0 bytes); 1 objects were looked at." in young.words
    done = await _media(database_url, tmp_path, "sweep", "--older-than", 0, "--json")
    assert (done.code, done.data) == (0, {"rows": 0, "objects": 1, "bytes": 5, "looked_at": 1})
    assert await keys_of(storage) == []
    async with owner_sessions.begin() as session:
        source = text("SELECT trigger_source FROM automation_logs WHERE action_type = 'media_swept'")
        assert await session.scalar(source) == "manual"


async def test_old_media_are_brought_over_and_what_names_no_file_is_said(
    database_url: str, owner_sessions: Sessions, data: Data, tmp_path: Path
) -> None:
    job, film, unknown = await data.a_job(), uuid4(), uuid4()
    async with owner_sessions.begin() as session:
        await session.execute(
            text(
                "INSERT INTO files (id, filename, media_type, size, sha256, content)"
                " VALUES (:id, 'film.mp4', 'video/mp4', 5, '', 'words')"
            ),
            {"id": film},
        )
        await session.execute(text("ALTER TABLE jobs ADD COLUMN interview_media_file_ids JSONB"))
        await session.execute(
            text("UPDATE jobs SET interview_media_file_ids = CAST(:ids AS jsonb)"),
            {"ids": json.dumps([str(unknown), str(film)])},
        )
    done = await _media(database_url, tmp_path, "migrate", "--json")
    left = {"job_id": str(job), "position": 0, "value": str(unknown), "reason": "no such file"}
    assert done.data == {"links": 1, "files": 1, "left": [left]}
    storage = local(tmp_path / "media")
    assert await content_of(storage, f"{Place.JOB_MEDIA}/{film}") == b"words"
    again = await _media(database_url, tmp_path, "migrate")
    assert "Linked 0 files; moved 0 files into the storage." in again.words
    assert str(unknown) in again.words
    assert "no such file" in again.words


@pytest.mark.parametrize("url", ["ftp://host/x", "s3://", "file://host/x", "s3://bucket?secret=x", "media"])
async def test_an_address_that_names_no_storage_is_a_fault_of_the_settings(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("UNDERSTUDY_STORAGE_URL", url)
    done = await _media(database_url, tmp_path, "sweep")
    assert done.code == 7
    assert "UNDERSTUDY_STORAGE_URL" in done.words
