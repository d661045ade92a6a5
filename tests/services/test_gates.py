"""Gates: what they hold, whom they wake, and that no wake-up is lost."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select

from domain.errors import InvalidInputError, NotFoundError
from domain.flags import rollout_share
from domain.identifiers import job_workflow
from domain.vocabulary import Flag
from feature_flags import gate
from models import AutomationLog, FeatureFlag, HeldStep, OutboxMessage
from services import find, flags, gates, jobs
from services.gates import Step
from services.log import Subject
from tests.conftest import Sessions
from tests.services.arrange import LATER
from tests.support.data import AUTO, BY_HAND, Data


async def try_step(
    sessions: Sessions, job_id: UUID, seconds: int = 0, flag: Flag = Flag.AUTO_PROMOTION
) -> str | None:
    """A job's workflow tries a step; returns what holds it."""
    async with sessions.begin() as session:
        job = await find.job(session, job_id)
        step = Step(job_workflow(job_id), "promote", flag, Subject(job_id))
        return await gates.held_by(session, step, job, AUTO, LATER + timedelta(seconds=seconds))


async def switch(sessions: Sessions, flag: str, *, on: bool, seconds: int = 0) -> int:
    async with sessions.begin() as session:
        at = LATER + timedelta(seconds=seconds)
        return await flags.set_flag(session, flag, enabled=on, cause=BY_HAND, at=at)


async def woken(sessions: Sessions) -> list[str]:
    async with sessions() as session:
        query = select(OutboxMessage.workflow_id).where(OutboxMessage.name == "gate_changed")
        return list(await session.scalars(query.order_by(OutboxMessage.id)))


