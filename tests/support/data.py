"""Arranging rows through the product's own acts, so that tests start from states that can really be."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.identifiers import interview_id
from domain.ports import FitScore
from domain.vocabulary import Trigger, UserRole
from models import Application, Candidate, User
from services import applications, find, jobs, shortlist
from services.interviews import invite
from services.jobs import JobDraft
from services.log import Cause

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""A quiet Monday morning."""

AUTO = Cause()
BY_HAND = Cause(trigger=Trigger.MANUAL, actor_kind="recruiter")
BY_CANDIDATE = Cause(trigger=Trigger.MANUAL, actor_kind="candidate")

Sessions = async_sessionmaker[AsyncSession]


@dataclass
class Data:
    """Factories. Each takes only what a test is about."""

    owner: Sessions
    worker: Sessions
    people: int = 0
    _recruiter: UUID | None = field(default=None)

    async def a_user(self, role: UserRole = UserRole.RECRUITER, **columns: Any) -> UUID:
        """A person with a role, by default working Monday to Friday 09:00 to 18:00 UTC."""
        user_id = uuid4()
        values = {
            "email": f"{user_id}@hiring.example",
            "name": "Rosa Recruiter",
            "work_ends": time(18),
            **columns,
        }
        async with self.owner.begin() as session:
            await session.execute(insert(User).values(id=user_id, role=role, **values))
        return user_id

    async def a_job(
        self, openings: int = 2, buffer: int | None = None, *, at: datetime = MONDAY, **draft: Any
    ) -> UUID:
        """A published job. Its recruiter interviews unless `interviewer_ids` says otherwise."""
        recruiter = draft.pop("recruiter_id", None) or self._recruiter or await self.a_user()
        self._recruiter = self._recruiter or recruiter
        async with self.worker.begin() as session:
            job = await jobs.create(
                session,
                JobDraft(
                    recruiter_id=recruiter,
                    title=draft.pop("title", "Baker"),
                    number_of_openings=openings,
                    shortlisting_buffer=buffer,
                    **draft,
                ),
                cause=BY_HAND,
                at=at,
            )
            await jobs.publish(session, job.id, cause=BY_HAND, at=at)
        return job.id

    async def scored(self, job_id: UUID, *scores: float, at: datetime = MONDAY) -> list[UUID]:
        """Applications with these scores, in order of arrival, one second apart."""
        ids = []
        async with self.worker.begin() as session:
            for n, score in enumerate(scores):
                self.people += 1
                candidate_id, application_id = uuid4(), uuid4()
                await session.execute(
                    insert(Candidate).values(
                        id=candidate_id,
                        name=f"Person {self.people}",
                        email=f"person{self.people}@example.org",
                    )
                )
                await session.execute(
                    insert(Application).values(
                        id=application_id,
                        job_id=job_id,
                        candidate_id=candidate_id,
                        created_at=at + timedelta(seconds=n),
                    )
                )
                fit = FitScore(score, {"relevance": score}, (), "A summary.", "test-1")
                await applications.keep_score(session, application_id, fit, None, cause=AUTO, at=at)
                ids.append(application_id)
        return ids

    async def closed_and_ranked(self, job_id: UUID, at: datetime = MONDAY) -> None:
        """Close a job and rank it, as its workflow would."""
        async with self.worker.begin() as session:
            await jobs.close(session, job_id, cause=BY_HAND, at=at)
            job = await find.job(session, job_id, lock=True)
            await shortlist.rank_and_shortlist(session, job, cause=AUTO, at=at)

    async def invited(self, job_id: UUID, at: datetime = MONDAY) -> list[UUID]:
        """Invite every seat without an interview. Returns the interviews, best seat first."""
        async with self.worker.begin() as session:
            job = await find.job(session, job_id)
            waiting = await shortlist.to_invite(session, job)
            for application_id in waiting:
                await invite.invite(session, application_id, job, cause=AUTO, at=at)
        return [interview_id(application_id) for application_id in waiting]
