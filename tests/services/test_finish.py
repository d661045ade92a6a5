"""The end of a job, and the answers that everybody gets."""

import asyncio
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from domain.job_plan import Outlook
from domain.vocabulary import JobStatus, MailTemplate
from domain.vocabulary import ShortlistStatus as S
from models import Application, EmailMessage, Interview, Job
from services import find, finish, invariants, jobs, shortlist
from services.interviews import end
from tests.conftest import Sessions
from tests.services.arrange import LATER, booked, until_blocked
from tests.support.data import AUTO, BY_HAND, Data


async def answered(sessions: Sessions, job_id: UUID) -> list[int]:
    """Answer batch by batch until nobody waits, as the workflow does."""
    batches: list[int] = []
    while True:
        async with sessions.begin() as session:
            at = LATER + timedelta(seconds=len(batches))
            batches.append(await finish.answer_the_waiting(session, job_id, cause=AUTO, at=at))
        if batches[-1] == 0:
            return batches


async def test_cancelling_a_job_answers_everybody_exactly_once(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=2, buffer=1)
    await data.scored(job_id, 90, 80, 70, 60, 50)
    await data.closed_and_ranked(job_id)
    await data.invited(job_id)
    async with worker_sessions.begin() as session:
        await jobs.cancel(session, job_id, cause=BY_HAND, at=LATER)

    assert await answered(worker_sessions, job_id) == [3, 2, 0]
    assert await answered(worker_sessions, job_id) == [0]

    async with worker_sessions() as session:
        told = await session.execute(
            select(EmailMessage.candidate_id, func.count())
            .where(EmailMessage.template == MailTemplate.JOB_CANCELLED)
            .group_by(EmailMessage.candidate_id)
        )
        assert sorted(count for _, count in told) == [1] * 5
        assert set(await session.scalars(select(Application.shortlist_status))) == {S.REJECTED}
        assert await invariants.violations(session) == []


async def test_a_final_answer_waits_for_a_row_that_somebody_else_holds(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1)
    (only,) = await data.scored(job_id, 90)
    async with worker_sessions.begin() as session:
        await jobs.cancel(session, job_id, cause=BY_HAND, at=LATER)

    async with worker_sessions() as holder:
        await find.application(holder, only, lock=True)
        answering = asyncio.create_task(answered(worker_sessions, job_id))
        await until_blocked(owner_sessions)
        await holder.rollback()
    assert await answering == [1, 0]


async def test_a_job_is_not_exhausted_while_a_held_promotion_could_still_fill_its_seat(
    data: Data, worker_sessions: Sessions
) -> None:
    """The bench lost its last one to a recruiter's no; the next in line is not on it yet."""
    job_id = await data.a_job(openings=1, buffer=1)
    seated, benched, _pending = await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    async with worker_sessions.begin() as session:
        await end.reject(session, benched, cause=BY_HAND, at=LATER)
        await end.reject(session, seated, cause=BY_HAND, at=LATER)

    async with worker_sessions.begin() as session:
        job = await find.job(session, job_id, lock=True)
        filled = await shortlist.fill_vacant(session, job, may_promote=False, cause=AUTO, at=LATER)
    assert filled.outlook is Outlook.INTERVIEWS


async def test_a_job_whose_seats_were_all_interviewed_is_filled(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=1)
    await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    (interview_id,) = await booked(data, job_id)
    async with worker_sessions.begin() as session:
        interview = await session.get_one(Interview, interview_id)
        assert interview.scheduled_time is not None
        over = interview.scheduled_time + timedelta(hours=1)
        await end.complete(session, interview_id, cause=BY_HAND, at=over)
        job = await find.job(session, job_id, lock=True)
        filled = await shortlist.fill_vacant(session, job, may_promote=True, cause=AUTO, at=over)
        await finish.finish_job(session, job, filled.outlook, cause=AUTO, at=over)
    assert await answered(worker_sessions, job_id) == [1, 1, 0], "who waited, then who was interviewed"

    async with worker_sessions() as session:
        assert (await session.get_one(Job, job_id)).status is JobStatus.FILLED
        assert await invariants.violations(session) == []
