"""Connected calendars from end to end: the worker, Temporal, a web tier for notices, and a Google of our own."""

from collections.abc import AsyncIterator
from functools import partial

import pytest
from sqlalchemy import update
from temporalio.client import Client

from domain.identifiers import calendar_uid, calendar_workflow, interview_workflow
from domain.vocabulary import CalendarHealth, CalendarSyncMethod, MailTemplate
from integrations.guarded_calendar import GuardedCalendar
from models import CalendarAccount
from services.interviews import end
from tests.conftest import Sessions
from tests.support.calendars import tokens
from tests.support.data import Data
from tests.workflows.diary import Diary, diary, times
from tests.workflows.hiring import DAY, HOUR, MINUTE, wall_clock

INES, OTTO = "ines@hiring.example", "otto@hiring.example"
T = MailTemplate


@pytest.fixture
async def office(
    client: Client,
    database_url: str,
    data: Data,
    owner_sessions: Sessions,
    web_sessions: Sessions,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Diary]:
    """Mails stay queued. The breaker's rest is on the wall clock, which no test can skip: it is short here."""
    monkeypatch.setattr("runtime.calendars.GuardedCalendar", partial(GuardedCalendar, rest_seconds=0.05))
    async with diary(client, database_url, data, owner_sessions, web_sessions) as made:
        yield made


async def test_booking_moving_and_cancelling_keep_one_entry_in_step(office: Diary) -> None:
    hiring = office.hiring
    ines, hand, account = await office.connected(INES)
    interview, start = await office.booked(ines)
    assert times(hand, interview) == [start]
    row = await hiring.interview(interview)
    assert row.calendar_sync_method is CalendarSyncMethod.GOOGLE
    (event,) = hand.events()
    assert event["iCalUID"] == calendar_uid(interview)
    assert office.google.mails == []

    later = await office.free(interview, start)
    await hiring.pick(interview, later)
    assert times(hand, interview) == [later]
    assert [each["id"] for each in hand.events()] == [event["id"]]

    await hiring.recruiter(end.cancel_interview, interview)
    await office.until_at(hand, interview, None)
    assert hand.events() == []
    await hiring.record(calendar_workflow(account), "calendar-followed")
    await hiring.record(interview_workflow(interview))


async def test_everybody_is_told_once_for_each_time_and_the_mail_names_the_video_link(office: Diary) -> None:
    ines, hand, _ = await office.connected(INES)
    interview, _ = await office.booked(ines)
    (event,) = hand.events()
    link = (await office.hiring.interview(interview)).video_url
    assert link
    assert link in str(event["conferenceData"])
    for template in (T.CONFIRMATION, T.INTERVIEWER_CONFIRMATION):
        assert len(await office.mails(template)) == 1


async def test_what_is_busy_in_the_calendar_is_not_offered(office: Diary) -> None:
    ines, hand, account = await office.connected(INES)
    await office.closed_job(ines)
    interview = await office.hiring.accepted()
    start = await office.free(interview)
    hand.write("Dentist", start, start + HOUR)  # a notice tells us

    async def is_gone() -> bool:
        return start not in await office.hiring.free(interview)

    await office.until(account, is_gone)


async def test_a_no_in_the_calendar_lets_a_colleague_take_over_at_the_same_time(office: Diary) -> None:
    people = {}
    for email in (INES, OTTO):
        user, hand, account = await office.connected(email)
        people[user] = (email, hand, account)
    interview, start = await office.booked(*people)
    first = (await office.hiring.interview(interview)).interviewer_id
    assert first is not None
    (second,) = people.keys() - {first}
    email, hand, _ = people[first]
    hand.decline(calendar_uid(interview), who=email)

    await office.until_at(hand, interview, None)
    await office.until_at(people[second][1], interview, start)
    row = await office.hiring.interview(interview)
    assert (row.interviewer_id, row.scheduled_time, row.replacements) == (second, start, 1)
    await office.hiring.until_told_calendars(interview)
    (told,) = await office.mails(T.PANEL_ALERT)
    assert told.details["stand_in"] == str(second)
    assert len(await office.mails(T.INTERVIEWER_CANCELLATION)) == 1


async def test_when_nobody_can_take_over_the_recruiter_is_asked_once(office: Diary) -> None:
    ines, hand, account = await office.connected(INES)
    interview, start = await office.booked(ines)
    hand.decline(calendar_uid(interview), who=INES)

    async def asked() -> bool:
        return bool(await office.mails(T.PANEL_ALERT))

    await office.until(account, asked)
    hand.forget_sync_tokens()  # everything is listed anew, the “no” too
    await office.later(account)
    assert len(await office.mails(T.PANEL_ALERT)) == 1
    assert times(hand, interview) == [start]


