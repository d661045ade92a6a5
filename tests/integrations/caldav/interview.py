"""The interview that the tests here book, and what its people do in their own programs."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar

from domain.calendars import CalendarEntry
from tests.integrations.caldav.radicale import Owner

UID = "0b8e6c1e-interview@understudy"
NAME = f"{UID}.ics"
ENTRY = CalendarEntry(
    uid=UID,
    sequence=0,
    start=datetime(2026, 3, 27, 9, tzinfo=UTC),
    end=datetime(2026, 3, 27, 10, tzinfo=UTC),
    zone="Europe/Berlin",
    title="Interview: Data Engineer; Acme, Inc.",
    description="Line one\nLine two, with comma",
    location="Room 5; first floor",
    organizer=("Acme Hiring", "hiring@acme.example"),
    attendees=(("Ana María", "ana@mail.example"), ("Noor", "noor@acme.example")),
)
MOVED = replace(
    ENTRY,
    sequence=1,
    start=datetime(2026, 3, 30, 9, tzinfo=UTC),
    end=datetime(2026, 3, 30, 10, tzinfo=UTC),
)


def only_event(owner: Owner) -> Any:
    """The single entry of the owner's calendar."""
    (text,) = owner.objects().values()
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    return event


def answer(owner: Owner, address: str, reply: str) -> None:
    """The attendee answers in a program of theirs."""
    calendar = Calendar.from_ical(owner.objects()[NAME])
    event: Any = calendar.walk("VEVENT")[0]
    for person in event["ATTENDEE"]:
        if person.lower() == f"mailto:{address}":
            person.params["PARTSTAT"] = reply
    owner.http.put(
        owner.collection + NAME, content=calendar.to_ical(), headers={"Content-Type": "text/calendar"}
    ).raise_for_status()
