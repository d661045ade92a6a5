"""Storages to test against: a folder, and a real S3 server (rclone) on loopback."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

from domain.storage import ObjectStorage, Place, Shown, key_of
from integrations.storage.links import FileLinks
from integrations.storage.local import LocalStorage
from integrations.storage.s3 import Bucket, S3Storage
from runtime.embedded.ports import free_port
from tests.support.listening import until_listening
from web.deps import Media

KEY_ID, SECRET = "accesskey123", "secretkey456"
BUCKET = "media"
LINKS_KEY = "k" * 40
BASE = "http://understudy.test"


@dataclass(frozen=True)
class S3Server:
    """A server that speaks S3; each bucket is a folder."""

    endpoint: str
    folder: Path

    def storage(self, prefix: str = "") -> S3Storage:
        """A client of its bucket, or of a part of it."""
        return S3Storage(Bucket(BUCKET, prefix, self.endpoint, key_id=KEY_ID, secret=SECRET))


@contextmanager
def s3_server(folder: Path) -> Iterator[S3Server]:
    """Serve a folder by S3 until the context ends."""
    # The server does not see folders that are made behind its back.
    (folder / BUCKET).mkdir()
    port = free_port()
    command = [
        str(Path(sys.executable).with_name("rclone")), "serve", "s3", "--auth-key", f"{KEY_ID},{SECRET}",
        "--addr", f"127.0.0.1:{port}", "--config", "", "--vfs-cache-mode", "off", str(folder),
    ]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until_listening(port, process)
        yield S3Server(f"http://127.0.0.1:{port}", folder)
    finally:
        process.terminate()
        process.wait(10)


def local(folder: Path, base: str = BASE) -> LocalStorage:
    """A storage in a folder."""
    return LocalStorage(folder, FileLinks(LINKS_KEY, base))


def a_file(
    place: Place = Place.RECORDINGS,
    media_type: str = "audio/wav",
    filename: str = "talk.wav",
    file_id: UUID | None = None,
    *,
    inline: bool = True,
) -> Shown:
    """A file that could be stored."""
    chosen = file_id or uuid4()
    return Shown(chosen, key_of(place, chosen), media_type, filename, inline)


async def stored(storage: ObjectStorage, content: bytes, **kind: object) -> Shown:
    """Store some bytes."""
    shown = a_file(**kind)  # type: ignore[arg-type] # passed on as they are
    await storage.put(shown, BytesIO(content))
    return shown


async def keys_of(storage: ObjectStorage, prefix: str = "") -> list[str]:
    """Every key, sorted."""
    return sorted([each.key async for batch in storage.list(prefix) for each in batch])


async def content_of(storage: ObjectStorage, key: str, start: int = 0, end: int | None = None) -> bytes:
    """The bytes of an object."""
    return b"".join([chunk async for chunk in storage.read(key, start, end)])


def media_in(folder: Path, base: str = BASE) -> Media:
    """What a web tier needs to take files in: a storage and a spool below a folder of the test's own."""
    storage = local(folder / "media", base)
    spool = folder / "uploads"
    spool.mkdir(exist_ok=True)
    return Media(storage, storage, spool=spool)
