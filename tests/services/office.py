"""The product without its engine: acts of people, and the steps that workflows would take, on a real database.

Steps are the real activities, run one after the other with a clock that only moves when told.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio.testing import ActivityEnvironment

from activities.contracts import InterviewAsk, InterviewStep, JobAsk, JobStep, SeatsStep
from activities.interviews import InterviewActivities
from activities.jobs import JobActivities
from activities.step import Desk
from domain import identifiers
from domain.errors import UnderstudyError
from domain.interview_plan import Act, next_move
from domain.job_plan import FINISHED
from domain.shortlist import Standing, in_order, vacant_seats
from domain.states import FINAL_JOB, LIVE_INTERVIEW
from domain.vocabulary import JobStatus, LeaveKind
from domain.vocabulary import ShortlistStatus as S
from models import Application, Interview, Job
from services import find, invariants, mail, shortlist
from services.log import Cause

TICK = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Row:
    """What a choice of the next act needs to know of a row."""

    id: UUID
    job_id: UUID | None
    status: str
    leave: LeaveKind | None = None
    openings: int = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All jobs, applications and interviews of the moment."""

    jobs: Sequence[Row] = ()
    applications: Sequence[Row] = ()
    interviews: Sequence[Row] = ()


class Office:
    """Acts and steps, each one transaction; `tally` counts what succeeded."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession], now: datetime) -> None:
        self.sessions = sessions
        self.now = now
        self.tally: Counter[str] = Counter()
        desk = Desk(sessions, lambda: self.now)
        self._jobs = JobActivities(desk)
        self._interviews = InterviewActivities(desk)

    async def act(self, name: str, act: Callable[[AsyncSession, datetime], Awaitable[object]]) -> bool:
        """A person acts. A refusal is an answer as well, and leaves nothing behind."""
        self.now += TICK
        try:
            async with self.sessions.begin() as session:
                await act(session, self.now)
        except UnderstudyError as refusal:
            self.tally[f"{name}: {refusal.code}"] += 1
            return False
        self.tally[name] += 1
        return True

    async def look(self) -> Snapshot:
        """The rows of the moment, in an order that the same acts give again: ids are made by chance."""
        async with self.sessions() as session:
            jobs = await session.execute(
                select(Job.id, Job.status, Job.number_of_openings).order_by(Job.created_at)
            )
            applications = await session.execute(
                select(Application.id, Application.job_id, Application.shortlist_status)
                .join(Job, Job.id == Application.job_id)
                .order_by(Job.created_at, Application.created_at)
            )
            interviews = await session.execute(
                select(Interview.id, Interview.job_id, Interview.status, Interview.leave_kind)
                .join(Job, Job.id == Interview.job_id)
                .join(Application, Application.id == Interview.application_id)
                .order_by(Interview.created_at, Job.created_at, Application.created_at)
            )
            return Snapshot(
                [Row(j, j, status, openings=openings) for j, status, openings in jobs],
                [Row(a, j, status) for a, j, status in applications],
                [Row(i, j, status, leave) for i, j, status, leave in interviews],
            )

    async def job_turn(self, job_id: UUID) -> None:
        """What a job's workflow does when woken: rank, fill, invite, finish, answer."""
        self.now += TICK
        ask = JobAsk(job_id, self.now)
        async with self.sessions() as session:
            job = await find.job(session, job_id)
            before = await invariants.standings(session, job_id)
        if job.status is JobStatus.CLOSED and job.ranked_at is None:
            step = await self._job_step(self._jobs.rank_and_shortlist, ask)
            if step.view.ranked:
                self.tally["ranked"] += 1
                await self._check_ranking(job, before)
            return
        if job.status is JobStatus.CLOSED:
            seats = await self._seats_step(ask)
            if seats.held_by is None:
                await self._check_promotions(job, before)
            for application_id in seats.to_invite:
                await self.invite(application_id)
            if seats.outlook in FINISHED:
                await self._finish(ask)
        elif job.status in FINAL_JOB:
            step = await self._job_step(self._jobs.answer_the_waiting, ask)
            while step.count > 0:
                self.now += TICK
                step = await self._job_step(self._jobs.answer_the_waiting, replace(ask, at=self.now))

    async def _finish(self, ask: JobAsk) -> None:
        step = await self._job_step(self._jobs.finish_job, ask)
        if step.view.status is JobStatus.EXHAUSTED:
            async with self.sessions() as session:
                job = await find.job(session, ask.job_id)
                left = [
                    s
                    for s in await invariants.standings(session, job.id)
                    if s.status in {S.BUFFER, S.PENDING}
                ]
            assert job.shortlisting_buffer == 0 or left == [], "given up while people could be promoted"

    async def _check_ranking(self, job: Job, before: list[Standing]) -> None:
        async with self.sessions() as session:
            wrong = await invariants.misplaced(
                session, job.id, before, job.number_of_openings, job.shortlisting_buffer
            )
        assert wrong == []

    async def _check_promotions(self, job: Job, before: list[Standing]) -> None:
        """I3: the best of the bench, in order, onto the vacant seats, or nobody when the cut-off has passed."""
        async with self.sessions() as session:
            after = {s.id: s for s in await invariants.standings(session, job.id)}
            limit = await shortlist.cutoff(session, job)
        old = {s.id: s.status for s in before}
        promoted = [s for s in after.values() if s.status is S.SHORTLISTED and old[s.id] is not S.SHORTLISTED]
        seats = vacant_seats(
            job.number_of_openings, [s.rank or 0 for s in before if s.status is S.SHORTLISTED]
        )
        allowed = job.shortlisting_buffer > 0 and (limit is None or self.now < limit)
        bench = in_order(s for s in before if s.status in {S.BUFFER, S.PENDING}) if allowed else []
        assert [(s.id, s.rank) for s in in_order(promoted)] == [
            (s.id, seat) for s, seat in zip(bench, seats, strict=False)
        ]
        self.tally["promoted"] += len(promoted)

    async def invite(self, application_id: UUID) -> None:
        """What an interview's workflow does first."""
        ask = InterviewAsk(identifiers.interview_id(application_id), application_id, self.now)
        await self._interview_step(self._interviews.invite, ask)

    async def interview_turn(self, interview: UUID) -> None:
        """What an interview's workflow does when woken: every move that is due and not held."""
        steps = {
            Act.EXPIRE: self._interviews.expire,
            Act.LEAVE: self._interviews.finalize_leave,
            Act.NEGOTIATE: self._interviews.negotiate,
            Act.BOOK: self._interviews.book,
            Act.ASSESS_RISK: self._interviews.assess_risk,
            Act.REMIND: self._interviews.remind,
            Act.ASK_OUTCOME: self._interviews.ask_outcome,
        }
        async with self.sessions() as session:
            application = (await find.interview(session, interview)).application_id
        assert application is not None
        held: frozenset[Act] = frozenset()
        view = (
            await self._interview_step(self._interviews.look_at_interview, self._ask(interview, application))
        ).view
        while view is not None:
            move = next_move(view, held)
            if move.act in {Act.WAIT, Act.END} or (move.at is not None and move.at > self.now):
                return
            self.now += TICK
            step = await self._interview_step(steps[move.act], self._ask(interview, application))
            self.tally[move.act if step.held_by is None else f"{move.act}: held"] += 1
            if step.held_by is not None or step.view == view:
                held |= {move.act}
            view = step.view or view

    def _ask(self, interview: UUID, application: UUID) -> InterviewAsk:
        return InterviewAsk(interview, application, self.now)

    async def wake(self) -> None:
        """Every workflow looks at its rows once."""
        snapshot = await self.look()
        for row in snapshot.interviews:
            if row.status in LIVE_INTERVIEW:
                await self.interview_turn(row.id)
        for row in snapshot.jobs:
            await self.job_turn(row.id)

    async def settle(self) -> list[str]:
        """Let everything go on until nothing is left to do; then say what is wrong."""
        await self.wake()
        await self.wake()
        await self.send_mails()
        async with self.sessions() as session:
            return await invariants.violations(session, quiet_at=self.now)

    async def send_mails(self) -> None:
        """What the dispatcher does, with a mail server that takes everything."""
        async with self.sessions.begin() as session:
            while (row := await mail.claim(session, self.now)) is not None:
                await mail.mark_sent(session, row, self.now, Cause())
                self.tally["mail_sent"] += 1

    async def _job_step(self, step: Callable[[JobAsk], Awaitable[JobStep]], ask: JobAsk) -> JobStep:
        result: JobStep = await _as_workflow(identifiers.job_workflow(ask.job_id)).run(step, ask)
        return result

    async def _seats_step(self, ask: JobAsk) -> SeatsStep:
        workflow = _as_workflow(identifiers.job_workflow(ask.job_id))
        result: SeatsStep = await workflow.run(self._jobs.fill_seats, ask)
        return result

    async def _interview_step(
        self, step: Callable[[InterviewAsk], Awaitable[InterviewStep]], ask: InterviewAsk
    ) -> InterviewStep:
        workflow = _as_workflow(identifiers.interview_workflow(ask.interview_id))
        result: InterviewStep = await workflow.run(step, ask)
        return result


def _as_workflow(workflow_id: str) -> ActivityEnvironment:
    environment = ActivityEnvironment()
    environment.info = replace(environment.info, workflow_id=workflow_id)
    return environment


START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
LIVE = frozenset(status.value for status in LIVE_INTERVIEW)
