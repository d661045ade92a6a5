"""No-show risk behind a booking and once a day, as workflows take it; skipped at a closed gate, never waited for."""

from uuid import UUID, uuid4

from sqlalchemy import select, update

from domain.identifiers import interview_workflow
from domain.vocabulary import Flag, Trigger
from models import AutomationLog, Candidate, NoShowRisk
from services import risk
from tests.workflows.hiring import Hiring
from workflows.risk import RiskWorkflow


async def risks(hiring: Hiring, interview: UUID) -> list[NoShowRisk]:
    async with hiring.owner() as session:
        query = select(NoShowRisk).where(NoShowRisk.interview_id == interview).order_by(NoShowRisk.ordinal)
        return list(await session.scalars(query))


async def the_day(hiring: Hiring, path: str | None = None) -> int:
    """What the schedule starts once a day. Returns how many values changed."""
    name = f"no-show-risk-{uuid4()}"
    queue = hiring.app.settings.task_queue
    changed: int = await hiring.app.client.execute_workflow(RiskWorkflow.run, id=name, task_queue=queue)
    await hiring.record(name, path)
    return changed


async def booked_and_looked_at(hiring: Hiring, action: str) -> UUID:
    await hiring.closed_job(90)
    interview, _ = await hiring.booked()

    async def logged() -> bool:
        return action in await hiring.actions(interview)

    await hiring.app.until(logged, interview_workflow(interview))
    return interview


async def test_a_booking_is_followed_by_its_risk_and_the_day_by_what_changed(hiring: Hiring) -> None:
    interview = await booked_and_looked_at(hiring, risk.COMPUTED)
    [first] = await risks(hiring, interview)
    await hiring.record(interview_workflow(interview), "interview-risk-assessed")
    assert await the_day(hiring) == 0

    async with hiring.owner.begin() as session:
        await session.execute(update(Candidate).values(phone="+49 30 0000"))
    assert await the_day(hiring, "risk-daily") == 1
    assert await the_day(hiring) == 0
    kept = await risks(hiring, interview)
    assert [one.ordinal for one in kept] == [1, 2]
    assert kept[1].value < first.value
    async with hiring.owner() as session:
        query = select(AutomationLog.trigger_source).where(AutomationLog.action_type == risk.COMPUTED)
        assert (
            await session.scalar(query.order_by(AutomationLog.sequence.desc()).limit(1)) is Trigger.SCHEDULED
        )


async def test_at_a_closed_gate_the_booking_goes_on_without_a_risk(hiring: Hiring) -> None:
    await hiring.switch(Flag.NO_SHOW_PREDICTION, on=False)
    interview = await booked_and_looked_at(hiring, risk.SKIPPED)
    assert await the_day(hiring) == 0
    assert await risks(hiring, interview) == []
    assert await hiring.held() == []
    assert (await hiring.actions(interview)).count(risk.SKIPPED) == 1

    await hiring.switch(Flag.NO_SHOW_PREDICTION, on=True)
    assert await the_day(hiring) == 1
    assert len(await risks(hiring, interview)) == 1
