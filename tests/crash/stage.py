"""A running stack with one job on it, for tests that aim at one moment."""

import asyncio
import dataclasses
import html
import random
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import text
from temporalio.api.enums.v1 import TimeoutType

from demo.candidates import NONCE, START
from demo.world import Mail
from domain.identifiers import interview_workflow
from runtime.embedded.supervisor import Stack
from runtime.temporal import connect
from tests.crash.crowd import make_jobs
from tests.crash.findings import Sessions
from tests.crash.patient_world import PatientWorld
from tests.crash.scenario import create_interviewers, create_job, open_and_close
from tests.support.patience import PATIENCE_SECONDS

WAITING = """
SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
WHERE c.relname = :table AND NOT l.granted AND (CAST(:written AS text) IS NULL OR EXISTS (
    SELECT FROM pg_locks h JOIN pg_class w ON w.oid = h.relation
    WHERE h.pid = l.pid AND h.granted AND h.mode = 'RowExclusiveLock' AND w.relname = :written
))
"""
"""Transactions that wait to write to a table and have written to another one."""


async def until(condition: Callable[[], Awaitable[Any]], what: str, seconds: float = PATIENCE_SECONDS) -> Any:
    """Look until `condition` gives something true, and return that."""
    deadline = time.monotonic() + seconds
    while not (seen := await condition()):
        assert time.monotonic() < deadline, f"{what} did not come in {seconds:g} s"
        await asyncio.sleep(0.02)
    return seen


@dataclass
class Stage:
    """A stack, its outside and its rows."""

    stack: Stack
    world: PatientWorld
    sessions: Sessions
    interviewers: list[str] = field(default_factory=list)
    jobs: int = 0

    async def job(self, applicants: int = 2, **fields: object) -> str:
        """A job with one opening that was just closed; its first invitation is on the way.

        Its people have a month for each answer, unless `fields` say otherwise: an hour is a second here.
        """
        fields = {"confirmation_window": "P30D", "slot_selection_window": "P30D", **fields}
        self.interviewers = self.interviewers or await create_interviewers(self.world)
        self.jobs += 1
        # The job's number stands in its people's addresses, so that jobs share nobody.
        small = make_jobs(self.world, self.jobs, random.Random(self.jobs))[-1]
        small = dataclasses.replace(small, openings=1, applicants=small.applicants[:applicants])
        job_id = await create_job(self.world, small, self.interviewers, **fields)
        await open_and_close(self.world, small, job_id)
        return job_id

    async def value(self, query: str, **values: object) -> Any:
        """One value from the database, whatever the rows' policies."""
        async with self.sessions() as session:
            return await session.scalar(text(query), values)

    async def actions(self, interview_id: str, action: str) -> int:
        """How often a step of an interview stands in the log."""
        count: int = await self.value(
            "SELECT count(*) FROM automation_logs WHERE interview_id = :id AND action_type = :action",
            id=interview_id,
            action=action,
        )
        return count

    async def interview(self, job_id: str, place: int = 1) -> str:
        """The n-th interview of a job, once there is one."""
        query = "SELECT id FROM interviews WHERE job_id = :job ORDER BY created_at OFFSET :skip LIMIT 1"
        found = await until(lambda: self.value(query, job=job_id, skip=place - 1), f"interview {place}")
        return str(found)

    async def mail(self, interview_id: str, template: str) -> Mail:
        """A mail about an interview, once it was delivered."""

        async def look() -> Mail | None:
            mails = await self.world.mails()
            return next((m for m in mails if (m.interview_id, m.template) == (interview_id, template)), None)

        found: Mail = await until(look, f"the mail {template}")
        return found

    async def form(self, link: str, **fields: str) -> dict[str, str]:
        """What a browser would send from a candidate's page."""
        nonce = NONCE.search((await self.world.send("GET", link)).text)
        assert nonce
        return {**fields, "nonce": nonce.group(1)}

    async def accept_and_pick(self, invitation: Mail) -> None:
        """Accept an invitation and take the last free time (the first one may be too near a moment later)."""
        link = invitation.link("accept")
        accepted = await self.world.send("POST", link, data=await self.form(link))
        schedule = self.world.base_url + accepted.headers["location"]
        starts = START.findall((await self.world.send("GET", schedule)).text)
        fields = await self.form(schedule, action="pick", start=html.unescape(starts[-1]))
        picked = await self.world.send("POST", schedule, data=fields)
        assert picked.is_redirect

    @asynccontextmanager
    async def blocked(
        self, table: str, *, written: str | None = None
    ) -> AsyncIterator[Callable[[], Awaitable[None]]]:
        """Nobody can write to a table meanwhile. Yields a wait until somebody tries who has written to `written`:
        a digest or an alert may be due at any moment, and is not what the test is about."""

        async def somebody_waits() -> None:
            await until(lambda: self.value(WAITING, table=table, written=written), f"a write to {table}")

        async with self.sessions() as session:
            await session.execute(text(f"LOCK TABLE {table} IN SHARE MODE"))
            yield somebody_waits
            await session.rollback()

    async def kill(self, *names: str) -> None:
        """SIGKILL, and wait until the parts are back."""
        for name in names:
            self.stack.kill(name, signal.SIGKILL)
        for name in names:
            await self.stack.wait(name)

    async def first_step(self, interview_id: str) -> tuple[int, TimeoutType.ValueType]:
        """How often the first step of an interview's workflow was begun, and which time limit ended the last try."""
        settings = self.stack.settings
        client = await connect(settings.temporal_address or "", settings.temporal_namespace)
        handle = client.get_workflow_handle(interview_workflow(UUID(interview_id)))
        events = (await handle.fetch_history()).events
        first = next(e for e in events if e.HasField("activity_task_started_event_attributes"))
        begun = first.activity_task_started_event_attributes
        return begun.attempt, begun.last_failure.timeout_failure_info.timeout_type
