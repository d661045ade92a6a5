"""Sweeps: what is silent for an hour is told, for a day is marked as failed; both say so."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from domain.processing.progress import story
from domain.processing.vocabulary import Step
from domain.vocabulary import AlertCause, Flag, ProcessingStatus, Trigger, UserRole
from models import Alert, AutomationLog, EmailMessage, Interview
from services import flags
from services.alerts import admin_sentences
from services.log import Cause
from services.processing import overview, sweep
from services.processing.overview import Standing, Wanted
from services.processing.start import request_processing
from services.processing.steps import Run, begin
from tests.conftest import Sessions
from tests.support import processing as arrange
from tests.support.data import BY_HAND, Data

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
BY_SCHEDULE = Cause(Trigger.SCHEDULED)


@pytest.fixture
async def interview(owner_sessions: Sessions, worker_sessions: Sessions) -> UUID:
    """One whose processing was asked for at nine, and of which nothing was heard since."""
    made = await arrange.an_interview(owner_sessions)
    async with worker_sessions.begin() as session:
        await request_processing(session, made, None, NOW)
    return made


async def standing(sessions: Sessions, interview: UUID, at: datetime) -> Standing:
    async with sessions() as session:
        return (await overview.one(session, interview, at)).standing


async def test_after_an_hour_without_a_heartbeat_it_is_stuck_and_admins_are_told(
    interview: UUID, worker_sessions: Sessions, data: Data
) -> None:
    await data.a_user(UserRole.ADMIN)
    for at, due in ((NOW + HOUR, 0), (NOW + HOUR + timedelta(seconds=1), 1), (NOW + 2 * HOUR, 1)):
        async with worker_sessions.begin() as session:
            assert (await sweep.look(session, at)).stuck == due
    assert await standing(worker_sessions, interview, NOW + 2 * HOUR) is Standing.STUCK
    async with worker_sessions() as session:
        [alert] = (await session.scalars(select(Alert))).all()
        told = (await admin_sentences(session, [alert]))[alert.id]
        mails = (await session.scalars(select(EmailMessage))).all()
    assert (alert.cause, alert.over_at) == (AlertCause.STUCK_PROCESSING, None)
    assert (
        told
        == "1 interview is stuck in processing, the oldest since 2026-03-02 09:00 UTC. See the page Processing."
    )
    assert len(mails) == 1, "at most one mail a day and cause"

    async with worker_sessions.begin() as session:
        run = Run(interview, 1, Step.UPLOADING, "run")
        await begin(session, run, cause=BY_SCHEDULE, at=NOW + 2 * HOUR)
        assert (await sweep.look(session, NOW + 2 * HOUR)).stuck == 0
    async with worker_sessions() as session:
        assert (await session.get_one(Alert, alert.id, populate_existing=True)).over_at is not None


async def test_after_a_day_it_is_marked_as_failed_with_that_reason_once(
    interview: UUID, worker_sessions: Sessions
) -> None:
    async with worker_sessions.begin() as session:
        swept = await sweep.give_up(session, NOW + 24 * HOUR, cause=BY_SCHEDULE)
        assert (swept.marked, swept.stuck) == ((), 1)
    later = NOW + 24 * HOUR + timedelta(seconds=1)
    async with worker_sessions.begin() as session:
        swept = await sweep.give_up(session, later, cause=BY_SCHEDULE)
    assert swept.marked == (interview,)
    assert swept.message == "Marked 1 stuck interview as error."
    async with worker_sessions.begin() as session:
        again = await sweep.give_up(session, later, cause=BY_SCHEDULE)
        assert again.message == "No stuck interviews found."
        row = await session.get_one(Interview, interview)
        assert row.processing_status is ProcessingStatus.ERROR
        assert story(row.processing_metadata).last_error == sweep.REASON
        rows = await session.scalars(
            select(AutomationLog).where(AutomationLog.action_type == "processing_failed")
        )
        [logged] = rows.all()
    assert (logged.trigger_source, logged.details["code"]) == (Trigger.SCHEDULED, "stuck")
    assert "no sign of life for a day" in str(logged.reason)


async def test_who_waits_at_a_closed_gate_is_neither_stuck_nor_given_up(
    interview: UUID, worker_sessions: Sessions
) -> None:
    async with worker_sessions.begin() as session:
        await flags.set_flag(session, Flag.INTERVIEW_PROCESSING, enabled=False, cause=BY_HAND, at=NOW)
    async with worker_sessions.begin() as session:
        held = await begin(session, Run(interview, 0, Step.UPLOADING, "run"), cause=BY_SCHEDULE, at=NOW)
        assert held.held_by == Flag.INTERVIEW_PROCESSING
    async with worker_sessions.begin() as session:
        swept = await sweep.give_up(session, NOW + 48 * HOUR, cause=BY_SCHEDULE)
    assert (swept.stuck, swept.marked) == (0, ())
    assert await standing(worker_sessions, interview, NOW + 48 * HOUR) is Standing.HELD


async def test_the_list_goes_through_pages_without_gap_or_repeat(
    owner_sessions: Sessions, worker_sessions: Sessions
) -> None:
    made = [await arrange.an_interview(owner_sessions) for _ in range(7)]
    async with worker_sessions.begin() as session:
        for place, one in enumerate(made):
            # Two with the same moment: the id decides between them.
            await request_processing(session, one, None, NOW + timedelta(minutes=place // 2))
    seen: list[UUID] = []
    after = None
    async with worker_sessions() as session:
        for _ in range(4):
            page = await overview.listed(session, Wanted.RUNNING, NOW, after=after, limit=2)
            seen += [line.interview_id for line in page.lines]
            after = page.next
        assert after is None
        counts = await overview.counts(session, NOW + 2 * HOUR)
    assert len(seen) == 7
    assert set(seen) == set(made)
    assert (counts[Wanted.RUNNING], counts[Wanted.STUCK], counts[Wanted.TROUBLE]) == (7, 7, 7)
