"""Steps at gates: held while a flag is off or a job is paused, released when it opens; both are logged."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import Flag, JobStatus
from feature_flags import gate, provider
from models import FeatureFlag, HeldStep, Job
from services import log, outbox
from services.log import Cause, Entry, Subject

JOB_ON_HOLD = "job_on_hold"
JOB_AUTOMATION = "job_automation"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a workflow that a gate may hold. `name` is unique within its workflow."""

    workflow_id: str
    name: str
    flag: Flag
    subject: Subject


async def held_by(
    session: AsyncSession, step: Step, job: Job | None, cause: Cause, at: datetime
) -> str | None:
    """The gate that holds a step now, or None when it may go on. Logs the first hold and the release.

    A step that finds its gate closed looks once more under a lock on the flag or job: whoever opens the gate
    then sees the held step and wakes it, so no wake-up is lost (I12).
    """
    closed = await _closed(session, step, job)
    if closed is not None:
        closed = await _closed_for_sure(session, step, job)
    if closed is None:
        await _release(session, step, cause, at)
        return None
    await _hold(session, step, closed, cause, at)
    return closed


async def _closed(session: AsyncSession, step: Step, job: Job | None) -> str | None:
    if job is not None and job.status is JobStatus.ON_HOLD:
        return JOB_ON_HOLD
    if job is not None and not job.automation_enabled:
        return JOB_AUTOMATION
    decision = await gate.decide(session, step.flag, step.subject.job_id)
    return None if decision.open else decision.flag.value


async def _closed_for_sure(session: AsyncSession, step: Step, job: Job | None) -> str | None:
    names = {Flag.GLOBAL_AUTOMATION.value, step.flag.value}
    await session.execute(
        select(FeatureFlag.flag_name)
        .where(FeatureFlag.flag_name.in_(names))
        .order_by(FeatureFlag.flag_name)
        .with_for_update(read=True)
    )
    if job is not None:
        await session.refresh(job, with_for_update={"read": True})
    provider.forget(session)
    return await _closed(session, step, job)


async def _hold(session: AsyncSession, step: Step, closed: str, cause: Cause, at: datetime) -> None:
    inserted = await session.scalar(
        insert(HeldStep)
        .values(
            workflow_id=step.workflow_id,
            step=step.name,
            gate=closed,
            job_id=step.subject.job_id,
            interview_id=step.subject.interview_id,
            since=at,
        )
        .on_conflict_do_update(
            index_elements=["workflow_id", "step"], set_={"gate": closed}, where=HeldStep.gate != closed
        )
        .returning(HeldStep.step)
    )
    if inserted is None:
        return
    entry = Entry(
        action="step_held",
        key=f"held:{step.workflow_id}:{step.name}:{closed}:{at.timestamp()}",
        subject=step.subject,
        at=at,
        details={"step": step.name, "gate": closed},
        flag=closed,
        flag_enabled=False,
    )
    await log.record(session, cause.because(f"{closed} is off"), entry)


async def _release(session: AsyncSession, step: Step, cause: Cause, at: datetime) -> None:
    waited = await session.scalar(
        delete(HeldStep)
        .where(HeldStep.workflow_id == step.workflow_id, HeldStep.step == step.name)
        .returning(HeldStep.gate)
    )
    if waited is None:
        return
    entry = Entry(
        action="step_released",
        key=f"released:{step.workflow_id}:{step.name}:{at.timestamp()}",
        subject=step.subject,
        at=at,
        details={"step": step.name, "gate": waited},
        flag=waited,
        flag_enabled=True,
    )
    await log.record(session, cause.because(f"{waited} is on again"), entry)


async def wake(session: AsyncSession, gates: set[str], key: str, job_id: UUID | None = None) -> int:
    """Tell the workflows that wait at these gates to try again. Returns how many wait."""
    query = select(HeldStep.workflow_id, HeldStep.job_id).where(HeldStep.gate.in_(gates)).distinct()
    if job_id is not None:
        query = query.where(HeldStep.job_id == job_id)
    held = [(row.workflow_id, row.job_id) for row in await session.execute(query)]
    await outbox.open_gates(session, key, held)
    return len(held)


async def forget_steps(session: AsyncSession, workflow_id: str) -> None:
    """Drop what a finished workflow was waiting for."""
    await session.execute(delete(HeldStep).where(HeldStep.workflow_id == workflow_id))
