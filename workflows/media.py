"""The hourly sweep of files that nobody needs any more."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from activities.media import MediaActivities as Steps
    from workflows.options import HEARTBEAT


@workflow.defn
class MediaSweepWorkflow:
    """Started by a schedule; a run that fails is followed by the next."""

    @workflow.run
    async def run(self) -> int:
        """Returns how many objects were removed."""
        return await workflow.execute_activity_method(
            Steps.sweep_media,
            start_to_close_timeout=timedelta(minutes=40),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=RetryPolicy(maximum_attempts=3),
        )
