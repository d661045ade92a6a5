"""Flags as people see them: what each holds, its exceptions, and how it came to be so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from domain.states import FINAL_JOB
from domain.vocabulary import Flag, UserRole
from models import AutomationLog, FeatureFlagOverride, HeldStep, Job, User
from services import flags
from services.flags import FlagState
from web.acting import Act
from web.paging import cursor, read_cursor

CHANGES = ("flag_changed", "flag_override_changed")
JOBS_OFFERED = 100
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Override:
    """A flag's own value for one job."""

    job_id: UUID
    title: str
    enabled: bool
    updated_at: datetime
    updated_by: str | None


@dataclass(frozen=True, slots=True)
class Switching:
    """One change of a flag, from the log."""

    sequence: int
    at: datetime
    who: str
    job_id: UUID | None
    before: str
    after: str
    reason: str | None
    undo: Mapping[str, Any] | None
    """What a form sends to go back to `before`; None where the log does not say enough."""


async def one(session: AsyncSession, name: str) -> FlagState:
    """A flag by its name. Raises NotFoundError."""
    found = next((flag for flag in await flags.list_flags(session) if flag.name == name), None)
    if found is None:
        raise NotFoundError("There is no such flag.", field="flag")
    return found


async def page_of(
    session: AsyncSession, *, after: str | None, limit: int
) -> tuple[Sequence[FlagState], str | None]:
    """Flags in their own order, behind the one that a cursor names; and the cursor of the next page."""
    rows = await flags.list_flags(session)
    if after is not None:
        (last,) = read_cursor(after, Flag)
        order = list(Flag)
        rows = [flag for flag in rows if order.index(Flag(flag.name)) > order.index(last)]
    return rows[:limit], cursor(rows[limit - 1].name) if len(rows) > limit else None


def waits(count: int | None) -> str:
    """What a flag holds, in words; nothing for whoever does not see it."""
    if count is None:
        return ""
    return f"{count} step waits" if count == 1 else f"{count} steps wait"


async def names(session: AsyncSession, act: Act, ids: set[UUID]) -> dict[UUID, str]:
    """People by id: names for those who work with them, ids alone for auditors."""
    if act.role is UserRole.AUDITOR or not ids:
        return {user_id: str(user_id) for user_id in ids}
    rows = await session.execute(select(User.id, User.name).where(User.id.in_(ids)))
    known = {row.id: row.name for row in rows}
    return {user_id: known.get(user_id, str(user_id)) for user_id in ids}


async def overrides(session: AsyncSession, act: Act, name: str) -> list[Override]:
    """Jobs with a value of their own; of jobs that this person does not see, nothing."""
    query = (
        select(FeatureFlagOverride, Job.title)
        .join(Job, Job.id == FeatureFlagOverride.job_id)
        .where(FeatureFlagOverride.flag_name == name)
        .order_by(Job.title, Job.id)
    )
    rows = [(row, title) for row, title in await session.execute(query)]
    people = await names(session, act, {row.updated_by for row, _ in rows if row.updated_by})
    return [
        Override(
            row.job_id,
            title,
            row.enabled,
            row.updated_at,
            people.get(row.updated_by) if row.updated_by else None,
        )
        for row, title in rows
    ]


async def jobs_to_choose(session: AsyncSession, taken: set[UUID]) -> list[Job]:
    """The newest jobs that can get a value of their own."""
    query = (
        select(Job)
        .where(Job.status.not_in(FINAL_JOB), Job.id.not_in(taken))
        .order_by(Job.created_at.desc(), Job.id.desc())
        .limit(JOBS_OFFERED)
    )
    return list(await session.scalars(query))


async def held(
    session: AsyncSession, name: str, after: tuple[datetime, str, str] | None
) -> Sequence[HeldStep]:
    """Steps that wait at a flag, longest first; one more than are shown."""
    query = select(HeldStep).where(HeldStep.gate == name)
    if after is not None:
        query = query.where(tuple_(HeldStep.since, HeldStep.workflow_id, HeldStep.step) > tuple_(*after))
    query = query.order_by(HeldStep.since, HeldStep.workflow_id, HeldStep.step).limit(SHOWN + 1)
    return (await session.scalars(query)).all()


async def history(
    session: AsyncSession, act: Act, name: str, before: int | None
) -> tuple[list[Switching], int | None]:
    """Changes of a flag, newest first, and the number to go on before."""
    query = select(AutomationLog).where(AutomationLog.flag == name, AutomationLog.action_type.in_(CHANGES))
    if before is not None:
        query = query.where(AutomationLog.sequence < before)
    rows = list(await session.scalars(query.order_by(AutomationLog.sequence.desc()).limit(SHOWN + 1)))
    shown = rows[:SHOWN]
    people = await names(session, act, {row.actor_id for row in shown if row.actor_id})
    changes = [_switching(row, people) for row in shown]
    return changes, shown[-1].sequence if len(rows) > SHOWN else None


def _switching(row: AutomationLog, people: Mapping[UUID, str]) -> Switching:
    who = people.get(row.actor_id, str(row.actor_id)) if row.actor_id else row.actor_kind
    before, after = row.details.get("before"), row.details.get("after")
    if isinstance(before, dict) and isinstance(after, dict):
        undo: Mapping[str, Any] | None = {
            "enabled": "on" if before["enabled"] else "off",
            "rollout": before["rollout_percentage"],
        }
        return Switching(
            row.sequence, row.created_at, who, row.job_id, _state(before), _state(after), row.reason, undo
        )
    own = row.details.get("enabled")
    known = "before" in row.details and row.job_id is not None
    undo = {"value": _own(before), "now": _own(own)} if known else None
    was = _OWN[_own(before)] if known else ""
    return Switching(row.sequence, row.created_at, who, row.job_id, was, _OWN[_own(own)], row.reason, undo)


def _state(values: Mapping[str, Any]) -> str:
    switch = "on" if values["enabled"] else "off"
    share = values["rollout_percentage"]
    return switch if share == 100 else f"{switch} for {share} % of jobs"  # noqa: PLR2004 - everybody


def _own(value: object) -> str:
    return "none" if value is None else "on" if value else "off"


_OWN = {"none": "no value of its own", "on": "on", "off": "off"}
