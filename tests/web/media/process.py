"""The real web process, and uploads through it whose memory is measured."""

import asyncio
import contextlib
import os
import re
import struct
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from domain.media_types import MIB
from runtime.embedded.environment import child_environment
from runtime.embedded.ports import free_port
from tests.support.patience import PATIENCE_SECONDS
from tests.support.worker import settings_for


@dataclass(frozen=True)
class WebProcess:
    """A web tier of its own."""

    address: str
    pid: int
    home: Path

    def memory(self) -> tuple[int, int]:
        """Bytes of memory now, and at most since `forget`."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        now, most = (re.search(rf"{name}:\s+(\d+) kB", status) for name in ("VmRSS", "VmHWM"))
        assert now
        assert most
        return int(now[1]) * 1024, int(most[1]) * 1024

    def forget(self) -> None:
        """Begin to measure the most anew."""
        Path(f"/proc/{self.pid}/clear_refs").write_text("5")

    def spool(self) -> list[str]:
        """Names in the folder of uploads."""
        return [place.name for place in (self.home / "uploads").iterdir()]


@asynccontextmanager
async def web_process(database_url: str, home: Path, **more: Any) -> AsyncIterator[WebProcess]:
    """Serve a database until the context ends; `more` are further settings."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = settings_for(database_url).model_copy(
        update={
            "home": home,
            "web_port": port,
            "base_url": address,
            "api_rate": 10_000,
            "temporal_address": "127.0.0.1:9",
            **more,
        }
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "cli.main", "web", env=child_environment(settings, {})
    )
    try:
        async with httpx.AsyncClient() as client, asyncio.timeout(PATIENCE_SECONDS):
            while not await _answers(client, address):
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(process.wait(), 0.1)
                assert process.returncode is None, "the web process ended"
        yield WebProcess(address, process.pid, home)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _answers(client: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await client.get(f"{address}/healthz")).status_code == 200
    except httpx.TransportError:
        return False


def s3_settings(endpoint: str, key_id: str, secret: str) -> dict[str, Any]:
    """Settings that name a bucket."""
    url = f"s3://media/web?endpoint={endpoint}"
    return {"storage_url": url, "storage_key_id": key_id, "storage_secret": SecretStr(secret)}


def silence(size: int) -> Iterator[bytes]:
    """A WAV of so many bytes, a piece at a time."""
    data = size - 44
    yield (
        b"RIFF"
        + struct.pack("<I", data + 36)
        + b"WAVEfmt "
        + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16)
        + b"data"
        + struct.pack("<I", data)
    )
    piece = os.urandom(MIB)
    while data > 0:
        yield piece[:data]
        data -= MIB


async def upload(web: WebProcess, path: str, key: str, size: int) -> tuple[httpx.Response, int]:
    """Upload so many bytes. The answer, and by how many bytes the memory of the web process grew at most."""

    async def body() -> AsyncIterator[bytes]:
        for piece in silence(size):
            yield piece

    web.forget()
    before, _ = web.memory()
    headers = {
        "Authorization": f"Bearer {key}",
        "X-File-Name": "long.wav",
        "Content-Type": "audio/wav",
        "Content-Length": str(size),
    }
    async with httpx.AsyncClient(timeout=600) as client:
        answer = await client.post(f"{web.address}/api/v1{path}", content=body(), headers=headers)
    _, most = web.memory()
    return answer, most - before
