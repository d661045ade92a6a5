"""Digests from rows: each morning once, only with something to say, one after a pause, without N+1."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, insert, select, text
from sqlalchemy.exc import ProgrammingError

from domain.digest import Ahead, DigestContent, Event, Need
from domain.vocabulary import MailStatus, MailTemplate, UserRole
from integrations.mail import MailRenderer
from models import AutomationLog, Digest, EmailMessage
from services import digest, digest_mail, mail
from services.context import act_as_user
from services.correspondence import prepare
from services.interviews import answer
from services.log import Cause
from tests.conftest import Sessions
from tests.services.arrange import LATER, booked
from tests.support.data import BY_CANDIDATE, BY_HAND, MONDAY, Data

TUESDAY = datetime(2026, 3, 3, tzinfo=UTC)
EIGHT = timedelta(hours=8)
DAY = timedelta(days=1)


async def sent(sessions: Sessions, at: datetime) -> int:
    """One round of the schedule. Returns how many people were looked at."""
    async with sessions.begin() as session:
        return await digest_mail.send_due(session, now=at)


async def digests(sessions: Sessions) -> list[EmailMessage]:
    """The digests that were written, in the order of their days."""
    async with sessions() as session:
        query = select(EmailMessage).where(EmailMessage.template == MailTemplate.DIGEST)
        return list(await session.scalars(query.order_by(EmailMessage.sequence)))


async def read(sessions: Sessions, user: UUID, since: datetime, now: datetime) -> DigestContent:
    async with sessions() as session:
        return (await digest.read(session, {user: since}, now, now))[user]


async def a_busy_job(data: Data, zone: str = "UTC") -> tuple[UUID, UUID]:
    """A recruiter and a job of theirs in which something happened on Monday at eight (UTC)."""
    rosa = await data.a_user(time_zone=zone)
    job_id = await data.a_job(openings=2, buffer=1, recruiter_id=rosa)
    await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    await data.invited(job_id)
    return rosa, job_id


async def test_the_digest_comes_once_at_eight_in_the_readers_zone(
    data: Data, worker_sessions: Sessions
) -> None:
    await a_busy_job(data, zone="Europe/Berlin")
    at = TUESDAY + timedelta(hours=7)
    assert await sent(worker_sessions, at - timedelta(minutes=1)) == 0, "it is a minute to eight there"
    assert [await sent(worker_sessions, at) for _ in range(3)] == [1, 0, 0]
    assert await sent(worker_sessions, at + timedelta(hours=8)) == 0
    (letter,) = await digests(worker_sessions)
    assert letter.sequence == date(2026, 3, 3).toordinal()


async def test_there_is_no_mail_when_there_is_nothing_to_say(data: Data, worker_sessions: Sessions) -> None:
    await data.a_job(openings=1, at=MONDAY - 30 * DAY)
    await data.a_user(UserRole.INTERVIEWER)
    assert await sent(worker_sessions, TUESDAY + EIGHT) == 1
    assert await digests(worker_sessions) == []
    async with worker_sessions() as session:
        (looked,) = (await session.scalars(select(Digest))).all()
        assert not looked.is_sent


async def test_what_happens_after_a_quiet_morning_waits_for_the_next_one(
    data: Data, worker_sessions: Sessions
) -> None:
    rosa = await data.a_user()
    job_id = await data.a_job(openings=1, buffer=0, recruiter_id=rosa, at=MONDAY - 30 * DAY)
    assert await sent(worker_sessions, MONDAY + timedelta(minutes=1)) == 1
    await data.scored(job_id, 90, at=MONDAY + timedelta(hours=1))
    await data.closed_and_ranked(job_id, at=MONDAY + timedelta(hours=1))
    assert await sent(worker_sessions, MONDAY + timedelta(hours=5)) == 0
    assert await sent(worker_sessions, TUESDAY + EIGHT) == 1
    (letter,) = await digests(worker_sessions)
    assert letter.details["since"] == (MONDAY + timedelta(minutes=1)).isoformat()


async def test_after_days_without_a_worker_there_is_one_digest_over_all_of_them(
    data: Data, worker_sessions: Sessions
) -> None:
    rosa, job_id = await a_busy_job(data)
    await sent(worker_sessions, TUESDAY + EIGHT)
    later = TUESDAY + 5 * DAY + timedelta(hours=11)
    async with worker_sessions.begin() as session:
        row = {"job_id": job_id, "trigger_source": "auto", "action_type": "mail_failed"}
        for days in (1, 3):
            at = TUESDAY + days * DAY
            await session.execute(
                insert(AutomationLog).values(**row, idempotency_key=f"x{days}", created_at=at)
            )
    assert await sent(worker_sessions, later) == 1
    _, second = await digests(worker_sessions)
    assert second.details["since"] == (TUESDAY + EIGHT).isoformat()
    content = await read(worker_sessions, rosa, datetime.fromisoformat(second.details["since"]), later)
    assert content.jobs[0].happened == {Event.MAIL_FAILED: 2}


async def test_the_digest_counts_what_happened_what_waits_and_what_is_due(
    data: Data, worker_sessions: Sessions
) -> None:
    rosa = await data.a_user()
    job_id = await data.a_job(openings=3, buffer=0, recruiter_id=rosa)
    await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    interviews = await data.invited(job_id)
    async with worker_sessions.begin() as session:
        await answer.accept(session, interviews[0], cause=BY_CANDIDATE, received_at=LATER)
    async with worker_sessions.begin() as session:
        await session.execute(
            text("UPDATE interviews SET bounced_at = :at WHERE id = :id"),
            {"at": LATER, "id": interviews[1]},
        )
        await session.execute(
            text(
                "INSERT INTO held_steps (workflow_id, step, gate, job_id, since)"
                " VALUES ('w', 's', 'reminders', :job, :at)"
            ),
            {"job": job_id, "at": LATER},
        )
        provider = "INSERT INTO calendar_accounts (user_id, provider, health, health_since) VALUES "
        await session.execute(text(provider + "(:user, 'google', 'dead', :at)"), {"user": rosa, "at": LATER})
    now = MONDAY + timedelta(hours=5)
    content = await read(worker_sessions, rosa, MONDAY - DAY, now)
    (news,) = content.jobs
    assert news.happened == {
        Event.SHORTLISTED: 2,
        Event.INVITED: 2,
        Event.ACCEPTED: 1,
        Event.CLOSED: 1,
    }
    assert news.needs == {Need.RESTING: 1, Need.HELD: 1, Need.UNFILLED: 1, Need.CALENDAR: 1}
    assert {(due.kind, due.count) for due in news.due} == {(Ahead.CHOICE, 1)}


async def test_a_recruiter_reads_of_their_own_jobs_only_also_in_the_web_tier(
    data: Data, worker_sessions: Sessions, web_sessions: Sessions
) -> None:
    rosa, job_id = await a_busy_job(data)
    other = await data.a_user(name="Otto Other")
    await data.a_job(openings=1, recruiter_id=other)
    async with worker_sessions() as session:
        by_worker = await digest.read(session, {rosa: MONDAY - DAY}, LATER, LATER)
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, rosa)
        by_page = await digest.read(session, {rosa: MONDAY - DAY, other: MONDAY - DAY}, LATER, LATER)
    assert by_page[rosa] == by_worker[rosa]
    assert [news.job_id for news in by_page[rosa].jobs] == [job_id]
    assert by_page[other].jobs == ()


@pytest.mark.parametrize("jobs", [1, 12])
async def test_the_number_of_statements_does_not_grow_with_jobs_and_readers(
    data: Data, worker_sessions: Sessions, jobs: int
) -> None:
    for _ in range(jobs):
        await a_busy_job(data)
    statements: list[str] = []
    async with worker_sessions.begin() as session:
        engine = session.get_bind()

        def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            statements.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        try:
            assert await digest_mail.send_due(session, now=TUESDAY + EIGHT) == jobs
        finally:
            event.remove(engine, "before_cursor_execute", note)
    # Whose morning it is, four for the contents, the days, the mails.
    assert len(statements) == 7
    assert len(await digests(worker_sessions)) == jobs


async def test_whoever_turned_the_digest_off_gets_none_and_may_turn_it_on_again(
    data: Data, worker_sessions: Sessions, web_sessions: Sessions
) -> None:
    rosa, _ = await a_busy_job(data)
    for on, wanted in ((False, 0), (True, 1)):
        async with web_sessions.begin() as session:
            await act_as_user(session, UserRole.RECRUITER, rosa)
            for _ in range(2):
                await digest_mail.switch(session, rosa, on=on, cause=_by(rosa), at=LATER)
            assert await digest_mail.wants(session, rosa) is on
        assert await sent(worker_sessions, TUESDAY + EIGHT) == wanted
    async with worker_sessions() as session:
        actions = await session.scalars(
            select(AutomationLog.action_type).where(AutomationLog.action_type.like("digest%"))
        )
        assert sorted(actions) == ["digest_off", "digest_on"]


async def test_nobody_turns_off_anothers_digest(data: Data, web_sessions: Sessions) -> None:
    rosa, otto = await data.a_user(), await data.a_user()
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, otto)
        with pytest.raises(ProgrammingError, match="row-level security"):
            await digest_mail.switch(session, rosa, on=False, cause=_by(otto), at=LATER)


async def test_the_mail_reads_what_is_true_when_it_is_written(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    rosa, job_id = await a_busy_job(data)
    await sent(worker_sessions, TUESDAY + EIGHT)
    async with worker_sessions.begin() as session:
        letter = await mail.claim(session, TUESDAY + EIGHT)
        while letter is not None and letter.template is not MailTemplate.DIGEST:
            letter.status = MailStatus.SENT
            await session.flush()
            letter = await mail.claim(session, TUESDAY + EIGHT)
        assert letter is not None
        ready = await prepare(
            session,
            letter,
            lambda *_: {},
            "http://t",
            TUESDAY + EIGHT,
            sign_off=lambda user: f"http://t/off/{user}",
        )
        assert not isinstance(ready, str), ready
        written = MailRenderer().render(letter.template, ready.facts)
        assert f"http://t/jobs/{job_id}" in written.text
        assert "2 invitations were sent" in written.text
        assert ready.facts.unsubscribe_url == f"http://t/off/{rosa}"
    async with owner_sessions.begin() as session:
        await digest_mail.switch(session, rosa, on=False, cause=_by(rosa), at=LATER)
    async with worker_sessions() as session:
        ready = await prepare(session, letter, lambda *_: {}, "http://t", TUESDAY + EIGHT)
        assert ready == "the recipient turned the digest off"


async def test_an_outcome_that_nobody_recorded_waits_for_a_person(
    data: Data, worker_sessions: Sessions
) -> None:
    rosa = await data.a_user()
    job_id = await data.a_job(openings=1, buffer=0, recruiter_id=rosa)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview,) = await booked(data, job_id)
    async with worker_sessions.begin() as session:
        await session.execute(
            text("UPDATE interviews SET outcome_asked_for = scheduled_time WHERE id = :id"), {"id": interview}
        )
    content = await read(worker_sessions, rosa, MONDAY, MONDAY + 5 * DAY)
    assert content.jobs[0].needs == {Need.OUTCOME: 1}


def _by(user: UUID) -> Cause:
    return Cause(BY_HAND.trigger, "recruiter", user)
