"""Live feeds of jobs' logs: one loop a process looks for news for everybody who listens.

The loop uses one database connection at a time, however many listen. A number that grows with every row of the log
tells it whether there is anything to look for; then each listener's news are read in a transaction in that person's
name, so that row-level security decides what is sent, and whoever was signed out hears nothing more.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from domain.errors import UnderstudyError
from web.acting import Caller
from web.deps import WebDeps
from web.reading.board_feed import BATCH, Line, Position, since

logger = logging.getLogger(__name__)

TICK_SECONDS = 0.5
"""On the wall clock: how long news may take to show."""
LOOKS_AFTER = 3
"""Looks after the number last grew: a row takes its number a moment before its transaction."""
LONGEST_SECONDS = 300.0
"""A feed ends after this long on the wall clock; browsers connect again, and are asked again who they are."""
MOST_OF_ONE = 20
"""Feeds that one browser may have at a time: each costs a transaction whenever there is news."""
MOST_WAITING = 20
"""Batches that a listener may be behind before it has to connect again."""

MARK = text(
    "SELECT last_value, pg_snapshot_xmin(pg_current_snapshot())::text::bigint,"
    " pg_snapshot_xmax(pg_current_snapshot())::text::bigint FROM automation_logs_sequence_seq"
)


class Listener:
    """Somebody who listens to one job."""

    def __init__(self, caller: Caller, job_id: UUID, position: Position) -> None:
        """Hears what comes after `position`."""
        self.caller = replace(caller, counts_waiting=False)
        self.job_id = job_id
        self.position = position
        self.is_new = True
        self.news: asyncio.Queue[Sequence[Line] | None] = asyncio.Queue(MOST_WAITING)
        """None: nothing more comes."""

    async def next(self, ends: float) -> Sequence[Line] | None:
        """The next news; None when there are none until `ends` on the loop's clock, or ever."""
        try:
            async with asyncio.timeout_at(ends):
                return await self.news.get()
        except TimeoutError:
            return None

    def end(self) -> None:
        """Say that nothing more comes; what waits is dropped, and is read again by whoever connects again."""
        while not self.news.empty():
            self.news.get_nowait()
        self.news.put_nowait(None)


class Feeds:
    """The listeners of this process and their loop, which runs while there are any."""

    def __init__(self, deps: WebDeps) -> None:
        """Reads in the sessions of `deps`."""
        self._deps = deps
        self._listeners: set[Listener] = set()
        self._loop: asyncio.Task[None] | None = None
        self._mark = 0
        self._settled = 0
        self._looks = 0

    async def listen(
        self, caller: Caller, job_id: UUID, position: Position
    ) -> AsyncGenerator[Sequence[Line], None]:
        """What is added to a job's log after a position, batch by batch; ends when its reader may not read on."""
        listener = Listener(caller, job_id, position)
        self._listeners.add(listener)
        if self._loop is None or self._loop.done():
            self._loop = asyncio.create_task(self._run(), name="activity feeds")
            self._loop.add_done_callback(self._finished)
        ends = asyncio.get_running_loop().time() + LONGEST_SECONDS
        try:
            while (lines := await listener.next(ends)) is not None:
                yield lines
        finally:
            self._listeners.discard(listener)

    def is_crowded_by(self, caller: Caller) -> bool:
        """Whether a browser listens as often as it may."""
        return sum(one.caller.proof == caller.proof for one in self._listeners) >= MOST_OF_ONE

    def _finished(self, loop: asyncio.Task[None]) -> None:
        for listener in self._listeners:
            listener.end()
        if not loop.cancelled() and (error := loop.exception()) is not None:
            logger.error("live feeds stopped: %s", type(error).__name__)

    async def _run(self) -> None:
        while self._listeners:
            try:
                await self._look()
            except (OperationalError, InterfaceError, PoolTimeoutError) as error:
                # The database is away for a moment: positions stand, so nothing is lost.
                logger.warning("live feeds wait for the database: %s", type(error).__name__)
                self._looks = LOOKS_AFTER
            await asyncio.sleep(TICK_SECONDS)

    async def _look(self) -> None:
        may_be_news = await self._may_be_news()
        for listener in list(self._listeners):
            if may_be_news or listener.is_new:
                await self._serve(listener)

    async def _may_be_news(self) -> bool:
        async with self._deps.sessions.begin() as session:
            mark, oldest_running, next_ = (await session.execute(MARK)).one()
        if mark != self._mark:
            self._mark, self._looks = mark, LOOKS_AFTER
        if self._looks > 0:
            self._looks -= 1
            self._settled = next_
            return True
        # Rows of transactions that still run come when these end: then one more look.
        waited = self._settled > 0
        if oldest_running >= self._settled:
            self._settled = 0
        return waited

    async def _serve(self, listener: Listener) -> None:
        while listener in self._listeners:
            try:
                async with listener.caller.begin() as act:
                    lines = await since(act.session, listener.job_id, listener.position)
            except (HTTPException, UnderstudyError):
                listener.end()
                self._listeners.discard(listener)
                return
            listener.is_new = False
            if not lines:
                return
            if listener.news.full():
                listener.end()
                self._listeners.discard(listener)
                return
            listener.news.put_nowait(lines)
            listener.position = lines[-1].position
            if len(lines) < BATCH:
                return
