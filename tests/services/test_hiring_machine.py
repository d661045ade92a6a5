"""Random hiring: people and workflows act in any order, and after each act every invariant holds."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import Flag
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import ShortlistStatus as S
from models import AutomationLog
from runtime import database
from runtime.embedded.postgres import EmbeddedPostgres
from services import find, flags, invariants, jobs, negotiation, slots
from services.by_hand import accept, set_buffer
from services.interviews import answer, end
from services.log import Cause
from tests.services.office import LIVE, START, TICK, Office, Row
from tests.support.chance import EXPLORE
from tests.support.data import BY_CANDIDATE, BY_HAND, Data

FLAGS = (Flag.GLOBAL_AUTOMATION, Flag.AUTO_SHORTLISTING, Flag.AUTO_PROMOTION, Flag.INTERVIEW_INVITATIONS)
WAITS = (timedelta(minutes=11), timedelta(hours=13), timedelta(hours=25), timedelta(hours=49))
SCORES = st.lists(st.sampled_from([0, 40, 40, 55, 55.5, 70, 90]), min_size=2, max_size=9)
CUTOFFS = [None, timedelta(hours=1), timedelta(hours=24)]
N = st.integers(0, 1_000)
"""Which of the rows that an act is possible for; taken modulo their number."""

Act = Callable[..., Awaitable[object]]

SEATS_MOVE = {"shortlisted", "buffered", "promoted", "backfilled", "expired"}
PEOPLE_ACT = {"invitation_accepted", "slot_picked", "leave_requested", "rejected_by_hand"}

log_actions: Counter[str] = Counter()


async def _pick(session: AsyncSession, interview_id: UUID, k: int, at: datetime) -> None:
    interview = await find.interview(session, interview_id)
    job = await find.job(session, interview.job_id or interview_id)
    free = await slots.free(session, job, interview, at)
    await answer.pick(session, interview_id, free[k % 3].start, cause=BY_CANDIDATE, received_at=at)


async def _reply(session: AsyncSession, interview_id: UUID, k: int, at: datetime) -> None:
    day = (at + timedelta(days=k % 12)).date()
    text = f"{day}T{k % 20:02}:00/{day}T{k % 20 + 3:02}:00"
    await negotiation.reply(session, interview_id, text, cause=BY_CANDIDATE, received_at=at)


async def _accept(session: AsyncSession, interview_id: UUID, _k: int, at: datetime) -> None:
    await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=at)


async def _leave(session: AsyncSession, interview_id: UUID, _k: int, at: datetime) -> None:
    await answer.leave(session, interview_id, cause=BY_CANDIDATE, received_at=at)


async def _undo(session: AsyncSession, interview_id: UUID, _k: int, at: datetime) -> None:
    await answer.undo_leave(session, interview_id, cause=BY_CANDIDATE, received_at=at)


ANSWERS: dict[str, Act] = {
    "accept": _accept, "pick": _pick, "leave": _leave, "reply": _reply, "undo": _undo,
}  # fmt: skip


class Hiring(RuleBasedStateMachine):
    """Up to three jobs of one recruiter, whose calendar all interviews share."""

    server: ClassVar[EmbeddedPostgres]

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self.name = f"machine_{uuid4().hex}"
        self.do(self.server.create_database(self.name, template="template_ready"))
        self.engines = [
            database.engine(self.server.url_of(self.name), role, 2)
            for role in ("understudy_owner", database.WORKER)
        ]
        self.owner, worker = map(database.sessions, self.engines)
        self.office = Office(worker, START)
        self.data = Data(self.owner, worker)
        self.look()

    def do(self, act: Any) -> Any:
        """Run a coroutine to its end."""
        return self.runner.run(act)

    def look(self) -> None:
        """Take a new snapshot, from which the next act's target is chosen."""
        self.now = self.do(self.office.look())

    def having(self, rows: Sequence[Row], *status: str) -> list[Row]:
        """The rows in one of these states."""
        return [row for row in rows if row.status in status]

    def by_hand(self, name: str, act: Act, target: UUID | Flag, *values: Any) -> None:
        """A person acts on a row."""
        self.do(self.office.act(name, lambda s, at: act(s, target, *values, cause=BY_HAND, at=at)))

    def by_candidate(self, name: str, act: Act, target: UUID, k: int) -> None:
        """A candidate acts on the own interview; `k` is a choice among what is on offer."""
        self.do(self.office.act(name, lambda s, at: act(s, target, k, at)))

    @initialize(openings=st.integers(1, 3), buffer=st.integers(1, 3), scores=SCORES)
    def a_first_job(self, openings: int, buffer: int, scores: list[float]) -> None:
        """Under way at once."""
        self.a_job_is_published(openings, buffer, scores, None)
        self.everything_settles()

    @precondition(lambda self: len(self.now.jobs) < 3)
    @rule(
        openings=st.integers(1, 3), buffer=st.integers(0, 3), scores=SCORES, cutoff=st.sampled_from(CUTOFFS)
    )
    def a_job_is_published(
        self, openings: int, buffer: int, scores: list[float], cutoff: timedelta | None
    ) -> None:
        self.office.now += TICK
        at = self.office.now

        async def add() -> UUID:
            job_id = await self.data.a_job(openings, buffer, at=at, windows={"promotion_cutoff": cutoff})
            await self.data.scored(job_id, *scores, at=at)
            return job_id

        job_id = self.do(add())
        # Every other first leaves a recruiter time to accept and reject before the ranking.
        if cutoff is None:
            self.by_hand("close", jobs.close, job_id)
        self.look()

    @rule(n=N, act=st.sampled_from(["accept", "pick", "pick", "leave", "accept", "reply", "undo"]), k=N)
    def a_candidate_answers(self, n: int, act: str, k: int) -> None:
        status = {
            "accept": [I.INVITATION_SENT],
            "pick": [I.SLOT_PENDING, I.CONFIRMED],
            "reply": [I.SLOT_PENDING],
        }
        rows = self.having(self.now.interviews, *status.get(act, LIVE))
        rows = [row for row in rows if row.leave] if act == "undo" else rows
        if rows:
            self.by_candidate(act, ANSWERS[act], rows[n % len(rows)].id, k)

    @rule(n=N, act=st.sampled_from([end.complete, end.complete, end.no_show, end.start]))
    def an_outcome_is_recorded(self, n: int, act: Act) -> None:
        if rows := self.having(self.now.interviews, I.CONFIRMED, I.IN_PROGRESS):
            self.by_hand(act.__name__, act, rows[n % len(rows)].id)

    @rule(n=N, act=st.sampled_from([accept, end.reject]))
    def a_recruiter_overrides_the_ranking(self, n: int, act: Act) -> None:
        if rows := self.having(self.now.applications, S.PENDING, S.BUFFER, S.SHORTLISTED):
            self.by_hand(act.__name__, act, rows[n % len(rows)].id)

    @rule(n=N, hours=st.sampled_from([-1, 5, 72]))
    def a_deadline_is_extended(self, n: int, hours: int) -> None:
        if rows := self.having(self.now.interviews, I.INVITATION_SENT, I.SLOT_PENDING):
            until = self.office.now + timedelta(hours=hours)
            self.by_hand("extend", end.extend_deadline, rows[n % len(rows)].id, until)

    @rule(
        n=N,
        size=st.integers(0, 4),
        act=st.sampled_from(["bench", "openings", "pause", "resume", "close", "end"]),
    )
    def a_recruiter_changes_a_job(self, n: int, size: int, act: str) -> None:
        job = self.now.jobs[n % len(self.now.jobs)]
        if act == "bench":
            self.by_hand("set_buffer", set_buffer, job.id, size)
        elif act == "openings" and job.openings < 4:
            self.by_hand("add_openings", jobs.add_openings, job.id, 1)
        elif act in {"pause", "resume", "close"}:
            self.by_hand(act, getattr(jobs, act), job.id)
        elif act == "end" and len(self.now.jobs) == 3:
            self.by_hand("end", jobs.finish if size else jobs.cancel, job.id)

    @rule(name=st.sampled_from(FLAGS), on=st.sampled_from([True, True, True, True, False]))
    def a_flag_is_set(self, name: Flag, on: bool) -> None:
        self.by_hand("set_flag", _set_flag, name, on)

    @rule(n=N, on=st.sampled_from([None, None, True, False]))
    def a_flag_is_overridden(self, n: int, on: bool | None) -> None:
        self.by_hand("override", _override, self.now.jobs[n % len(self.now.jobs)].id, on)

    @rule(by=st.sampled_from(WAITS))
    def time_passes(self, by: timedelta) -> None:
        self.office.now += by
        self.do(self.office.wake())

    @rule(n=N)
    def a_workflow_wakes(self, n: int) -> None:
        rows = [*self.now.jobs, *self.having(self.now.interviews, *LIVE)]
        row = rows[n % len(rows)]
        turn = self.office.job_turn if row.id == row.job_id else self.office.interview_turn
        self.do(turn(row.id))

    @rule()
    def everything_settles(self) -> None:
        assert self.do(self.office.settle()) == []

    @invariant()
    def nothing_is_broken(self) -> None:
        async def check() -> list[str]:
            async with self.office.sessions() as session:
                return await invariants.violations(session)

        self.look()
        assert self.do(check()) == []

    def teardown(self) -> None:
        async def end_it() -> None:
            async with self.owner() as session:
                query = select(AutomationLog.action_type, func.count()).group_by(AutomationLog.action_type)
                for action, count in await session.execute(query):
                    log_actions[action] += count
            for engine in self.engines:
                await engine.dispose()
            await self.server.drop_database(self.name)

        self.do(end_it())
        self.runner.close()


