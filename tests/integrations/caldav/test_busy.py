"""Busy times as a real calendar has them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.slots import Span
from integrations.caldav import CalDavCalendar
from tests.integrations.caldav.radicale import Owner, Radicale

WINDOW = Span(datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 16, tzinfo=UTC))


def span(start: str, end: str) -> Span:
    """A span of March 2026 in UTC, from `DDTHH:MM`."""
    return Span(*(datetime.fromisoformat(f"2026-03-{text}:00+00:00") for text in (start, end)))


async def busy(
    provider: CalDavCalendar, owner: Owner, zone: str = "", window: Span = WINDOW
) -> tuple[Span, ...]:
    """Busy spans of the owner's calendar, which must be readable."""
    times = await provider.busy(owner.account(zone=zone), window)
    assert times.unreadable == ()
    return times.spans


async def test_entries_that_overlap_are_one_span(owner: Owner, provider: CalDavCalendar) -> None:
    owner.add("a.ics", "UID:a\nDTSTART:20260305T090000Z\nDTEND:20260305T100000Z")
    owner.add("b.ics", "UID:b\nDTSTART:20260305T093000Z\nDURATION:PT1H")
    owner.add("c.ics", "UID:c\nDTSTART:20260305T103000Z\nDTEND:20260305T110000Z\nSTATUS:TENTATIVE")
    assert await busy(provider, owner) == (span("05T09:00", "05T11:00"),)


async def test_free_and_cancelled_entries_and_moments_do_not_count(
    owner: Owner, provider: CalDavCalendar
) -> None:
    owner.add("a.ics", "UID:a\nDTSTART:20260305T090000Z\nDTEND:20260305T100000Z\nTRANSP:TRANSPARENT")
    owner.add("b.ics", "UID:b\nDTSTART:20260305T110000Z\nDTEND:20260305T120000Z\nSTATUS:CANCELLED")
    owner.add("c.ics", "UID:c\nDTSTART:20260305T130000Z")
    owner.add("d.ics", "UID:d\nDTSTART;VALUE=DATE:20260306\nTRANSP:TRANSPARENT")
    assert await busy(provider, owner) == ()


async def test_what_the_owner_declined_does_not_count(owner: Owner, provider: CalDavCalendar) -> None:
    people = (
        "ATTENDEE;PARTSTAT=DECLINED:mailto:Me@acme.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:b@acme.example"
    )
    owner.add(
        "a.ics",
        f"UID:a\nDTSTART:20260305T090000Z\nDTEND:20260305T100000Z\nORGANIZER:mailto:b@acme.example\n{people}",
    )
    account = owner.account()
    assert (await provider.busy(account, WINDOW)).spans == (span("05T09:00", "05T10:00"),)
    mine = {**account.secret, "address": "me@acme.example"}
    declined = type(account)(account.id, account.user_id, account.provider, mine, account.calendar_id)
    assert (await provider.busy(declined, WINDOW)).spans == ()


async def test_a_recurring_entry_keeps_its_wall_clock_across_the_clock_change(
    owner: Owner, provider: CalDavCalendar
) -> None:
    # Clocks in New York go forward on 8 March 2026.
    owner.add(
        "a.ics",
        "UID:a\nDTSTART;TZID=America/New_York:20260105T090000\nDTEND;TZID=America/New_York:20260105T100000\n"
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TH\nEXDATE;TZID=America/New_York:20260305T090000",
        "UID:a\nRECURRENCE-ID;TZID=America/New_York:20260312T090000\n"
        "DTSTART;TZID=America/New_York:20260313T150000\nDTEND;TZID=America/New_York:20260313T170000",
    )
    assert await busy(provider, owner) == (
        span("02T14:00", "02T15:00"),
        span("09T13:00", "09T14:00"),
        span("13T19:00", "13T21:00"),
    )


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Asia/Tokyo", span("04T15:00", "05T15:00")),
        ("America/Los_Angeles", span("05T08:00", "06T08:00")),
        ("Pacific/Kiritimati", span("04T10:00", "05T10:00")),
        ("Asia/Kathmandu", span("04T18:15", "05T18:15")),
        ("", span("05T00:00", "06T00:00")),
    ],
)
async def test_a_whole_day_is_the_owners_day(
    owner: Owner, provider: CalDavCalendar, zone: str, expected: Span
) -> None:
    owner.add("a.ics", "UID:a\nDTSTART;VALUE=DATE:20260305")
    assert await busy(provider, owner, zone) == (expected,)


async def test_a_whole_day_has_23_hours_when_clocks_go_forward(
    owner: Owner, provider: CalDavCalendar
) -> None:
    owner.add("a.ics", "UID:a\nDTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY")
    first, second, _ = await busy(provider, owner, "America/New_York")
    assert (first.start, first.end - first.start) == (WINDOW.start, timedelta(hours=5))
    assert second.start == datetime(2026, 3, 8, tzinfo=ZoneInfo("America/New_York"))
    assert second.end.astimezone(UTC) - second.start.astimezone(UTC) == timedelta(hours=23)


async def test_without_a_zone_of_the_owner_the_calendars_counts(
    calendar_server: Radicale, provider: CalDavCalendar
) -> None:
    with calendar_server.owner(zone="America/Los_Angeles") as owner:
        owner.add("a.ics", "UID:a\nDTSTART;VALUE=DATE:20260303")
        owner.add("b.ics", "UID:b\nDTSTART:20260305T100000\nDTEND:20260305T110000")
        assert await busy(provider, owner) == (
            span("03T08:00", "04T08:00"),
            span("05T18:00", "05T19:00"),
        )


async def test_a_whole_day_at_the_edge_of_the_window_is_not_missed(
    owner: Owner, provider: CalDavCalendar
) -> None:
    owner.add("a.ics", "UID:a\nDTSTART;VALUE=DATE:20260305")
    evening = Span(*(datetime(2026, 3, 6, hour, tzinfo=UTC) for hour in (5, 7)))
    assert await busy(provider, owner, "America/Los_Angeles", evening) == (evening,)


async def test_spans_end_with_the_window(owner: Owner, provider: CalDavCalendar) -> None:
    owner.add("a.ics", "UID:a\nDTSTART:20260301T000000Z\nDTEND:20260401T000000Z")
    assert await busy(provider, owner) == (WINDOW,)


async def test_all_calendars_of_the_account_count_and_unreadable_ones_are_named(
    calendar_server: Radicale, owner: Owner, provider: CalDavCalendar
) -> None:
    private = owner.make_calendar()
    owner.add("a.ics", "UID:a\nDTSTART:20260305T090000Z\nDTEND:20260305T100000Z")
    owner.add("b.ics", "UID:b\nDTSTART:20260305T110000Z\nDTEND:20260305T120000Z", collection=private)
    missing = f"{owner.url}/{owner.name}/missing/"
    with calendar_server.owner() as other:
        foreign = "https://calendar.elsewhere.example/x/"
        more = (private, missing, other.collection, foreign)
        times = await provider.busy(owner.account(more=more), WINDOW)
    assert times.spans == (span("05T09:00", "05T10:00"), span("05T11:00", "05T12:00"))
    assert times.unreadable == (missing, other.collection, foreign)
