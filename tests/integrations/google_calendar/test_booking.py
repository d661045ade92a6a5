"""Book, move, cancel: one event with one UID, whatever is repeated."""

import asyncio
from datetime import datetime, timedelta

import pytest

from domain.calendars import CalendarRefusedError, CalendarUnavailableError
from tests.doubles.google import GoogleDouble, Hand
from tests.integrations.google_calendar.office import CANDIDATE, HOUR, OWNER, START, UID, Office, entry, moved


def starts(hand: Hand) -> list[datetime]:
    return [datetime.fromisoformat(each["start"]["dateTime"]) for each in hand.events()]


def patches(office: Office) -> list[str]:
    return [each for each in office.google.requests if each.startswith("PATCH")]


async def test_a_booked_interview_carries_our_uid_organizer_and_zone(office: Office, owner: Hand) -> None:
    stored = await office.calendar.put(office.account(), entry())
    event = owner.event(UID)
    assert (event["id"], event["etag"]) == (stored.event_id, stored.etag)
    assert event["iCalUID"] == UID
    assert event["organizer"]["email"] == "interviews@understudy.example"
    assert event["start"]["timeZone"] == "Europe/Berlin"
    assert starts(owner) == [START]
    assert {each["email"] for each in event["attendees"]} == {OWNER, CANDIDATE}
    assert event["extendedProperties"]["private"]["understudyUid"] == UID


async def test_google_mails_nobody_when_our_mail_carries_the_uid(office: Office) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    await office.calendar.put(account, moved())
    await office.calendar.remove(account, UID)
    assert office.google.mails == []


async def test_google_mails_each_change_once_when_it_shall(office: Office) -> None:
    account = office.account()
    for state in (entry(notify=True), entry(notify=True), moved(notify=True), moved(notify=True)):
        await office.calendar.put(account, state)
    await office.calendar.remove(account, UID)
    await office.calendar.remove(account, UID)
    assert [(each.kind, each.to) for each in office.google.mails] == [
        ("invitation", (CANDIDATE,)),
        ("update", (CANDIDATE,)),
        ("cancellation", (CANDIDATE,)),
    ]


@pytest.mark.parametrize("notify", [False, True])
async def test_a_repeated_put_gives_one_event(office: Office, owner: Hand, notify: bool) -> None:
    account = office.account()
    first = await office.calendar.put(account, entry(notify=notify))
    again = await office.calendar.put(account, entry(notify=notify))
    assert first == again
    assert len(owner.events()) == 1


@pytest.mark.parametrize("notify", [False, True])
async def test_parallel_puts_give_one_event(office: Office, owner: Hand, notify: bool) -> None:
    account = office.account()
    stored = await asyncio.gather(
        *(office.calendar.put(account, entry(notify=notify)) for _ in range(8)), return_exceptions=True
    )
    failed = [each for each in stored if isinstance(each, BaseException)]
    assert all(isinstance(each, CalendarUnavailableError) for each in failed)
    assert len(failed) < 8
    assert starts(owner) == [START]


async def test_carriers_may_change_without_a_second_event(office: Office, owner: Hand) -> None:
    account = office.account()
    first = await office.calendar.put(account, entry(notify=True))
    second = await office.calendar.put(account, moved(notify=False))
    assert first.event_id == second.event_id
    assert starts(owner) == [START + timedelta(hours=2)]


async def test_a_moved_interview_keeps_its_event_and_asks_again(office: Office, owner: Hand) -> None:
    account = office.account()
    first = await office.calendar.put(account, entry())
    owner.reply(UID, "accepted")
    second = await office.calendar.put(account, moved())
    assert first.event_id == second.event_id
    assert first.etag != second.etag
    assert starts(owner) == [START + timedelta(hours=2)]
    assert {each["responseStatus"] for each in owner.event(UID)["attendees"]} == {"needsAction"}


