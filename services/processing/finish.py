"""How processing ends: ready, or with an error and a reason. The two moves of state, each with its log row."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import processing_workflow
from domain.processing.progress import completed, failed, story
from domain.processing.vocabulary import Step, StepOutcome
from domain.states import check_move
from domain.vocabulary import ProcessingStatus
from models import Interview, ProcessingStep
from services import gates, log
from services.log import Cause, Change, Entry
from services.processing import steps
from services.processing.steps import Run


async def complete(session: AsyncSession, run: Run, *, cause: Cause, at: datetime) -> bool:
    """The last step: ready. False: a later request took over."""
    interview = await steps.wanted(session, run)
    if interview is None:
        return False
    now = story(interview.processing_metadata)
    details = {"attempt": now.attempt, "evidence": now.evidence_count or 0, "themes": now.theme_count or 0}
    metadata = completed(interview.processing_metadata, at)
    await _move(session, interview, ProcessingStatus.READY, metadata, details, cause=cause, at=at)
    await steps.close(session, run, at, StepOutcome.DONE)
    await gates.forget_steps(session, processing_workflow(interview.id))
    return True


async def fail(
    session: AsyncSession, interview_id: UUID, attempt: int, *, code: str, cause: Cause, at: datetime
) -> bool:
    """The failure handler: error, with the reason that the failing step left, or one made from `code`.

    False: it ended otherwise, or a later request took over.
    """
    interview = await steps.wanted(session, Run(interview_id, attempt, Step.UPLOADING, ""))
    if interview is None:
        return False
    now = story(interview.processing_metadata)
    step = now.step or Step.UPLOADING
    row = ProcessingStep
    told = await session.scalar(
        select(row.error).where(
            row.interview_id == interview_id, row.attempt == now.attempt, row.step == step
        )
    )
    await _end_with(session, interview, told or _reason(step, code), code, cause=cause, at=at)
    return True


async def give_up(
    session: AsyncSession, interview: Interview, reason: str, *, cause: Cause, at: datetime
) -> None:
    """Mark an interview that nobody works on any more as failed; the row is locked by the caller."""
    await _end_with(session, interview, reason, "stuck", cause=cause, at=at)


async def _end_with(
    session: AsyncSession, interview: Interview, reason: str, code: str, *, cause: Cause, at: datetime
) -> None:
    now = story(interview.processing_metadata)
    step = now.step or Step.UPLOADING
    details = {"attempt": now.attempt, "step": step.value, "code": code}
    metadata = failed(interview.processing_metadata, reason, at)
    await _move(session, interview, ProcessingStatus.ERROR, metadata, details, cause=cause, at=at)
    row = ProcessingStep
    await session.execute(
        update(row)
        .where(row.interview_id == interview.id, row.attempt == now.attempt, row.outcome.is_(None))
        .values(ended_at=at, outcome=StepOutcome.FAILED, error=reason)
    )
    await gates.forget_steps(session, processing_workflow(interview.id))


async def _move(
    session: AsyncSession,
    interview: Interview,
    new: ProcessingStatus,
    metadata: dict[str, Any],
    details: Mapping[str, Any],
    *,
    cause: Cause,
    at: datetime,
) -> None:
    old = interview.processing_status
    check_move("processing", old, new)
    # In one statement: the database compares the two.
    interview.processing_status, interview.processing_metadata = new, metadata
    number = story(interview.processing_metadata).attempt
    action = "processing_completed" if new is ProcessingStatus.READY else "processing_failed"
    entry = Entry(
        action=action,
        key=f"processing:{interview.id}:{number}:{new.value}",
        subject=steps.subject(interview),
        at=at,
        change=Change("processing", interview.id, old, new),
        details=dict(details),
    )
    await log.record(session, cause, entry)


def _reason(step: Step, code: str) -> str:
    doing = step.value.replace("_", " ")
    return f"The step “{doing}” failed again and again ({code}). Retry; if it fails again, look at the worker's log."
