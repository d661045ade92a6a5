"""How many applications of a job stand where, for lists of jobs and for boards."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import ShortlistStatus

_STANDING = text("SELECT * FROM applications_standing(:jobs)").bindparams(
    bindparam("jobs", type_=ARRAY(Uuid()))
)


@dataclass(slots=True)
class Standing:
    """The applications of a job that somebody sees."""

    counts: dict[ShortlistStatus, int] = field(default_factory=lambda: dict.fromkeys(ShortlistStatus, 0))
    unscored: int = 0

    @property
    def all(self) -> int:
        """Of every status."""
        return sum(self.counts.values())


async def standing(session: AsyncSession, job_ids: Sequence[UUID]) -> dict[UUID, Standing]:
    """Every job that is asked for, in one statement."""
    found = {job_id: Standing() for job_id in job_ids}
    if not found:
        return found
    for job_id, status, applications, unscored in await session.execute(_STANDING, {"jobs": list(found)}):
        of_job = found[job_id]
        of_job.counts[ShortlistStatus(status)] = applications
        of_job.unscored += unscored
    return found
