"""`understudy demo`: the main job on the embedded stack, in scaled time, with everything that can go wrong."""

import asyncio
import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Mapping
from contextlib import nullcontext, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.live import Live
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from demo import board, candidates, checks, recruiter
from demo.candidates import Person
from demo.corpus import DemoJob, load_jobs
from demo.world import World
from domain.tempo import Tempo
from runtime import database
from runtime.bootstrap import ADMIN, RECRUITER, mint_key, prepare
from runtime.embedded.supervisor import Stack
from runtime.settings import Settings
from runtime.temporal import connect
from runtime.wiring import needed

RATE = 4 * 3600.0
"""Four hours of business a second: 48 hours to answer are twelve seconds."""
LIMIT_SECONDS = 400.0
FINAL = {"filled", "exhausted", "cancelled"}
INTERVIEWERS = (
    ("ines@understudy.example", "Inés Interviewer", "Europe/Madrid"),
    ("joon@understudy.example", "Joon Park", "Asia/Seoul"),
)

FIGURES = text("""
SELECT j.id, j.title, j.status, j.number_of_openings AS openings,
    (SELECT count(*) FROM applications a WHERE a.job_id = j.id) AS applications,
    (SELECT count(*) FROM applications a WHERE a.job_id = j.id AND a.unreadable_reason IS NOT NULL) AS unreadable,
    (SELECT count(*) FROM interviews i WHERE i.job_id = j.id AND i.status = 'completed') AS completed,
    (SELECT jsonb_object_agg(action_type, n) FROM
        (SELECT action_type, count(*) AS n FROM automation_logs l WHERE l.job_id = j.id GROUP BY 1) x) AS actions
FROM jobs j ORDER BY j.created_at
""")
WAITING = text("""
SELECT (SELECT count(*) FROM applications WHERE shortlist_status IN ('pending', 'buffer')),
    (SELECT count(*) FROM email_messages WHERE status = 'queued')
""")


def monday_morning(now: datetime, rate: float) -> Tempo:
    """A clock on which it is now the next Monday, 07:00 UTC, and an hour takes 3600 / `rate` seconds."""
    monday = (now + timedelta(days=7 - now.weekday())).replace(hour=7, minute=0, second=0, microsecond=0)
    return Tempo(now + (now - monday) / (rate - 1), rate)


async def play(*, as_json: bool) -> int:
    """Play the demo. Returns the exit code: 0 when every check holds."""
    console = Console(stderr=as_json)
    began = time.monotonic()
    tempo = monday_morning(datetime.now(UTC), RATE)
    settings = Settings()
    home = settings.home.absolute() / "demo"
    shutil.rmtree(home, ignore_errors=True)
    settings = settings.model_copy(
        update={
            "home": home,
            "time_rate": tempo.rate,
            "time_origin": tempo.origin,
            # A retry of a mail every ten business minutes would be every 40 ms here.
            "mail_retry": timedelta(hours=4),
            "api_rate": 1_000_000,  # days of a recruiter's work in a minute
            "mail_give_up": timedelta(days=10),
        }
    )
    stack = Stack(home, settings, migrate=prepare, tell=lambda line: console.log(line, highlight=False))
    console.print("Starting PostgreSQL, Temporal, mailbox, worker and web …")
    await stack.start()
    try:
        console.print(stack.describe(), highlight=False)
        result = await _play_on(stack, tempo, console, live=not as_json and console.is_terminal)
    finally:
        await stack.stop()
    result["seconds"] = round(time.monotonic() - began, 1)
    result["home"] = str(home)
    if as_json:
        print(json.dumps(result))  # noqa: T201 - the answer for a program
    else:
        console.print(board.last_words(result))
        console.print(
            f"To look around: UNDERSTUDY_HOME={_short(home)} {_short(Path(sys.argv[0]))} up", highlight=False
        )
    return 0 if result["ok"] else 1


def _short(path: Path) -> str:
    with suppress(ValueError):
        return str(path.relative_to(Path.cwd()))
    return str(path)


