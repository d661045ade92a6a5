"""What every step shares: a transaction, the time, who asks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio import activity

from domain.vocabulary import Trigger
from services.log import Cause


@dataclass(frozen=True, slots=True)
class Desk:
    """What steps work with: transactions in the worker's role, and business time."""

    sessions: async_sessionmaker[AsyncSession]
    clock: Callable[[], datetime]

    def now(self, asked_at: datetime) -> datetime:
        """Business time of a step: the clock, but never before the workflow asked (its clock may skip ahead)."""
        return max(asked_at, self.clock())


def cause(trigger: Trigger = Trigger.AUTO) -> Cause:
    """The running workflow as the cause of a step."""
    info = activity.info()
    return Cause(trigger=trigger, workflow_id=info.workflow_id, run_id=info.workflow_run_id)
