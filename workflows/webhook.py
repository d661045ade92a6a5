"""One endpoint that follows the log, as long as it is there."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.contracts import Changed, WebhookAsk, WebhookStart, WebhookStep
    from activities.webhooks import WebhookActivities as Steps
    from workflows.options import HEARTBEAT, Wakeable, now

LOOKS_PER_RUN = 300
"""Then it continues as new, long before its history grows large."""
RETRIES = RetryPolicy(initial_interval=timedelta(seconds=1), maximum_interval=timedelta(minutes=1))


@workflow.defn
class WebhookWorkflow(Wakeable):
    """Delivers what the log holds behind the endpoint's cursor, waits out failures, and waits for more."""

    @workflow.init
    def __init__(self, ask: WebhookStart) -> None:
        """Remember whose deliveries these are."""
        super().__init__(ask.tempo)
        self._ask = ask

    @workflow.run
    async def run(self, ask: WebhookStart) -> None:
        """Ends when the endpoint is removed."""
        for _ in range(LOOKS_PER_RUN):
            step: WebhookStep = await workflow.execute_activity_method(
                Steps.deliver_webhooks,
                WebhookAsk(ask.endpoint_id, now(ask.tempo)),
                start_to_close_timeout=timedelta(minutes=2),
                heartbeat_timeout=HEARTBEAT,
                retry_policy=RETRIES,
            )
            if step.removed:
                self._ended = True
                await workflow.wait_condition(workflow.all_handlers_finished)
                return
            await self._wait(step.next_look, "the next delivery")
        await workflow.wait_condition(workflow.all_handlers_finished)
        workflow.continue_as_new(ask)

    @workflow.update
    async def changed(self, change: Changed) -> None:
        """The log grew, or the endpoint changed: look now."""
        self._woken = True

    @changed.validator
    def _accept_change(self, change: Changed) -> None:
        if self._ended:
            raise ApplicationError("this endpoint was removed", type="TooLate")
