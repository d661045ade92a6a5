"""The round of briefings as the schedule starts it: safe to repeat, and kept to replay."""

from uuid import uuid4

from temporalio.client import Client

from domain.digest import due_day
from domain.vocabulary import MailTemplate, UserRole
from runtime.worker import DIGEST
from tests.support.data import Data
from tests.support.schedules import scheduled
from tests.workflows.hiring import DAY, Hiring, wall_clock
from workflows.digest import DigestWorkflow

# A zone in which it is past eight now, whatever the hour in which this test runs.
ZONES = ("UTC", "Asia/Tokyo", "Pacific/Auckland", "America/Los_Angeles", "America/New_York", "Asia/Kolkata")


async def the_round(hiring: Hiring, path: str | None = None) -> int:
    """What the schedule starts. Returns how many people were looked at."""
    name = f"digest-{uuid4()}"
    queue = hiring.app.settings.task_queue
    found: int = await hiring.app.client.execute_workflow(DigestWorkflow.run, id=name, task_queue=queue)
    await hiring.record(name, path)
    return found


async def test_a_round_writes_each_mornings_digest_once(hiring: Hiring, data: Data) -> None:
    zone, day = next((zone, day) for zone in ZONES if (day := due_day(wall_clock(), zone)) is not None)
    rosa = await data.a_user(time_zone=zone)
    await data.a_user(UserRole.ADMIN)
    await hiring.closed_job(90, 80, recruiter_id=rosa)
    await hiring.invited()

    assert await the_round(hiring, "digest-round") == 1
    assert await the_round(hiring) == 0
    (letter,) = await hiring.mails(MailTemplate.DIGEST)
    assert letter.user_id == rosa
    assert letter.sequence in {day.toordinal(), (day + DAY).toordinal()}, "midnight may have passed meanwhile"


async def test_the_schedule_runs_one_round_after_an_outage(client: Client, hiring: Hiring) -> None:
    async with scheduled(client, hiring.app.settings):
        found = await client.get_schedule_handle(DIGEST).describe()
        assert found.schedule.policy.catchup_window == found.schedule.spec.intervals[0].every
