"""Sealing the log, once a minute, and checking all of it, once a day."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from activities.seal import SealActivities as Steps
    from workflows.options import HEARTBEAT


@workflow.defn
class SealWorkflow:
    """Started by a schedule; a run that fails is followed by the next."""

    @workflow.run
    async def run(self) -> int:
        """Returns how many rows were sealed."""
        return await workflow.execute_activity_method(
            Steps.seal_log,
            start_to_close_timeout=timedelta(minutes=2),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=RetryPolicy(maximum_attempts=2),
        )


@workflow.defn
class SealCheckWorkflow:
    """Started by a schedule; a million rows take about a minute."""

    @workflow.run
    async def run(self) -> int | None:
        """Returns the number of the first row that does not fit its seal; None: all do."""
        return await workflow.execute_activity_method(
            Steps.check_log,
            start_to_close_timeout=timedelta(hours=2),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=RetryPolicy(maximum_attempts=3),
        )
