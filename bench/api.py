"""Figure `api_p95`: reading a job's board under a steady stream of requests."""

import asyncio
import time
from collections.abc import Mapping
from uuid import UUID

import httpx

from bench.figures import Figure, Goal, spread
from bench.ground import Ground, tell
from bench.machine import cpu_seconds
from domain.errors import UnavailableError
from runtime.wiring import needed

GOAL_MS = 50.0
PER_SECOND = 100
SECONDS = 10.0
SECONDS_QUICK = 4.0
OK = 200


async def measure_api(ground: Ground, job_id: UUID, *, quick: bool) -> Figure:
    """Requests start at fixed instants, whether or not earlier ones were answered."""
    seconds = SECONDS_QUICK if quick else SECONDS
    token = needed(ground.settings.api_token, "UNDERSTUDY_API_TOKEN")
    headers = {"Authorization": f"Bearer {token}", "X-Understudy-User": "recruiter@understudy.example"}
    limits = httpx.Limits(max_connections=32, max_keepalive_connections=32)
    async with httpx.AsyncClient(base_url=ground.settings.base_url, timeout=30, limits=limits) as http:
        await _stream(http, f"/api/v1/jobs/{job_id}", headers, 1.0)
        tell(f"api_p95: {PER_SECOND} requests each second, {seconds:g} s")
        web = ground.pid("web")
        cpu = cpu_seconds(web)
        board = spread(await _stream(http, f"/api/v1/jobs/{job_id}", headers, seconds), 2)
        cpu = cpu_seconds(web) - cpu
        health = spread(await _stream(http, "/healthz", {}, seconds), 2)
    return Figure(
        name="api_p95",
        what=(
            f"GET /api/v1/jobs/{{id}} of a job with all seats invited, {PER_SECOND} requests/s on"
            " 32 connections, from the instant a request is due to its answer, p95"
        ),
        unit="ms",
        value=board.p95,
        goal=Goal(GOAL_MS),
        floor=health.p95,
        floor_is="GET /healthz (one SELECT 1) at the same pace, p95",
        today="2 s",
        detail={
            "board_ms": board,
            "healthz_ms": health,
            "web_cpu_ms_each": round(1000 * cpu / board.count, 2),
        },
    )


async def _stream(
    http: httpx.AsyncClient, path: str, headers: Mapping[str, str], seconds: float
) -> list[float]:
    """Milliseconds of each request."""
    taken: list[float] = []

    async def one(due: float) -> None:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        answer = await http.get(path, headers=headers)
        if answer.status_code != OK:
            raise UnavailableError(f"GET {path} answered {answer.status_code}.")
        taken.append(1000 * (time.monotonic() - due))

    start = time.monotonic() + 0.05
    async with asyncio.TaskGroup() as group:
        for number in range(round(PER_SECOND * seconds)):
            group.create_task(one(start + number / PER_SECOND))
    return taken
