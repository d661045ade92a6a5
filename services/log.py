"""Writing the log: one row per step, in the transaction of the step."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import Trigger
from models import AutomationLog


@dataclass(frozen=True, slots=True)
class Cause:
    """Who or what sets a step in motion."""

    trigger: Trigger = Trigger.AUTO
    actor_kind: str = "system"
    actor_id: UUID | None = None
    reason: str | None = None
    workflow_id: str | None = None
    run_id: str | None = None

    def because(self, reason: str) -> "Cause":
        """The same cause with a reason."""
        return replace(self, reason=reason)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a log row is about."""

    job_id: UUID | None = None
    application_id: UUID | None = None
    interview_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change of state; `entity` and `entity_id` name whose. `previous` None: it came into being."""

    entity: str
    entity_id: UUID
    previous: StrEnum | None
    new: StrEnum


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the log. `key` is made from the business step, so a retry cannot write it twice (I6)."""

    action: str
    key: str
    subject: Subject
    at: datetime
    change: Change | None = None
    details: dict[str, Any] = field(default_factory=dict)
    flag: str | None = None
    flag_enabled: bool | None = None


async def record(session: AsyncSession, cause: Cause, *entries: Entry) -> None:
    """Write log rows. A key that exists already is an error of the caller: the step ran before."""
    await session.execute(insert(AutomationLog), [_values(cause, entry) for entry in entries])


async def is_recorded(session: AsyncSession, key: str) -> bool:
    """Whether a step stands in the log already."""
    found = await session.scalar(select(AutomationLog.id).where(AutomationLog.idempotency_key == key))
    return found is not None


async def recorded(session: AsyncSession, keys: Iterable[str]) -> set[str]:
    """Which of these steps stand in the log already."""
    found = await session.scalars(
        select(AutomationLog.idempotency_key).where(AutomationLog.idempotency_key.in_(list(keys)))
    )
    return set(found)


def _values(cause: Cause, entry: Entry) -> dict[str, Any]:
    change = entry.change
    return {
        "job_id": entry.subject.job_id,
        "application_id": entry.subject.application_id,
        "interview_id": entry.subject.interview_id,
        "action_type": entry.action,
        "trigger_source": cause.trigger,
        "actor_id": cause.actor_id,
        "actor_kind": cause.actor_kind,
        "reason": cause.reason,
        "entity": change.entity if change else None,
        "entity_id": change.entity_id if change else None,
        "previous_state": change.previous.value if change and change.previous else None,
        "new_state": change.new.value if change else None,
        "details": entry.details,
        "flag": entry.flag,
        "flag_enabled": entry.flag_enabled,
        "workflow_id": cause.workflow_id,
        "run_id": cause.run_id,
        "idempotency_key": entry.key,
        "created_at": entry.at,
    }
