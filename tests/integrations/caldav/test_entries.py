"""Booking, moving and cancelling in a real calendar."""

import asyncio
from dataclasses import replace

import pytest
import vobject

from domain.calendars import (
    CalendarEntry,
    CalendarGoneError,
    CalendarRefusedError,
    CalendarUnavailableError,
)
from domain.slots import Span
from integrations.caldav import CalDavCalendar
from tests.integrations.caldav.cutting_proxy import cutting_proxy
from tests.integrations.caldav.interview import ENTRY, MOVED, NAME, UID, answer, only_event
from tests.integrations.caldav.radicale import Owner, Radicale


async def test_a_booking_stands_in_the_calendar_as_two_libraries_read_it(
    owner: Owner, provider: CalDavCalendar
) -> None:
    stored = await provider.put(owner.account(), ENTRY)

    assert stored.event_id == owner.collection + NAME
    assert stored.etag.startswith('"')
    text = owner.objects()[NAME]
    event, other = only_event(owner), vobject.readOne(text).vevent
    assert event["UID"] == other.uid.value == UID
    assert event.start == other.dtstart.value == ENTRY.start
    assert event.end == other.dtend.value == ENTRY.end
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["SUMMARY"] == other.summary.value == ENTRY.title
    assert event["DESCRIPTION"] == other.description.value == ENTRY.description
    assert event["LOCATION"] == other.location.value == ENTRY.location
    assert event["SEQUENCE"] == int(other.sequence.value) == 0
    assert [person.lower() for person in event["ATTENDEE"]] == [a.value.lower() for a in other.attendee_list]
    assert {person.params["SCHEDULE-AGENT"] for person in event["ATTENDEE"]} == {"CLIENT"}


async def test_a_repeat_changes_nothing(owner: Owner, provider: CalDavCalendar) -> None:
    first = await provider.put(owner.account(), ENTRY)
    assert await provider.put(owner.account(), ENTRY) == first


async def test_a_move_keeps_the_object_and_raises_the_sequence(
    owner: Owner, provider: CalDavCalendar
) -> None:
    first = await provider.put(owner.account(), ENTRY)
    second = await provider.put(owner.account(), MOVED)

    assert second.event_id == first.event_id
    assert second.etag != first.etag
    event = only_event(owner)
    assert (event.start, event["SEQUENCE"]) == (MOVED.start, 1)
    # 11:00 in Berlin: the clocks went forward between the two days.
    assert event["DTSTART"].to_ical() == b"20260330T110000"


async def test_an_entry_that_arrives_late_does_not_undo_a_newer_one(
    owner: Owner, provider: CalDavCalendar
) -> None:
    newer = await provider.put(owner.account(), MOVED)
    assert await provider.put(owner.account(), ENTRY) == newer
    assert only_event(owner).start == MOVED.start


async def test_what_the_owner_moved_comes_back_with_a_higher_sequence(
    owner: Owner, provider: CalDavCalendar
) -> None:
    await provider.put(owner.account(), ENTRY)
    owner.edit(NAME, "T100000", "T080000")
    owner.edit(NAME, "\r\nSEQUENCE:0", "\r\nSEQUENCE:7")
    await provider.put(owner.account(), MOVED)
    event = only_event(owner)
    assert (event.start, event["SEQUENCE"]) == (MOVED.start, 8)


async def test_answers_and_alarms_of_the_owner_stay(owner: Owner, provider: CalDavCalendar) -> None:
    await provider.put(owner.account(), ENTRY)
    answer(owner, "noor@acme.example", "ACCEPTED")
    owner.edit(
        NAME,
        "END:VEVENT",
        "CATEGORIES:Hiring\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Soon\r\nTRIGGER:-PT15M\r\n"
        "END:VALARM\r\nEND:VEVENT",
    )

    await provider.put(owner.account(), replace(ENTRY, title="Interview: Engineer", sequence=1))
    event = only_event(owner)
    assert [str(a.params["PARTSTAT"]) for a in event["ATTENDEE"]] == ["NEEDS-ACTION", "ACCEPTED"]
    assert len(event.walk("VALARM")) == 1
    assert event["CATEGORIES"].to_ical() == b"Hiring"

    await provider.put(owner.account(), replace(MOVED, sequence=2))
    event = only_event(owner)
    assert [str(a.params["PARTSTAT"]) for a in event["ATTENDEE"]] == ["NEEDS-ACTION", "NEEDS-ACTION"]
    assert len(event.walk("VALARM")) == 1


async def test_an_entry_removed_by_the_owner_is_written_again(owner: Owner, provider: CalDavCalendar) -> None:
    await provider.put(owner.account(), ENTRY)
    owner.delete(NAME)
    await provider.put(owner.account(), ENTRY)
    assert only_event(owner).start == ENTRY.start


async def test_an_entry_cancelled_by_the_owner_is_confirmed_again(
    owner: Owner, provider: CalDavCalendar
) -> None:
    await provider.put(owner.account(), ENTRY)
    owner.edit(NAME, "STATUS:CONFIRMED", "STATUS:CANCELLED")
    await provider.put(owner.account(), ENTRY)
    event = only_event(owner)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 1)


