"""Processing one interview, from its recording or transcript to evidence and themes."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.contracts import (
        Changed,
        ProcessingAsk,
        ProcessingFailure,
        ProcessingResult,
        ProcessingStart,
    )
    from activities.processing import ProcessingActivities as Steps
    from activities.processing_sweeps import ProcessingSweepActivities as Sweeps
    from activities.transcribing import TranscribingActivities as Speech
    from workflows.options import HEARTBEAT, MEDIA_QUEUE, STEP, StepOptions, Wakeable, now

SHORT: StepOptions = {
    "start_to_close_timeout": timedelta(minutes=5),
    "heartbeat_timeout": HEARTBEAT,
    "retry_policy": RetryPolicy(
        initial_interval=timedelta(milliseconds=200),
        maximum_interval=timedelta(minutes=1),
        maximum_attempts=25,
    ),
}
"""Some 20 minutes of tries: an outage of the database passes, a fault of the program ends with a reason."""

LONG: StepOptions = {
    "start_to_close_timeout": timedelta(hours=12),
    "heartbeat_timeout": HEARTBEAT,
    "retry_policy": RetryPolicy(
        initial_interval=timedelta(seconds=1),
        maximum_interval=timedelta(minutes=5),
        maximum_attempts=15,
    ),
}
"""Some 40 minutes of tries: a speech service that is down comes back, or a person is told."""


@workflow.defn
class ProcessingWorkflow(Wakeable):
    """Goes through the steps of one request; a request that came meanwhile is gone through afterwards."""

    @workflow.init
    def __init__(self, ask: ProcessingStart) -> None:
        """Remember whose interview this is."""
        super().__init__(ask.tempo)
        self._ask = ask
        self._again = False

    @workflow.run
    async def run(self, ask: ProcessingStart) -> None:
        """Ends when the interview is ready or has an error, and nobody asked again."""
        while True:
            self._again = False
            await self._process()
            await workflow.wait_condition(workflow.all_handlers_finished)
            if not self._again:
                return

    @workflow.update
    async def changed(self, change: Changed) -> None:
        """Somebody asks for it again."""
        self._again = self._woken = True

    @workflow.update
    async def gate_changed(self, change: Changed) -> None:
        """A gate may be open now."""
        self._woken = True

    async def _process(self) -> None:
        attempt = 0
        steps: list[Callable[[int], Awaitable[ProcessingResult]]] = [
            lambda number: self._short(Steps.check_material, number),
            self._transcribe,
            lambda number: self._short(Steps.extract_evidence, number),
            lambda number: self._short(Steps.generate_themes, number),
            lambda number: self._short(Steps.assign_personas, number),
            lambda number: self._short(Steps.complete_processing, number),
        ]
        for step in steps:
            try:
                result = await self._through_gate(step, attempt)
            except ActivityError as error:
                failure = ProcessingFailure(
                    self._ask.interview_id, now(self._ask.tempo), attempt, _code(error)
                )
                await workflow.execute_activity_method(Steps.fail_processing, failure, **STEP)
                return
            if result.over:
                return
            attempt = result.attempt

    async def _through_gate(
        self, step: Callable[[int], Awaitable[ProcessingResult]], attempt: int
    ) -> ProcessingResult:
        """Try a step until its gate lets it through."""
        while True:
            self._woken = False
            result = await step(attempt)
            if result.held_by is None:
                return result
            await self._wait(None, "its gate")

    async def _short(self, step: Any, attempt: int) -> ProcessingResult:
        found: ProcessingResult = await workflow.execute_activity_method(step, self._step(attempt), **SHORT)
        return found

    async def _transcribe(self, attempt: int) -> ProcessingResult:
        return await workflow.execute_activity_method(
            Speech.transcribe_recordings,
            self._step(attempt),
            task_queue=workflow.info().task_queue + MEDIA_QUEUE,
            **LONG,
        )

    def _step(self, attempt: int) -> ProcessingAsk:
        return ProcessingAsk(self._ask.interview_id, now(self._ask.tempo), attempt)


def _code(error: ActivityError) -> str:
    """The code of what went wrong: errors of ours carry one as their message, others their kind."""
    cause = error.cause
    if isinstance(cause, ApplicationError):
        return cause.message[:60] if cause.non_retryable else (cause.type or "unknown")[:60]
    return "no answer in time"


@workflow.defn
class ProcessingWatchWorkflow:
    """Started by a schedule, every hour: tells what is stuck."""

    @workflow.run
    async def run(self) -> int:
        """Returns how many interviews are stuck."""
        return await workflow.execute_activity_method(
            Sweeps.find_stuck_processing,
            start_to_close_timeout=timedelta(minutes=1),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=RetryPolicy(maximum_attempts=5),
        )


@workflow.defn
class ProcessingSweepWorkflow:
    """Started by a schedule, every day: marks what was silent for a day as failed."""

    @workflow.run
    async def run(self) -> int:
        """Returns how many interviews were marked."""
        return await workflow.execute_activity_method(
            Sweeps.give_up_stuck_processing,
            start_to_close_timeout=timedelta(minutes=5),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=RetryPolicy(maximum_attempts=5),
        )
