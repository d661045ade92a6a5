"""Objects in a folder of this machine, with links of our own that the web tier opens."""

import asyncio
import os
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from obstore.store import LocalStore

from domain.errors import SetupError
from domain.storage import ObjectGoneError, Served, Shown, StoredObject
from integrations.storage import objects
from integrations.storage.links import FileLinks

KEY = re.compile(r"[a-z_]{1,40}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LEFTOVER = re.compile(KEY.pattern + r"#\d+")
"""How a file is called while it is written."""
BATCH = 1000


class LocalStorage:
    """Implements `domain.storage.ObjectStorage` and `FileDoor`. Web and worker see the same folder."""

    def __init__(self, folder: Path, links: FileLinks | None = None) -> None:
        """`folder` is made with the first object. Without `links` nothing is shown: for commands that clean up."""
        self._folder = folder.absolute()
        self._links = links

    @cached_property
    def _store(self) -> LocalStore:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return LocalStore(self._folder)

    @property
    def origin(self) -> str | None:
        """Links lead to the product itself."""
        return None

    async def put(self, shown: Shown, content: BinaryIO) -> None:
        """See the port. The file gets its name when it is whole."""
        self._path(shown.key)
        await objects.put(self._store, shown, content, None)

    def read(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """See the port."""
        self._path(key)
        return objects.read(self._store, key, start, end)

    async def size(self, key: str) -> int:
        """See the port."""
        self._path(key)
        return await objects.size(self._store, key)

    async def delete(self, keys: Sequence[str]) -> None:
        """See the port."""
        paths = [self._path(key) for key in keys]

        def remove() -> None:
            for path in paths:
                path.unlink(missing_ok=True)

        with objects.told("of a batch"):
            await asyncio.to_thread(remove)

    async def list(self, prefix: str = "") -> AsyncIterator[Sequence[StoredObject]]:
        """See the port. Files that nobody finished writing are listed too: a later sweep knows them by their age."""
        walk = self._walk(prefix)
        while batch := await asyncio.to_thread(_some, walk):
            yield batch

    async def presign(self, shown: Shown, life: timedelta, now: datetime) -> str:
        """See the port."""
        self._path(shown.key)
        return self._signer.sign(shown, now + life)

    def open(self, file_id: UUID, token: str, now: datetime) -> Served:
        """See `FileDoor`."""
        shown = self._signer.check(token, file_id, now)
        path = self._path(shown.key)
        if not path.is_file():
            raise ObjectGoneError("This file was removed.", remedy="Reload the page that led here.")
        return Served(path, shown)

    @property
    def _signer(self) -> FileLinks:
        if self._links is None:
            raise SetupError(
                "UNDERSTUDY_LINK_KEY is not set.", remedy="Set UNDERSTUDY_LINK_KEY, or run: understudy up."
            )
        return self._links

    def _walk(self, prefix: str) -> Iterator[StoredObject]:
        if not self._folder.is_dir():
            return
        for place in sorted(os.scandir(self._folder), key=lambda entry: entry.name):
            if not place.is_dir(follow_symlinks=False):
                continue
            for entry in os.scandir(place.path):
                key = f"{place.name}/{entry.name}"
                is_ours = KEY.fullmatch(key) or LEFTOVER.fullmatch(key)
                if not is_ours or not key.startswith(prefix) or not entry.is_file(follow_symlinks=False):
                    continue
                try:
                    stat = entry.stat(follow_symlinks=False)
                except FileNotFoundError:
                    continue
                yield StoredObject(key, stat.st_size, datetime.fromtimestamp(stat.st_mtime, UTC))

    def _path(self, key: str) -> Path:
        """Where an object lies. Raises ObjectGoneError for whatever is no key of ours: no `..`, no other folder."""
        if not (KEY.fullmatch(key) or LEFTOVER.fullmatch(key)):
            raise ObjectGoneError("There is no such object.")
        return self._folder / key


def _some(walk: Iterator[StoredObject]) -> list[StoredObject]:
    return [found for found, _ in zip(walk, range(BATCH), strict=False)]