async def test_an_entry_made_recurring_becomes_a_single_one_again(
    owner: Owner, provider: CalDavCalendar
) -> None:
    await provider.put(owner.account(), ENTRY)
    owner.edit(NAME, "TRANSP:OPAQUE", "TRANSP:OPAQUE\r\nRRULE:FREQ=DAILY;COUNT=3")
    await provider.put(owner.account(), ENTRY)
    assert "RRULE:FREQ=DAILY" not in owner.objects()[NAME]


async def test_an_invitation_taken_from_a_mail_is_brought_up_to_date_where_it_lies(
    owner: Owner, provider: CalDavCalendar
) -> None:
    owner.add("from-a-mail.ics", f"UID:{UID}\nDTSTART:20260327T090000Z\nDTEND:20260327T100000Z\nSUMMARY:x")
    stored = await provider.put(owner.account(), MOVED)
    assert stored.event_id.endswith("/from-a-mail.ics")
    assert list(owner.objects()) == ["from-a-mail.ics"]
    assert only_event(owner).start == MOVED.start

    await provider.remove(owner.account(), UID)
    assert owner.objects() == {}


async def test_a_removal_leaves_the_entries_of_the_owner_and_may_be_repeated(
    owner: Owner, provider: CalDavCalendar
) -> None:
    owner.add("own.ics", "UID:own\nDTSTART:20260327T090000Z\nDTEND:20260327T100000Z")
    await provider.put(owner.account(), ENTRY)
    await provider.remove(owner.account(), UID)
    await provider.remove(owner.account(), UID)
    assert list(owner.objects()) == ["own.ics"]


async def test_a_lost_answer_to_a_booking_leaves_one_entry(
    calendar_server: Radicale, owner: Owner, provider: CalDavCalendar
) -> None:
    async with cutting_proxy(calendar_server.port) as proxy:
        account = owner.account(url=f"http://127.0.0.1:{proxy.port}")
        proxy.lose_answer_to = b"PUT"
        with pytest.raises(CalendarUnavailableError):
            await provider.put(account, ENTRY)
        assert proxy.lost == 1
        written = owner.objects()

        proxy.lose_answer_to = b""
        await provider.put(account, ENTRY)
        assert owner.objects() == written
        assert list(written) == [NAME]


async def test_a_lost_answer_to_a_removal_is_no_error_at_the_repeat(
    calendar_server: Radicale, owner: Owner, provider: CalDavCalendar
) -> None:
    async with cutting_proxy(calendar_server.port) as proxy:
        account = owner.account(url=f"http://127.0.0.1:{proxy.port}")
        await provider.put(account, ENTRY)
        proxy.lose_answer_to = b"DELETE"
        with pytest.raises(CalendarUnavailableError):
            await provider.remove(account, UID)
        proxy.lose_answer_to = b""
        await provider.remove(account, UID)
    assert owner.objects() == {}


@pytest.mark.parametrize("entries", [(ENTRY, ENTRY), (ENTRY, MOVED), (MOVED, ENTRY)])
async def test_two_at_once_leave_one_entry_and_the_newer_wins(
    owner: Owner, provider: CalDavCalendar, entries: tuple[CalendarEntry, CalendarEntry]
) -> None:
    await asyncio.gather(*(provider.put(owner.account(), entry) for entry in entries))
    assert only_event(owner).start == max(entries, key=lambda entry: entry.sequence).start


async def test_a_wrong_password_asks_for_a_new_connection(owner: Owner, provider: CalDavCalendar) -> None:
    account = owner.account(password="wrong")
    window = Span(ENTRY.start, ENTRY.end)
    for call in (
        provider.put(account, ENTRY),
        provider.remove(account, UID),
        provider.busy(account, window),
        provider.changes(account, None),
    ):
        with pytest.raises(CalendarGoneError):
            await call


async def test_a_calendar_that_is_no_more_asks_for_a_new_connection(
    owner: Owner, provider: CalDavCalendar
) -> None:
    owner.delete()
    with pytest.raises(CalendarGoneError):
        await provider.put(owner.account(), ENTRY)
    with pytest.raises(CalendarGoneError):
        await provider.changes(owner.account(), None)
    await provider.remove(owner.account(), UID)


async def test_a_calendar_of_somebody_else_refuses(
    calendar_server: Radicale, owner: Owner, provider: CalDavCalendar
) -> None:
    with calendar_server.owner() as other:
        with pytest.raises(CalendarRefusedError):
            await provider.put(owner.account(calendar=other.collection), ENTRY)
        with pytest.raises(CalendarGoneError):
            await provider.changes(owner.account(calendar=other.collection), None)
        assert other.objects() == {}


async def test_an_identifier_that_is_none_of_ours_is_refused(owner: Owner, provider: CalDavCalendar) -> None:
    for uid in ("somebody@else.example", "../x@understudy"):
        with pytest.raises(CalendarRefusedError):
            await provider.put(owner.account(), replace(ENTRY, uid=uid))
