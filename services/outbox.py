"""Messages for workflows, written with the act that causes them. The relay delivers them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain import identifiers
from models import OutboxMessage

JOB, APPLICATION, INTERVIEW = "JobWorkflow", "ApplicationWorkflow", "InterviewWorkflow"
CALENDAR = "CalendarWorkflow"
WEBHOOK = "WebhookWorkflow"
PROCESSING = "ProcessingWorkflow"
BOT = "BotInterviewWorkflow"


async def _add(session: AsyncSession, rows: list[dict[str, Any]]) -> None:
    if rows:
        await session.execute(insert(OutboxMessage).on_conflict_do_nothing(), rows)


async def start_job(session: AsyncSession, job_id: UUID) -> None:
    """Start the job's workflow. A repeat finds it running."""
    await _add(session, [_start(JOB, identifiers.job_workflow(job_id), {"job_id": str(job_id)}, job_id)])


async def start_applications(
    session: AsyncSession, job_id: UUID, application_ids: list[UUID], again: str = ""
) -> None:
    """Start the workflows that parse and score these applications; `again` names the step that asks anew."""
    rows = [
        _start(APPLICATION, identifiers.application_workflow(a), {"application_id": str(a)}, job_id)
        for a in application_ids
    ]
    for row in rows if again else []:
        row["message_key"] += f":{again}"
    await _add(session, rows)


async def start_interview(session: AsyncSession, job_id: UUID, application_id: UUID) -> None:
    """Start the workflow of an application's interview."""
    interview = identifiers.interview_id(application_id)
    payload = {"interview_id": str(interview), "application_id": str(application_id), "job_id": str(job_id)}
    await _add(session, [_start(INTERVIEW, identifiers.interview_workflow(interview), payload, job_id)])


def _start(kind: str, workflow_id: str, payload: dict[str, Any], job_id: UUID | None) -> dict[str, Any]:
    return {
        "message_key": f"start:{workflow_id}",
        "kind": "start",
        "workflow_type": kind,
        "workflow_id": workflow_id,
        "name": "",
        "payload": payload,
        "job_id": job_id,
    }


async def tell_job(session: AsyncSession, job_id: UUID, key: str, cause: str) -> None:
    """Tell a job's workflow to look at its rows again. `key` is made from the business step."""
    row = _update(JOB, identifiers.job_workflow(job_id), "changed", key, {"cause": cause}, job_id)
    await _add(session, [row])


async def tell_interview(
    session: AsyncSession, interview: UUID, job_id: UUID | None, key: str, cause: str
) -> None:
    """Tell an interview's workflow to look at its row again."""
    workflow_id = identifiers.interview_workflow(interview)
    await _add(session, [_update(INTERVIEW, workflow_id, "changed", key, {"cause": cause}, job_id)])


async def start_bot(session: AsyncSession, interview: UUID, job_id: UUID | None) -> None:
    """Start the workflow of an interview's text interview. A repeat finds it running."""
    payload = {"interview_id": str(interview)}
    await _add(session, [_start(BOT, identifiers.bot_workflow(interview), payload, job_id)])


async def tell_bot(session: AsyncSession, interview: UUID, job_id: UUID | None, key: str, cause: str) -> None:
    """Tell the workflow of a text interview to look at its rows again."""
    workflow_id = identifiers.bot_workflow(interview)
    await _add(session, [_update(BOT, workflow_id, "changed", key, {"cause": cause}, job_id)])


async def start_calendar(session: AsyncSession, account_id: UUID, at: datetime) -> None:
    """Start the workflow that keeps a connected calendar in step."""
    row = _start(CALENDAR, identifiers.calendar_workflow(account_id), {"account_id": str(account_id)}, None)
    row["message_key"] += f":{at.timestamp()}"
    await _add(session, [row])


async def tell_calendars(session: AsyncSession, account_ids: Iterable[UUID], key: str, cause: str) -> None:
    """Tell the workflows of connected calendars to look again; `key` is made from the business step."""
    rows = [
        _update(
            CALENDAR,
            identifiers.calendar_workflow(account),
            "changed",
            f"{key}:{account}",
            {"cause": cause},
            None,
        )
        for account in account_ids
    ]
    await _add(session, rows)


async def start_webhook(session: AsyncSession, endpoint_id: UUID, at: datetime) -> None:
    """Start the workflow that delivers to an endpoint. A repeat finds it running."""
    row = _start(WEBHOOK, identifiers.webhook_workflow(endpoint_id), {"endpoint_id": str(endpoint_id)}, None)
    row["message_key"] += f":{at.timestamp()}"
    await _add(session, [row])


async def tell_webhook(session: AsyncSession, endpoint_id: UUID, key: str, cause: str) -> None:
    """Tell an endpoint's workflow to look at its row again."""
    workflow_id = identifiers.webhook_workflow(endpoint_id)
    await _add(session, [_update(WEBHOOK, workflow_id, "changed", key, {"cause": cause}, None)])


async def open_gates(session: AsyncSession, key: str, held: list[tuple[str, UUID | None]]) -> None:
    """Wake workflows whose steps wait at a gate that may be open now."""
    kinds = {"job": JOB, "app": APPLICATION, "int": INTERVIEW, "cal": CALENDAR, "bot": BOT, "pro": PROCESSING}
    rows = [
        _update(
            kinds[workflow_id[:3]],
            workflow_id,
            "gate_changed",
            f"{key}:{workflow_id}",
            {"cause": "gate_changed"},
            job_id,
        )
        for workflow_id, job_id in held
    ]
    await _add(session, rows)


def _update(
    kind: str, workflow_id: str, name: str, key: str, payload: dict[str, Any], job_id: UUID | None
) -> dict[str, Any]:
    return {
        "message_key": key,
        "kind": "update",
        "workflow_type": kind,
        "workflow_id": workflow_id,
        "name": name,
        "payload": payload,
        "job_id": job_id,
    }


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a message: `retry_in` None means that it is done."""

    message_id: int
    outcome: str
    error: str | None = None
    retry_in: timedelta | None = None


async def claim(session: AsyncSession, now: datetime, limit: int = 200) -> list[OutboxMessage]:
    """Due messages, oldest first, locked for this transaction; other relays skip them."""
    query = (
        select(OutboxMessage)
        .where(OutboxMessage.delivered_at.is_(None), OutboxMessage.next_attempt_at <= now)
        .order_by(OutboxMessage.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(await session.scalars(query))


async def settle(session: AsyncSession, now: datetime, deliveries: list[Delivery]) -> None:
    """Note what became of claimed messages."""
    for d in deliveries:
        done = d.retry_in is None
        await session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id == d.message_id)
            .values(
                attempts=OutboxMessage.attempts + 1,
                delivered_at=now if done else None,
                outcome=d.outcome if done else None,
                last_error=d.error,
                next_attempt_at=now if d.retry_in is None else now + d.retry_in,
            )
        )
