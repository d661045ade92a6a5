"""One step of processing: begun, moved on, ended; each only for the request that is still wanted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import processing_workflow
from domain.processing.progress import begun, ended, moved, story
from domain.processing.vocabulary import Step, StepOutcome
from domain.vocabulary import Flag, ProcessingStatus
from models import Interview, Job, ProcessingStep
from services import find, gates
from services.log import Cause, Subject


@dataclass(frozen=True, slots=True)
class Run:
    """Which step of which request is tried, and by whom."""

    interview_id: UUID
    attempt: int
    """Number of the request; 0: whichever is wanted now."""
    step: Step
    run_id: str
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Begun:
    """What became of the beginning. `attempt` None: nobody wants this any more."""

    attempt: int | None
    held_by: str | None = None


async def begin(session: AsyncSession, run: Run, *, cause: Cause, at: datetime) -> Begun:
    """Note that a step begins, unless its gate is closed or a later request took over."""
    interview = await find.interview_or_none(session, run.interview_id)
    if interview is None:
        return Begun(None)
    job = await session.get(Job, interview.job_id) if interview.job_id is not None else None
    about = subject(interview)
    workflow_id = processing_workflow(run.interview_id)
    gate = gates.Step(workflow_id, run.step.value, Flag.INTERVIEW_PROCESSING, about)
    held_by = await gates.held_by(session, gate, job, cause, at)
    if held_by is not None:
        return Begun(run.attempt, held_by)
    locked = await wanted(session, run)
    if locked is None:
        await gates.forget_steps(session, workflow_id)
        return Begun(None)
    locked.processing_metadata = begun(locked.processing_metadata, run.step, run.run_id, at)
    attempt = story(locked.processing_metadata).attempt
    row = insert(ProcessingStep).values(
        interview_id=run.interview_id,
        attempt=attempt,
        step=run.step,
        tries=run.tries,
        started_at=at,
        workflow_run_id=run.run_id,
    )
    again = {"tries": row.excluded.tries, "workflow_run_id": row.excluded.workflow_run_id}
    await session.execute(
        row.on_conflict_do_update(index_elements=["interview_id", "attempt", "step"], set_=again)
    )
    return Begun(attempt)


async def wanted(session: AsyncSession, run: Run) -> Interview | None:
    """The interview, locked, if this request is the one that is wanted; else None."""
    interview = await find.interview_or_none(session, run.interview_id, lock=True)
    if interview is None or interview.processing_status is not ProcessingStatus.PROCESSING:
        return None
    attempt = story(interview.processing_metadata).attempt
    return interview if run.attempt in (0, attempt) else None


async def move(session: AsyncSession, run: Run, share: float, at: datetime) -> bool:
    """Note that a step got on: `share` of it is done. False: a later request took over."""
    interview = await wanted(session, run)
    if interview is None:
        return False
    interview.processing_metadata = moved(interview.processing_metadata, run.step, share, at)
    return True


async def end(
    session: AsyncSession,
    interview: Interview,
    run: Run,
    at: datetime,
    outcome: StepOutcome = StepOutcome.DONE,
    **counts: int,
) -> None:
    """Note that a step is done; `counts` go into the metadata."""
    interview.processing_metadata = ended(interview.processing_metadata, run.step, at, **counts)
    await close(session, run, at, outcome)


async def close(session: AsyncSession, run: Run, at: datetime, outcome: StepOutcome) -> None:
    """End a step's row in the history."""
    await _change(session, run, ended_at=at, outcome=outcome)


async def note_trouble(session: AsyncSession, run: Run, reason: str) -> None:
    """Keep why a try failed, for people; the next try may succeed."""
    await _change(session, run, error=reason)


async def _change(session: AsyncSession, run: Run, **values: Any) -> None:
    await session.execute(
        update(ProcessingStep)
        .where(
            ProcessingStep.interview_id == run.interview_id,
            ProcessingStep.attempt == run.attempt,
            ProcessingStep.step == run.step,
        )
        .values(**values)
    )


def subject(interview: Interview) -> Subject:
    """What log rows of an interview are about."""
    return Subject(interview.job_id, interview.application_id, interview.id)
