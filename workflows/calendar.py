"""One connected calendar, as long as it is connected."""

from datetime import datetime, timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.calendars import CalendarActivities as Steps
    from activities.contracts import CalendarAsk, CalendarStart, CalendarStep
    from workflows.options import HEARTBEAT, LOOK_RETRIES, Following, now

LOOKS_PER_RUN = 500
"""Then it continues as new, long before its history grows large."""


@workflow.defn
class CalendarWorkflow(Following):
    """Looks again and again: when something of ours changed, when the provider says so, and every few minutes."""

    GONE = "this calendar was disconnected"

    @workflow.init
    def __init__(self, ask: CalendarStart) -> None:
        """Remember whose calendar this is."""
        super().__init__(ask.tempo)
        self._ask = ask

    @workflow.run
    async def run(self, ask: CalendarStart) -> None:
        """Ends when the calendar is disconnected."""
        if await self._follow(self._look, LOOKS_PER_RUN, "the next look"):
            workflow.continue_as_new(ask)

    async def _look(self) -> datetime | None:
        step: CalendarStep = await workflow.execute_activity_method(
            Steps.look_at_calendar,
            CalendarAsk(self._ask.account_id, now(self._ask.tempo)),
            start_to_close_timeout=timedelta(minutes=5),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=LOOK_RETRIES,
        )
        self._ended = step.next_look is None
        return step.next_look
