"""A job under way: arranging it, acting as its people, looking at what became of it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import func, select
from temporalio.api.enums.v1 import PendingActivityState
from temporalio.client import WorkflowHistory

from domain.identifiers import interview_id, interview_workflow, job_workflow
from domain.vocabulary import Flag, InterviewStatus, MailTemplate
from models import (
    Application,
    AutomationLog,
    EmailMessage,
    FeatureFlag,
    HeldStep,
    Interview,
    Job,
    OutboxMessage,
)
from services import find, flags, jobs, slots
from services.interviews import answer
from services.log import Cause
from tests.conftest import Sessions
from tests.support.data import BY_CANDIDATE, BY_HAND, Data
from tests.support.worker import Running
from tests.workflows.recorder import record

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def wall_clock() -> datetime:
    """The real time, which is where every workflow begins."""
    return datetime.now(UTC)


class CandidateAct(Protocol):
    """What a candidate does, as `services.interviews.answer` names it."""

    def __call__(
        self, session: Any, interview_id: UUID, *, cause: Cause, received_at: datetime
    ) -> Awaitable[Interview]: ...


RecruiterAct = Callable[..., Awaitable[Any]]
"""What a recruiter does, as `services` names it: (session, id, ..., cause, at)."""


@dataclass
class Hiring:
    """People and rows around a running worker."""

    app: Running
    data: Data
    owner: Sessions
    applications: list[UUID] = field(default_factory=list)

    async def job(self, *scores: float, openings: int = 1, buffer: int = 1, **draft: Any) -> UUID:
        """An open job with scored applications, best first if the scores are."""
        job_id = await self.data.a_job(openings, buffer, at=wall_clock(), **draft)
        self.applications = await self.data.scored(job_id, *scores, at=wall_clock())
        return job_id

    async def closed_job(self, *scores: float, openings: int = 1, buffer: int = 1, **draft: Any) -> UUID:
        """A job that its recruiter closed; its workflow goes on from there."""
        job_id = await self.job(*scores, openings=openings, buffer=buffer, **draft)
        await self.recruiter(jobs.close, job_id)
        return job_id

    async def invited(self, place: int = 0) -> UUID:
        """The interview of the n-th application, once its invitation is queued."""
        wanted = interview_id(self.applications[place])

        async def is_there() -> bool:
            return bool(await self.mails(MailTemplate.INVITATION, wanted))

        await self.app.until(is_there, interview_workflow(wanted))
        return wanted

    async def accepted(self, place: int = 0) -> UUID:
        """The interview of the n-th application, accepted."""
        interview = await self.invited(place)
        await self.candidate(answer.accept, interview)
        return interview

    async def booked(self, place: int = 0, start: datetime | None = None) -> tuple[UUID, datetime]:
        """The interview of the n-th application with a booked time: `start`, or the first in more than an hour."""
        interview = await self.accepted(place)
        start = start or next(s for s in await self.free(interview) if s > wall_clock() + HOUR)
        await self.pick(interview, start)
        return interview, start

    async def pick(self, interview: UUID, start: datetime) -> None:
        """Take a time, and wait until calendars were told."""
        await self.take(interview, start)
        await self.until_told_calendars(interview)

    async def take(self, interview: UUID, start: datetime) -> None:
        """Take a time as the candidate."""
        now = await self.now(interview)
        async with self.app.sessions.begin() as session:
            await answer.pick(session, interview, start, cause=BY_CANDIDATE, received_at=now)

    async def until_told_calendars(self, interview: UUID) -> None:
        """Wait until the calendars know the booked time."""

        async def told() -> bool:
            row = await self.interview(interview)
            return row.calendar_synced_sequence == row.calendar_sequence

        await self.app.until(told, interview_workflow(interview))

    async def free(self, interview: UUID) -> list[datetime]:
        """Free starts, as the candidate's page shows them."""
        now = await self.now(interview)
        async with self.app.sessions.begin() as session:
            row = await find.interview(session, interview)
            job = await find.job(session, row.job_id) if row.job_id else None
            assert job is not None
            return [slot.start for slot in await slots.free(session, job, row, now)]

    async def candidate(self, act: CandidateAct, interview: UUID) -> datetime:
        """Act as the candidate, at the time of the interview's own workflow. Returns that time."""
        now = await self.now(interview)
        async with self.app.sessions.begin() as session:
            await act(session, interview, cause=BY_CANDIDATE, received_at=now)
        return now

    async def recruiter(
        self, act: RecruiterAct, about: UUID, *arguments: Any, at: datetime | None = None
    ) -> None:
        """Act as the recruiter, now or at a later business time."""
        async with self.app.sessions.begin() as session:
            await act(session, about, *arguments, cause=BY_HAND, at=at or wall_clock())

    async def switch(self, flag: Flag, *, on: bool) -> None:
        """Switch a flag as an admin does."""
        async with self.app.sessions.begin() as session:
            await flags.set_flag(session, flag, enabled=on, cause=BY_HAND, at=wall_clock())

    async def interview(self, interview: UUID) -> Interview:
        """The interview's row."""
        async with self.owner() as session:
            return await find.interview(session, interview)

    async def the_job(self, job_id: UUID) -> Job:
        """The job's row."""
        async with self.owner() as session:
            return await find.job(session, job_id)

    async def places(self) -> list[str]:
        """Where the applications stand, in the order in which they were arranged."""
        async with self.owner() as session:
            rows = {a.id: a.shortlist_status.value for a in await session.scalars(select(Application))}
        return [rows[application] for application in self.applications]

    async def mails(self, template: MailTemplate, about: UUID | None = None) -> list[EmailMessage]:
        """Mails of a template, in the order of their business time; of one interview or job only if asked."""
        query = (
            select(EmailMessage).where(EmailMessage.template == template).order_by(EmailMessage.created_at)
        )
        if about is not None:
            query = query.where((EmailMessage.interview_id == about) | (EmailMessage.job_id == about))
        async with self.owner() as session:
            return list(await session.scalars(query))

    async def actions(self, interview: UUID) -> list[str]:
        """What the log says of an interview, in order."""
        query = select(AutomationLog.action_type).where(AutomationLog.interview_id == interview)
        async with self.owner() as session:
            return list(await session.scalars(query.order_by(AutomationLog.sequence)))

    async def held(self) -> list[tuple[str, str]]:
        """Steps that wait at a gate, with the gate."""
        async with self.owner() as session:
            rows = await session.execute(select(HeldStep.step, HeldStep.gate))
            return [(row.step, row.gate) for row in rows]

    async def until_status(self, interview: UUID, status: InterviewStatus) -> Interview:
        """The interview, once it has a status."""

        async def has_it() -> Interview | None:
            row = await self.interview(interview)
            return row if row.status is status else None

        return await self.app.until(has_it, interview_workflow(interview))

    async def until_held(self, step: str, about: str) -> str:
        """The gate at which a step waits, once it does."""

        async def gate() -> str | None:
            return dict(await self.held()).get(step)

        return await self.app.until(gate, about)

    async def until_all_told(self, job_id: UUID) -> None:
        """Wait until nothing is left in the outbox."""

        async def empty() -> bool:
            async with self.owner() as session:
                left = select(func.count()).where(OutboxMessage.delivered_at.is_(None))
                return not await session.scalar(left)

        await self.app.until(empty, job_workflow(job_id))

    async def now(self, interview: UUID) -> datetime:
        """An interview's own time."""
        return await self.app.now_of(interview_workflow(interview))

    async def skip(self, interview: UUID, instant: datetime) -> None:
        """Skip an interview's time."""
        await self.app.skip_to(interview_workflow(interview), instant)

    async def deliver_all(self) -> None:
        """Deliver what is in the outbox, where no relay runs."""
        while await self.app.parts.relay.deliver_due():
            pass

    @asynccontextmanager
    async def flag_locked(self, flag: Flag) -> AsyncIterator[None]:
        """Hold the flag's row, as a slow change of it does."""
        async with self.owner.begin() as session:
            await session.execute(select(FeatureFlag).where(FeatureFlag.flag_name == flag).with_for_update())
            yield

    def start_skipping(self, interview: UUID, instant: datetime) -> asyncio.Task[None]:
        """Begin to skip an interview's time; await the task for the rest."""
        return asyncio.create_task(self.skip(interview, instant))

    async def until_step_runs(self, interview: UUID, step: str) -> None:
        """Wait until a step of an interview is under way."""
        workflow_id = interview_workflow(interview)

        async def runs() -> bool:
            described = await self.app.handle(workflow_id).describe()
            pending = described.raw_description.pending_activities
            return any(
                p.activity_type.name == step
                and p.state == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED
                for p in pending
            )

        await self.app.until(runs, workflow_id)

    async def record(self, workflow_id: str, path: str | None = None) -> WorkflowHistory:
        """Replay what a workflow did, and keep it as a golden path when recording."""
        return await record(self.app.client, workflow_id, path)
