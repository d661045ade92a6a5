"""The worker process: workflows, activities, the outbox relay, the mail dispatcher, the inbox."""

import asyncio
import logging
import signal
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleAlreadyRunningError,
    ScheduleIntervalSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleSpec,
    ScheduleUpdate,
)
from temporalio.worker import PollerBehaviorAutoscaling, Worker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner, SandboxRestrictions

from runtime.heartbeats import Heartbeats
from runtime.settings import Settings
from runtime.speech import build_media_worker
from runtime.speech import schedules as processing_schedules
from runtime.temporal import TranslateErrors, connect
from runtime.warmup import warm_up
from runtime.wiring import WorkerParts, worker_parts
from workflows.digest import DigestWorkflow
from workflows.media import MediaSweepWorkflow
from workflows.reconcile import ReconcileWorkflow
from workflows.registry import ALL_WORKFLOWS
from workflows.risk import RiskWorkflow
from workflows.seal import SealCheckWorkflow, SealWorkflow

log = logging.getLogger(__name__)

# Our own pure modules are shared with the sandbox instead of being imported again for each run.
SANDBOX = SandboxedWorkflowRunner(
    restrictions=SandboxRestrictions.default.with_passthrough_modules(
        "activities", "domain", "feature_flags", "models", "services", "sqlalchemy", "psycopg", "openfeature",
        "pydantic_core", "annotated_types", "typing_inspection", "greenlet", "defusedxml", "wordfreq",
    )
)  # fmt: skip

RECONCILE = "reconcile"
SEAL = "seal-log"
SEAL_CHECK = "check-log"
SEAL_CHECK_AT = timedelta(hours=3)
"""Wall-clock time of day, UTC: reading the whole log is work for the night."""
DIGEST = "digest"
DIGEST_EVERY = timedelta(minutes=15)
"""Wall-clock time; every zone's morning lies on a quarter of an hour."""
RISK = "no-show-risk"
RISK_AT = timedelta(hours=5)
"""Business time of day of the daily no-show risk, UTC."""
MEDIA_SWEEP = "media-sweep"
MEDIA_SWEEP_EVERY = timedelta(hours=1)
"""Wall-clock time: what was erased is gone from the storage this much and a quarter of an hour later."""
MAX_ACTIVITIES = 16
EXIT_PAUSE_SECONDS = 0.2
CANCEL_AGAIN_SECONDS = 2.0


def steps_of(parts: WorkerParts) -> list[Callable[..., Any]]:
    """Every activity of the product, bound to its ports."""
    return [
        getattr(group, name)
        for group in parts.activities
        for name in dir(group)
        if hasattr(getattr(group, name), "__temporal_activity_definition")
    ]


def build_worker(client: Client, settings: Settings, parts: WorkerParts) -> Worker:
    """A Temporal worker with the product's workflows and activities."""
    return Worker(
        client,
        task_queue=settings.task_queue,
        workflows=list(ALL_WORKFLOWS),
        activities=steps_of(parts),
        interceptors=[Heartbeats(), TranslateErrors()],
        workflow_runner=SANDBOX,
        max_cached_workflows=settings.max_cached_workflows,
        max_concurrent_activities=MAX_ACTIVITIES,
        workflow_task_poller_behavior=PollerBehaviorAutoscaling(),
        activity_task_poller_behavior=PollerBehaviorAutoscaling(),
        sticky_queue_schedule_to_start_timeout=timedelta(seconds=2),
        graceful_shutdown_timeout=timedelta(seconds=20),
        max_heartbeat_throttle_interval=timedelta(seconds=5),
    )


