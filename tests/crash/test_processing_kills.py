"""A spoken recording is processed to `ready` although its worker is killed in every step.

Every step takes a minute and more: `UNDERSTUDY_KILL_EVERY_STEP=1 pytest tests/crash/test_processing_kills.py`. One kill
is always tried.
"""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from temporalio.client import Client

from domain.identifiers import processing_workflow
from domain.processing.progress import story
from domain.processing.vocabulary import Step, StepOutcome
from models import AutomationLog, Theme, Transcript
from runtime.embedded.temporal import EmbeddedTemporal
from tests.conftest import Sessions
from tests.support import processing as arrange
from tests.support.data import Data
from tests.support.schedules import remove_schedules
from tests.support.speech import a_wav
from tests.support.worker import a_key
from tests.workflows.processing_room import Room, a_room, settings_in

pytestmark = [pytest.mark.crash, pytest.mark.slow]

WORDS = "I wrote the database code in Python. We reduced the build time by forty percent."


class Worker:
    """A worker as a process of its own, which can be killed."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment
        self._process: Process | None = None

    async def start(self) -> None:
        command = (sys.executable, "-c", "from cli.main import app; app()", "worker")
        self._process = await asyncio.create_subprocess_exec(
            *command, env=self._environment, start_new_session=True
        )

    async def kill(self) -> None:
        """SIGKILL, to it and to the engine that it may run."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        await self._process.wait()


@asynccontextmanager
async def the_room(
    client: Client, temporal: EmbeddedTemporal, database_url: str, data: Data, owner: Sessions, folder: Path
) -> AsyncIterator[tuple[Room, Worker]]:
    """Rows and a workflow server here; the worker in a process of its own."""
    settings = settings_in(folder, database_url, task_queue=f"kill-{uuid4()}")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "DATABASE_URL": database_url,
        "TEMPORAL_ADDRESS": temporal.address,
        "SMTP_URL": "smtp://127.0.0.1:9",
        "UNDERSTUDY_HOME": str(folder),
        "UNDERSTUDY_TASK_QUEUE": settings.task_queue,
        "UNDERSTUDY_LINK_KEY": "k" * 40,
        "UNDERSTUDY_SECRET_KEYS": a_key("test"),
    }
    worker = Worker(environment)
    async with a_room(client, settings, data, owner, worker=False, relay=False) as room:
        await room.can_pause()
        await worker.start()
        try:
            yield room, worker
        finally:
            await worker.kill()
            await remove_schedules(client, settings)


async def killed_in(room: Room, worker: Worker, interview: UUID, killed: Sequence[Step]) -> None:
    """Ask, and kill the worker at the end of each of these steps, before its transaction is committed."""
    first = True
    for step in killed:
        async with room.paused_at(step):
            if first:
                await room.ask(interview)
                first = False
            await room.until_paused(interview, step)
            await worker.kill()
        await worker.start()


async def nothing_is_twice(room: Room, interview: UUID, killed: Sequence[Step]) -> None:
    """Each turn, quote and log row is there once, and the history tells of the second tries."""
    row = await room.ready(interview)
    assert story(row.processing_metadata).attempt == 1
    steps = {step.step: step for step in await room.steps(interview)}
    assert {step for step, one in steps.items() if one.tries > 1} == set(killed)
    assert all(one.outcome in (StepOutcome.DONE, StepOutcome.SKIPPED) for one in steps.values())
    async with room.owner() as session:
        texts = (await session.scalars(select(Transcript.text))).all()
        themes = (await session.scalars(select(Theme.name))).all()
        ready = select(func.count()).where(AutomationLog.action_type == "processing_completed")
        assert await session.scalar(ready) == 1
    assert len(texts) == len(set(texts))
    assert any("python" in text.casefold() for text in texts)
    assert "Python" in themes
    quotes = list((await room.evidence(interview)).values())
    assert all(any(quote in text for text in texts) for quote in quotes)
    await room.hiring.record(processing_workflow(interview))


async def test_a_worker_that_dies_in_a_step_is_followed_by_one_that_does_it_once(
    client: Client,
    temporal: EmbeddedTemporal,
    database_url: str,
    data: Data,
    owner_sessions: Sessions,
    tmp_path: Path,
) -> None:
    interview = await arrange.an_interview(owner_sessions, await arrange.a_job(data))
    await arrange.with_turns(owner_sessions, interview)
    killed = (Step.EXTRACTING_EVIDENCE,)
    async with the_room(client, temporal, database_url, data, owner_sessions, tmp_path) as (room, worker):
        await killed_in(room, worker, interview, killed)
        await nothing_is_twice(room, interview, killed)


@pytest.mark.skipif(os.environ.get("UNDERSTUDY_KILL_EVERY_STEP") != "1", reason="takes a minute and more")
async def test_a_worker_that_is_killed_in_every_step_still_brings_it_to_ready(
    client: Client,
    temporal: EmbeddedTemporal,
    database_url: str,
    data: Data,
    owner_sessions: Sessions,
    tmp_path: Path,
) -> None:
    interview = await arrange.an_interview(owner_sessions, await arrange.a_job(data))
    await arrange.with_recording(owner_sessions, interview, a_wav(WORDS, rate=16_000))
    killed = tuple(Step)
    async with the_room(client, temporal, database_url, data, owner_sessions, tmp_path) as (room, worker):
        await killed_in(room, worker, interview, killed)
        await nothing_is_twice(room, interview, killed)
