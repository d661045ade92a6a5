"""A story worth an auditor's time: somebody lets a deadline pass, the bench moves up."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from domain.vocabulary import UserRole
from services import find, shortlist
from services.interviews import end
from services.log import Cause
from tests.support.data import AUTO, MONDAY
from tests.web.site import Site

LATER = MONDAY + timedelta(hours=49)
AUDITOR, ADMIN, RECRUITER = "otto@hiring.example", "ada@hiring.example", "rosa@hiring.example"
BY_WORKFLOW = Cause(workflow_id="job-of-the-story", run_id="run-of-the-story")


@dataclass(frozen=True, slots=True)
class Story:
    """Who is who, and the rows that matter."""

    job: UUID
    lapsed: UUID
    """Held seat 1 and did not answer."""
    promoted: UUID
    """Was first on the bench."""
    interview: UUID
    row: int
    """Number of the row of the promotion."""


async def a_promotion(site: Site) -> Story:
    """Two seats, a bench of two with equal scores: the earlier of them moves up."""
    await site.data.a_user(UserRole.ADMIN, email=ADMIN, name="Ada Admin")
    await site.data.a_user(UserRole.AUDITOR, email=AUDITOR, name="Otto Auditor")
    recruiter = await site.data.a_user(UserRole.RECRUITER, email=RECRUITER, name="Rosa Recruiter")
    job = await site.data.a_job(openings=2, recruiter_id=recruiter, title="Baker of Secrets")
    ids = await site.data.scored(job, 90, 80, 70, 70, 60)
    await site.data.closed_and_ranked(job)
    first, _ = await site.data.invited(job)
    async with site.data.worker.begin() as session:
        await end.expire(session, first, cause=AUTO, at=LATER)
        locked = await find.job(session, job, lock=True)
        await shortlist.fill_vacant(session, locked, may_promote=True, cause=BY_WORKFLOW, at=LATER)
    found = await site.row(
        "SELECT sequence, application_id FROM automation_logs WHERE action_type = 'promoted'"
    )
    assert found.application_id == ids[2]
    return Story(job, ids[0], ids[2], first, found.sequence)
