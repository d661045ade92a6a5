"""The daily no-show risk of interviews that are still to come."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from activities.risk import RiskActivities as Steps
    from workflows.options import HEARTBEAT


@workflow.defn
class RiskWorkflow:
    """Started by a schedule; a run that fails is followed by the next."""

    @workflow.run
    async def run(self) -> int:
        """Returns how many values changed."""
        return await workflow.execute_activity_method(
            Steps.assess_upcoming,
            start_to_close_timeout=timedelta(minutes=10),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=RetryPolicy(maximum_attempts=5),
        )
