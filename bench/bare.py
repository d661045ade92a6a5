"""The bare pipeline that `close_to_invited` is compared with: the same Temporal actions with empty bodies.

The parent waits for an update, runs some empty steps (the last one sorts the applications in SQL), and starts
its children all at once; each child runs one step, whose mail goes out through as many senders as the product
has, and then waits at a timer, as an interview does.
"""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from temporalio import workflow
from temporalio.workflow import ParentClosePolicy

QUEUE = "bench-bare"
NOTHING, SORT, MAIL = "nothing", "sort", "mail"
AT_MOST = timedelta(minutes=2)
PARKED = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class BareAsk:
    """What the parent does: as many steps and children as the product's own job took."""

    job_id: str
    steps: int
    children: int


@workflow.defn
class BareChild:
    """One step, then a timer."""

    @workflow.run
    async def run(self) -> None:
        """Stays parked."""
        await workflow.execute_activity(MAIL, start_to_close_timeout=AT_MOST)
        await workflow.sleep(PARKED)


@workflow.defn
class BareEcho:
    """Parked, as an interview between two messages; an update says “look again”, and there is nothing to see."""

    @workflow.run
    async def run(self) -> None:
        """Never ends by itself."""
        await workflow.wait_condition(lambda: False)

    @workflow.update
    async def look(self) -> None:
        """An empty round trip."""


@workflow.defn
class BareParent:
    """One update, some steps, many children."""

    def __init__(self) -> None:
        """Nobody said go yet."""
        self._go = False

    @workflow.run
    async def run(self, ask: BareAsk) -> None:
        """Ends when every child has begun."""
        await workflow.wait_condition(lambda: self._go)
        for _ in range(ask.steps - 1):
            await workflow.execute_activity(NOTHING, start_to_close_timeout=AT_MOST)
        await workflow.execute_activity(SORT, ask.job_id, start_to_close_timeout=AT_MOST)
        await asyncio.gather(*(self._start(number) for number in range(ask.children)))

    async def _start(self, number: int) -> None:
        await workflow.start_child_workflow(
            BareChild.run,
            id=f"{workflow.info().workflow_id}-{number}",
            parent_close_policy=ParentClosePolicy.ABANDON,
        )

    @workflow.update
    async def go(self) -> None:
        """Begin."""
        self._go = True