async def _play_on(stack: Stack, tempo: Tempo, console: Console, *, live: bool) -> dict[str, Any]:
    settings = stack.settings
    engine = database.engine(needed(settings.database_url, "DATABASE_URL"), "understudy_owner", 4)
    sessions = database.sessions(engine)
    async with httpx.AsyncClient(timeout=10, follow_redirects=False) as http:
        world = World(
            tempo=tempo,
            base_url=settings.base_url,
            mailbox_url=stack.mailbox_url or "",
            keys={
                "admin": await mint_key(sessions, ADMIN, "demo", tempo),
                "recruiter": await mint_key(sessions, RECRUITER, "demo", tempo),
            },
            http=http,
        )
        people, ids = await _arrange(world)
        notes: list[str] = []
        actors = [
            asyncio.create_task(candidates.live(world, people)),
            asyncio.create_task(recruiter.work(world, people)),
            asyncio.create_task(_troubles(world, stack, ids)),
        ]
        finished = await _until_finished(world, ids, actors, console, notes, live=live)
        for actor in actors:
            actor.cancel()
        ended = await asyncio.gather(*actors, return_exceptions=True)
        faults = [
            repr(e) for e in ended if isinstance(e, Exception) and not isinstance(e, asyncio.CancelledError)
        ]
        waiting = await _still_waiting(sessions, seconds=60)
        result = await _result(world, stack, sessions)
        result["checks"] |= waiting
        result["checks"]["every job ended"] = [] if finished else ["time ran out"]
        result["checks"]["the demo's actors"] = faults
    await engine.dispose()
    result["ok"] = not any(result["checks"].values())
    return result


async def _arrange(world: World) -> tuple[dict[tuple[str, str], Person], list[str]]:
    """Interviewers, three jobs, sixty applications."""
    interviewers = [
        (await world.admin("POST", "/users", json={
            "email": email, "name": name, "role": "interviewer", "time_zone": zone,
        }))["id"]
        for email, name, zone in INTERVIEWERS
    ]  # fmt: skip
    people: dict[tuple[str, str], Person] = {}
    ids = []
    for n, job in enumerate(load_jobs()):
        job_id = await _publish(world, job, interviewers, reviewed=n == 1)
        ids.append(job_id)
        for card in job.people:
            fields = {"name": card.name, "email": card.email, "time_zone": str(card.time_zone)}
            await world.upload(job_id, card.filename, card.content(), fields)  # type: ignore[arg-type]
            people[card.email.lower(), job_id] = Person(world, card)
        world.tell(f"{len(job.people)} applications for {job.title}")
    return people, ids


async def _publish(world: World, job: DemoJob, interviewers: list[str], *, reviewed: bool) -> str:
    body = {
        "title": job.title,
        "description": job.description,
        "requirements": job.requirements.as_mapping(),
        "number_of_openings": job.number_of_openings,
        "location": job.location,
        "company": "Example & Sons",
        "interviewer_ids": interviewers,
        "review_mode": "until_deadline" if reviewed else "none",
        "promotion_cutoff": None,
        "undo_window": "PT6H",
    }
    created = await world.api("POST", "/jobs", json=body)
    job_id: str = created["job"]["id"]
    await world.api("POST", f"/jobs/{job_id}/publish")
    return job_id


async def _troubles(world: World, stack: Stack, ids: list[str]) -> None:
    """Close the jobs, hold invitations with a flag, kill the worker in the middle."""
    world.tell("Flag interview_invitations is switched off")
    await world.admin("PUT", "/flags/interview_invitations", json={"enabled": False})
    for job_id in ids:
        await world.api("POST", f"/jobs/{job_id}/close")
    world.tell("All jobs are closed; invitations wait at their gate")
    while not (await world.api("GET", f"/jobs/{ids[0]}"))["board"]["held"]:  # noqa: ASYNC110 - seen from outside
        await asyncio.sleep(0.2)
    await world.rest(timedelta(hours=4))
    world.tell("Flag interview_invitations is switched on again")
    await world.admin("PUT", "/flags/interview_invitations", json={"enabled": True})
    await world.rest(timedelta(hours=30))
    world.tell("The worker is killed (kill -9)")
    stack.kill("worker", signal.SIGKILL)
    await stack.wait("worker", 60)
    world.tell("The worker is back; nothing was lost")
    await asyncio.Event().wait()