async def test_a_closed_gate_holds_and_an_opened_one_wakes_and_lets_go_on(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job()
    await switch(worker_sessions, Flag.AUTO_PROMOTION, on=False)
    assert await try_step(worker_sessions, job_id, 1) == "auto_promotion"
    assert await try_step(worker_sessions, job_id, 2) == "auto_promotion"
    assert await switch(worker_sessions, Flag.AUTO_PROMOTION, on=True, seconds=3) == 1
    assert await woken(worker_sessions) == [job_workflow(job_id)]
    assert await try_step(worker_sessions, job_id, 4) is None

    async with worker_sessions() as session:
        rows = await session.scalars(select(AutomationLog).order_by(AutomationLog.sequence))
        told = [(r.action_type, r.flag, r.flag_enabled) for r in rows if r.flag is not None]
        assert told == [
            ("flag_changed", "auto_promotion", False),
            ("step_held", "auto_promotion", False),
            ("flag_changed", "auto_promotion", True),
            ("step_released", "auto_promotion", True),
        ]
        assert await session.scalar(select(func.count()).select_from(HeldStep)) == 0


async def test_the_kill_switch_decides_before_any_override(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job()
    async with worker_sessions.begin() as session:
        await flags.set_override(session, Flag.AUTO_PROMOTION, job_id, True, cause=BY_HAND, at=LATER)
    await switch(worker_sessions, Flag.GLOBAL_AUTOMATION, on=False)
    assert await try_step(worker_sessions, job_id) == "global_automation"


async def test_a_step_held_by_one_gate_then_by_another_is_woken_by_the_latter(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job()
    await switch(worker_sessions, Flag.GLOBAL_AUTOMATION, on=False)
    await switch(worker_sessions, Flag.AUTO_PROMOTION, on=False)
    assert await try_step(worker_sessions, job_id) == "global_automation"
    await switch(worker_sessions, Flag.GLOBAL_AUTOMATION, on=True, seconds=1)
    assert await try_step(worker_sessions, job_id, 2) == "auto_promotion"
    assert await switch(worker_sessions, Flag.AUTO_PROMOTION, on=True, seconds=3) == 1


async def test_no_wake_up_is_lost_when_a_gate_opens_while_a_step_finds_it_closed(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job()
    outcomes = set()
    for n in range(30):
        await switch(worker_sessions, Flag.AUTO_PROMOTION, on=False, seconds=10 * n)
        before = len(await woken(worker_sessions))
        held, _ = await asyncio.gather(
            try_step(worker_sessions, job_id, 10 * n + 1),
            switch(worker_sessions, Flag.AUTO_PROMOTION, on=True, seconds=10 * n + 2),
        )
        wakes = len(await woken(worker_sessions)) - before
        outcomes.add((held is not None, wakes))
        assert await try_step(worker_sessions, job_id, 10 * n + 3) is None
    assert outcomes <= {(True, 1), (False, 0)}


async def test_no_wake_up_is_lost_when_a_job_is_resumed_while_a_step_finds_it_paused(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job()

    async def resume(at_second: int) -> None:
        async with worker_sessions.begin() as session:
            at = LATER + timedelta(seconds=at_second)
            await jobs.resume(session, job_id, cause=BY_HAND, at=at)

    outcomes = set()
    for n in range(0, 200, 10):
        async with worker_sessions.begin() as session:
            await jobs.pause(session, job_id, cause=BY_HAND, at=LATER + timedelta(seconds=n))
        before = len(await woken(worker_sessions))
        held, _ = await asyncio.gather(try_step(worker_sessions, job_id, n + 1), resume(n + 2))
        outcomes.add((held, len(await woken(worker_sessions)) - before))
        assert await try_step(worker_sessions, job_id, n + 3) is None
    assert outcomes <= {("job_on_hold", 1), (None, 0)}


async def test_an_override_opens_a_gate_for_one_job_only(data: Data, worker_sessions: Sessions) -> None:
    one, other = await data.a_job(), await data.a_job()
    await switch(worker_sessions, Flag.AUTO_PROMOTION, on=False)
    assert {await try_step(worker_sessions, job) for job in (one, other)} == {"auto_promotion"}
    async with worker_sessions.begin() as session:
        woke = await flags.set_override(session, Flag.AUTO_PROMOTION, one, True, cause=BY_HAND, at=LATER)
    assert woke == 1
    assert await woken(worker_sessions) == [job_workflow(one)]
    assert await try_step(worker_sessions, one, 1) is None
    assert await try_step(worker_sessions, other, 1) == "auto_promotion"

    async with worker_sessions.begin() as session:
        await flags.set_override(session, Flag.AUTO_PROMOTION, one, None, cause=BY_HAND, at=LATER)
    assert await try_step(worker_sessions, one, 2) == "auto_promotion"


async def test_a_roll_out_opens_the_gate_for_its_share_of_jobs(data: Data, worker_sessions: Sessions) -> None:
    made = [await data.a_job() for _ in range(8)]
    async with worker_sessions.begin() as session:
        await flags.set_flag(session, Flag.AUTO_PROMOTION, rollout_percentage=50, cause=BY_HAND, at=LATER)
    for job_id in made:
        inside = rollout_share(Flag.AUTO_PROMOTION, job_id) < 50
        assert await try_step(worker_sessions, job_id) == (None if inside else "auto_promotion")
    async with worker_sessions.begin() as session:
        waiting = sum(rollout_share(Flag.AUTO_PROMOTION, job_id) >= 50 for job_id in made)
        woke = await flags.set_flag(
            session, Flag.AUTO_PROMOTION, rollout_percentage=100, cause=BY_HAND, at=LATER
        )
        assert woke == waiting


async def test_a_job_whose_automation_is_off_is_held_until_it_is_on(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job()
    for on, expected in ((False, "job_automation"), (True, None)):
        async with worker_sessions.begin() as session:
            at = LATER + timedelta(hours=int(on))
            await jobs.set_automation(session, job_id, enabled=on, cause=BY_HAND, at=at)
        assert await try_step(worker_sessions, job_id, 7200 * int(on)) == expected
    assert await woken(worker_sessions) == [job_workflow(job_id)]


async def test_a_flag_that_does_not_exist_counts_as_off(data: Data, owner_sessions: Sessions) -> None:
    async with owner_sessions.begin() as session:
        await session.execute(delete(FeatureFlag).where(FeatureFlag.flag_name == Flag.REMINDERS))
        decision = await gate.decide(session, Flag.REMINDERS, None)
        assert (decision.open, decision.flag) == (False, Flag.REMINDERS)


async def test_setting_a_flag_to_what_it_is_changes_and_logs_nothing(worker_sessions: Sessions) -> None:
    assert await switch(worker_sessions, Flag.AUTO_PROMOTION, on=True) == 0
    async with worker_sessions() as session:
        assert await session.scalar(select(func.count()).select_from(AutomationLog)) == 0


async def test_flags_are_listed_with_what_they_hold(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job()
    await switch(worker_sessions, Flag.AUTO_PROMOTION, on=False)
    await try_step(worker_sessions, job_id)
    async with worker_sessions() as session:
        listed = {state.name: state for state in await flags.list_flags(session)}
    assert list(listed) == list(Flag)
    assert (listed["auto_promotion"].enabled, listed["auto_promotion"].held_steps) == (False, 1)


async def test_a_wrong_flag_or_percentage_is_refused(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job()
    async with worker_sessions() as session:
        with pytest.raises(NotFoundError):
            await flags.set_flag(session, "no_such_flag", enabled=True, cause=BY_HAND, at=LATER)
        with pytest.raises(InvalidInputError):
            await flags.set_flag(session, Flag.REMINDERS, rollout_percentage=101, cause=BY_HAND, at=LATER)
        with pytest.raises(InvalidInputError):
            await flags.set_override(session, Flag.GLOBAL_AUTOMATION, job_id, True, cause=BY_HAND, at=LATER)
