"""How activities are called: one table of time-outs and retries."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TypedDict

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from domain.tempo import Tempo


class StepOptions(TypedDict):
    """Options shared by a kind of step."""

    start_to_close_timeout: timedelta
    heartbeat_timeout: timedelta
    retry_policy: RetryPolicy


HEARTBEAT = timedelta(seconds=5)
"""A step whose worker is silent for so long is begun again elsewhere; the worker beats by itself."""

STEP: StepOptions = {
    "start_to_close_timeout": timedelta(seconds=30),
    "heartbeat_timeout": HEARTBEAT,
    "retry_policy": RetryPolicy(
        initial_interval=timedelta(milliseconds=100), maximum_interval=timedelta(seconds=10)
    ),
}
"""A step is one transaction: milliseconds, tried until the database is back."""

PARSE: StepOptions = {
    "start_to_close_timeout": timedelta(minutes=3),
    "heartbeat_timeout": HEARTBEAT,
    "retry_policy": RetryPolicy(
        initial_interval=timedelta(seconds=1), maximum_interval=timedelta(seconds=30)
    ),
}
"""Reading a resume: bounded by the parser's own limits, queueing for a core included."""


def now(tempo: Tempo) -> datetime:
    """Business time, from the workflow's own clock."""
    return tempo.business(workflow.now())


class Wakeable:
    """A workflow that waits for a change or a time, whichever is first."""

    def __init__(self, tempo: Tempo) -> None:
        self._tempo = tempo
        self._woken = False
        self._ended = False

    async def _wait(self, until: datetime | None, summary: str) -> bool:
        """Wait for a business instant (None: without limit). Returns whether a change came first."""
        if until is None:
            await workflow.wait_condition(lambda: self._woken)
        elif not self._woken:
            left = self._tempo.wall(until) - workflow.now()
            if left > timedelta(0):
                # When the time has come, a change in the same moment is still seen below.
                with suppress(TimeoutError):
                    await workflow.wait_condition(lambda: self._woken, timeout=left, timeout_summary=summary)
        woken, self._woken = self._woken, False
        return woken

    def _due(self, at: datetime | None) -> datetime:
        """The business instant of a step that is due: never before its own time, whatever rounding did."""
        return max(now(self._tempo), at) if at is not None else now(self._tempo)
