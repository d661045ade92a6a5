"""What goes wrong on the way, and which error it becomes."""

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from domain.calendars import CalendarGoneError, CalendarRefusedError, CalendarUnavailableError
from integrations.google_calendar import GoogleApp, GoogleCalendar
from tests.doubles.google import GoogleDouble, Hand
from tests.integrations.google_calendar.office import (
    OWNER,
    START,
    UID,
    WINDOW,
    Office,
    entry,
    moved,
)


@pytest.fixture
def hasty(office: Office) -> Office:
    """An office that does not repeat inside a call."""
    return _waiting_at_most(office, timedelta(minutes=1))


def _waiting_at_most(office: Office, timeout: timedelta) -> Office:
    office.calendar = GoogleCalendar(
        GoogleApp(**office.google.app(), timeout=timeout, retries=0), office.keep
    )
    return office


@pytest.mark.parametrize(
    ("status", "reason", "error"),
    [
        (400, "invalid", CalendarRefusedError),
        (403, "forbidden", CalendarRefusedError),
        (403, "forbiddenForNonOrganizer", CalendarRefusedError),
        (403, "accessNotConfigured", CalendarRefusedError),
        (403, "rateLimitExceeded", CalendarUnavailableError),
        (403, "userRateLimitExceeded", CalendarUnavailableError),
        (403, "quotaExceeded", CalendarUnavailableError),
        (403, "insufficientPermissions", CalendarGoneError),
        (404, "notFound", CalendarGoneError),
        (429, "rateLimitExceeded", CalendarUnavailableError),
        (500, "backendError", CalendarUnavailableError),
        (503, "backendError", CalendarUnavailableError),
    ],
)
async def test_each_answer_has_its_meaning(
    hasty: Office, status: int, reason: str, error: type[Exception]
) -> None:
    hasty.google.faults.answer(status, reason, times=9)
    with pytest.raises(error) as caught:
        await hasty.calendar.busy(hasty.account(), WINDOW)
    assert OWNER not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_the_wait_that_google_asks_for_is_passed_on(hasty: Office) -> None:
    account = hasty.account()
    hasty.google.faults.answer(429, "rateLimitExceeded", retry_after="17")
    with pytest.raises(CalendarUnavailableError) as seconds:
        await hasty.calendar.busy(account, WINDOW)
    assert seconds.value.retry_after == timedelta(seconds=17)

    date = format_datetime(datetime.now(UTC) + timedelta(minutes=5), usegmt=True)
    hasty.google.faults.answer(503, retry_after=date)
    with pytest.raises(CalendarUnavailableError) as dated:
        await hasty.calendar.busy(account, WINDOW)
    assert dated.value.retry_after
    assert timedelta(minutes=4) < dated.value.retry_after <= timedelta(minutes=5)

    hasty.google.faults.answer(429, "rateLimitExceeded", retry_after="soon")
    with pytest.raises(CalendarUnavailableError) as unsaid:
        await hasty.calendar.busy(account, WINDOW)
    assert unsaid.value.retry_after is None


async def test_a_spent_quota_asks_for_a_long_wait(hasty: Office) -> None:
    hasty.google.faults.answer(403, "quotaExceeded")
    with pytest.raises(CalendarUnavailableError) as caught:
        await hasty.calendar.busy(hasty.account(), WINDOW)
    assert caught.value.retry_after == timedelta(hours=1)


async def test_one_passing_failure_is_not_noticed(office: Office, owner: Hand) -> None:
    office.google.faults.answer(503, on="POST")
    await office.calendar.put(office.account(), entry())
    assert len(owner.events()) == 1


async def test_after_a_storm_everything_is_in_step(hasty: Office, owner: Hand) -> None:
    account = hasty.account()
    await hasty.calendar.put(account, entry())
    hasty.google.faults.answer(429, "rateLimitExceeded", times=12)
    refused = 0
    for _ in range(20):
        try:
            await hasty.calendar.put(account, moved())
            break
        except CalendarUnavailableError:
            refused += 1
    assert refused == 12
    [event] = owner.events()
    assert datetime.fromisoformat(event["start"]["dateTime"]) == START + timedelta(hours=2)


