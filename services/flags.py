"""Changing flags: the switch, the roll-out, the value for one job. Each change is logged and wakes its steps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Select, Text, case, cast, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError, NotFoundError, StaleStateError
from domain.vocabulary import Flag, UserRole
from models import FeatureFlag, FeatureFlagOverride, HeldStep
from models.base import word
from services import find, gates, log
from services.log import Cause, Entry, Subject


@dataclass(frozen=True, slots=True)
class FlagState:
    """A flag as people see it."""

    name: str
    enabled: bool
    rollout_percentage: int
    description: str
    updated_at: datetime
    updated_by: UUID | None
    held_steps: int | None
    """None for interviewers and auditors, who do not see them."""
    overrides: dict[UUID, bool]
    version: int
    """Grows with each change of switch or roll-out: whoever changes it says which version they saw."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A job's own value as whoever changes it saw it; None: it had none."""

    value: bool | None


def _every_flag() -> Select[*tuple[Any, ...]]:
    sees_held = func.app_role().not_in((word(UserRole.INTERVIEWER), word(UserRole.AUDITOR)))
    held = select(HeldStep.gate, func.count().label("held_steps")).group_by(HeldStep.gate).subquery()
    own = func.jsonb_object_agg(cast(FeatureFlagOverride.job_id, Text), FeatureFlagOverride.enabled)
    overrides = (
        select(FeatureFlagOverride.flag_name, own.label("of_jobs"))
        .group_by(FeatureFlagOverride.flag_name)
        .subquery()
    )
    return (
        select(
            FeatureFlag.flag_name,
            FeatureFlag.enabled,
            FeatureFlag.rollout_percentage,
            FeatureFlag.description,
            FeatureFlag.updated_at,
            FeatureFlag.updated_by,
            case((sees_held, func.coalesce(held.c.held_steps, 0))).label("held_steps"),
            overrides.c.of_jobs,
            FeatureFlag.version,
        )
        .outerjoin(held, held.c.gate == FeatureFlag.flag_name)
        .outerjoin(overrides, overrides.c.flag_name == FeatureFlag.flag_name)
    )


_EVERY_FLAG = _every_flag()


async def list_flags(session: AsyncSession) -> list[FlagState]:
    """All flags with what they hold now and their overrides, in the order of the registry."""
    rows = {row.flag_name: row for row in await session.execute(_EVERY_FLAG)}
    return [
        FlagState(
            name=name,
            enabled=rows[name].enabled,
            rollout_percentage=rows[name].rollout_percentage,
            description=rows[name].description,
            updated_at=rows[name].updated_at,
            updated_by=rows[name].updated_by,
            held_steps=rows[name].held_steps,
            overrides={UUID(job): enabled for job, enabled in (rows[name].of_jobs or {}).items()},
            version=rows[name].version,
        )
        for name in Flag
        if name in rows
    ]


async def set_flag(
    session: AsyncSession,
    name: str,
    *,
    enabled: bool | None = None,
    rollout_percentage: int | None = None,
    seen_version: int | None = None,
    cause: Cause,
    at: datetime,
) -> int:
    """Switch a flag or change its roll-out (0 to 100, sticky per job). Returns how many workflows it wakes.

    Raises StaleStateError when `seen_version` is given and somebody changed the flag since.
    """
    flag = await _locked(session, name)
    if seen_version is not None and seen_version != flag.version:
        raise StaleStateError(
            f"Somebody else changed {name} a moment ago: it is {'on' if flag.enabled else 'off'} now,"
            f" rolled out to {flag.rollout_percentage} % of jobs.",
            field="version",
            remedy="Nothing was changed. Look at it again, then decide.",
        )
    if rollout_percentage is not None and not 0 <= rollout_percentage <= 100:  # noqa: PLR2004 - a percentage
        raise InvalidInputError(
            f"{rollout_percentage} is not a percentage.", field="rollout_percentage", remedy="Give 0 to 100."
        )
    before = {"enabled": flag.enabled, "rollout_percentage": flag.rollout_percentage}
    flag.enabled = flag.enabled if enabled is None else enabled
    flag.rollout_percentage = flag.rollout_percentage if rollout_percentage is None else rollout_percentage
    after = {"enabled": flag.enabled, "rollout_percentage": flag.rollout_percentage}
    if before == after:
        return 0
    flag.version += 1
    flag.updated_at = at
    flag.updated_by = cause.actor_id
    await session.flush()
    entry = Entry(
        action="flag_changed",
        key=f"flag:{name}:{flag.version}",
        subject=Subject(),
        at=at,
        details={"before": before, "after": after},
        flag=name,
        flag_enabled=flag.enabled,
    )
    await log.record(session, cause, entry)
    return await gates.wake(session, {name}, f"flag:{name}:{flag.version}")


