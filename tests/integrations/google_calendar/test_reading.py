"""Busy times and news from the calendar's side."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars import AttendeeReply, CalendarUnavailableError
from domain.slots import Span
from integrations.google_calendar.reading import merged
from tests.doubles.google import GoogleDouble, Hand
from tests.integrations.google_calendar.office import (
    CANDIDATE,
    HOUR,
    OWNER,
    START,
    UID,
    WINDOW,
    Office,
    entry,
    moved,
)

TEAM = "team@group.calendar.google.com"


async def test_busy_times_of_all_calendars_are_merged(
    office: Office, owner: Hand, google: GoogleDouble
) -> None:
    team = google.add_calendar(TEAM, {OWNER: "freeBusyReader"})
    owner.write("Lunch", START, START + HOUR)
    team.write("Stand-up", START + HOUR / 2, START + 2 * HOUR)
    team.write("Review", START + 4 * HOUR, START + 5 * HOUR)
    busy = await office.calendar.busy(office.account(busy_calendar_ids=(TEAM,)), WINDOW)
    assert busy.spans == (Span(START, START + 2 * HOUR), Span(START + 4 * HOUR, START + 5 * HOUR))
    assert busy.unreadable == ()


async def test_free_entries_declined_ones_and_deleted_ones_do_not_count(office: Office, owner: Hand) -> None:
    owner.write("Focus, maybe", START, START + HOUR, transparent=True)
    owner.delete(owner.write("Cancelled", START, START + HOUR))
    await office.calendar.put(office.account(), entry())
    owner.decline(UID)
    assert (await office.calendar.busy(office.account(), WINDOW)).spans == ()


async def test_busy_times_end_with_the_window(office: Office, owner: Hand) -> None:
    owner.write("Long trip", START - timedelta(days=9), START + HOUR)
    window = Span(START, START + 3 * HOUR)
    assert (await office.calendar.busy(office.account(), window)).spans == (Span(START, START + HOUR),)


async def test_a_calendar_that_cannot_be_read_is_named(
    office: Office, owner: Hand, google: GoogleDouble
) -> None:
    google.add_calendar(TEAM, {})
    owner.write("Lunch", START, START + HOUR)
    busy = await office.calendar.busy(office.account(busy_calendar_ids=(TEAM, "unknown")), WINDOW)
    assert busy.unreadable == (TEAM, "unknown")
    assert busy.spans == (Span(START, START + HOUR),)

    owner.make_unreadable()
    assert OWNER in (await office.calendar.busy(office.account(), WINDOW)).unreadable


async def test_more_calendars_than_one_query_takes_are_all_read(office: Office, google: GoogleDouble) -> None:
    names = [f"room{number}@group.calendar.google.com" for number in range(60)]
    for number, name in enumerate(names):
        hand = google.add_calendar(name, {OWNER: "reader"})
        hand.write("Used", START + number * HOUR, START + (number + 0.5) * HOUR)
    busy = await office.calendar.busy(
        office.account(busy_calendar_ids=names), Span(START, START + timedelta(days=9))
    )
    assert busy.unreadable == ()
    assert len(busy.spans) == 60


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 40))))
def test_merged_spans_cover_the_same_times_in_order_without_touching(pairs: list[tuple[int, int]]) -> None:
    minute = timedelta(minutes=1)
    spans = merged(Span(START + start * minute, START + (start + length) * minute) for start, length in pairs)
    covered = {START + (start + step) * minute for start, length in pairs for step in range(length)}
    assert {
        START + step * minute
        for step in range(241)
        if any(each.start <= START + step * minute < each.end for each in spans)
    } == covered
    assert all(earlier.end < later.start for earlier, later in pairwise(spans))


async def test_the_first_listing_is_complete_and_shows_ours_only(office: Office, owner: Hand) -> None:
    account = office.account()
    owner.write("Dentist", START, START + HOUR)
    await office.calendar.put(account, entry())
    changes = await office.calendar.changes(account, None)
    assert changes.complete
    [change] = changes.entries
    assert (change.uid, change.start, change.end, change.removed) == (UID, START, START + HOUR, False)
    assert change.replies == {OWNER: AttendeeReply.NEEDS_ACTION, CANDIDATE: AttendeeReply.NEEDS_ACTION}


@pytest.mark.parametrize("notify", [False, True])
async def test_a_decline_in_the_calendar_is_news_once(office: Office, owner: Hand, notify: bool) -> None:
    account = office.account()
    stored = await office.calendar.put(account, entry(notify=notify))
    before = await office.calendar.changes(account, None)
    owner.decline(stored.event_id)
    news = await office.calendar.changes(account, before.cursor)
    assert not news.complete
    assert [(each.uid, each.replies[OWNER]) for each in news.entries] == [(UID, AttendeeReply.DECLINED)]
    assert (await office.calendar.changes(account, news.cursor)).entries == ()


async def test_an_attendee_s_answer_and_a_moved_time_are_news(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    before = await office.calendar.changes(account, None)
    owner.reply(UID, "tentative", who=CANDIDATE.upper())
    owner.move(UID, START + 3 * HOUR, START + 4 * HOUR)
    [change] = (await office.calendar.changes(account, before.cursor)).entries
    assert change.replies[CANDIDATE] is AttendeeReply.TENTATIVE
    assert (change.start, change.end) == (START + 3 * HOUR, START + 4 * HOUR)


async def test_a_deleted_entry_is_news_even_when_only_its_id_is_left(office: Office, owner: Hand) -> None:
    account = office.account()
    stored = await office.calendar.put(account, entry(notify=True))
    before = await office.calendar.changes(account, None)
    owner.empty_bin(stored.event_id)
    [change] = (await office.calendar.changes(account, before.cursor)).entries
    assert (change.uid, change.removed) == (UID, True)


async def test_a_deleted_private_copy_is_news(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    before = await office.calendar.changes(account, None)
    owner.delete(UID)
    [change] = (await office.calendar.changes(account, before.cursor)).entries
    assert (change.uid, change.removed) == (UID, True)


async def test_news_of_many_pages_are_read_to_the_end(office: Office, owner: Hand) -> None:
    account = office.account()
    office.google.pages_of(3)
    for number in range(8):
        await office.calendar.put(account, entry(uid=f"{number}@understudy"))
    full = await office.calendar.changes(account, None)
    assert {each.uid for each in full.entries} == {f"{number}@understudy" for number in range(8)}
    for number in range(8):
        owner.decline(f"{number}@understudy")
    news = await office.calendar.changes(account, full.cursor)
    assert len(news.entries) == 8
    assert not news.complete


async def test_a_forgotten_cursor_lists_everything_anew(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    before = await office.calendar.changes(account, None)
    owner.forget_sync_tokens()
    await office.calendar.put(account, moved())
    anew = await office.calendar.changes(account, before.cursor)
    assert anew.complete
    assert [each.start for each in anew.entries] == [START + timedelta(hours=2)]
    assert (await office.calendar.changes(account, anew.cursor)).entries == ()


@pytest.mark.parametrize("cursor", ["nonsense", "e30", "another"])
async def test_a_cursor_that_is_not_this_calendar_s_lists_everything_anew(
    office: Office, google: GoogleDouble, cursor: str
) -> None:
    if cursor == "another":
        google.add_account("other@example.com")
        cursor = (await office.calendar.changes(office.account("other@example.com"), None)).cursor
    assert (await office.calendar.changes(office.account(), cursor)).complete


async def test_a_failure_in_the_middle_of_pages_loses_nothing(office: Office, owner: Hand) -> None:
    account = office.account()
    for number in range(4):
        await office.calendar.put(account, entry(uid=f"{number}@understudy"))
    before = await office.calendar.changes(account, None)
    for number in range(4):
        owner.decline(f"{number}@understudy")
    office.google.pages_of(2)
    office.google.faults.answer(500, times=4, on="GET")
    with pytest.raises(CalendarUnavailableError):
        await office.calendar.changes(account, before.cursor)
    office.google.faults.clear()
    assert len((await office.calendar.changes(account, before.cursor)).entries) == 4


async def test_the_calendars_of_an_account_are_listed_main_one_first(
    office: Office, google: GoogleDouble
) -> None:
    google.add_calendar("a-team@group.calendar.google.com", {OWNER: "reader"}, "Asia/Tokyo")
    google.add_calendar("not-shared@group.calendar.google.com", {})
    listed = await office.calendar.calendars(office.account())
    assert [(each.id, each.primary, each.writable, each.zone) for each in listed] == [
        (OWNER, True, True, "Europe/Berlin"),
        ("a-team@group.calendar.google.com", False, False, "Asia/Tokyo"),
    ]
