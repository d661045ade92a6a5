"""One endpoint that follows the log, as long as it is there."""

from datetime import datetime, timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.contracts import WebhookAsk, WebhookStart, WebhookStep
    from activities.webhooks import WebhookActivities as Steps
    from workflows.options import HEARTBEAT, LOOK_RETRIES, Following, now

LOOKS_PER_RUN = 300
"""Then it continues as new, long before its history grows large."""


@workflow.defn
class WebhookWorkflow(Following):
    """Delivers what the log holds behind the endpoint's cursor, waits out failures, and waits for more."""

    GONE = "this endpoint was removed"

    @workflow.init
    def __init__(self, ask: WebhookStart) -> None:
        """Remember whose deliveries these are."""
        super().__init__(ask.tempo)
        self._ask = ask

    @workflow.run
    async def run(self, ask: WebhookStart) -> None:
        """Ends when the endpoint is removed."""
        if await self._follow(self._deliver, LOOKS_PER_RUN, "the next delivery"):
            workflow.continue_as_new(ask)

    async def _deliver(self) -> datetime | None:
        step: WebhookStep = await workflow.execute_activity_method(
            Steps.deliver_webhooks,
            WebhookAsk(self._ask.endpoint_id, now(self._ask.tempo)),
            start_to_close_timeout=timedelta(minutes=2),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=LOOK_RETRIES,
        )
        self._ended = step.removed
        return step.next_look
