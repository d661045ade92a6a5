"""The figures that somebody may see: of one job, or of all own jobs together."""

from dataclasses import dataclass
from uuid import UUID

from domain.figures import Figures
from domain.vocabulary import UserRole
from models import Job
from services import find
from services.figures import figures, jobs_of
from web.acting import HIRING, Act, Caller


@dataclass(frozen=True, slots=True)
class Look:
    """What there was to see, and for whom."""

    act: Act
    """Who looked; its transaction is over."""
    job: Job | None
    """None: all own jobs together; for an admin all there are."""
    jobs: int
    figures: Figures


async def look(caller: Caller, job_id: UUID | None) -> Look:
    """Read the figures in the caller's own name.

    Raises NotFoundError for a job that the caller does not see, ForbiddenError for a role that hires nobody.
    """
    async with caller.begin() as act:
        act.needs(*HIRING)
        job = await find.job(act.session, job_id) if job_id else None
        own = None if act.role is UserRole.ADMIN else act.user_id
        asked = [job.id] if job else await jobs_of(act.session, own)
        found = await figures(act.session, asked, caller.deps.step_minutes)
        return Look(act, job, len(asked), found)
