"""What happens in the room of an interview, as it happens: one listening connection a process wakes every reader.

A notification says which interview changed, and nothing else. Each reader then reads on from its own position, in a
transaction in its own name, so that row-level security decides what is sent and whoever was signed out hears nothing
more. Positions are numbers that grow in the order of commits inside an interview: whoever goes on from one misses
nothing and gets nothing twice.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import TypeVar
from uuid import UUID

import psycopg
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

from domain.errors import UnderstudyError
from web.acting import Act, Caller
from web.deps import WebDeps

logger = logging.getLogger(__name__)
T = TypeVar("T")

CHANNEL = "understudy_room"
FALLBACK_SECONDS = 2.0
"""Readers look this often even when no notification comes: the listening connection may have been lost."""
RECONNECT_SECONDS = 0.5
LONGEST_SECONDS = 300.0
"""A feed ends after this long on the wall clock; readers connect again, and are asked again who they are."""
MOST_OF_ONE = 20
"""Feeds that one key or browser may have at a time."""


class RoomFeeds:
    """Who follows which interview in this process; the connection listens while anybody does."""

    def __init__(self, deps: WebDeps) -> None:
        """Listens and reads in the sessions of `deps`."""
        self._deps = deps
        self._readers: dict[UUID, set[asyncio.Event]] = {}
        self._callers: list[Caller] = []
        self._loop: asyncio.Task[None] | None = None
        self._ending: set[asyncio.Task[None]] = set()

    def is_crowded_by(self, caller: Caller) -> bool:
        """Whether a key or browser follows as many rooms as it may."""
        return sum(one.proof == caller.proof for one in self._callers) >= MOST_OF_ONE

    async def looks(
        self, caller: Caller, interview_id: UUID, read: Callable[[Act], Awaitable[T]]
    ) -> AsyncGenerator[T, None]:
        """What `read` finds at once, and again whenever the room may have changed, each time in a transaction of its
        own that is over before its result is handed on.

        Ends when the reader may not read any more, and after `LONGEST_SECONDS`.
        """
        loop = asyncio.get_running_loop()
        ends = loop.time() + LONGEST_SECONDS
        reader = replace(caller, counts_waiting=False, repeatable=None)
        async with self._listening(caller, interview_id) as changed:
            while loop.time() < ends:
                changed.clear()
                try:
                    async with replace(reader, at=self._deps.clock()).begin() as act:
                        found = await read(act)
                except (HTTPException, UnderstudyError):
                    return
                except (OperationalError, InterfaceError, PoolTimeoutError) as error:
                    # The database is away for a moment: positions stand, so nothing is lost.
                    logger.warning("a room waits for the database: %s", type(error).__name__)
                else:
                    yield found
                with suppress(TimeoutError):
                    async with asyncio.timeout(FALLBACK_SECONDS):
                        await changed.wait()

    @asynccontextmanager
    async def _listening(self, caller: Caller, interview_id: UUID) -> AsyncIterator[asyncio.Event]:
        changed = asyncio.Event()
        self._readers.setdefault(interview_id, set()).add(changed)
        self._callers.append(caller)
        if self._loop is None:
            self._loop = asyncio.create_task(self._run(), name="room feeds")
        try:
            yield changed
        finally:
            self._callers.remove(caller)
            self._readers[interview_id].discard(changed)
            if not self._readers[interview_id]:
                del self._readers[interview_id]
            if not self._readers and self._loop is not None:
                self._end(self._loop)
                self._loop = None

    async def settled(self) -> None:
        """Wait until connections that nobody needs any more are closed."""
        if self._ending:
            await asyncio.wait(list(self._ending))

    def _end(self, loop: asyncio.Task[None]) -> None:
        loop.cancel()
        self._ending.add(loop)
        loop.add_done_callback(self._ending.discard)

    async def _run(self) -> None:
        while True:
            try:
                await self._listen()
            except (SQLAlchemyError, psycopg.Error) as error:
                logger.warning("listening connection lost (%s), reconnecting", type(error).__name__)
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _listen(self) -> None:
        engine: AsyncEngine = self._deps.sessions.kw["bind"]
        async with engine.connect() as connection:
            raw = (await connection.get_raw_connection()).driver_connection
            try:
                assert isinstance(raw, psycopg.AsyncConnection)  # noqa: S101 - the one driver of this product
                await raw.set_autocommit(True)
                await raw.execute(f"LISTEN {CHANNEL}")
                # What was committed while nobody listened is found by looking now.
                self._wake(self._readers)
                async for notification in raw.notifies():
                    self._wake([UUID(notification.payload)])
            finally:
                # Not given back: it would go on listening for whoever gets it next.
                await connection.invalidate()

    def _wake(self, interviews: Iterable[UUID]) -> None:
        for interview_id in interviews:
            for changed in self._readers.get(interview_id, ()):
                changed.set()


def feeds_of(request: HTTPConnection) -> RoomFeeds:
    """The feeds of this process."""
    found: RoomFeeds = request.app.state.room_feeds
    return found
