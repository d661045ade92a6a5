"""Figure `open_interviews`: what an open interview costs while it waits, on a fresh stack of its own."""

import time

from bench.figures import Figure, Goal
from bench.ground import new_ground, tell
from bench.machine import MIB, resident_bytes
from bench.population import open_interviews

SEATS = 50
WARM_JOBS = 2
GOAL_SERVER_KIB = 120.0
GOAL_WORKER_MIB = 400.0


async def measure_parked(count: int) -> Figure:
    """Park that many invited interviews; memory of worker and server before and after."""
    async with new_ground(children=("worker",)) as ground:
        await open_interviews(ground, WARM_JOBS, SEATS, SEATS * 2)
        worker, server = ground.pid("worker"), ground.pid("temporal")
        before = {"worker": resident_bytes(worker), "temporal": resident_bytes(server)}
        tell(f"open_interviews: parking {count}")
        began = time.monotonic()
        await open_interviews(ground, count // SEATS, SEATS, SEATS * 2)
        seconds = time.monotonic() - began
        after = {"worker": resident_bytes(worker), "temporal": resident_bytes(server)}
        cached = ground.settings.max_cached_workflows
    grown = {part: (after[part] - before[part]) / count / 1024 for part in after}
    return Figure(
        name="open_interviews",
        what=(
            f"memory that the Temporal server grows by for each of {count} open interviews (start, invitation,"
            " 48-hour timer; a fiftieth of a job each)"
        ),
        unit="KiB",
        value=round(grown["temporal"], 1),
        goal=Goal(GOAL_SERVER_KIB),
        detail={
            "open": count,
            "worker_kib_each": round(grown["worker"], 1),
            "worker_mib_after": round(after["worker"] / MIB, 1),
            "worker_goal_mib": GOAL_WORKER_MIB,
            "worker_meets_goal": after["worker"] / MIB <= GOAL_WORKER_MIB,
            "worker_caches_at_most": cached,
            "server_mib_after": round(after["temporal"] / MIB, 1),
            "parked_per_second": round(count / seconds, 1),
        },
    )
