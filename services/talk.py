"""What the bot may tell a candidate: facts of their own interview, and nothing about anybody else."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.negotiation.turns import TalkFacts
from models import Candidate, Interview, Job, User


async def facts(session: AsyncSession, interview: Interview, job: Job, at: datetime) -> TalkFacts:
    """Facts for the words of a conversation, as they are at `at`."""
    candidate = await session.get_one(Candidate, interview.candidate_id)
    people = [*([interview.interviewer_id] if interview.interviewer_id else []), *interview.panel]
    known = {
        u.id: u for u in await session.scalars(select(User).where(User.id.in_([*people, job.recruiter_id])))
    }
    interviewers = [known[user] for user in people if user in known]
    recruiter = known.get(job.recruiter_id)
    return TalkFacts(
        zone=candidate.time_zone,
        now=at,
        length=interview.duration,
        interviewer_zone=interviewers[0].time_zone if interviewers else "",
        interviewers=tuple(user.name for user in interviewers),
        job_title=job.title,
        company=job.company,
        location=job.location,
        video_url=interview.video_url or "",
        recruiter=recruiter.name if recruiter else "",
        choose_by=interview.slot_selection_deadline,
        horizon=job.slot_horizon,
        undo_until=interview.leave_effective_at,
    )
