"""Figure `close_to_invited`: a job is closed, every seat's invitation is at the mail server."""

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

from sqlalchemy import text
from temporalio.api.enums.v1 import EventType

from bench.bare import QUEUE, BareAsk, BareParent
from bench.figures import Figure, Goal, percentile
from bench.ground import Ground, tell, until
from bench.machine import cpu_seconds
from bench.population import close, fill, new_job, settled
from domain.errors import UnavailableError
from domain.identifiers import interview_id, interview_workflow, job_workflow
from runtime.embedded.environment import child_environment

GOAL_RATIO = 1.5
SEATS = 100
APPLICATIONS = 10_000
ROUNDS = 3
COUNTED = (
    EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
    EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED,
    EventType.EVENT_TYPE_TIMER_STARTED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
    EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
)
READY_SECONDS = 30.0
RUN_SECONDS = 120.0

INVITATIONS = text("""
SELECT count(*) AS sent, max(sent_at) AS last FROM email_messages
WHERE job_id = :job AND template = 'invitation' AND status = 'sent'
""")
A_SEATED_ONE = text("SELECT application_id FROM interviews WHERE job_id = :job LIMIT 1")


async def measure_invite(ground: Ground, *, quick: bool) -> Figure:
    """Alternately the product and the bare pipeline, on fresh jobs; the median of each."""
    applications, seats, rounds = (2_000, 40, 1) if quick else (APPLICATIONS, SEATS, ROUNDS)
    product: list[float] = []
    floor: list[float] = []
    spent: list[float] = []
    actions: dict[str, int] = {}
    bare_actions: dict[str, int] = {}
    async with bare_worker(ground) as worker:
        for number in range(rounds):
            tell(f"close_to_invited: {seats} seats, {applications} applications, round {number + 1}")
            job_id = await new_job(ground.worker, ground.recruiter, seats, seats)
            await fill(ground.owner, job_id, applications)
            await settled(ground, [job_id], 0)
            cpu = -_cpu(ground)
            product.append(await close_and_invite(ground, job_id, seats))
            spent.append(cpu + _cpu(ground))
            actions = await _actions(ground, job_workflow(job_id), await _an_interview(ground, job_id), seats)
            # Closing, counting scores, ranking, review and seats: what the job's workflow ran after its first look.
            steps = actions["ACTIVITY_TASK_SCHEDULED"] - seats - 1
            name = f"bare-{uuid4()}"
            floor.append(await _bare_run(ground, worker, name, BareAsk(str(job_id), steps, seats)))
            bare_actions = await _actions(ground, name, f"{name}-0", seats)
    return Figure(
        name="close_to_invited",
        what=(
            f"from the commit that closes a job of {applications} scored applications to the mail server's"
            f" acceptance of the last of {seats} invitations (median of {rounds})"
        ),
        unit="s",
        value=round(percentile(product, 0.5), 4),
        goal=Goal(GOAL_RATIO, of_ratio=True),
        floor=round(percentile(floor, 0.5), 4),
        floor_is=(
            "one update, as many empty activities, child workflows and timers, as many bare mails through as"
            " many senders, one sort in SQL, by a worker set up alike"
        ),
        today="minutes",
        detail={
            "product_rounds": [round(value, 4) for value in product],
            "floor_rounds": [round(value, 4) for value in floor],
            "product_actions": actions,
            "floor_actions": bare_actions,
            "worker_and_server_cpu_ms_each": round(1000 * percentile(spent, 0.5) / seats, 1),
        },
    )


async def close_and_invite(ground: Ground, job_id: UUID, seats: int) -> float:
    closed_at = await close(ground.worker, job_id)

    async def all_sent() -> bool:
        async with ground.owner() as session:
            return bool((await session.execute(INVITATIONS, {"job": job_id})).one().sent >= seats)

    await until(all_sent, f"{seats} invitations", every=0.25)
    async with ground.owner() as session:
        last = (await session.execute(INVITATIONS, {"job": job_id})).one().last
    return float((last - closed_at).total_seconds())


def _cpu(ground: Ground) -> float:
    return cpu_seconds(ground.pid("worker")) + cpu_seconds(ground.pid("temporal"))


async def _an_interview(ground: Ground, job_id: UUID) -> str:
    async with ground.owner() as session:
        application_id = await session.scalar(A_SEATED_ONE, {"job": job_id})
    if application_id is None:
        raise UnavailableError("No interview was made.")
    return interview_workflow(interview_id(application_id))


async def _actions(ground: Ground, parent: str, child: str, children: int) -> dict[str, int]:
    """What the server did for a parent and its children, by kind of event; one child stands for all."""
    counts: Counter[int] = Counter()
    for workflow_id, times in ((parent, 1), (child, children)):
        history = await ground.client.get_workflow_handle(workflow_id).fetch_history()
        for event in history.events:
            if event.event_type in COUNTED:
                counts[event.event_type] += times
    return {EventType.Name(kind).removeprefix("EVENT_TYPE_"): counts[kind] for kind in COUNTED}


@asynccontextmanager
async def bare_worker(ground: Ground) -> AsyncIterator[asyncio.subprocess.Process]:
    """The worker process of the bare pipeline, ready. It ends with the context."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.bare_worker"),
        env=child_environment(ground.settings, {}),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(READY_SECONDS):
            await _line(process)
        yield process
    finally:
        if process.stdin:
            process.stdin.close()
        try:
            async with asyncio.timeout(READY_SECONDS):
                await process.wait()
        except TimeoutError:
            process.kill()


async def _line(process: asyncio.subprocess.Process) -> dict[str, float]:
    line = await process.stdout.readline() if process.stdout else b""
    if not line:
        raise UnavailableError("The bare worker ended early.")
    said: dict[str, float] = json.loads(line)
    return said


async def _bare_run(ground: Ground, process: asyncio.subprocess.Process, name: str, ask: BareAsk) -> float:
    handle = await ground.client.start_workflow(BareParent.run, ask, id=name, task_queue=QUEUE)
    await asyncio.sleep(0.5)  # parked, as the product's job is before its close
    began = time.time()
    await handle.execute_update(BareParent.go)
    last = began
    async with asyncio.timeout(RUN_SECONDS):
        for _ in range(ask.children):
            last = (await _line(process))["accepted_at"]
    return last - began
