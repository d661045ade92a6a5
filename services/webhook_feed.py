"""What an endpoint is to get next, and what became of it. Costs the same however long the log is."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, false, func, select, text, true, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import UserRole
from domain.webhooks.port import HookAnswer
from domain.webhooks.rules import DeliveryStatus
from models import AutomationLog, Job, RepeatedRequest, User, WebhookDelivery, WebhookEndpoint

SCAN, BATCH = 1000, 50
"""Rows of the log that one look reads at most, and events that it sends at most."""
KEPT = timedelta(days=30)
KEPT_ANSWERS = timedelta(hours=24)
SWEEP = 5000
WRITERS_PATIENCE = 2.0
POLL = 0.02
# A writer holds this lock from before it draws a number until its row is visible, or never will be.
WRITERS = text(
    "SELECT virtualtransaction FROM pg_locks WHERE locktype = 'relation' AND granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND relation = 'automation_logs'::regclass AND mode = 'RowExclusiveLock' AND pid <> pg_backend_pid()"
)


@dataclass(frozen=True, slots=True)
class Feed:
    """Events in order of their sequence."""

    events: Sequence[AutomationLog]
    upto: int
    """After these events the log is dealt with up to here."""
    more: bool
    """There is more to read at once."""
    unsettled: bool = False
    """Behind `upto` stands a row whose elder may still be committed: look again soon."""


def visible(endpoint: WebhookEndpoint, owner: User | None) -> ColumnElement[bool]:
    """Rows that an endpoint gets: what its owner may see now, through its filters."""
    if owner is None or owner.disabled_at is not None:
        return false()
    if owner.role is UserRole.ADMIN:
        wanted: ColumnElement[bool] = true()
    elif owner.role is UserRole.RECRUITER:
        wanted = AutomationLog.job_id.in_(select(Job.id).where(Job.recruiter_id == owner.id))
    else:
        return false()
    if endpoint.actions:
        wanted &= AutomationLog.action_type.in_(endpoint.actions)
    if endpoint.job_ids:
        wanted &= AutomationLog.job_id.in_(endpoint.job_ids)
    return wanted


async def read(session: AsyncSession, endpoint: WebhookEndpoint) -> Feed:
    """The next events of an endpoint. None is left out: numbers are drawn before rows are committed, so a missing
    number may still come; it is waited for until nobody who could hold it writes any more."""
    after = endpoint.cursor
    found = await _numbers(session, after)
    unsettled = False
    if found and found[-1] - after != len(found):
        if await _writers_end(session):
            # Whoever could hold a missing number below the last one has ended: what is there now is all.
            last = found[-1]
            found = [number for number in await _numbers(session, after) if number <= last]
        else:
            found = _unbroken(found, after)
            unsettled = True
    if not found:
        return Feed((), after, more=False, unsettled=unsettled)
    upto = found[-1]
    owner = await session.get(User, endpoint.owner_id)
    rows = await session.scalars(
        select(AutomationLog)
        .where(AutomationLog.sequence > after, AutomationLog.sequence <= upto, visible(endpoint, owner))
        .order_by(AutomationLog.sequence)
        .limit(BATCH + 1)
    )
    events = list(rows)
    if len(events) > BATCH:
        events = events[:BATCH]
        return Feed(events, events[-1].sequence, more=True)
    return Feed(events, upto, more=len(found) == SCAN, unsettled=unsettled)


async def _numbers(session: AsyncSession, after: int) -> list[int]:
    query = select(AutomationLog.sequence).where(AutomationLog.sequence > after)
    return list(await session.scalars(query.order_by(AutomationLog.sequence).limit(SCAN)))


def _unbroken(numbers: Sequence[int], after: int) -> list[int]:
    return [number for place, number in enumerate(numbers, start=1) if number == after + place]


async def _writers_end(session: AsyncSession) -> bool:
    """Wait a moment for everybody who writes into the log right now. Returns whether all have ended."""
    writing = set(await session.scalars(WRITERS))
    waited = 0.0
    while writing and waited < WRITERS_PATIENCE:
        await asyncio.sleep(POLL)
        waited += POLL
        writing &= set(await session.scalars(WRITERS))
    return not writing


async def asked_again(session: AsyncSession, endpoint: WebhookEndpoint) -> list[AutomationLog]:
    """Events that somebody wants to be sent once more, as far as the owner may still see them."""
    owner = await session.get(User, endpoint.owner_id)
    query = (
        select(AutomationLog)
        .join(WebhookDelivery, WebhookDelivery.sequence == AutomationLog.sequence)
        .where(
            WebhookDelivery.endpoint_id == endpoint.id,
            WebhookDelivery.status == DeliveryStatus.AGAIN,
            visible(endpoint, owner),
        )
        .order_by(AutomationLog.sequence)
        .limit(BATCH)
    )
    return list(await session.scalars(query))


async def note(
    session: AsyncSession,
    endpoint: WebhookEndpoint,
    event: AutomationLog,
    answer: HookAnswer,
    status: DeliveryStatus,
    at: datetime,
) -> None:
    """Keep what became of one try."""
    seen = {
        "status": status,
        "response_status": answer.status,
        "failure": answer.failure,
        "duration_ms": int(answer.duration.total_seconds() * 1000),
        "last_attempt_at": at,
    }
    if status is DeliveryStatus.DELIVERED:
        seen["delivered_at"] = at
    statement = insert(WebhookDelivery).values(
        endpoint_id=endpoint.id,
        sequence=event.sequence,
        event_id=event.id,
        action_type=event.action_type,
        job_id=event.job_id,
        attempts=1,
        **seen,
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["endpoint_id", "sequence"],
            set_={**seen, "attempts": WebhookDelivery.attempts + 1},
        )
    )


async def behind(session: AsyncSession) -> list[tuple[WebhookEndpoint, int]]:
    """Endpoints that the log has run ahead of and that wait for nothing else, with its newest sequence."""
    top = select(func.coalesce(func.max(AutomationLog.sequence), 0)).scalar_subquery()
    query = select(WebhookEndpoint, top).where(
        WebhookEndpoint.enabled, WebhookEndpoint.next_attempt_at.is_(None), WebhookEndpoint.cursor < top
    )
    return [(row[0], row[1]) for row in await session.execute(query)]


async def sweep(session: AsyncSession) -> None:
    """Forget old deliveries and answers to repeated requests. On the wall clock; a part at a time."""
    old = (
        select(WebhookDelivery.endpoint_id, WebhookDelivery.sequence)
        .where(WebhookDelivery.created_at < func.now() - KEPT)
        .limit(SWEEP)
    )
    await session.execute(
        delete(WebhookDelivery).where(tuple_(WebhookDelivery.endpoint_id, WebhookDelivery.sequence).in_(old))
    )
    await session.execute(
        delete(RepeatedRequest).where(RepeatedRequest.created_at < func.now() - KEPT_ANSWERS)
    )
