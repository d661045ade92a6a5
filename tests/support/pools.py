"""Pools whose engines outlive a test, pointed at the database of each in turn.

An engine compiles every statement at its first use and gets to know the server at its first connect: a new one for each
test would spend a quarter of its time on that.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from runtime import database

LARGEST = 10


class Pools:
    """One engine for each database role of a test process. All databases are on one server."""

    def __init__(self) -> None:
        self._engines: dict[str, AsyncEngine] = {}
        self._database: str | None = None

    @asynccontextmanager
    async def sessions(self, url: str, role: str) -> AsyncIterator[async_sessionmaker[AsyncSession]]:
        """Transactions in the database of a URL, until the test ends."""
        self._database = make_url(url).database
        if role not in self._engines:
            self._engines[role] = database.engine(url, role, LARGEST)
            event.listen(self._engines[role].sync_engine, "do_connect", self._lead)
        engine = self._engines[role]
        try:
            yield database.sessions(engine)
        finally:
            await engine.dispose()

    def _lead(self, dialect: Any, record: Any, arguments: Any, parameters: dict[str, Any]) -> None:
        parameters["dbname"] = self._database
