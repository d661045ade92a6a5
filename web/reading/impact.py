"""Looking at impact figures: who may, that it is noted, and the tables themselves."""

from dataclasses import dataclass
from uuid import UUID

from domain.impact import Report
from domain.vocabulary import UserRole
from models import Job
from services import find, impact
from web.acting import Act, Caller

VIEWERS = (UserRole.RECRUITER, UserRole.AUDITOR, UserRole.ADMIN)
OVERVIEWERS = (UserRole.AUDITOR, UserRole.ADMIN)


@dataclass(frozen=True, slots=True)
class Look:
    """One look: by whom, at which job (None: all together), and what there was to see."""

    act: Act
    """Who looked; its transaction is over."""
    job: Job | None
    report: Report
    was_awaited: bool
    """The job's review waited for this look."""


async def look(caller: Caller, job_id: UUID | None, how: str) -> Look:
    """Note the look in the caller's own name, then compute the tables in the role that may.

    Raises NotFoundError for a job that the caller does not see, ForbiddenError for a role that may not look.
    """
    async with caller.begin() as act:
        act.needs(*(VIEWERS if job_id else OVERVIEWERS))
        job = await find.job(act.session, job_id) if job_id else None
        was_awaited = job is not None and await impact.is_awaited(act.session, job)
        await impact.note_view(act.session, job_id, cause=act.cause(), at=act.at, how=how)
    async with caller.deps.sessions.begin() as session:
        found = await impact.report(session, job_id, minimum=caller.deps.impact_minimum)
    return Look(act, job, found, was_awaited)
