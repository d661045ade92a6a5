"""LISTEN for PostgreSQL's NOTIFY: wakes loops at commit, so that they need not poll fast."""

import asyncio
import logging
from collections import deque

import psycopg

from runtime.migrate import sqlalchemy_url

log = logging.getLogger(__name__)

RECONNECT_SECONDS = 0.5


class Bell:
    """Wakes one waiting loop at each ring. A ring that nobody waits for is kept for whoever waits next.

    One, not all: what is woken for nothing costs a transaction each time. A loop that finds more work than
    it takes rings again.
    """

    def __init__(self) -> None:
        self._rung = False
        self._waiting: deque[asyncio.Future[None]] = deque()

    def ring(self) -> None:
        """Wake the loop that has waited longest."""
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(None)
                return
        self._rung = True

    async def wait(self, seconds: float) -> None:
        """Wait for a ring, at most so many seconds of the wall clock."""
        if self._rung:
            self._rung = False
            return
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        try:
            # Unlike `wait_for` this cannot lose a ring that comes in the last instant.
            await asyncio.wait([waiter], timeout=seconds)
        finally:
            if not waiter.done():
                self._waiting.remove(waiter)


class Wakeups:
    """One connection that listens to channels and rings a bell per channel.

    While the connection is down loops fall back to their own slow polling; nothing is lost, only later.
    """

    def __init__(self, url: str, *channels: str) -> None:
        self._url = sqlalchemy_url(url).replace("postgresql+psycopg://", "postgresql://")
        self._bells = {channel: Bell() for channel in channels}

    async def wait(self, channel: str, seconds: float) -> None:
        """Wait for a notification, at most so many seconds of the wall clock."""
        await self._bells[channel].wait(seconds)

    def ring(self, channel: str) -> None:
        """Wake one loop of a channel from inside this process."""
        self._bells[channel].ring()

    async def run(self) -> None:
        """Listen until cancelled; reconnect when the connection breaks."""
        while True:
            try:
                await self._listen()
            except psycopg.OperationalError as error:
                log.warning("listening connection lost (%s), reconnecting", type(error).__name__)
            await asyncio.sleep(RECONNECT_SECONDS)

    async def _listen(self) -> None:
        async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
            for channel in self._bells:
                await connection.execute(psycopg.sql.SQL("LISTEN {}").format(psycopg.sql.Identifier(channel)))
            # What was committed while nobody listened is found by looking now.
            for bell in self._bells.values():
                bell.ring()
            async for notification in connection.notifies():
                self._bells[notification.channel].ring()