async def test_a_changed_text_keeps_answers(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    owner.reply(UID, "accepted", comment="Happy to.")
    await office.calendar.put(account, entry(sequence=1, location="Room 5"))
    event = owner.event(UID)
    answered = next(each for each in event["attendees"] if each["email"] == OWNER)
    assert event["location"] == "Room 5"
    assert (answered["responseStatus"], answered["comment"]) == ("accepted", "Happy to.")


async def test_an_older_state_never_overwrites_a_newer_one(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, moved())
    await office.calendar.put(account, entry())
    assert starts(owner) == [START + timedelta(hours=2)]


async def test_an_event_that_was_dragged_away_is_put_back(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry(notify=True))
    own = owner.events()[0]["id"]
    owner.move(own, START + 5 * HOUR, START + 6 * HOUR)
    await office.calendar.put(account, entry(notify=True))
    assert starts(owner) == [START]


async def test_a_title_that_a_person_edited_stays(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    owner.retitle(UID, "Prepare questions!")
    await office.calendar.put(account, entry())
    assert owner.event(UID)["summary"] == "Prepare questions!"


@pytest.mark.parametrize("notify", [False, True])
@pytest.mark.parametrize("restores", [False, True])
async def test_a_deleted_entry_is_written_again(
    office: Office, owner: Hand, *, notify: bool, restores: bool
) -> None:
    account = office.account()
    first = await office.calendar.put(account, entry(notify=notify))
    owner.delete(first.event_id)
    if not restores:
        owner.refuse_restoring()
    again = await office.calendar.put(account, entry(notify=notify))
    assert again.event_id == first.event_id
    assert starts(owner) == [START]


async def test_an_edit_between_look_and_write_is_looked_at_again(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    office.google.faults.answer(412, "conditionNotMet", on="PATCH")
    await office.calendar.put(account, moved())
    assert starts(owner) == [START + timedelta(hours=2)]


async def test_an_edit_that_lands_during_the_write_is_noticed(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    gate = office.google.faults.hold(on="PATCH")
    writing = asyncio.create_task(office.calendar.put(account, moved()))
    assert await asyncio.to_thread(gate.arrived.wait, 10)
    owner.retitle(UID, "Edited meanwhile")
    gate.released.set()
    await writing
    assert len(patches(office)) == 2
    assert starts(owner) == [START + timedelta(hours=2)]


async def test_an_entry_that_never_stands_still_is_left_for_later(office: Office) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    office.google.faults.answer(412, "conditionNotMet", on="PATCH", times=9)
    with pytest.raises(CalendarUnavailableError):
        await office.calendar.put(account, moved())


@pytest.mark.parametrize("notify", [False, True])
async def test_a_removed_entry_is_gone_and_removing_it_again_is_done(
    office: Office, owner: Hand, notify: bool
) -> None:
    account = office.account()
    await office.calendar.put(account, entry(notify=notify))
    await office.calendar.remove(account, UID)
    await office.calendar.remove(account, UID)
    assert owner.events() == []


async def test_removing_what_never_was_is_done(office: Office) -> None:
    await office.calendar.remove(office.account(), UID)


async def test_an_entry_that_vanishes_while_it_is_removed_is_done(office: Office, owner: Hand) -> None:
    account = office.account()
    await office.calendar.put(account, entry())
    office.google.faults.answer(410, "deleted", on="DELETE")
    await office.calendar.remove(account, UID)


async def test_other_entries_are_left_alone(office: Office, owner: Hand) -> None:
    account = office.account()
    dentist = owner.write("Dentist", START, START + HOUR)
    await office.calendar.put(account, entry())
    await office.calendar.remove(account, UID)
    assert [each["id"] for each in owner.events()] == [dentist]


@pytest.mark.parametrize("notify", [False, True])
async def test_a_video_interview_gets_one_conference(office: Office, owner: Hand, notify: bool) -> None:
    account = office.account()
    first = await office.calendar.put(account, entry(video=True, notify=notify))
    again = await office.calendar.put(account, entry(video=True, notify=notify))
    later = await office.calendar.put(account, moved(video=True, notify=notify))
    assert first.video_url
    assert first.video_url.startswith("https://meet.google.com/")
    assert first.video_url == again.video_url == later.video_url


async def test_without_video_no_conference_is_asked_for(office: Office) -> None:
    assert (await office.calendar.put(office.account(), entry())).video_url is None


async def test_a_shared_calendar_without_the_owner_among_its_people_works(
    office: Office, google: GoogleDouble
) -> None:
    shared = google.add_calendar("panel@group.calendar.google.com", {OWNER: "writer"})
    account = office.account(calendar_id="panel@group.calendar.google.com")
    await office.calendar.put(account, entry())
    assert shared.event(UID)["organizer"]["email"] == "panel@group.calendar.google.com"


async def test_an_invitation_that_gmail_added_from_our_mail_is_taken_over(
    office: Office, owner: Hand
) -> None:
    received = owner.receive(UID, "From the mail", START, START + HOUR, "interviews@understudy.example")
    stored = await office.calendar.put(office.account(), moved())
    assert stored.event_id == received
    assert starts(owner) == [START + timedelta(hours=2)]
    assert owner.event(UID)["extendedProperties"]["private"]["understudyUid"] == UID


async def test_an_entry_in_no_zone_is_refused(office: Office) -> None:
    with pytest.raises(CalendarRefusedError):
        await office.calendar.put(office.account(), entry(zone="Mars/Olympus"))
    with pytest.raises(CalendarRefusedError):
        await office.calendar.put(office.account(), entry(start=START.replace(tzinfo=None)))


async def test_a_calendar_that_one_may_only_read_refuses(office: Office, google: GoogleDouble) -> None:
    google.add_calendar("team@group.calendar.google.com", {OWNER: "reader"})
    account = office.account(calendar_id="team@group.calendar.google.com")
    with pytest.raises(CalendarRefusedError, match="requiredAccessLevel"):
        await office.calendar.put(account, entry())
