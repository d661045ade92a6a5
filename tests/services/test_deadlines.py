"""Deadlines, pauses and outcomes."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from domain.errors import ConflictError
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import JobStatus, MailTemplate
from domain.vocabulary import ShortlistStatus as S
from models import Application, EmailMessage, OutboxMessage
from services import find, invariants, jobs
from services.interviews import answer, end
from tests.conftest import Sessions
from tests.services.arrange import LATER, accepted, booked, the_interview
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, MONDAY, Data

DEADLINE = MONDAY + timedelta(hours=48)


async def ready(data: Data) -> UUID:
    """A ranked job with one seat and one on the bench."""
    job_id = await data.a_job(openings=1, buffer=1)
    await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    return job_id


async def test_an_unanswered_invitation_lapses_and_its_seat_becomes_vacant(
    data: Data, worker_sessions: Sessions
) -> None:
    (interview_id,) = await data.invited(await ready(data))
    async with worker_sessions.begin() as session:
        await end.expire(session, interview_id, cause=AUTO, at=DEADLINE)
        interview = await find.interview(session, interview_id)
        application = await session.get_one(Application, interview.application_id)
        assert (interview.status, application.shortlist_status) == (I.EXPIRED, S.EXPIRED)
    async with worker_sessions() as session:
        mails = await session.scalars(select(EmailMessage.template).order_by(EmailMessage.created_at))
        assert mails.all() == [MailTemplate.INVITATION, MailTemplate.EXPIRED]
        assert await invariants.violations(session) == []


async def test_expiring_before_the_deadline_does_nothing(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))
    async with worker_sessions.begin() as session:
        await end.expire(session, interview_id, cause=AUTO, at=DEADLINE - timedelta(microseconds=1))
    assert (await the_interview(worker_sessions, interview_id)).status is I.INVITATION_SENT


async def test_expiring_after_an_extension_does_nothing(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))
    extended = DEADLINE + timedelta(hours=5)
    async with worker_sessions.begin() as session:
        await end.extend_deadline(session, interview_id, extended, cause=BY_HAND, at=DEADLINE)
    async with worker_sessions.begin() as session:
        await end.expire(session, interview_id, cause=AUTO, at=DEADLINE)
        assert (await find.interview(session, interview_id)).status is I.INVITATION_SENT
        await end.expire(session, interview_id, cause=AUTO, at=extended)
    assert (await the_interview(worker_sessions, interview_id)).status is I.EXPIRED


async def test_a_deadline_is_not_extended_into_the_past(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))
    with pytest.raises(ConflictError):
        async with worker_sessions.begin() as session:
            await end.extend_deadline(session, interview_id, LATER, cause=BY_HAND, at=LATER)


async def test_a_slot_that_is_never_chosen_lapses(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await accepted(data, await ready(data))
    async with worker_sessions.begin() as session:
        await end.expire(session, interview_id, cause=AUTO, at=LATER + timedelta(hours=24))
    assert (await the_interview(worker_sessions, interview_id)).status is I.EXPIRED


async def test_a_candidate_who_is_leaving_does_not_expire(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))
    async with worker_sessions.begin() as session:
        leaving_at = DEADLINE - timedelta(minutes=1)
        await answer.leave(session, interview_id, cause=BY_CANDIDATE, received_at=leaving_at)
        await end.expire(session, interview_id, cause=AUTO, at=DEADLINE)
    assert (await the_interview(worker_sessions, interview_id)).status is I.INVITATION_SENT


async def test_resuming_a_job_moves_deadlines_by_the_pause(data: Data, worker_sessions: Sessions) -> None:
    job_id = await ready(data)
    (interview_id,) = await accepted(data, job_id)
    pause = timedelta(hours=7)
    async with worker_sessions.begin() as session:
        await jobs.pause(session, job_id, cause=BY_HAND, at=LATER)
    async with worker_sessions.begin() as session:
        job = await jobs.resume(session, job_id, cause=BY_HAND, at=LATER + pause)
        assert job.status is JobStatus.CLOSED

    interview = await the_interview(worker_sessions, interview_id)
    assert interview.confirmation_deadline == DEADLINE + pause
    assert interview.slot_selection_deadline == LATER + timedelta(hours=24) + pause
    async with worker_sessions() as session:
        told = await session.scalars(
            select(OutboxMessage.workflow_id).where(OutboxMessage.message_key.contains("resumed"))
        )
        assert sorted(told) == [f"interview-{interview_id}", f"job-{job_id}"]


async def test_a_paused_job_goes_back_to_where_it_was(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job()
    async with worker_sessions.begin() as session:
        await jobs.pause(session, job_id, cause=BY_HAND, at=LATER)
        await jobs.pause(session, job_id, cause=BY_HAND, at=LATER + timedelta(hours=1))
        job = await jobs.resume(session, job_id, cause=BY_HAND, at=LATER + timedelta(hours=2))
        assert job.status is JobStatus.OPEN


async def test_a_no_show_is_refused_before_start_and_grace_have_passed(
    data: Data, worker_sessions: Sessions
) -> None:
    (interview_id,) = await booked(data, await ready(data))
    start = (await the_interview(worker_sessions, interview_id)).scheduled_time
    assert start is not None
    for too_early in (start - timedelta(seconds=1), start, start + timedelta(minutes=15, microseconds=-1)):
        with pytest.raises(ConflictError):
            async with worker_sessions.begin() as session:
                await end.no_show(session, interview_id, cause=BY_HAND, at=too_early)

    async with worker_sessions.begin() as session:
        await end.no_show(session, interview_id, cause=BY_HAND, at=start + timedelta(minutes=15))
        interview = await find.interview(session, interview_id)
        application = await session.get_one(Application, interview.application_id)
        assert (interview.status, application.shortlist_status) == (I.NO_SHOW, S.REJECTED)


async def test_a_no_show_is_recorded_once(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await booked(data, await ready(data))
    start = (await the_interview(worker_sessions, interview_id)).scheduled_time
    assert start is not None
    for hours in (1, 2):
        async with worker_sessions.begin() as session:
            await end.no_show(session, interview_id, cause=BY_HAND, at=start + timedelta(hours=hours))
    async with worker_sessions() as session:
        mails = await session.scalars(
            select(EmailMessage).where(EmailMessage.template == MailTemplate.NO_SHOW)
        )
        assert len(mails.all()) == 1
        assert await invariants.violations(session) == []


async def test_a_completed_interview_keeps_its_seat_whatever_is_asked(
    data: Data, worker_sessions: Sessions
) -> None:
    (interview_id,) = await booked(data, await ready(data))
    interview = await the_interview(worker_sessions, interview_id)
    assert interview.scheduled_time is not None
    assert interview.application_id is not None
    over = interview.scheduled_time + timedelta(hours=1)
    async with worker_sessions.begin() as session:
        await end.complete(session, interview_id, cause=BY_HAND, at=over)
    with pytest.raises(ConflictError):
        async with worker_sessions.begin() as session:
            await end.reject(session, interview.application_id, cause=BY_HAND, at=over)
    with pytest.raises(ConflictError):
        async with worker_sessions.begin() as session:
            await answer.leave(session, interview_id, cause=BY_CANDIDATE, received_at=over)
