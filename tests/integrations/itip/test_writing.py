"""Calendar entries, read back by a calendar library."""

from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from domain.errors import InvalidInputError, MailRefusedError
from integrations.itip import invitation_ics

BERLIN = ZoneInfo("Europe/Berlin")
ENTRY: dict[str, Any] = {
    "uid": "interview-1@understudy",
    "sequence": 0,
    "method": "REQUEST",
    "start": datetime(2026, 4, 14, 15, 0, tzinfo=BERLIN),
    "duration": timedelta(minutes=60),
    "summary": "Interview: Data Engineer; Acme, Inc.",
    "description": "See you soon.\nManage: https://hire.example/interview/schedule/1/t",
    "organizer": ("Acme Hiring", "hiring@acme.example"),
    "attendees": [("Ana María Lima", "ana@mail.example"), ("Noor Khan", "noor@acme.example")],
    "now": datetime(2026, 4, 10, 9, 0, tzinfo=UTC),
    "location": "https://meet.example/abc",
    "url": "https://hire.example/interview/schedule/1/t",
}


def entry(**changes: Any) -> Any:
    """The only event of an entry with these changes, and its calendar."""
    calendar = Calendar.from_ical(invitation_ics(**{**ENTRY, **changes}))
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def test_an_invitation_reads_back_as_it_was_meant() -> None:
    calendar, event = entry()

    assert calendar["METHOD"] == "REQUEST"
    assert calendar["VERSION"] == "2.0"
    assert event["STATUS"] == "CONFIRMED"
    assert event["UID"] == "interview-1@understudy"
    assert event["SEQUENCE"] == 0
    assert event["SUMMARY"] == ENTRY["summary"]
    assert event["DESCRIPTION"] == ENTRY["description"]
    assert event["LOCATION"] == ENTRY["location"]
    assert event["URL"] == ENTRY["url"]
    assert event["ORGANIZER"] == "mailto:hiring@acme.example"
    assert event["ORGANIZER"].params["CN"] == "Acme Hiring"
    assert [(a.params["CN"], str(a)) for a in event["ATTENDEE"]] == [
        ("Ana María Lima", "mailto:ana@mail.example"),
        ("Noor Khan", "mailto:noor@acme.example"),
    ]
    assert {a.params["RSVP"] for a in event["ATTENDEE"]} == {"TRUE"}


def test_all_times_are_in_utc() -> None:
    lines = invitation_ics(**ENTRY).decode().split("\r\n")
    assert {"DTSTART:20260414T130000Z", "DTEND:20260414T140000Z", "DTSTAMP:20260410T090000Z"} <= set(lines)
    assert not any("TZID" in line for line in lines)


def test_an_interview_across_the_clock_change_keeps_its_length() -> None:
    _, event = entry(start=datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN))
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=60)


def test_a_move_and_a_cancellation_keep_uid_and_people_and_raise_the_sequence() -> None:
    first, moved, cancelled = (
        entry(sequence=sequence, method=method)
        for sequence, method in [(0, "REQUEST"), (1, "REQUEST"), (2, "CANCEL")]
    )
    assert [event["SEQUENCE"] for _, event in (first, moved, cancelled)] == [0, 1, 2]
    assert {event["UID"] for _, event in (first, moved, cancelled)} == {"interview-1@understudy"}
    assert first[1]["ATTENDEE"] == cancelled[1]["ATTENDEE"]
    assert cancelled[0]["METHOD"] == "CANCEL"
    assert cancelled[1]["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
def test_names_and_titles_cannot_add_lines(method: Literal["REQUEST", "CANCEL"]) -> None:
    hostile = 'A"; ^B:C\r\nATTENDEE:mailto:evil@evil.example\nX,Y\\'
    calendar, event = entry(
        method=method,
        summary=hostile,
        description=hostile,
        location=hostile,
        organizer=(hostile, "hiring@acme.example"),
        attendees=[(hostile, "ana@mail.example")],
    )
    assert str(event["ATTENDEE"]) == "mailto:ana@mail.example"
    assert calendar["METHOD"] == method
    assert event["SUMMARY"].startswith('A"; ^B:C ATTENDEE')


def test_a_long_unicode_title_is_folded_without_loss() -> None:
    title = "面接" * 100
    content = invitation_ics(**{**ENTRY, "summary": title})
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert entry(summary=title)[1]["SUMMARY"] == title


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"start": datetime(2026, 4, 14, 15, 0)}, InvalidInputError),  # noqa: DTZ001 - that is what is refused
        ({"duration": timedelta()}, InvalidInputError),
        ({"sequence": -1}, InvalidInputError),
        ({"organizer": ("X", "not an address")}, MailRefusedError),
        ({"attendees": [("X", "a@b\r\nX:y")]}, MailRefusedError),
    ],
)
def test_a_senseless_entry_is_refused(changes: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        invitation_ics(**{**ENTRY, **changes})
