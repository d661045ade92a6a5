"""Steps of a job."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contracts import JobAsk, JobStep, JobView, SeatsStep
from activities.step import Desk, cause
from domain.job_plan import FINISHED, SeatCount, outlook
from domain.states import FINAL_JOB
from domain.vocabulary import Flag, JobStatus, Trigger
from models import Job
from services import applications, find, finish, gates, jobs, shortlist
from services.gates import Step
from services.log import Cause, Subject


def _view(job: Job) -> JobView:
    return JobView(
        status=job.status,
        closes_at=job.closes_at,
        ranked=job.ranked_at is not None,
        review_mode=job.review_mode,
        review_deadline=job.review_deadline,
        review_confirmed=job.review_confirmed_at is not None,
    )


class JobActivities:
    """Each is one transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @activity.defn
    async def look_at_job(self, ask: JobAsk) -> JobStep:
        """Read the present state."""
        async with self._desk.sessions.begin() as session:
            return JobStep(_view(await find.job(session, ask.job_id)))

    @activity.defn
    async def close_job(self, ask: JobAsk) -> JobStep:
        """Close a job whose `closes_at` has come."""
        async with self._desk.sessions.begin() as session:
            job = await find.job(session, ask.job_id, lock=True)
            at = self._desk.now(ask.at)
            if job.status is JobStatus.OPEN and job.closes_at is not None and job.closes_at <= at:
                why = cause(Trigger.SCHEDULED).because("closes_at has come")
                job = await jobs.close(session, ask.job_id, cause=why, at=at)
            return JobStep(_view(job))

    @activity.defn
    async def count_unscored(self, ask: JobAsk) -> JobStep:
        """How many applications still wait for their score (counts to 500)."""
        async with self._desk.sessions.begin() as session:
            missing = await applications.unscored(session, ask.job_id)
            return JobStep(_view(await find.job(session, ask.job_id)), count=len(missing))

    @activity.defn
    async def rank_and_shortlist(self, ask: JobAsk) -> JobStep:
        """Rank the applications, fill seats and bench."""
        at, why = self._desk.now(ask.at), cause()
        async with self._desk.sessions.begin() as session:
            job = await find.job(session, ask.job_id)
            held = await self._held(session, "rank", Flag.AUTO_SHORTLISTING, job, why, at)
            if held is None:
                job = await find.job(session, ask.job_id, lock=True)
                if job.status is JobStatus.CLOSED:
                    await shortlist.rank_and_shortlist(session, job, cause=why, at=at)
            return JobStep(_view(job), held)

    @activity.defn
    async def end_review(self, ask: JobAsk) -> JobStep:
        """Confirm a shortlist whose review deadline has passed."""
        at, why = self._desk.now(ask.at), cause(Trigger.SCHEDULED).because("the review deadline has passed")
        async with self._desk.sessions.begin() as session:
            job = await find.job(session, ask.job_id, lock=True)
            due = job.review_deadline is not None and job.review_deadline <= at
            if due and job.review_confirmed_at is None and job.status is JobStatus.CLOSED:
                await jobs.end_review(session, job, cause=why, at=at)
            return JobStep(_view(job))

    @activity.defn
    async def fill_seats(self, ask: JobAsk) -> SeatsStep:
        """Pass vacant seats to the bench, as far as gate and cut-off allow."""
        at, why = self._desk.now(ask.at), cause()
        async with self._desk.sessions.begin() as session:
            job = await find.job(session, ask.job_id)
            if job.status is not JobStatus.CLOSED:
                return SeatsStep(_view(job))
            needed = bool(await shortlist.vacant(session, job))
            held = await self._held(session, "promote", Flag.AUTO_PROMOTION, job, why, at) if needed else None
            job = await find.job(session, ask.job_id, lock=True)
            if job.status is not JobStatus.CLOSED:
                return SeatsStep(_view(job))
            filled = await shortlist.fill_vacant(session, job, may_promote=held is None, cause=why, at=at)
            return SeatsStep(_view(job), held, filled.to_invite, filled.outlook)

    @activity.defn
    async def finish_job(self, ask: JobAsk) -> JobStep:
        """Give the job its final state, if it is done indeed."""
        at, why = self._desk.now(ask.at), cause()
        async with self._desk.sessions.begin() as session:
            job = await find.job(session, ask.job_id)
            held = await self._held(session, "finish", Flag.GLOBAL_AUTOMATION, job, why, at)
            if held is None:
                job = await find.job(session, ask.job_id, lock=True)
                seats: SeatCount = await shortlist.seat_count(session, job)
                end = outlook(seats, at)
                if job.status is JobStatus.CLOSED and end in FINISHED:
                    await finish.finish_job(session, job, end, cause=why, at=at)
            return JobStep(_view(job), held)

    @activity.defn
    async def answer_the_waiting(self, ask: JobAsk) -> JobStep:
        """Give a batch of those who still wait their final answer; `count` 0: everybody has one."""
        at, why = self._desk.now(ask.at), cause()
        async with self._desk.sessions.begin() as session:
            job = await find.job(session, ask.job_id)
            held = await self._held(session, "answer", Flag.GLOBAL_AUTOMATION, job, why, at)
            if held is not None or job.status not in FINAL_JOB:
                return JobStep(_view(job), held)
            count = await finish.answer_the_waiting(session, ask.job_id, cause=why, at=at)
            if count == 0:
                await finish.tell_recruiter(session, job, at=at)
                await gates.forget_steps(session, why.workflow_id or "")
            return JobStep(_view(job), count=count)

    async def _held(
        self, session: AsyncSession, name: str, flag: Flag, job: Job, why: Cause, at: datetime
    ) -> str | None:
        about = Subject(job_id=job.id)
        return await gates.held_by(session, Step(why.workflow_id or "", name, flag, about), job, why, at)
