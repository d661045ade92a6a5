"""What both storages share: reading and writing through obstore, and its errors in our words."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from obstore import get_async, head_async, put_async
from obstore.exceptions import BaseError, GenericError
from obstore.store import LocalStore, S3Store

from domain.media_types import IN_PLACE, MIB, family_of
from domain.storage import ObjectGoneError, Shown, StorageError

if TYPE_CHECKING:
    from obstore import GetOptions, GetResult

READ_BYTES = MIB
PART_BYTES = 8 * MIB
"""One part of an upload: S3 takes at most 10 000 of them."""
PARTS_AT_ONCE = 2
"""Bounds the memory of an upload, together with the size of a part."""

Store = LocalStore | S3Store


@contextmanager
def told(key: str, *, may_be_gone: bool = True) -> Iterator[None]:
    """Raise what obstore raises as errors of the hierarchy. Messages of a service may hold its keys: not repeated."""
    try:
        yield
    except (BaseError, OSError) as error:
        if isinstance(error, FileNotFoundError) and may_be_gone:
            raise ObjectGoneError(f"There is no object {key}.") from error
        raise _failed(key, error) from error


def _failed(key: str, error: Exception) -> StorageError:
    return StorageError(
        f"The storage failed with {key} ({type(error).__name__}).",
        remedy="Try again; see whether UNDERSTUDY_STORAGE_URL can be reached.",
    )


async def put(store: Store, shown: Shown, content: BinaryIO, attributes: dict[str, str] | None) -> None:
    """Write an object from a file, part by part."""

    async def chunks() -> AsyncIterator[bytes]:
        while chunk := await asyncio.to_thread(content.read, READ_BYTES):
            yield chunk

    with told(shown.key, may_be_gone=False):
        await put_async(
            store,
            shown.key,
            chunks(),
            attributes=attributes,
            chunk_size=PART_BYTES,
            max_concurrency=PARTS_AT_ONCE,
        )


async def read(store: Store, key: str, start: int, end: int | None) -> AsyncIterator[bytes]:
    """The bytes of an object from `start` to `end`, in chunks."""
    with told(key):
        found, skipped = await _opened(store, key, start, end)
        left = None if end is None else end - start
        async for chunk in found.stream(min_chunk_size=READ_BYTES):
            piece = memoryview(chunk)[skipped:]
            skipped -= len(chunk) - len(piece)
            if left is not None:
                piece = piece[:left]
                left -= len(piece)
            if piece:
                yield bytes(piece)
            if left == 0:
                return


async def _opened(store: Store, key: str, start: int, end: int | None) -> tuple["GetResult", int]:
    """An object from `start` on, and how many bytes of it come too early."""
    options: GetOptions = {}
    if end is not None:
        options["range"] = (start, end)
    elif start:
        options["range"] = {"offset": start}
    try:
        return await get_async(store, key, options=options), 0
    except GenericError:
        # Not every service answers a range with 206 as RFC 9110 wants it; obstore refuses other answers.
        if not options:
            raise
        return await get_async(store, key), start


async def size(store: Store, key: str) -> int:
    """Bytes of an object."""
    with told(key):
        return int((await head_async(store, key))["size"])


def is_inline(media_type: str) -> bool:
    """Whether browsers are to show a type in place, where nobody asks for something else."""
    return family_of(media_type) in IN_PLACE
