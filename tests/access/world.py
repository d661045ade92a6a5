"""Two of everything: recruiters, jobs, interviewers, candidates, and rows in every table for each of them."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import text

from domain.vocabulary import UserRole
from services import negotiation
from services.interviews import answer, end
from tests.services.arrange import LATER, accepted, free_starts
from tests.support.data import BY_CANDIDATE, BY_HAND, Data, Sessions

TWO = (0, 1)
ROWS = Path(__file__).parent / "rows.sql"


@dataclass(frozen=True)
class Side:
    """One recruiter with a job. Its three interviews: booked, under negotiation, called off after booking."""

    recruiter: UUID
    interviewer: UUID
    auditor: UUID
    admin: UUID
    job: UUID
    booked: UUID
    talking: UUID
    cancelled: UUID
    waiting: UUID
    """An application without an interview."""

    @property
    def people(self) -> dict[UserRole, UUID]:
        """Who signs in on this side."""
        return {
            UserRole.RECRUITER: self.recruiter,
            UserRole.INTERVIEWER: self.interviewer,
            UserRole.AUDITOR: self.auditor,
            UserRole.ADMIN: self.admin,
        }


@dataclass(frozen=True)
class World:
    """Both sides, and the owner's view of them."""

    sides: tuple[Side, Side]


async def build(data: Data, owner: Sessions) -> World:
    """Rows in every table, for both sides, made by the product's own acts where it has some."""
    first, second = [await _side(data, owner) for _ in TWO]
    async with owner.begin() as session:
        for statement in ROWS.read_text("utf-8").split(";\n"):
            await session.execute(text(statement))
    return World((first, second))


async def _side(data: Data, owner: Sessions) -> Side:
    people = {role: await data.a_user(role) for role in UserRole}
    interviewer = people[UserRole.INTERVIEWER]
    job = await data.a_job(
        openings=3, buffer=1, recruiter_id=people[UserRole.RECRUITER], interviewer_ids=(interviewer,)
    )
    scored = await data.scored(job, 90, 80, 70, 60, 50)
    await data.closed_and_ranked(job)
    booked, talking, cancelled = await accepted(data, job)
    for interview in (booked, cancelled):
        start = (await free_starts(data.worker, interview))[0]
        async with data.worker.begin() as session:
            await answer.pick(session, interview, start, cause=BY_CANDIDATE, received_at=LATER)
    async with data.worker.begin() as session:
        await negotiation.reply(
            session, talking, "Tuesday 10 March, 9:00 to 12:00", cause=BY_CANDIDATE, received_at=LATER
        )
        await end.cancel_interview(session, cancelled, cause=BY_HAND, at=LATER)
    return Side(
        people[UserRole.RECRUITER],
        interviewer,
        people[UserRole.AUDITOR],
        people[UserRole.ADMIN],
        job,
        booked,
        talking,
        cancelled,
        scored[4],
    )
