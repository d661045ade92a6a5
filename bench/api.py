"""Figures `api_p95` and `board_first_byte`: reading under a steady stream of mixed requests."""

import asyncio
import gc
import itertools
import os
import ssl
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import httpx

from bench.figures import Figure, Goal, Spread, spread
from bench.ground import Ground, tell
from bench.invite import close_and_invite
from bench.machine import cpu_seconds, stolen_seconds
from bench.population import fill, new_job, settled, vacuumed
from domain.errors import UnavailableError
from runtime.bootstrap import RECRUITER, mint_key, mint_session
from web.desk.session import COOKIE

GOAL_MS = 50.0
GOAL_FIRST_BYTE_MS = 100.0
PER_SECOND = 100
WARM_UP_SECONDS = 2.0
SECONDS = 10.0
SECONDS_QUICK = 4.0
APPLICATIONS = 10_000
APPLICATIONS_QUICK = 2_000
SEATS = 50
PAGES = 30
CONNECTIONS = 32
ROUNDS = 3
QUIET = 0.01
"""Share of the processors that a host may take away before a round is measured once more. The round that counts is
the quietest one, not the fastest; all are told."""
OK = 200

Free = asyncio.Queue[httpx.AsyncClient]
"""Clients that nobody uses now."""


async def measure_api(ground: Ground, *, quick: bool) -> list[Figure]:
    """Requests start at fixed instants, whether or not earlier ones were answered."""
    seconds = SECONDS_QUICK if quick else SECONDS
    applications = APPLICATIONS_QUICK if quick else APPLICATIONS
    tell(f"api_p95: a job of {applications} applications")
    job_id = await new_job(ground.worker, ground.recruiter, SEATS, SEATS)
    await fill(ground.owner, job_id, applications)
    await settled(ground, [job_id], 0)
    await close_and_invite(ground, job_id, SEATS)
    await vacuumed(ground)
    key = await mint_key(ground.owner, RECRUITER, "bench", ground.settings.tempo)
    headers = {"Authorization": f"Bearer {key}"}
    async with _clients(ground.settings.base_url) as free:
        mix = await _mix(free, headers, job_id)
        await _stream(free, mix, headers, WARM_UP_SECONDS)
        rounds: list[Round] = []
        while len(rounds) < ROUNDS and all(one.stolen_share > QUIET for one in rounds):
            tell(f"api_p95: {PER_SECOND} requests each second, {seconds:g} s")
            rounds.append(await _round(ground, free, mix, headers, seconds))
        best = min(rounds, key=lambda one: one.stolen_share)
        health = spread(await _stream(free, ["/healthz"], {}, seconds), 2)
    api = Figure(
        name="api_p95",
        what=(
            f"{PER_SECOND} mixed reads of the API a second on 32 connections (job, applications, jobs, interviews,"
            f" flags) with {applications} applications, from the instant a request is due to its answer, p95"
        ),
        unit="ms",
        value=best.mixed.p95,
        goal=Goal(GOAL_MS),
        floor=health.p95,
        floor_is="GET /healthz (one SELECT 1) at the same pace, p95",
        today="2 s",
        detail={
            "mixed_ms": best.mixed,
            "healthz_ms": health,
            "web_cpu_ms_each": best.cpu_ms,
            "rounds": [{"p95": one.mixed.p95, "stolen_share": one.stolen_share} for one in rounds],
        },
    )
    return [api, await _first_byte(ground, job_id, applications)]


@dataclass(frozen=True, slots=True)
class Round:
    """One stream of requests."""

    mixed: Spread
    cpu_ms: float
    """Of the web process, by request."""
    stolen_share: float
    """Of all processors, what the host of a virtual machine gave to others meanwhile."""


