"""What workflows share: one table of time-outs and retries, waiting, following."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import ClassVar, TypedDict

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.contracts import Changed
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
MEDIA_QUEUE = "-media"
"""Ending of the task queue for steps that work for minutes: they must not take the places of all others."""
LOOK_RETRIES = RetryPolicy(initial_interval=timedelta(seconds=1), maximum_interval=timedelta(minutes=1))
"""A look at somebody else's server: not at once again, and for as long as it takes."""


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


class Told(Wakeable):
    """A workflow that is told of changes by the relay, until it is over."""

    GONE: ClassVar[str]
    """What a change is told that comes too late."""

    @workflow.update
    async def changed(self, change: Changed) -> None:
        """Something changed in the rows (an answer, a person's hand), or outside: look again."""
        self._wake()

    @changed.validator
    def _accept_change(self, change: Changed) -> None:
        self._refuse_when_over()

    def _refuse_when_over(self) -> None:
        if self._ended:
            raise ApplicationError(self.GONE, type="TooLate")

    def _wake(self) -> None:
        self._woken = True


class Gated(Told):
    """One whose steps pass gates."""

    @workflow.update
    async def gate_changed(self, change: Changed) -> None:
        """A gate may be open now: try held steps again."""
        self._wake()

    @gate_changed.validator
    def _accept_gate_change(self, change: Changed) -> None:
        self._refuse_when_over()


class Following(Told):
    """A workflow that looks after one thing as long as it is there: at changes, and at times that a look names."""

    async def _follow(
        self, look: Callable[[], Awaitable[datetime | None]], times: int, waits_for: str
    ) -> bool:
        """Look and wait, so many times. Returns whether to go on as new; not when a look set `_ended`.

        `look` returns when to look again without a change; None: not at all.
        """
        for _ in range(times):
            next_look = await look()
            if self._ended:
                break
            await self._wait(next_look, waits_for)
        await workflow.wait_condition(workflow.all_handlers_finished)
        return not self._ended
