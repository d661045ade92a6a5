"""Briefings of people who sign in: alerts to admins, and the digest of everybody whose morning came."""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from activities.digest import DigestActivities as Steps
    from workflows.options import HEARTBEAT


@workflow.defn
class DigestWorkflow:
    """Started by a schedule every quarter of an hour; a run that fails is followed by the next.

    Mornings lie on different instants in each zone, always on a quarter of an hour, and move with the clocks. One
    schedule that asks the rows whose morning it is needs no care when people come, leave or move to another zone.
    """

    @workflow.run
    async def run(self) -> int:
        """Returns how many digests were looked at."""
        retry = RetryPolicy(maximum_attempts=3)
        await workflow.execute_activity_method(
            Steps.look_for_trouble,
            start_to_close_timeout=timedelta(minutes=2),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=retry,
        )
        return await workflow.execute_activity_method(
            Steps.send_digests,
            start_to_close_timeout=timedelta(minutes=5),
            heartbeat_timeout=HEARTBEAT,
            retry_policy=retry,
        )
