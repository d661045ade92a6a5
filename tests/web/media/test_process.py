"""Uploads through the real web process: little memory, and nothing left of what breaks off or dies."""

import asyncio
import hashlib
import os
import signal
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from sqlalchemy import text

from domain.media_types import MIB
from domain.vocabulary import UserRole
from tests.conftest import Sessions
from tests.support.data import Data
from tests.support.identity import key_for
from tests.support.patience import PATIENCE_SECONDS
from tests.support.storage import KEY_ID, SECRET, S3Server, keys_of, local
from tests.web.media.process import WebProcess, s3_settings, silence, upload, web_process

SIZE = 128 * MIB
MOST = 88 * MIB
"""What the process may grow by: less than the file, and far below the 150 MiB that a gigabyte may cost."""


async def _job_and_key(data: Data, owner: Sessions) -> tuple[str, str]:
    rosa = await data.a_user(UserRole.RECRUITER, email="rosa@hiring.example")
    return f"/jobs/{await data.a_job(recruiter_id=rosa)}/media", await key_for(owner, "rosa@hiring.example")


@pytest.mark.slow
async def test_a_large_upload_costs_little_memory_and_one_that_breaks_off_leaves_nothing(
    database_url: str, owner_sessions: Sessions, data: Data, tmp_path: Path
) -> None:
    path, key = await _job_and_key(data, owner_sessions)
    async with web_process(database_url, tmp_path) as web:
        await upload(web, path, key, MIB)  # whatever the first one loads
        answer, grown = await upload(web, path, key, SIZE)
        assert answer.status_code == 201, answer.text
        assert grown < MOST, f"{grown / MIB:.0f} MiB"
        item = answer.json()["items"][-1]
        assert item["size"] == SIZE
        async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
            end = await client.get(item["url"], headers={"Range": f"bytes={SIZE - 5}-"})
            assert (end.status_code, len(end.content)) == (206, 5)
        await _break_off(web, path, key, by_kill=False)
        async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
            headers = {"Authorization": f"Bearer {key}"}
            left = await client.get(f"{web.address}/api/v1{path}", headers=headers)
            assert len(left.json()["items"]) == 2
        await _break_off(web, path, key, by_kill=True)
        assert web.spool() == []
    assert len(await keys_of(local(tmp_path / "media"))) == 2
    stored = (tmp_path / "media" / "job_media" / item["id"]).read_bytes()
    async with owner_sessions.begin() as session:
        digest = await session.scalar(text("SELECT sha256 FROM files WHERE id = :id"), {"id": item["id"]})
        assert await session.scalar(text("SELECT count(*) FROM files WHERE storage_key IS NOT NULL")) == 2
    assert hashlib.sha256(stored).digest() == digest


@pytest.mark.slow
async def test_an_upload_to_a_bucket_costs_little_memory_too(
    database_url: str, owner_sessions: Sessions, data: Data, tmp_path: Path, s3: S3Server
) -> None:
    path, key = await _job_and_key(data, owner_sessions)
    bucket = s3_settings(s3.endpoint, KEY_ID, SECRET)
    async with web_process(database_url, tmp_path, **bucket) as web:
        await upload(web, path, key, MIB)
        answer, grown = await upload(web, path, key, SIZE)
        assert answer.status_code == 201, answer.text
        assert grown < MOST, f"{grown / MIB:.0f} MiB"
        item = answer.json()["items"][-1]
        assert item["url"].startswith(s3.endpoint)
        async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
            part = await client.get(item["url"], headers={"Range": "bytes=0-3"})
            assert part.content == b"RIFF"
            token = urlsplit(item["url"]).path
            assert (await client.get(f"{web.address}{token}")).status_code == 404
    assert len(await keys_of(s3.storage("web"))) == 2


async def _break_off(web: WebProcess, path: str, key: str, *, by_kill: bool) -> None:
    """Send a third of an upload, then go away or kill the process."""
    parts = urlsplit(web.address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(
        f"POST /api/v1{path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nX-File-Name: a.wav\r\n"
        f"Content-Length: {SIZE}\r\n\r\n".encode()
    )
    for piece in islice(silence(SIZE), 20):
        writer.write(piece)
        await writer.drain()
    if by_kill:
        os.kill(web.pid, signal.SIGKILL)
        # How the connection ends depends on what the process had not read yet; what it leaves behind does not.
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await reader.readexactly(1)
    writer.close()
