"""Alerts to admins: raised while something is wrong, mailed at most once a day and cause, over when it is over."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text

from domain.errors import NotFoundError
from domain.vocabulary import AlertCause, MailTemplate, Trigger, UserRole
from models import Alert, AutomationLog, EmailMessage
from services import troubles
from services.alerts import admin_sentences
from services.context import act_as_user
from services.correspondence import prepare
from services.log import Cause
from services.troubles import Trouble
from tests.conftest import Sessions
from tests.services.arrange import LATER
from tests.support.data import MONDAY, Data

DAY = timedelta(days=1)
STUCK = "UPDATE email_messages SET status = 'queued', next_attempt_at = :at"
FAILED = "UPDATE email_messages SET status = 'failed', created_at = :at"


async def look(sessions: Sessions, at: datetime) -> int:
    """One round of the schedule; the wall clock stands where business time does."""
    async with sessions.begin() as session:
        return await troubles.look(session, now=at, wall=datetime(2000, 1, 1, tzinfo=UTC))


async def alerts(sessions: Sessions) -> list[Alert]:
    async with sessions() as session:
        return list(await session.scalars(select(Alert).order_by(Alert.cause, Alert.about)))


async def mails(sessions: Sessions) -> list[EmailMessage]:
    async with sessions() as session:
        query = select(EmailMessage).where(EmailMessage.template == MailTemplate.ADMIN_ALERT)
        return list(await session.scalars(query))


async def run(sessions: Sessions, sql: str, **values: object) -> None:
    async with sessions.begin() as session:
        await session.execute(text(sql), values)


@pytest.fixture
async def job(data: Data) -> UUID:
    """A job with two invitations, and their mails."""
    job_id = await data.a_job(openings=2, buffer=0, title="Baker")
    await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    await data.invited(job_id)
    return job_id


async def test_all_is_well_without_an_alert(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions, job: UUID
) -> None:
    await data.a_user(UserRole.ADMIN)
    await run(owner_sessions, "UPDATE email_messages SET status = 'sent'")
    assert await look(worker_sessions, LATER) == 0
    assert await mails(worker_sessions) == []
    assert job


async def test_mail_that_waits_too_long_is_told_to_every_admin_once_a_day(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions, job: UUID
) -> None:
    admins = {await data.a_user(UserRole.ADMIN), await data.a_user(UserRole.ADMIN)}
    await run(owner_sessions, STUCK, at=MONDAY)
    assert await look(worker_sessions, MONDAY + timedelta(minutes=15)) == 0
    for minutes in (16, 30, 45):
        assert await look(worker_sessions, MONDAY + timedelta(minutes=minutes)) == 1
    assert {letter.user_id for letter in await mails(worker_sessions)} == admins
    assert len(await mails(worker_sessions)) == 2
    await run(owner_sessions, STUCK + " WHERE template <> 'admin_alert'", at=MONDAY)
    await look(worker_sessions, MONDAY + DAY)
    assert len(await mails(worker_sessions)) == 4
    assert job


async def test_what_is_seen_is_not_mailed_again_and_what_comes_back_is_news(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions, job: UUID
) -> None:
    admin = await data.a_user(UserRole.ADMIN)
    await run(owner_sessions, "UPDATE interviews SET confirmation_deadline = 'infinity'")
    await run(owner_sessions, FAILED, at=MONDAY)
    await look(worker_sessions, LATER)
    await run(owner_sessions, "UPDATE email_messages SET status = 'sent' WHERE template = 'admin_alert'")
    (alert,) = await alerts(worker_sessions)
    assert (alert.cause, alert.about, alert.details["count"]) == (
        AlertCause.MAIL_UNDELIVERABLE,
        str(job),
        2,
    )
    for _ in range(2):
        async with owner_sessions.begin() as session:
            await troubles.see(session, alert.id, cause=_by(admin), at=LATER)
    await look(worker_sessions, LATER + timedelta(hours=20))
    assert len(await mails(worker_sessions)) == 1
    # A day after the last failure it is over; a new failure is a new alert, unseen.
    await look(worker_sessions, LATER + 2 * DAY)
    (alert,) = await alerts(worker_sessions)
    assert alert.over_at == LATER + 2 * DAY
    await run(owner_sessions, FAILED + " WHERE template <> 'admin_alert'", at=LATER + 3 * DAY)
    await look(worker_sessions, LATER + 3 * DAY)
    (alert,) = await alerts(worker_sessions)
    assert (alert.over_at, alert.seen_at, alert.raised_at) == (None, None, LATER + 3 * DAY)
    assert len(await mails(worker_sessions)) == 2
    async with worker_sessions() as session:
        seen = await session.scalars(
            select(AutomationLog.actor_id).where(AutomationLog.action_type == "alert_seen")
        )
        assert list(seen) == [admin]


@pytest.mark.parametrize(
    ("arrange", "about"),
    [
        ("UPDATE interviews SET confirmation_deadline = :at", "deadlines"),
        (
            (
                "INSERT INTO outbox (message_key, kind, workflow_type, workflow_id, name, created_at)"
                " VALUES ('k', 'update', 'JobWorkflow', 'job-1', 'changed', '1999-12-31T23:00Z')"
            ),
            "messages",
        ),
        ("UPDATE applications SET ai_processed = false", "scores"),
    ],
)
async def test_work_that_does_not_go_on_is_stuck(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions, job: UUID, arrange: str, about: str
) -> None:
    await run(owner_sessions, "UPDATE email_messages SET status = 'sent'")
    await run(owner_sessions, "UPDATE outbox SET delivered_at = now()")
    async with owner_sessions.begin() as session:
        await session.execute(text(arrange), {"at": MONDAY} if ":at" in arrange else {})
    await look(worker_sessions, MONDAY + timedelta(hours=1))
    assert [(a.cause, a.about) for a in await alerts(worker_sessions)] == [(AlertCause.STUCK_WORK, about)]
    assert job


async def test_a_deadline_behind_a_closed_gate_is_no_trouble(
    worker_sessions: Sessions, owner_sessions: Sessions, job: UUID
) -> None:
    await run(owner_sessions, "UPDATE email_messages SET status = 'sent'")
    await run(owner_sessions, "UPDATE interviews SET confirmation_deadline = :at", at=MONDAY)
    await run(
        owner_sessions,
        "INSERT INTO held_steps (workflow_id, step, gate, job_id, interview_id, since)"
        " SELECT 'interview-' || id, 'expire', 'global_automation', job_id, id, :at FROM interviews",
        at=MONDAY,
    )
    assert await look(worker_sessions, MONDAY + timedelta(hours=1)) == 0
    assert job


async def test_the_mail_names_the_calendar_and_its_owner_while_it_is_dead(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    admin = await data.a_user(UserRole.ADMIN)
    ines = await data.a_user(UserRole.INTERVIEWER, name="Ines Interviewer")
    await run(
        owner_sessions,
        "INSERT INTO calendar_accounts (user_id, provider, health, health_since)"
        " VALUES (:user, 'google', 'dead', :at)",
        user=ines,
        at=MONDAY,
    )
    await look(worker_sessions, LATER)
    (letter,) = await mails(worker_sessions)
    assert letter.user_id == admin
    async with worker_sessions() as session:
        ready = await prepare(session, letter, lambda *_: {}, "http://t", LATER)
        assert not isinstance(ready, str), ready
        assert ready.facts.alerts == (
            "The calendar of Ines Interviewer cannot be used since 2026-03-02 08:00 UTC.",
        )
    await run(owner_sessions, "UPDATE calendar_accounts SET health = 'connected'")
    assert await look(worker_sessions, LATER + timedelta(minutes=15)) == 0
    async with worker_sessions() as session:
        assert await prepare(session, letter, lambda *_: {}, "http://t", LATER) == (
            "it is over, or somebody has seen it"
        )


async def test_an_alert_may_be_raised_from_where_it_is_noticed(data: Data, worker_sessions: Sessions) -> None:
    await data.a_user(UserRole.ADMIN)
    broken = Trouble(AlertCause.SEAL_BROKEN, "log", {"sequence": 7})
    for _ in range(3):
        async with worker_sessions.begin() as session:
            await troubles.raised(session, broken, now=LATER)
    await look(worker_sessions, LATER)
    async with worker_sessions.begin() as session:
        (alert,) = await troubles.listed(session, LATER)
        assert "audit verify" in (await admin_sentences(session, [alert]))[alert.id]
        assert alert.over_at is None, "the round looks for other things and leaves it open"
        await troubles.over(session, AlertCause.SEAL_BROKEN, "log", now=LATER)
    assert len(await mails(worker_sessions)) == 1
    assert await look(worker_sessions, LATER) == 0


async def test_only_admins_see_alerts(data: Data, worker_sessions: Sessions, web_sessions: Sessions) -> None:
    async with worker_sessions.begin() as session:
        await troubles.raised(session, Trouble(AlertCause.SEAL_BROKEN, "log"), now=LATER)
    for role, seen in ((UserRole.RECRUITER, 0), (UserRole.AUDITOR, 0), (UserRole.ADMIN, 1)):
        user = await data.a_user(role)
        async with web_sessions.begin() as session:
            await act_as_user(session, role, user)
            assert len(await troubles.listed(session, LATER)) == seen
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, await data.a_user())
        (alert,) = await alerts(worker_sessions)
        with pytest.raises(NotFoundError):
            await troubles.see(session, alert.id, cause=_by(UUID(int=1)), at=LATER)


def _by(user: UUID) -> Cause:
    return Cause(Trigger.MANUAL, "admin", user)


async def test_a_request_that_is_overdue_is_an_alert_until_it_is_answered(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions, job: UUID
) -> None:
    admin = await data.a_user(UserRole.ADMIN)
    await run(owner_sessions, "UPDATE email_messages SET status = 'sent'")
    await run(owner_sessions, "UPDATE interviews SET confirmation_deadline = 'infinity'")
    await run(
        owner_sessions,
        "INSERT INTO candidate_requests (kind, candidate_id, application_id, job_id, message, asked_at, due_at)"
        " SELECT 'human_review', candidate_id, id, job_id, '', :at, :at FROM applications LIMIT 1",
        at=LATER,
    )
    assert await look(worker_sessions, LATER) == 0, "due now is not overdue"
    assert await look(worker_sessions, LATER + timedelta(minutes=1)) == 1
    assert [(a.cause, a.about) for a in await alerts(worker_sessions)] == [
        (AlertCause.LATE_REQUEST, str(job))
    ]
    assert {letter.user_id for letter in await mails(worker_sessions)} == {admin}
    async with worker_sessions.begin() as session:
        (told,) = await troubles.sentences(session, AlertCause.LATE_REQUEST)
    assert told.startswith("1 request of a candidate for ")
    await run(
        owner_sessions,
        "UPDATE candidate_requests SET state = 'answered', outcome = 'kept', answer = 'x', answered_at = :at",
        at=LATER,
    )
    await run(owner_sessions, "UPDATE email_messages SET status = 'sent'")
    assert await look(worker_sessions, LATER + timedelta(minutes=2)) == 0
