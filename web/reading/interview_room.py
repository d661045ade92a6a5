"""The room of one interview as a page shows it: whom it is with, when, what stands there already."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus
from models import AiInsight, Candidate, Interview, Job, Transcript, User
from services import find
from services.calendars.entries import people_of

RECORDABLE = (InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS)
"""States in which live turns are taken."""


@dataclass(frozen=True, slots=True)
class Room:
    """One interview and who belongs to it."""

    interview: Interview
    job: Job | None
    """None: the job was deleted."""
    candidate: Candidate
    people: tuple[User, ...]
    """Who conducts it, the lead first."""
    turns: int
    insights: int

    @property
    def is_recordable(self) -> bool:
        """Whether live turns are taken now."""
        return self.interview.status in RECORDABLE

    def since(self, now: datetime) -> timedelta | None:
        """How long it has been going on; None before the first turn and once it is over."""
        started = self.interview.started_at
        if started is None or not self.is_recordable or self.interview.completed_at is not None:
            return None
        return now - started


async def read_room(session: AsyncSession, interview_id: UUID) -> Room:
    """Raises NotFoundError for an interview that the person of this transaction may not see."""
    interview = await find.interview(session, interview_id)
    ids = people_of(interview)
    known = {user.id: user for user in await session.scalars(select(User).where(User.id.in_(ids)))}
    turns = select(func.count()).select_from(Transcript).where(Transcript.interview_id == interview_id)
    insights = select(func.count()).select_from(AiInsight).where(AiInsight.interview_id == interview_id)
    return Room(
        interview=interview,
        job=await session.get(Job, interview.job_id) if interview.job_id else None,
        candidate=await session.get_one(Candidate, interview.candidate_id),
        people=tuple(known[user] for user in ids if user in known),
        turns=await session.scalar(turns) or 0,
        insights=await session.scalar(insights) or 0,
    )
