"""Wakes the workflows of endpoints that the log has run ahead of.

A look at two small indexes every half second, instead of a message for each row of the log: writing the log costs
nothing more, and an endpoint that has everything costs no Temporal action at all.
"""

import asyncio
import logging
import time
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio.client import RPCTimeoutOrCancelledError, WorkflowUpdateFailedError
from temporalio.service import RPCError

from activities.contracts import Changed
from activities.engine import Engine
from domain.identifiers import webhook_workflow
from services import webhook_feed

log = logging.getLogger(__name__)

EVERY_SECONDS = 0.5
AGAIN_SECONDS = 30.0
"""An endpoint that did not move since the last ring is rung for again after so long."""


class WebhookBell:
    """One loop in each worker process; ringing twice for the same news is one update."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], engine: Engine) -> None:
        self._sessions = sessions
        self._engine = engine
        self._rung: dict[UUID, tuple[int, float]] = {}
        """Where an endpoint stood when it was last rung for, and when."""

    async def run(self) -> None:
        """Ring until cancelled."""
        while True:
            try:
                await self.ring()
            except (SQLAlchemyError, OSError) as error:
                log.warning("webhooks: database not reachable (%s)", type(error).__name__)
            await asyncio.sleep(EVERY_SECONDS)

    async def ring(self) -> int:
        """Wake whoever is behind and does not know. Returns how many."""
        async with self._sessions.begin() as session:
            late = [
                (endpoint.id, endpoint.cursor, top) for endpoint, top in await webhook_feed.behind(session)
            ]
        now = time.monotonic()
        due = [
            (endpoint_id, cursor, top)
            for endpoint_id, cursor, top in late
            if self._rung.get(endpoint_id, (-1, 0.0))[0] != cursor
            or now - self._rung[endpoint_id][1] > AGAIN_SECONDS
        ]
        self._rung = {one: self._rung[one] for one, *_ in late if one in self._rung}
        woken = await asyncio.gather(
            *(self._wake(endpoint_id, cursor, top) for endpoint_id, cursor, top in due)
        )
        self._rung |= {one: (cursor, now) for (one, cursor, _), ok in zip(due, woken, strict=True) if ok}
        return sum(woken)

    async def _wake(self, endpoint_id: UUID, cursor: int, top: int) -> bool:
        try:
            update_id = f"log:{cursor}:{top}"
            await self._engine.update(webhook_workflow(endpoint_id), "changed", Changed("log"), update_id)
        except (RPCError, RPCTimeoutOrCancelledError, WorkflowUpdateFailedError):
            # Not started yet, or Temporal is away: the next round rings again, and the repair starts what is lost.
            return False
        return True