async def ensure_schedules(
    client: Client, settings: Settings, every: timedelta = timedelta(minutes=1)
) -> tuple[str, ...]:
    """Create the schedules, or bring them up to date, and return their names. `every` is that of the repair."""
    repair = Schedule(
        action=ScheduleActionStartWorkflow(
            ReconcileWorkflow.run,
            id=RECONCILE,
            task_queue=settings.task_queue,
            execution_timeout=timedelta(minutes=5),
        ),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=every)]),
        # After an outage one repair is enough, not one for each missed minute.
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(minutes=2)),
    )
    daily_risk = Schedule(
        action=ScheduleActionStartWorkflow(
            RiskWorkflow.run,
            id=RISK,
            task_queue=settings.task_queue,
            execution_timeout=timedelta(hours=1),
        ),
        # A business day: shorter in demos. Early in the morning, so that a reminder of it arrives by day.
        spec=ScheduleSpec(
            intervals=[
                ScheduleIntervalSpec(
                    every=max(settings.tempo.wall_span(timedelta(days=1)), timedelta(minutes=1)),
                    offset=settings.tempo.wall_span(RISK_AT),
                )
            ]
        ),
        # A worker that was away catches up once.
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(hours=12)),
    )
    sealing = Schedule(
        action=ScheduleActionStartWorkflow(
            SealWorkflow.run,
            id=SEAL,
            task_queue=settings.task_queue,
            execution_timeout=timedelta(minutes=5),
        ),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=timedelta(minutes=1))]),
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(minutes=2)),
    )
    checking = Schedule(
        action=ScheduleActionStartWorkflow(
            SealCheckWorkflow.run,
            id=SEAL_CHECK,
            task_queue=settings.task_queue,
            execution_timeout=timedelta(hours=6),
        ),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=timedelta(days=1), offset=SEAL_CHECK_AT)]),
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(hours=12)),
    )
    briefings = Schedule(
        action=ScheduleActionStartWorkflow(
            DigestWorkflow.run,
            id=DIGEST,
            task_queue=settings.task_queue,
            execution_timeout=timedelta(minutes=15),
        ),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=DIGEST_EVERY)]),
        # The rows know whose morning was missed: one run after an outage sees to all of them.
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=DIGEST_EVERY),
    )
    schedules = {
        DIGEST: briefings,
        RECONCILE: repair,
        SEAL: sealing,
        SEAL_CHECK: checking,
        RISK: daily_risk,
        MEDIA_SWEEP: _media_sweep(settings),
        **processing_schedules(settings),
    }
    for name, schedule in schedules.items():
        await _ensure(client, name, schedule)
    return tuple(schedules)


def _media_sweep(settings: Settings) -> Schedule:
    return Schedule(
        action=ScheduleActionStartWorkflow(
            MediaSweepWorkflow.run,
            id=MEDIA_SWEEP,
            task_queue=settings.task_queue,
            execution_timeout=timedelta(hours=1),
        ),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=MEDIA_SWEEP_EVERY)]),
        # After an outage one sweep is enough.
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=MEDIA_SWEEP_EVERY),
    )


async def _ensure(client: Client, name: str, schedule: Schedule) -> None:
    try:
        await client.create_schedule(name, schedule)
    except ScheduleAlreadyRunningError:
        await client.get_schedule_handle(name).update(lambda _: ScheduleUpdate(schedule=schedule))


async def serve(settings: Settings) -> None:
    """Run a worker until SIGINT or SIGTERM; running steps finish first."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    client = await connect(
        settings.temporal_address or "127.0.0.1:7233", settings.temporal_namespace, settings.metrics_address
    )
    parts = worker_parts(settings, client)
    await ensure_schedules(client, settings)
    loops = (parts.wakeups, parts.relay, parts.dispatcher, parts.webhook_bell)
    background = [asyncio.create_task(part.run()) for part in loops]
    if parts.inbox is not None:
        background.append(asyncio.create_task(parts.inbox.run()))
    if parts.insight_proposals is not None:
        background.append(asyncio.create_task(parts.insight_proposals.run()))
    warming = asyncio.create_task(asyncio.to_thread(warm_up))
    transcribing = build_media_worker(client, settings, parts.transcribing)
    async with build_worker(client, settings, parts), transcribing:
        if settings.ready_file is not None:
            settings.ready_file.touch()
        log.info("worker ready on task queue %s", settings.task_queue)
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait([stopping, *background], return_when=asyncio.FIRST_COMPLETED)
        for task in background:
            if task.done():
                task.result()  # a loop that ended is a fault: let the supervisor see it
    await _end(background)
    await asyncio.wait([warming])
    await parts.mailer.close()
    # The SDK's own threads let go of their last calls; without this the interpreter may abort at its end.
    await asyncio.sleep(EXIT_PAUSE_SECONDS)


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    """Cancel, again if need be: before Python 3.12 `wait_for` may swallow a cancellation that meets its result."""
    pending = set(tasks)
    while pending:
        for task in pending:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=CANCEL_AGAIN_SECONDS)