async def test_a_quota_per_minute_ends_with_the_minute(hasty: Office) -> None:
    account = hasty.account()
    clock = hasty.google.clock
    # Google counts by the minute of its clock: not at the end of one, so that all three requests fall into it.
    clock.advance(timedelta(seconds=60 - clock.now().second))
    hasty.google.faults.requests_per_minute = 2
    with pytest.raises(CalendarUnavailableError):
        await hasty.calendar.put(account, entry())
    hasty.google.faults.requests_per_minute = 600
    clock.advance(timedelta(minutes=1))
    await hasty.calendar.put(account, entry())


async def test_a_slow_google_is_left_after_the_timeout(office: Office) -> None:
    hasty = _waiting_at_most(office, timedelta(seconds=0.5))
    hasty.google.faults.slow(timedelta(seconds=30))
    with pytest.raises(CalendarUnavailableError, match="TimeoutError"):
        await hasty.calendar.busy(hasty.account(), WINDOW)


async def test_a_cut_connection_is_unavailable(hasty: Office) -> None:
    hasty.google.faults.cut(times=2)
    with pytest.raises(CalendarUnavailableError):
        await hasty.calendar.busy(hasty.account(), WINDOW)


async def test_a_google_that_is_away_is_unavailable(hasty: Office) -> None:
    account = hasty.account()
    hasty.google.stop()
    with pytest.raises(CalendarUnavailableError):
        await hasty.calendar.busy(account, WINDOW)


@pytest.mark.parametrize("notify", [False, True])
async def test_a_crash_between_storing_and_answering_leaves_one_event(
    hasty: Office, owner: Hand, notify: bool
) -> None:
    account = hasty.account()
    hasty.google.faults.cut(times=2, on="POST", after=True)
    with pytest.raises(CalendarUnavailableError):
        await hasty.calendar.put(account, entry(notify=notify))
    assert len(owner.events()) == 1
    stored = await hasty.calendar.put(account, entry(notify=notify))
    assert [each["id"] for each in owner.events()] == [stored.event_id]
    assert len(hasty.google.mails) == int(notify)


async def test_a_crash_while_moving_leaves_the_new_time(hasty: Office, owner: Hand) -> None:
    account = hasty.account()
    await hasty.calendar.put(account, entry())
    hasty.google.faults.cut(times=2, on="PATCH", after=True)
    with pytest.raises(CalendarUnavailableError):
        await hasty.calendar.put(account, moved())
    await hasty.calendar.put(account, moved())
    [event] = owner.events()
    assert datetime.fromisoformat(event["start"]["dateTime"]) == START + timedelta(hours=2)
    assert event["sequence"] == 1


async def test_a_crash_while_removing_leaves_nothing(hasty: Office, owner: Hand) -> None:
    account = hasty.account()
    await hasty.calendar.put(account, entry())
    hasty.google.faults.cut(times=2, on="DELETE", after=True)
    with pytest.raises(CalendarUnavailableError):
        await hasty.calendar.remove(account, UID)
    await hasty.calendar.remove(account, UID)
    assert owner.events() == []


async def test_a_calendar_that_is_gone_is_gone_for_every_call(office: Office, owner: Hand) -> None:
    account = office.account()
    owner.unshare()
    for call in (
        office.calendar.put(account, entry()),
        office.calendar.remove(account, UID),
        office.calendar.changes(account, None),
    ):
        with pytest.raises(CalendarGoneError):
            await call


async def test_parallel_calls_do_not_disturb_each_other(office: Office, google: GoogleDouble) -> None:
    hands = [google.add_account(f"person{number}@example.com") for number in range(12)]
    accounts = [office.account(f"person{number}@example.com") for number in range(12)]
    people = [(("", each.calendar_id),) for each in accounts]
    await asyncio.gather(
        *(
            office.calendar.put(account, entry(uid=f"{number}@understudy", attendees=people[number]))
            for number, account in enumerate(accounts)
        )
    )
    found = await asyncio.gather(*(office.calendar.busy(account, WINDOW) for account in accounts))
    assert [len(hand.events()) for hand in hands] == [1] * 12
    assert all(len(each.spans) == 1 and not each.unreadable for each in found)


async def test_nothing_but_the_given_addresses_is_spoken_to(
    office: Office, owner: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.example.com:3128")
    await office.calendar.put(office.account(lasts=-timedelta(hours=1)), entry())
    assert len(owner.events()) == 1
    elsewhere = GoogleCalendar(GoogleApp("id", "secret"), office.keep)
    with pytest.raises(AssertionError, match=r"look-up of (www|oauth2)\.googleapis\.com"):
        await elsewhere.busy(office.account(), WINDOW)
