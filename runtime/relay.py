"""The outbox relay: delivers what transactions left for workflows, until Temporal has it (I11).

Every message is safe to deliver twice: a start finds the workflow running, an update carries a fixed id.
Several relays (one in each worker process) share the work by skipping each other's locked rows.
"""

import asyncio
import logging
from collections import defaultdict
from datetime import UTC, datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio.client import RPCTimeoutOrCancelledError, WorkflowUpdateFailedError
from temporalio.service import RPCError, RPCStatusCode

from activities.contracts import Changed
from activities.engine import Engine
from models import OutboxMessage
from runtime.wakeups import Wakeups
from services import outbox
from services.outbox import Delivery

log = logging.getLogger(__name__)

CHANNEL = "understudy_outbox"
LOOPS = 4
BATCH = 100
POLL_SECONDS = 1.0
MISSING_TRIES = 5
"""A message for a workflow that Temporal does not know is tried so often: its start may be on the way.

Tries while Temporal was down do not say that the workflow is gone, so the last try must have said it too.
"""


class Relay:
    """Delivers outbox messages."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], engine: Engine, wakeups: Wakeups) -> None:
        self._sessions = sessions
        self._engine = engine
        self._wakeups = wakeups

    async def run(self) -> None:
        """Deliver until cancelled. One slow workflow holds up one loop, not the others."""
        async with asyncio.TaskGroup() as group:
            for _ in range(LOOPS):
                group.create_task(self._loop())

    async def _loop(self) -> None:
        while True:
            try:
                delivered = await self.deliver_due()
            except (SQLAlchemyError, OSError) as error:
                log.warning("relay: database not reachable (%s)", type(error).__name__)
                delivered = 0
            if delivered == BATCH:
                self._wakeups.ring(CHANNEL)
            else:
                # That was all there was: whatever is committed from here on rings the bell.
                await self._wakeups.wait(CHANNEL, POLL_SECONDS)

    async def deliver_due(self) -> int:
        """Deliver one batch of due messages. Returns how many were looked at."""
        async with self._sessions.begin() as session:
            now = datetime.now(UTC)
            messages = await outbox.claim(session, now, BATCH)
            groups: dict[str, list[OutboxMessage]] = defaultdict(list)
            for message in messages:
                groups[message.workflow_id].append(message)
            results = await asyncio.gather(*(self._deliver_in_order(group) for group in groups.values()))
            await outbox.settle(session, datetime.now(UTC), [d for group in results for d in group])
        return len(messages)

    async def _deliver_in_order(self, messages: list[OutboxMessage]) -> list[Delivery]:
        """Messages of one workflow, oldest first. Of several that say “look again” the last is enough."""
        deliveries = []
        last_update = max((m.id for m in messages if m.kind == "update"), default=0)
        for message in messages:
            if message.kind == "update" and message.id != last_update:
                deliveries.append(Delivery(message.id, "merged"))
            else:
                deliveries.append(await self._deliver(message))
        stuck = next((d for d in deliveries if d.retry_in is not None), None)
        if stuck is None:
            return deliveries
        # The message that would have covered the merged ones did not arrive: they stay due as well.
        return [
            Delivery(d.message_id, d.outcome, d.error, stuck.retry_in) if d.outcome == "merged" else d
            for d in deliveries
        ]

    async def _deliver(self, message: OutboxMessage) -> Delivery:
        try:
            if message.kind == "start":
                new = await self._engine.start(message.workflow_type, message.workflow_id, message.payload)
                return Delivery(message.id, "accepted" if new else "already_started")
            change = Changed(str(message.payload.get("cause", "")))
            await self._engine.update(message.workflow_id, message.name, change, message.message_key)
        except WorkflowUpdateFailedError:
            return Delivery(message.id, "too_late")
        except RPCError as error:
            return _after_rpc_error(message, error)
        except RPCTimeoutOrCancelledError:
            # No worker answered in time. Whether the update arrived is unknown; its fixed id makes it one.
            return Delivery(message.id, "retry", "no worker answered", _pause(message))
        return Delivery(message.id, "accepted")


def _after_rpc_error(message: OutboxMessage, error: RPCError) -> Delivery:
    missing = error.status is RPCStatusCode.NOT_FOUND and message.last_error == error.status.name
    if missing and message.attempts >= MISSING_TRIES:
        # Over, or lost: rows that still call for it are found by the reconciler.
        return Delivery(message.id, "too_late", "no such running workflow")
    return Delivery(message.id, "retry", f"{error.status.name}", _pause(message))


def _pause(message: OutboxMessage) -> timedelta:
    """Wall-clock time until the next try: 0.2 s, doubling to 30 s."""
    return timedelta(seconds=min(30.0, 0.2 * 2 ** min(message.attempts, 10)))
