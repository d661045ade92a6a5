"""Where large files lie: the port to object storage, and how its keys are made."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Protocol
from uuid import UUID

from domain.errors import NotFoundError, UnavailableError


class Place(StrEnum):
    """What an object is for; the first part of its key."""

    JOB_MEDIA = "job_media"
    """Shown to candidates and interviewers of a job."""
    RECORDINGS = "recordings"
    """Recordings and transcripts of one interview."""
    ANSWERS = "answers"
    """What a candidate recorded as an answer."""


def key_of(place: Place, file_id: UUID) -> str:
    """The key of a file's object: `recordings/0198…`. Nothing of a person is in it, and nobody else's file has it."""
    return f"{place.value}/{file_id}"


class StorageError(UnavailableError):
    """The storage did not do what was asked; the same call may work later."""

    code = "storage_unavailable"


class ObjectGoneError(NotFoundError):
    """There is no object under this key."""

    code = "object_gone"


@dataclass(frozen=True, slots=True)
class StoredObject:
    """One object as a listing tells of it."""

    key: str
    size: int
    """Bytes."""
    modified_at: datetime
    """Wall clock of the storage, aware. Of an upload in parts: when it began, at some services."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a browser that follows a link is to take the file."""

    file_id: UUID
    key: str
    media_type: str
    filename: str
    inline: bool
    """Shown or played in place; else it is saved."""


@dataclass(frozen=True, slots=True)
class Served:
    """A file of this machine that a genuine link names."""

    path: Path
    shown: Shown


class ObjectStorage(Protocol):
    """Keeps bytes under keys. Every call may raise StorageError."""

    @property
    def origin(self) -> str | None:
        """Where links lead, as a Content Security Policy names it; None: to the product itself."""

    async def put(self, shown: Shown, content: BinaryIO) -> None:
        """Store everything from the present place of `content` on, a few megabytes in memory at a time.

        A repeat replaces the object. What fails or is cancelled leaves no object under the key.
        """

    def read(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The bytes from `start` to `end` (exclusive; None: to the end), in chunks. Raises ObjectGoneError."""

    async def size(self, key: str) -> int:
        """Bytes of an object. Raises ObjectGoneError."""

    async def delete(self, keys: Sequence[str]) -> None:
        """Remove objects; what is gone already is no error."""

    def list(self, prefix: str = "") -> AsyncIterator[Sequence[StoredObject]]:
        """Every object whose key begins so, in batches; leftovers of uploads that died among them."""

    async def presign(self, shown: Shown, life: timedelta, now: datetime) -> str:
        """An absolute address that reads this one object with GET, until `now` (wall clock) plus `life`."""


class FileDoor(Protocol):
    """Opens the links of a storage that lies on this machine; storages elsewhere open their own."""

    def open(self, file_id: UUID, token: str, now: datetime) -> Served:
        """What a genuine link names. `now` is on the wall clock.

        Raises LinkError: forged, expired, for another file. Raises ObjectGoneError when it was removed since.
        """


class VirusScanner(Protocol):
    """Looks for what must not be passed on."""

    async def is_clean(self, content: BinaryIO) -> bool:
        """Whether the whole of a file is clean. Raises UnavailableError when that could not be found out."""
