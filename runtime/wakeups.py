"""LISTEN for PostgreSQL's NOTIFY: wakes loops at commit, so that they need not poll fast."""

import asyncio
import logging

import psycopg

from runtime.migrate import sqlalchemy_url

log = logging.getLogger(__name__)

RECONNECT_SECONDS = 0.5


class Wakeups:
    """One connection that listens to channels and sets an event per channel.

    While the connection is down loops fall back to their own slow polling; nothing is lost, only later.
    """

    def __init__(self, url: str, *channels: str) -> None:
        self._url = sqlalchemy_url(url).replace("postgresql+psycopg://", "postgresql://")
        self._events = {channel: asyncio.Event() for channel in channels}

    async def wait(self, channel: str, seconds: float) -> None:
        """Wait for a notification, at most so many seconds of the wall clock."""
        event = self._events[channel]
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            return
        event.clear()

    def ring(self, channel: str) -> None:
        """Wake the loop of a channel from inside this process."""
        self._events[channel].set()

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
            for channel in self._events:
                await connection.execute(psycopg.sql.SQL("LISTEN {}").format(psycopg.sql.Identifier(channel)))
            # What was committed while nobody listened is found by looking now.
            for event in self._events.values():
                event.set()
            async for notification in connection.notifies():
                self._events[notification.channel].set()
