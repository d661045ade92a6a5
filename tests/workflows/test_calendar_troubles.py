"""A calendar whose access is lost in the middle, with real mails; and a calendar of a CalDAV server."""

from collections.abc import AsyncIterator, Iterator
from email.message import EmailMessage as ParsedMail
from pathlib import Path
from typing import cast

import pytest
from icalendar import Calendar, vCalAddress
from sqlalchemy import insert
from temporalio.client import Client

from domain.identifiers import calendar_uid, calendar_workflow
from domain.vocabulary import CalendarHealth, CalendarSyncMethod, MailTemplate, UserRole
from integrations.mailbox.server import Mailbox
from models import JobInterviewer
from services.calendars import accounts
from services.interviews import end
from tests.conftest import Sessions
from tests.integrations.caldav.radicale import Owner, Radicale, radicale
from tests.support.calendars import tokens
from tests.support.data import Data
from tests.workflows.diary import Diary, diary
from tests.workflows.hiring import wall_clock

INES = "ines@hiring.example"


@pytest.fixture
async def mailbox(tmp_path: Path) -> AsyncIterator[Mailbox]:
    """The embedded mail server."""
    server = Mailbox(tmp_path / "mail")
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def office(
    client: Client,
    database_url: str,
    data: Data,
    owner_sessions: Sessions,
    web_sessions: Sessions,
    mailbox: Mailbox,
) -> AsyncIterator[Diary]:
    """Mails leave for real."""
    smtp = f"smtp://127.0.0.1:{mailbox.smtp_port}"
    async with diary(client, database_url, data, owner_sessions, web_sessions, smtp) as made:
        yield made


@pytest.fixture(scope="module")
def calendar_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A CalDAV server."""
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def dav(calendar_server: Radicale) -> Iterator[Owner]:
    """The interviewer's account there."""
    with calendar_server.owner() as made:
        yield made


async def until_mails(
    office: Diary, mailbox: Mailbox, to: str, template: str, count: int = 1
) -> list[ParsedMail]:
    """Mails of a template to somebody, newest first, once there are so many."""

    async def arrived() -> list[ParsedMail] | None:
        found = mailbox._store.newest_first(to, template)
        return [mailbox._store.message(mail) for mail in found] if len(found) >= count else None

    mails = await office.hiring.app.until(arrived, f"{template} to {to}")
    assert len(mails) == count
    return mails


def entry_of(mail: ParsedMail) -> tuple[str, str, int] | None:
    """Method, UID and sequence of the calendar entry that a mail carries."""
    for part in mail.walk():
        if part.get_content_type() == "text/calendar":
            calendar = Calendar.from_ical(cast("bytes", part.get_payload(decode=True)))
            (event,) = calendar.walk("VEVENT")
            return str(calendar["METHOD"]), str(event["UID"]), int(str(event["SEQUENCE"]))
    return None


async def test_a_token_revoked_between_booking_and_moving_kills_the_calendar_loudly_and_mail_takes_over(
    office: Diary, mailbox: Mailbox
) -> None:
    hiring = office.hiring
    rosa = await hiring.data.a_user(email="rosa@hiring.example", name="Rosa")
    ines, hand, account = await office.connected(INES)
    await office.closed_job(ines, recruiter_id=rosa)
    interview = await hiring.accepted()
    start = await office.free(interview)
    await hiring.pick(interview, start)
    (told,) = await until_mails(office, mailbox, INES, "interviewer_confirmation")
    assert entry_of(told) is None, "her connected calendar has the entry already"
    moved = await office.free(interview, start)

    hand.revoke_access()
    await hiring.take(interview, moved)

    row = await office.until_health(account, CalendarHealth.DEAD)
    assert row.health_reason
    await hiring.until_told_calendars(interview)
    assert (await hiring.interview(interview)).calendar_sync_method is CalendarSyncMethod.ICS_FALLBACK
    newest, _ = await until_mails(office, mailbox, INES, "interviewer_confirmation", 2)
    assert entry_of(newest) == ("REQUEST", calendar_uid(interview), 1)
    candidate = "person1@example.org"
    for number, mail in zip(
        (1, 0), await until_mails(office, mailbox, candidate, "confirmation", 2), strict=True
    ):
        assert entry_of(mail) == ("REQUEST", calendar_uid(interview), number)
    (alert,) = await until_mails(office, mailbox, "rosa@hiring.example", "calendar_alert")
    assert "Ines" in str(alert.get_body(("plain",)))
    await until_mails(office, mailbox, INES, "calendar_notice")
    # Later looks find it as dead as before, and say nothing more; new times of hers are not offered.
    await office.later(account)
    assert len(await office.mails(MailTemplate.CALENDAR_ALERT)) == 1
    assert len(await office.mails(MailTemplate.CALENDAR_NOTICE)) == 1
    assert await hiring.free(interview) == []

    # Connected again, it is brought in step.
    again = await office.connect(ines, tokens(office.google, INES), INES)
    assert again == account
    await office.until_at(hand, interview, moved)
    await office.until_health(account, CalendarHealth.CONNECTED)
    assert await hiring.free(interview) != []


async def test_a_cancelled_interview_reaches_the_owner_of_a_dead_calendar_by_mail(
    office: Diary, mailbox: Mailbox
) -> None:
    ines, hand, account = await office.connected(INES)
    interview, _ = await office.booked(ines)
    hand.revoke_access()
    async with office.hiring.app.sessions.begin() as session:
        row = await accounts.find(session, account)
        assert row is not None
        await accounts.look_now(session, row, wall_clock())
    await office.until_health(account, CalendarHealth.DEAD)
    await office.hiring.recruiter(end.cancel_interview, interview)
    (mail,) = await until_mails(office, mailbox, INES, "interviewer_cancellation")
    told = entry_of(mail)
    assert told is not None
    assert told[:2] == ("CANCEL", calendar_uid(interview))


async def test_a_caldav_calendar_follows_and_its_owner_may_say_no(office: Diary, dav: Owner) -> None:
    hiring = office.hiring
    otto = await hiring.data.a_user(UserRole.INTERVIEWER, email="otto@hiring.example", name="Otto")
    account = await office.connect_caldav(otto, dav)
    interview, start = await office.booked(otto)
    ((name, text),) = dav.objects().items()
    assert f"UID:{calendar_uid(interview)}" in text
    assert (await hiring.interview(interview)).calendar_sync_method is CalendarSyncMethod.CALDAV

    later = await office.free(interview, start)
    await hiring.pick(interview, later)
    ((again, text),) = dav.objects().items()
    assert again == name
    whole = Calendar.from_ical(text)
    (event,) = whole.walk("VEVENT")
    assert event.decoded("DTSTART") == later

    # A colleague joins the pool; then Otto's program writes his “no”.
    ines, hand, _ = await office.connected(INES)
    async with hiring.owner.begin() as session:
        job_id = (await hiring.interview(interview)).job_id
        await session.execute(insert(JobInterviewer).values(job_id=job_id, user_id=ines, pool="interviewers"))
    people = cast("list[vCalAddress]", event["ATTENDEE"])
    (person,) = [each for each in people if "otto" in each]
    person.params["PARTSTAT"] = "DECLINED"
    dav.http.put(
        dav.collection + name, content=whole.to_ical(), headers={"Content-Type": "text/calendar"}
    ).raise_for_status()
    await office.later(account)
    await office.until_at(hand, interview, later)
    assert (await hiring.interview(interview)).interviewer_id == ines

    async def is_empty() -> bool:
        return dav.objects() == {}

    await office.until(account, is_empty)
    await hiring.record(calendar_workflow(account))
