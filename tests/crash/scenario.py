"""One run: small jobs and moody people on an embedded stack whose parts are killed while they work."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import httpx

from demo import candidates, recruiter
from demo.run import monday_morning
from runtime import database
from runtime.bootstrap import ADMIN, RECRUITER, mint_key, prepare
from runtime.embedded.supervisor import Stack
from runtime.settings import Settings
from runtime.temporal import connect
from runtime.wiring import needed
from runtime.worker import ensure_schedules
from tests.crash.chaos import Chaos
from tests.crash.crowd import SmallJob, make_jobs
from tests.crash.findings import RUNNING, WORK, Sessions, all_findings, is_quiet
from tests.crash.patient_world import PatientWorld
from tests.crash.recovery import Recovery, recovery, tails
from tests.runtime.embedded_home import new_home

RATE = 4 * 3600.0
"""Four hours of business a second."""


@dataclass
class Report:
    """What a run led to; no findings: everything held."""

    seed: int
    kills: list[str]
    findings: list[str]
    seconds: float
    troubles: dict[str, int]
    """What the people met, by kind of error."""
    answers: int
    mails: int
    repeated_mails: int
    """Mails that were handed over more than once, under one Message-ID."""
    recovery: Recovery
    logs: list[str] = field(default_factory=list)
    """The last log rows of what the findings name."""


def settings_for(home: Path, rate: float = RATE) -> Settings:
    """Settings of a stack in scaled time. A mail is tried again after 4 business hours."""
    tempo = monday_morning(datetime.now(UTC), rate)
    return Settings(
        home=home,
        time_rate=tempo.rate,
        time_origin=tempo.origin,
        mail_retry=timedelta(hours=4),
        api_rate=1_000_000,
        mail_give_up=timedelta(days=60),
    )


def new_stack(home: Path, settings: Settings, told: list[str]) -> Stack:
    """A stack that survives the kill of any part (a power cut is another matter)."""
    return Stack(home, settings, migrate=prepare, durable=False, headless=True, tell=told.append)


@asynccontextmanager
async def patient_world(stack: Stack) -> AsyncIterator[PatientWorld]:
    """The stack, seen from outside."""
    settings = stack.settings
    async with (
        httpx.AsyncClient(timeout=10, follow_redirects=False, trust_env=False) as http,
        owner_sessions(stack) as sessions,
    ):
        yield PatientWorld(
            tempo=settings.tempo,
            base_url=settings.base_url,
            mailbox_url=stack.mailbox_url or "",
            keys={
                "admin": await mint_key(sessions, ADMIN, "crash", settings.tempo),
                "recruiter": await mint_key(sessions, RECRUITER, "crash", settings.tempo),
            },
            http=http,
        )


@asynccontextmanager
async def owner_sessions(stack: Stack) -> AsyncIterator[Sessions]:
    """Transactions that see every row."""
    url = needed(stack.settings.database_url, "DATABASE_URL")
    engine = database.engine(url, "understudy_owner", 4)
    try:
        yield database.sessions(engine)
    finally:
        await engine.dispose()


@dataclass(frozen=True, slots=True)
class Plan:
    """How large a run is. The same plan with the same seed has the same people and the same kills."""

    seed: int
    jobs: int = 20
    applicants: tuple[int, int] = (6, 8)
    """Per job, at least and at most."""
    kills: int | None = None
    """Moments at which parts die; None: 8 to 12."""
    limit_seconds: float = 240.0


async def run(plan: Plan) -> Report:
    """Play one run. Never raises for what goes wrong in the product: that stands in the report."""
    with new_home() as home:
        stack = new_stack(home, settings_for(home), [])
        await stack.start()
        try:
            async with patient_world(stack) as world, owner_sessions(stack) as sessions:
                return await _play(plan, stack, world, sessions)
        finally:
            await stack.stop()


async def _play(plan: Plan, stack: Stack, world: PatientWorld, sessions: Sessions) -> Report:
    began = time.monotonic()
    chance = random.Random(plan.seed)
    small_jobs = make_jobs(world, plan.jobs, chance, plan.applicants)
    chaos = Chaos(stack, chance, plan.kills or chance.randint(8, 12))
    interviewers = await create_interviewers(world)
    # Creating is the one act that a repeat would do twice, so nothing dies yet.
    ids = [await create_job(world, job, interviewers) for job in small_jobs]
    people = {
        (a.person.card.email, job_id): a.person
        for job, job_id in zip(small_jobs, ids, strict=True)
        for a in job.applicants
    }
    actors = [
        asyncio.create_task(candidates.live(world, people), name="candidates"),
        asyncio.create_task(recruiter.work(world, people), name="recruiter"),
    ]
    killing = asyncio.create_task(chaos.run(), name="chaos")
    await asyncio.gather(*(open_and_close(world, job, i) for job, i in zip(small_jobs, ids, strict=True)))
    await killing
    await chaos.settled()
    client = await connect(stack.settings.temporal_address or "", stack.settings.temporal_namespace)
    rounds = await ensure_schedules(client, stack.settings)

    async def until_quiet(running: str) -> None:
        while time.monotonic() - began < plan.limit_seconds and not any(actor.done() for actor in actors):
            if await is_quiet(sessions, client, running):
                return
            await asyncio.sleep(0.5)

    await until_quiet(WORK)
    # No round may begin while the findings are gathered; one that has begun is waited for.
    for name in rounds:
        await client.get_schedule_handle(name).pause()
    await until_quiet(RUNNING)
    faults = await _end(actors)
    deliveries = await world.deliveries()
    found = faults + await all_findings(sessions, client, world)
    return Report(
        seed=plan.seed,
        kills=chaos.done,
        findings=found,
        seconds=time.monotonic() - began,
        troubles=dict(world.troubles),
        answers=len(world.acknowledged),
        mails=len(deliveries),
        repeated_mails=sum(1 for n in deliveries.values() if n > 1),
        recovery=await recovery(sessions, stack.settings.tempo),
        logs=await tails(sessions, found),
    )


async def create_interviewers(world: PatientWorld) -> list[str]:
    """Four interviewers around the world."""
    return [
        (await world.admin("POST", "/users", json={
            "email": f"interviewer{n}@understudy.example", "name": f"Interviewer {n}", "role": "interviewer",
            "time_zone": zone,
        }))["id"]
        for n, zone in enumerate(("Europe/Madrid", "Asia/Seoul", "America/Chicago", "UTC"))
    ]  # fmt: skip


async def create_job(world: PatientWorld, job: SmallJob, interviewers: list[str], **fields: object) -> str:
    """A draft; `fields` replace what the API is told."""
    body = {
        "title": job.title,
        "description": f"We look for somebody with {', '.join(job.skills)}.",
        "requirements": {"must": list(job.skills), "nice": [], "years": 3, "languages": ["en"]},
        "number_of_openings": job.openings,
        "interviewer_ids": interviewers,
        "promotion_cutoff": None,
        "undo_window": "PT6H",
        **fields,
    }
    created: str = (await world.api("POST", "/jobs", json=body))["job"]["id"]
    return created


async def open_and_close(world: PatientWorld, job: SmallJob, job_id: str) -> None:
    """Publish a job, send in its applications, close it."""
    await world.api("POST", f"/jobs/{job_id}/publish")
    for applicant in job.applicants:
        card = applicant.person.card
        fields = {"name": card.name, "email": card.email, "time_zone": str(card.time_zone)}
        await world.upload(UUID(job_id), card.filename, applicant.resume, fields)
    await world.api("POST", f"/jobs/{job_id}/close")


async def _end(actors: list[asyncio.Task[None]]) -> list[str]:
    """Send the actors home. What one of them stumbled over is a finding."""
    for actor in actors:
        actor.cancel()
    ended = await asyncio.gather(*actors, return_exceptions=True)
    return [f"an actor failed: {e!r}" for e in ended if isinstance(e, Exception)]
