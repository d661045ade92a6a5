"""Who interviews for a job: everybody without a pool takes part, and one of each pool."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.states import FINAL_JOB
from models import Job, JobInterviewer, User
from services import find, log, users
from services.log import Cause, Entry, Subject

MOST = 200
LONGEST_POOL = 60


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who interviews. `pool` None: takes part in every interview of the job."""

    user_id: UUID
    pool: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A member with who it is."""

    user: User
    pool: str | None
    member_since: datetime


async def of_job(session: AsyncSession, job_id: UUID) -> list[Known]:
    """Who interviews for a job: those who always take part first, then pool by pool, each by name."""
    query = (
        select(User, JobInterviewer.pool, JobInterviewer.member_since)
        .join(JobInterviewer, JobInterviewer.user_id == User.id)
        .where(JobInterviewer.job_id == job_id)
        .order_by(JobInterviewer.pool.asc().nulls_first(), User.name, User.id)
    )
    return [Known(*row) for row in await session.execute(query)]


async def set_members(
    session: AsyncSession, job_id: UUID, members: Sequence[Member], *, cause: Cause, at: datetime
) -> Job:
    """State who interviews for a job. Whoever stays keeps their time of membership, which fair load counts from.

    Booked interviews keep their people. Raises InvalidInputError for nobody, somebody twice, somebody unknown,
    or a pool without a name; ConflictError when the job is over.
    """
    members = [Member(one.user_id, one.pool.strip() if one.pool is not None else None) for one in members]
    await _check(session, members)
    job = await find.job(session, job_id, lock=True)
    if job.status in FINAL_JOB:
        raise ConflictError(f"The job is {job.status}: nobody is interviewed any more.")
    before = {known.user.id: known.pool for known in await of_job(session, job_id)}
    wanted = {one.user_id: one.pool for one in members}
    if before == wanted:
        return job
    await session.execute(
        delete(JobInterviewer).where(JobInterviewer.job_id == job_id, JobInterviewer.user_id.not_in(wanted))
    )
    for user_id, pool in wanted.items():
        if user_id in before:
            await session.execute(
                update(JobInterviewer)
                .where(JobInterviewer.job_id == job_id, JobInterviewer.user_id == user_id)
                .values(pool=pool)
            )
        else:
            row = {"job_id": job_id, "user_id": user_id, "pool": pool, "member_since": at}
            await session.execute(insert(JobInterviewer).values(row))
    details = {
        "required": sorted(str(user) for user, pool in wanted.items() if pool is None),
        "pools": {
            name: sorted(str(user) for user, pool in wanted.items() if pool == name)
            for name in sorted({pool for pool in wanted.values() if pool is not None})
        },
    }
    key = f"job:{job_id}:interviewers:{uuid4()}"
    await log.record(session, cause, Entry("interviewers_changed", key, Subject(job_id), at, details=details))
    return job


async def _check(session: AsyncSession, members: Sequence[Member]) -> None:
    if not members:
        raise InvalidInputError(
            "Somebody has to interview.", field="interviewers", remedy="Name at least one."
        )
    if len(members) > MOST:
        raise InvalidInputError(f"More than {MOST} interviewers.", field="interviewers")
    ids = [one.user_id for one in members]
    twice = {user for user in ids if ids.count(user) > 1}
    if twice:
        raise InvalidInputError(
            f"User {min(twice)} is named twice.",
            field="interviewers",
            remedy="Everybody is either required or in one pool.",
        )
    for pool in {one.pool for one in members if one.pool is not None}:
        if not pool or len(pool) > LONGEST_POOL:
            raise InvalidInputError(
                f"The name of a pool has 1 to {LONGEST_POOL} characters.",
                field="pool",
                remedy="Leave the pool out (null) for somebody who always takes part.",
            )
    missing = await users.missing(session, set(ids))
    if missing:
        raise InvalidInputError(f"There is no user {min(missing)}.", field="interviewers")
