"""The product's own worker, relay and dispatcher on a test's database; each part can be left out.

Business time is the wall clock. A workflow's own clock may be skipped ahead of it: its steps then carry the
later time, and candidates act at that time too (`now_of`).
"""

import asyncio
import base64
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import uuid4

from pydantic import SecretStr
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client, WorkflowHandle
from temporalio.service import RPCError
from temporalio.testing import TimeSkipper, TimeSkippingConfig

from runtime.settings import Settings
from runtime.speech import build_media_worker
from runtime.temporal import connect
from runtime.wiring import WorkerParts, worker_parts
from runtime.worker import build_worker
from tests.conftest import Sessions
from tests.support.patience import PATIENCE_SECONDS

T = TypeVar("T")

NOWHERE = "smtp://127.0.0.1:9"
"""A mail server that is never asked, for tests whose dispatcher is off."""
SENDER = "Understudy <hiring@understudy.example>"


def a_key(name: str) -> str:
    """A key for secrets at rest as the settings write it; the same name gives the same key."""
    return f"{name}={base64.urlsafe_b64encode(hashlib.sha256(name.encode()).digest()).decode().rstrip('=')}"


def settings_for(database_url: str, smtp_url: str = NOWHERE, cached: int = 2000) -> Settings:
    """Settings of a worker process of its own, with a fresh task queue; nothing is read from the environment."""
    return Settings(
        _env_file=None,
        database_url=SecretStr(database_url),
        smtp_url=SecretStr(smtp_url),
        mail_from=SENDER,
        link_key=SecretStr("k" * 40),
        secret_keys=SecretStr(a_key("test")),
        base_url="http://127.0.0.1:8000",
        task_queue=f"test-{uuid4()}",
        max_cached_workflows=cached,
        time_rate=1.0,
    )


@dataclass
class Running:
    """A running worker, with ways to skip time, to wait and to say why nothing happens."""

    client: Client
    settings: Settings
    parts: WorkerParts
    skipper: TimeSkipper
    background: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def sessions(self) -> Sessions:
        """Transactions in the worker's role."""
        return self.parts.desk.sessions

    def handle(self, workflow_id: str) -> WorkflowHandle[Any, Any]:
        """The workflow's newest run."""
        return self.client.get_workflow_handle(workflow_id)

    async def now_of(self, workflow_id: str) -> datetime:
        """A workflow's own time: the wall clock, or what it was skipped to."""
        return await self.skipper.get_current_time(self.handle(workflow_id))

    async def skip_to(self, workflow_id: str, instant: datetime) -> None:
        """Skip a workflow's time to an instant, stopping for everything due before it.

        Whatever is due before `instant` is done when this returns: the server does not skip while a task,
        a step or an update of the workflow is under way. Its clock goes on meanwhile, so `instant` must lie
        further behind what is due than that takes: a minute, not a second.
        """
        left = instant - await self.now_of(workflow_id)
        assert left > timedelta(0), f"{workflow_id} is already past {instant}"
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self.skipper.fast_forward(self.handle(workflow_id), left)
        except TimeoutError:
            raise AssertionError(f"time does not skip. {await self.trouble(workflow_id)}") from None

    async def until(
        self, look: Callable[[], Awaitable[T | None]], about: str, seconds: float = PATIENCE_SECONDS
    ) -> T:
        """Look again until there is something (not None, not False); else fail with the workflow's trouble."""
        end = asyncio.get_running_loop().time() + seconds
        while True:
            found = await look()
            if found is not None and found is not False:
                return found
            for task in self.background:
                if task.done():
                    task.result()
            if asyncio.get_running_loop().time() > end:
                raise AssertionError(f"waited {seconds} s in vain. {await self.trouble(about)}")
            await asyncio.sleep(0.01)

    async def result(self, workflow_id: str) -> Any:
        """What a workflow returns; fails with its trouble when it does not end."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await self.handle(workflow_id).result()
        except TimeoutError:
            raise AssertionError(f"it does not end. {await self.trouble(workflow_id)}") from None

    async def trouble(self, workflow_id: str) -> str:
        """What holds up a workflow (or, when there is no such one, whatever runs), for a failed test's text."""
        try:
            return await self._trouble_of(workflow_id)
        except RPCError as error:
            query = f'TaskQueue = "{self.settings.task_queue}" AND ExecutionStatus = "Running"'
            others = [await self._trouble_of(run.id) async for run in self.client.list_workflows(query)]
            return "\n".join([f"{workflow_id}: {error.message}", *others])

    async def _trouble_of(self, workflow_id: str) -> str:
        description = await self.handle(workflow_id).describe()
        history = await self.handle(workflow_id).fetch_history()
        said = [f"{workflow_id} is {description.status.name if description.status else 'unknown'}"]
        said += [
            f"step {p.activity_type.name}, attempt {p.attempt}: {p.last_failure.message or 'no failure'}"
            for p in description.raw_description.pending_activities
        ]
        failed = [
            event.workflow_task_failed_event_attributes.failure
            for event in history.events
            if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED
        ]
        said += [f"task failed: {failure.message}\n{failure.stack_trace}" for failure in failed[-1:]]
        said.append("last events: " + ", ".join(EventType.Name(e.event_type) for e in history.events[-6:]))
        return "; ".join(said)


@asynccontextmanager
async def running(
    client: Client,
    settings: Settings,
    *,
    workers: int = 1,
    worker: bool = True,
    relay: bool = True,
    dispatcher: bool = False,
) -> AsyncIterator[Running]:
    """Run the parts of a worker process. Several `workers` share one task queue, each with all its parts."""
    skipper = TimeSkipper(client, config=TimeSkippingConfig(enabled=False, disable_propagation=True))
    async with AsyncExitStack() as stack:
        # One client serves one worker of a queue; the others are processes of their own in real life.
        clients = [client, *[await _another(client) for _ in range(workers - 1)]]
        every = [worker_parts(settings, each) for each in clients]
        background: list[asyncio.Task[None]] = []
        for parts in every:
            stack.push_async_callback(parts.desk.sessions.kw["bind"].dispose)
            stack.push_async_callback(parts.mailer.close)
        for each, parts in zip(clients, every, strict=True) if worker else ():
            await stack.enter_async_context(build_worker(each, settings, parts))
            await stack.enter_async_context(build_media_worker(each, settings, parts.transcribing))
        # Left first: a relay without a worker would wait for answers that nobody gives.
        stack.push_async_callback(_cancel, background)
        for parts in every:
            loops: list[Coroutine[Any, Any, None]] = [parts.wakeups.run()] if relay or dispatcher else []
            loops += [parts.relay.run(), parts.webhook_bell.run()] if relay else []
            loops += [parts.dispatcher.run()] if dispatcher else []
            background += [asyncio.create_task(loop) for loop in loops]
        yield Running(client, settings, every[0], skipper, background)


async def _another(client: Client) -> Client:
    return await connect(client.service_client.config.target_host, client.namespace)


async def _cancel(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise error