async def _round(
    ground: Ground, free: Free, mix: Sequence[str], headers: Mapping[str, str], seconds: float
) -> Round:
    web = ground.pid("web")
    cpu, stolen, began = cpu_seconds(web), stolen_seconds(), time.monotonic()
    mixed = spread(await _stream(free, mix, headers, seconds), 2)
    cpu, stolen = cpu_seconds(web) - cpu, stolen_seconds() - stolen
    had = (time.monotonic() - began) * (os.cpu_count() or 1)
    return Round(mixed, round(1000 * cpu / mixed.count, 2), round(stolen / had, 4))


@asynccontextmanager
async def _clients(base_url: str) -> AsyncIterator[Free]:
    """Clients of one connection each, of whom no search for garbage takes the time that is measured.

    A client of many connections looks through everybody who waits whenever one is answered: behind a queue it would
    measure itself.
    """
    async with AsyncExitStack() as stack:
        free: Free = asyncio.Queue()
        trust = ssl.create_default_context()
        for _ in range(CONNECTIONS):
            client = httpx.AsyncClient(base_url=base_url, timeout=30, verify=trust)
            free.put_nowait(await stack.enter_async_context(client))
        gc.collect()
        gc.freeze()
        stack.callback(gc.unfreeze)
        yield free


async def _mix(free: Free, headers: Mapping[str, str], job_id: UUID) -> list[str]:
    """What an ATS and a few open boards ask for, in a fixed order of ten."""
    people = f"/api/v1/jobs/{job_id}/applications?limit=50"
    first = await _get(free, people, headers)
    later = f"{people}&after={first.json()['next']}"
    job, interviews = f"/api/v1/jobs/{job_id}", f"/api/v1/jobs/{job_id}/interviews"
    return [
        job,
        people,
        "/api/v1/jobs",
        job,
        interviews,
        later,
        job,
        "/api/v1/flags",
        interviews,
        "/api/v1/jobs",
    ]


async def _get(free: Free, path: str, headers: Mapping[str, str]) -> httpx.Response:
    http = await free.get()
    try:
        answer = await http.get(path, headers=headers)
    finally:
        free.put_nowait(http)
    if answer.status_code != OK:
        raise UnavailableError(f"GET {path} answered {answer.status_code}.")
    return answer


async def _stream(
    free: Free, paths: Sequence[str], headers: Mapping[str, str], seconds: float
) -> list[float]:
    """Milliseconds of each request."""
    taken: list[float] = []

    async def one(due: float, path: str) -> None:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        await _get(free, path, headers)
        taken.append(1000 * (time.monotonic() - due))

    start = time.monotonic() + 0.05
    async with asyncio.TaskGroup() as group:
        for number, path in zip(range(round(PER_SECOND * seconds)), itertools.cycle(paths), strict=False):
            group.create_task(one(start + number / PER_SECOND, path))
    return taken


async def _first_byte(ground: Ground, job_id: UUID, applications: int) -> Figure:
    """One page after the other, as a person opens them."""
    cookie = await mint_session(ground.owner, RECRUITER)
    waits = {}
    async with httpx.AsyncClient(base_url=ground.settings.base_url, cookies={COOKIE: cookie}) as http:
        for path in (f"/jobs/{job_id}", "/static-nothing"):
            waits[path] = spread([await _until_first_byte(http, path) for _ in range(PAGES)], 2)
    page, nothing = waits.values()
    return Figure(
        name="board_first_byte",
        what=f"GET of a job's board page with {applications} applications to its first byte, p95 of {PAGES}",
        unit="ms",
        value=page.p95,
        goal=Goal(GOAL_FIRST_BYTE_MS),
        floor=nothing.p95,
        floor_is="GET of an address that does not exist, p95",
        today="",
        detail={"page_ms": page},
    )


async def _until_first_byte(http: httpx.AsyncClient, path: str) -> float:
    began = time.monotonic()
    async with http.stream("GET", path) as answer:
        if answer.is_redirect:
            raise UnavailableError(f"GET {path} led to {answer.headers['location']}.")
        async for _ in answer.aiter_raw():
            return 1000 * (time.monotonic() - began)
    return 1000 * (time.monotonic() - began)
