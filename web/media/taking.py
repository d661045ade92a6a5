"""Taking a file in: checked on disk, its row made, its object stored, then linked to what it belongs to.

The row is committed before the first byte is stored and linked after the last, so at no moment is there an object
without a row, and whatever fails leaves neither.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar
from urllib.parse import unquote
from uuid import UUID

from fastapi import Request
from sqlalchemy.exc import SQLAlchemyError

from domain.errors import InvalidInputError, SetupError, UnderstudyError
from domain.media_types import LONGEST_NAME, Family, limit_of, too_large
from domain.storage import Place, Shown
from services.media import files
from services.media.spool import Incoming, Spooled, SpoolRules, spooled
from web.acting import Act, Caller
from web.deps import Media, WebDeps
from web.guard import FORM_AROUND

logger = logging.getLogger(__name__)
T = TypeVar("T")
NAME_HEADER = "X-File-Name"


def needed(deps: WebDeps) -> Media:
    """What files need of the outside. Raises SetupError when this installation has none."""
    if deps.media is None:
        raise SetupError(
            "No storage for files is set up here.", remedy="Set UNDERSTUDY_STORAGE_URL for the web tier."
        )
    return deps.media


def refuse_too_long(request: Request, media: Media, families: frozenset[Family]) -> None:
    """Say so before a byte is read, where the request names its length. Raises InvalidInputError."""
    limit = limit_of(families, media.largest)
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told[:20]) > limit + FORM_AROUND:
        raise too_large(limit)


def raw(request: Request, families: frozenset[Family]) -> tuple[AsyncIterator[bytes], Incoming]:
    """The body as the file itself; its name stands in a header, percent-encoded. Raises InvalidInputError."""
    name = unquote(request.headers.get(NAME_HEADER, ""), errors="replace")
    if not name.strip() or len(name) > 4 * LONGEST_NAME:
        raise InvalidInputError(
            f"The header {NAME_HEADER} has to name the file.",
            field=NAME_HEADER,
            remedy="For example interview.webm; percent-encode what is not ASCII.",
        )
    return request.stream(), Incoming(name, request.headers.get("content-type", ""), families)


async def take_in(
    caller: Caller,
    media: Media,
    place: Place,
    chunks: AsyncIterator[bytes],
    incoming: Incoming,
    attach: Callable[[Act, UUID, Spooled], Awaitable[T]],
) -> T:
    """Take a file in and link it with `attach`, in the name of a caller whose right to do so was asked before.

    Raises InvalidInputError for the file, UnavailableError for the scanner or the storage, and what `attach`
    raises: then nothing is left of it.
    """
    rules = SpoolRules(media.largest, media.spool, media.scanner)
    async with spooled(chunks, incoming, rules) as spool:
        # Outside of the transaction of a repeatable request: the row has to be seen while the bytes are stored.
        async with caller.apart() as act:
            shown = await files.reserve(act.session, place, spool, uploaded_by=act.user_id, at=act.at)
        try:
            await media.storage.put(shown, spool.content)
            async with caller.begin() as act:
                return await attach(act, shown.file_id, spool)
        except BaseException:
            # Also when the client went away: the removal itself is not to be interrupted.
            await asyncio.shield(_give_back(caller, media, shown))
            raise


async def _give_back(caller: Caller, media: Media, shown: Shown) -> None:
    """Remove row and object of an upload that failed. What cannot be removed now is the sweep's."""
    try:
        async with caller.apart() as act:
            await files.discard(act.session, shown.file_id)
        await media.storage.delete([shown.key])
    except (UnderstudyError, SQLAlchemyError) as error:
        logger.warning("file %s is left to the sweep: %s", shown.file_id, type(error).__name__)


async def forget(media: Media, key: str | None) -> None:
    """Remove the object of a row that was deleted. When the storage does not answer, the sweep removes it."""
    if key is None:
        return
    try:
        await media.storage.delete([key])
    except UnderstudyError as error:
        logger.warning("object %s is left to the sweep: %s", key, type(error).__name__)