async def _set_flag(session: AsyncSession, name: Flag, on: bool, *, cause: Cause, at: datetime) -> None:
    await flags.set_flag(session, name, enabled=on, cause=cause, at=at)


async def _override(session: AsyncSession, job: UUID, on: bool | None, *, cause: Cause, at: datetime) -> None:
    await flags.set_override(session, Flag.AUTO_PROMOTION, job, on, cause=cause, at=at)


@pytest.mark.parametrize(
    ("examples", "steps", "proof"),
    [
        pytest.param(12, 30, SEATS_MOVE | PEOPLE_ACT, marks=pytest.mark.slow, id="many short runs"),
        pytest.param(2, 200, SEATS_MOVE, marks=pytest.mark.slow, id="one long run"),
        pytest.param(4, 30, SEATS_MOVE, id="a few short runs"),
    ],
)
def test_invariants_hold_whatever_people_and_workflows_do(
    cluster: EmbeddedPostgres, examples: int, steps: int, proof: set[str]
) -> None:
    """`proof`: what the log must have seen for the run to prove anything. The first example is a dull one."""
    log_actions.clear()

    class OnThisServer(Hiring):
        server = cluster

    run_state_machine_as_test(
        OnThisServer,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            phases=[Phase.generate, Phase.shrink] if EXPLORE else [Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert EXPLORE or proof <= set(log_actions)
