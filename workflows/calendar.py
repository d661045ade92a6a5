"""One connected calendar, as long as it is connected."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from activities.calendars import CalendarActivities as Steps
    from activities.contracts import CalendarAsk, CalendarStart, CalendarStep, Changed
    from workflows.options import HEARTBEAT, Wakeable, now

LOOKS_PER_RUN = 500
"""Then it continues as new, long before its history grows large."""
RETRIES = RetryPolicy(initial_interval=timedelta(seconds=1), maximum_interval=timedelta(minutes=1))


@workflow.defn
class CalendarWorkflow(Wakeable):
    """Looks again and again: when something of ours changed, when the provider says so, and every few minutes."""

    @workflow.init
    def __init__(self, ask: CalendarStart) -> None:
        """Remember whose calendar this is."""
        super().__init__(ask.tempo)
        self._ask = ask

    @workflow.run
    async def run(self, ask: CalendarStart) -> None:
        """Ends when the calendar is disconnected."""
        for _ in range(LOOKS_PER_RUN):
            step: CalendarStep = await workflow.execute_activity_method(
                Steps.look_at_calendar,
                CalendarAsk(ask.account_id, now(ask.tempo)),
                start_to_close_timeout=timedelta(minutes=5),
                heartbeat_timeout=HEARTBEAT,
                retry_policy=RETRIES,
            )
            if step.next_look is None:
                self._ended = True
                await workflow.wait_condition(workflow.all_handlers_finished)
                return
            await self._wait(step.next_look, "the next look")
        await workflow.wait_condition(workflow.all_handlers_finished)
        workflow.continue_as_new(ask)

    @workflow.update
    async def changed(self, change: Changed) -> None:
        """Something of ours, or of theirs, changed: look now."""
        self._woken = True

    @changed.validator
    def _accept_change(self, change: Changed) -> None:
        if self._ended:
            raise ApplicationError("this calendar was disconnected", type="TooLate")