async def _until_finished(
    world: World,
    ids: list[str],
    actors: list[asyncio.Task[None]],
    console: Console,
    notes: list[str],
    *,
    live: bool,
) -> bool:
    """Show the board until every job has ended, an actor failed, or time is up."""
    deadline = time.monotonic() + LIMIT_SECONDS
    told = 0
    with Live(console=console, refresh_per_second=4, transient=True) if live else nullcontext() as screen:
        while time.monotonic() < deadline and not any(actor.done() for actor in actors):
            jobs = [await world.api("GET", f"/jobs/{job_id}") for job_id in ids]
            if isinstance(screen, Live):
                screen.update(board.board(world, jobs, notes))
            else:
                for line in world.events[told:]:
                    console.print(line, highlight=False, markup=False)
                told = len(world.events)
            if all(job["job"]["status"] in FINAL for job in jobs):
                return True
            await asyncio.sleep(0.5)
    return False


async def _still_waiting(
    sessions: async_sessionmaker[AsyncSession], *, seconds: float
) -> dict[str, list[str]]:
    """Wait until nobody waits for an answer and no mail for its hand-over; what was left at the last look.

    One look decides: a digest may come due at any moment after it, and its mail is then on its way.
    """
    deadline = time.monotonic() + seconds
    while True:
        async with sessions() as session:
            unanswered, queued = (await session.execute(WAITING)).one()
        if not (unanswered or queued) or time.monotonic() > deadline:
            return {
                "everybody has an answer": [f"{unanswered} wait"] if unanswered else [],
                "no mail left in the queue": [f"{queued} wait"] if queued else [],
            }
        await asyncio.sleep(0.1)


async def _result(world: World, stack: Stack, sessions: async_sessionmaker[AsyncSession]) -> dict[str, Any]:
    async with sessions() as session:
        rows = (await session.execute(FIGURES)).mappings().all()
        log_rows = await session.scalar(text("SELECT count(*) FROM automation_logs"))
    mails = await world.mails()
    client = await connect(stack.settings.temporal_address or "", stack.settings.temporal_namespace)
    named, histories = await checks.leaks(client, await checks.people_words(sessions))
    jobs = [_job_figures(dict(row)) for row in rows]
    return {
        "jobs": jobs,
        "applications": sum(row["applications"] for row in rows),
        "unreadable": sum(row["unreadable"] for row in rows),
        "log_rows": log_rows,
        "mails": len(mails),
        "histories": histories,
        "story": world.events,
        "checks": {
            "invariants in the database": await checks.broken_invariants(sessions),
            "no person in any workflow history": named,
            "one mail per step in the mailbox": checks.doubled_mails(mails),
        },
        "look": {"web": stack.settings.base_url, "mailbox": world.mailbox_url, "pid": os.getpid()},
    }


def _job_figures(row: Mapping[str, Any]) -> dict[str, Any]:
    actions = row["actions"] or {}

    def count(*names: str) -> int:
        return sum(actions.get(name, 0) for name in names)

    return {
        "title": row["title"],
        "status": row["status"],
        "openings": row["openings"],
        "seats_completed": row["completed"],
        "funnel": {
            "applications": row["applications"],
            "invited": count("invitation_sent"),
            "accepted": count("invitation_accepted"),
            "booked": count("interview_booked"),
            "completed": row["completed"],
            "declined": count("interview_declined"),
            "withdrew": count("interview_withdrew"),
            "expired": count("interview_expired"),
            "no_show": count("interview_no_show"),
            "promotions": count("promoted"),
        },
    }
