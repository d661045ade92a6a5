"""Calendar entries that every calendar program understands (RFC 5545, sent as RFC 5546 says)."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

from icalendar import Calendar, Event, vCalAddress, vText

from domain.errors import InvalidInputError
from domain.messages import one_line
from integrations.mail.mime import parse_address

_PRODUCT = "-//Understudy//Interviews//EN"


def invitation_ics(
    *,
    uid: str,
    sequence: int,
    method: Literal["REQUEST", "CANCEL"],
    start: datetime,
    duration: timedelta,
    summary: str,
    description: str,
    organizer: tuple[str, str],
    attendees: Sequence[tuple[str, str]],
    now: datetime,
    location: str = "",
    url: str = "",
) -> bytes:
    """One interview as an iTIP message, in UTC.

    `uid` stays the same for the interview's life; `sequence` grows with each change of time or place and with
    the cancellation; organizer and attendees are (name, address) and stay the same too, or calendars take a
    change for a stranger's. Raises InvalidInputError for a time without a zone, an empty length or a negative
    sequence, and MailRefusedError for a malformed address.
    """
    if start.tzinfo is None or now.tzinfo is None:
        raise InvalidInputError("A calendar entry needs times with a zone.", field="start")
    if duration <= timedelta():
        raise InvalidInputError("A calendar entry needs a length.", field="duration")
    if sequence < 0:
        raise InvalidInputError("The sequence of a calendar entry cannot be negative.", field="sequence")

    event = Event()
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", start.astimezone(UTC))
    event.add("dtend", (start + duration).astimezone(UTC))
    event.add("summary", one_line(summary))
    event.add("description", description)
    event.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    event.add("transp", "OPAQUE")
    event.add("organizer", _person(*organizer), encode=False)
    for name, address in attendees:
        attendee = _person(name, address)
        attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
        attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
        attendee.params["RSVP"] = vText("TRUE")
        event.add("attendee", attendee, encode=False)
    if location:
        event.add("location", one_line(location))
    if url:
        event.add("url", url)

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _person(name: str, address: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{parse_address(address)}")
    if name := one_line(name):
        person.params["CN"] = vText(name)
    return person