async def override_of(session: AsyncSession, name: str, job_id: UUID) -> bool | None:
    """A flag's own value for one job; None: it has none."""
    value: bool | None = await session.scalar(
        select(FeatureFlagOverride.enabled).where(
            FeatureFlagOverride.flag_name == name, FeatureFlagOverride.job_id == job_id
        )
    )
    return value


async def set_override(
    session: AsyncSession,
    name: str,
    job_id: UUID,
    enabled: bool | None,
    *,
    seen: Seen | None = None,
    cause: Cause,
    at: datetime,
) -> int:
    """Give a flag its own value for one job, or (None) take that away. Returns how many workflows it wakes.

    Raises StaleStateError when `seen` is given and the job has another value by now.
    """
    if name == Flag.GLOBAL_AUTOMATION:
        raise InvalidInputError(
            "The kill switch has no exceptions.",
            field="flag",
            remedy="Pause the job, or override another flag.",
        )
    await _known(session, name)
    # The job's lock, not the flag's: a recruiter may do this for an own job. Held steps look under it too.
    await find.job(session, job_id, lock=True)
    before = await override_of(session, name, job_id)
    if seen is not None and seen.value != before:
        raise StaleStateError(
            f"Somebody else changed {name} for this job a moment ago: its own value is"
            f" {'gone' if before is None else 'on' if before else 'off'} now.",
            field="seen",
            remedy="Nothing was changed. Look at it again, then decide.",
        )
    key = f"flag:{name}:{job_id}:{uuid4()}"
    if enabled is None:
        await session.execute(
            delete(FeatureFlagOverride).where(
                FeatureFlagOverride.flag_name == name, FeatureFlagOverride.job_id == job_id
            )
        )
    else:
        values = {"enabled": enabled, "updated_at": at, "updated_by": cause.actor_id}
        await session.execute(
            insert(FeatureFlagOverride)
            .values(flag_name=name, job_id=job_id, **values)
            .on_conflict_do_update(index_elements=["flag_name", "job_id"], set_=values)
        )
    await session.flush()
    entry = Entry(
        action="flag_override_changed",
        key=key,
        subject=Subject(job_id=job_id),
        at=at,
        details={"before": before, "enabled": enabled},
        flag=name,
        flag_enabled=enabled,
    )
    await log.record(session, cause, entry)
    return await gates.wake(session, {name}, key, job_id)


async def _known(session: AsyncSession, name: str) -> None:
    if await session.scalar(select(FeatureFlag.flag_name).where(FeatureFlag.flag_name == name)) is None:
        raise _no_such(name)


def _no_such(name: str) -> NotFoundError:
    return NotFoundError(f"There is no flag “{name}”.", field="flag", remedy=f"Flags are: {', '.join(Flag)}.")


async def _locked(session: AsyncSession, name: str) -> FeatureFlag:
    flag = await session.scalar(
        select(FeatureFlag)
        .where(FeatureFlag.flag_name == name)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if flag is None:
        raise _no_such(name)
    return flag