async def test_a_storm_of_429_makes_the_calendar_unreachable_and_afterwards_it_is_in_step(
    office: Diary,
) -> None:
    ines, hand, account = await office.connected(INES)
    interview, start = await office.booked(ines)
    moved = await office.free(interview, start)
    office.google.faults.answer(429, "rateLimitExceeded", times=10_000)
    await office.hiring.take(interview, moved)
    await office.until_failed(account, 1)
    for _ in range(12):
        row = await office.account(account)
        assert row is not None
        if row.health is CalendarHealth.UNREACHABLE:
            break
        await office.later(account, 2 * MINUTE)
    row = await office.until_health(account, CalendarHealth.UNREACHABLE)
    assert row.health_reason
    # Told by mail meanwhile, and nobody is offered times of hers.
    await office.hiring.until_told_calendars(interview)
    assert (await office.hiring.interview(interview)).calendar_sync_method is CalendarSyncMethod.ICS_FALLBACK
    assert await office.hiring.free(interview) == []
    assert times(hand, interview) == [start]

    office.google.faults.clear()
    await office.later(account, 20 * MINUTE)
    await office.until_health(account, CalendarHealth.CONNECTED)
    await office.until_at(hand, interview, moved)
    assert await office.hiring.free(interview) != []
    # One alert of the entry that went by mail, one of the calendar as such; one notice to its owner.
    assert len(await office.mails(T.CALENDAR_ALERT)) == 2
    assert len(await office.mails(T.CALENDAR_NOTICE)) == 1
    assert len(await office.mails(T.CONFIRMATION)) == 2


async def test_forgotten_sync_tokens_lead_to_a_full_list_that_finds_what_is_missing(office: Diary) -> None:
    ines, hand, account = await office.connected(INES)
    interview, start = await office.booked(ines)
    office.google.push.lose_notices = True
    hand.empty_bin(calendar_uid(interview))
    hand.forget_sync_tokens()
    assert times(hand, interview) == []
    await office.later(account)
    await office.until_at(hand, interview, start)
    assert len(hand.events()) == 1


async def test_an_answer_that_is_lost_after_the_entry_was_stored_gives_one_entry(office: Diary) -> None:
    ines, hand, account = await office.connected(INES)
    await office.closed_job(ines)
    interview = await office.hiring.accepted()
    start = await office.free(interview)
    office.google.push.lose_notices = True
    # Two libraries below us ask once more each; only the look after that finds the entry.
    office.google.faults.cut(times=4, on="/events/import", after=True)
    await office.hiring.take(interview, start)
    await office.until_failed(account, 1)
    await office.later(account, MINUTE)
    await office.hiring.until_told_calendars(interview)
    assert times(hand, interview) == [start]
    assert len(hand.events()) == 1
    row = await office.hiring.interview(interview)
    assert row.calendar_sync_method is CalendarSyncMethod.GOOGLE
    assert await office.mails(T.CALENDAR_ALERT) == []


@pytest.mark.parametrize("how", ["removed", "moved"])
async def test_an_entry_that_somebody_removes_or_moves_by_hand_is_written_again(
    office: Diary, how: str
) -> None:
    ines, hand, _ = await office.connected(INES)
    interview, start = await office.booked(ines)
    uid = calendar_uid(interview)
    if how == "removed":
        hand.delete(uid)
    else:
        hand.move(uid, start + 2 * HOUR, start + 3 * HOUR)
    assert times(hand, interview) != [start]
    await office.until_at(hand, interview, start)
    row = await office.hiring.interview(interview)
    assert (row.scheduled_time, row.calendar_sequence) == (start, 0)
    assert len(await office.mails(T.CONFIRMATION)) == 1


async def test_disconnecting_ends_the_workflow_and_bookings_that_waited_go_by_mail(office: Diary) -> None:
    ines, _, account = await office.connected(INES)
    await office.closed_job(ines)
    interview = await office.hiring.accepted()
    start = await office.free(interview)
    office.google.faults.answer(503, times=10_000)
    await office.hiring.take(interview, start)
    await office.until_failed(account, 1)
    assert await office.mails(T.CONFIRMATION) == []

    await office.disconnect(ines)

    await office.hiring.app.result(calendar_workflow(account))
    await office.hiring.until_told_calendars(interview)
    row = await office.hiring.interview(interview)
    assert row.calendar_sync_method is CalendarSyncMethod.ICS_FALLBACK
    assert await office.account(account) is None
    await office.hiring.record(calendar_workflow(account))


async def test_access_that_was_given_for_a_time_is_said_to_expire_a_day_before(office: Diary) -> None:
    ines, hand = await office.interviewer(INES)
    for left, health in ((2 * DAY, CalendarHealth.CONNECTED), (20 * HOUR, CalendarHealth.EXPIRING)):
        secret = {**tokens(office.google, INES), "ends": (wall_clock() + left).isoformat()}
        account = await office.connect(ines, secret, INES)
        await office.until_looked(account)
        row = await office.until_health(account, health)
    assert row.health_reason
    # It still works: entries are written and times are offered.
    interview, start = await office.booked(ines)
    assert times(hand, interview) == [start]


async def test_the_push_channel_is_renewed_before_it_ends(office: Diary) -> None:
    _, _, account = await office.connected(INES)

    async def channel() -> str | None:
        row = await office.account(account)
        return row.channel_id if row else None

    before = await office.until(account, channel)
    assert set(office.google.push.channels) == {before}
    async with office.hiring.owner.begin() as session:
        soon = wall_clock() + 11 * HOUR
        await session.execute(update(CalendarAccount).values(channel_expires_at=soon))
    await office.later(account)
    after = await channel()
    assert after != before
    assert set(office.google.push.channels) == {after}
