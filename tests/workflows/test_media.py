"""The hourly sweep, as its schedule starts it."""

import os
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from temporalio.client import Client

from runtime.worker import MEDIA_SWEEP, MEDIA_SWEEP_EVERY
from tests.support.schedules import scheduled
from tests.support.storage import a_file, keys_of, local
from tests.support.worker import running, settings_for
from tests.workflows.recorder import record
from workflows.media import MediaSweepWorkflow

LONG_AGO = (1_700_000_000, 1_700_000_000)


async def test_a_round_removes_what_nothing_needs(client: Client, database_url: str, tmp_path: Path) -> None:
    settings = settings_for(database_url).model_copy(update={"storage_url": f"file://{tmp_path}/media"})
    storage = local(tmp_path / "media")
    old, young = a_file(), a_file()
    for shown in (old, young):
        await storage.put(shown, BytesIO(b"words"))
    os.utime(tmp_path / "media" / old.key, LONG_AGO)
    name = f"media-sweep-{uuid4()}"
    async with running(client, settings):
        removed: int = await client.execute_workflow(
            MediaSweepWorkflow.run, id=name, task_queue=settings.task_queue
        )
        await record(client, name, "media-swept")
    assert removed == 1
    assert await keys_of(storage) == [young.key]


async def test_the_schedule_runs_every_hour_and_once_after_an_outage(
    client: Client, database_url: str
) -> None:
    async with scheduled(client, settings_for(database_url)):
        schedule = (await client.get_schedule_handle(MEDIA_SWEEP).describe()).schedule
        assert [interval.every for interval in schedule.spec.intervals] == [MEDIA_SWEEP_EVERY]
        assert schedule.policy.catchup_window == MEDIA_SWEEP_EVERY
