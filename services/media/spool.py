"""Taking a file in as it comes: to a nameless file on disk, hashed and measured on the way.

Whatever dies in the middle leaves nothing: the file has no name, so it ends with its process.
"""

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from domain.errors import InvalidInputError
from domain.media_types import MIB, Family, checked_type, limit_of, plain_name, too_large
from domain.storage import VirusScanner
from services.media.sniff import HEAD_BYTES, media_type_of

WRITTEN_AT_ONCE = MIB


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a sender says of a file, before a byte of it was seen."""

    filename: str
    declared: str
    families: frozenset[Family]
    """What it may be."""


@dataclass(frozen=True, slots=True)
class Spooled:
    """A file that was taken in whole and found to be what it may be."""

    content: BinaryIO
    """At its beginning."""
    filename: str
    media_type: str
    size: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class SpoolRules:
    """What an installation allows. `folder`: on a disk, not in memory; None: wherever temporary files go."""

    largest: int
    folder: Path | None = None
    scanner: VirusScanner | None = None


@asynccontextmanager
async def spooled(
    chunks: AsyncIterable[bytes], incoming: Incoming, rules: SpoolRules
) -> AsyncIterator[Spooled]:
    """Take a file in and check it: size, content, viruses. It is gone when the context ends.

    Raises InvalidInputError for what is empty, too large, of another kind or infected, UnavailableError when the
    scanner failed.
    """
    with tempfile.TemporaryFile(dir=rules.folder) as file:
        writer = _Writer(file, limit_of(incoming.families, rules.largest))
        async for chunk in chunks:
            await writer.take(chunk)
        await writer.finish()
        if not writer.size:
            raise InvalidInputError("The file is empty.", field="file", remedy="Choose another one.")
        found = media_type_of(bytes(writer.head))
        kept_as = checked_type(found, incoming.declared, incoming.families, writer.size, rules.largest)
        if rules.scanner is not None and not await rules.scanner.is_clean(file):
            raise InvalidInputError(
                "The virus scanner found something in this file; it was not kept.",
                field="file",
                remedy="Send another file, and have the computer checked that it comes from.",
            )
        file.seek(0)
        yield Spooled(file, plain_name(incoming.filename), kept_as, writer.size, writer.digest.digest())


class _Writer:
    """Writes in pieces of a megabyte, beside the event loop."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        self._file = file
        self._limit = limit
        self._waiting = bytearray()
        self.size = 0
        self.head = bytearray()
        self.digest = hashlib.sha256()

    async def take(self, chunk: bytes) -> None:
        self.size += len(chunk)
        if self.size > self._limit:
            raise too_large(self._limit)
        if len(self.head) < HEAD_BYTES:
            self.head += chunk[: HEAD_BYTES - len(self.head)]
        self._waiting += chunk
        if len(self._waiting) >= WRITTEN_AT_ONCE:
            await self.finish()

    async def finish(self) -> None:
        """Write what waits."""
        waiting, self._waiting = self._waiting, bytearray()
        await asyncio.to_thread(self._write, waiting)

    def _write(self, data: bytearray) -> None:
        self._file.write(data)
        self._file.flush()
        self.digest.update(data)
