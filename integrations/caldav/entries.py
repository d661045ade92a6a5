"""One interview as a calendar object, and what a stored object says of it.

What the product knows (times, texts, people) is written; what the person added in their calendar (answers,
alarms, colours, categories) stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from urllib.parse import quote
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, vCalAddress, vText

from domain.calendars import AttendeeReply, CalendarEntry, CalendarRefusedError
from domain.slots import Span
from integrations.caldav.busy import listed, span_of
from integrations.caldav.zone import named_zone
from integrations.calendar_text import parse_calendar

OURS = "@understudy"
"""How every UID of ours ends."""
_WRITTEN = "X-UNDERSTUDY-SEQUENCE"
"""The sequence that we wrote last: programs of the owner raise SEQUENCE too, when they move an entry."""
_PRODUCT = "-//Understudy//Interviews//EN"
_REPLACED = (
    *(
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "SEQUENCE",
        "DTSTART",
        "DTEND",
        "DURATION",
        "SUMMARY",
        "DESCRIPTION",
    ),
    *(
        "LOCATION",
        "ORGANIZER",
        "ATTENDEE",
        "STATUS",
        "TRANSP",
        "CLASS",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
    ),
    _WRITTEN,
)
_REPLIES = {
    "ACCEPTED": AttendeeReply.ACCEPTED,
    "TENTATIVE": AttendeeReply.TENTATIVE,
    "DECLINED": AttendeeReply.DECLINED,
}


@dataclass(frozen=True, slots=True)
class StoredInterview:
    """What a calendar object says of one of our interviews."""

    uid: str
    sequence: int
    written: int
    """The sequence that we wrote last; -1 when another program made the object."""
    span: Span | None
    """None when the object does not say in a readable way."""
    cancelled: bool
    replies: Mapping[str, AttendeeReply]
    component: Component = field(repr=False, compare=False)


def read_entry(content: bytes | str, zone: tzinfo | None) -> StoredInterview | None:
    """The first entry of an object, not one of its exceptions; None when it is none that can be read.

    Days and local times are taken in `zone`.
    """
    try:
        calendar = parse_calendar(content)
    except ValueError:
        return None
    events = calendar.walk("VEVENT")
    event = next((one for one in events if "RECURRENCE-ID" not in one), next(iter(events), None))
    if event is None:
        return None
    try:
        span = span_of(event, zone)
    except ValueError:
        span = None
    return StoredInterview(
        uid=str(event.get("UID", "")),
        sequence=_number(event.get("SEQUENCE"), 0),
        written=_number(event.get(_WRITTEN), -1),
        span=span,
        cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
        replies={
            address_of(person): _REPLIES.get(_parameter(person, "PARTSTAT"), AttendeeReply.NEEDS_ACTION)
            for person in listed(event.get("ATTENDEE"))
        },
        component=event,
    )


def is_current(stored: StoredInterview, entry: CalendarEntry) -> bool:
    """Whether the object says what the entry says already, so that nothing needs to be written."""
    event = stored.component
    return (
        stored.written == entry.sequence
        and not stored.cancelled
        and stored.span == _span(entry)
        and str(event.get("SUMMARY", "")) == entry.title
        and str(event.get("DESCRIPTION", "")) == entry.description
        and str(event.get("LOCATION", "")) == entry.location
        and sorted(stored.replies) == sorted({address.lower() for _, address in entry.attendees})
        and "RRULE" not in event
        and "RDATE" not in event
    )


def write_entry(entry: CalendarEntry, stored: StoredInterview | None, now: datetime) -> bytes:
    """The object with the entry's facts, on top of what is stored.

    SEQUENCE never goes down, and goes up when something that is stored under the same number changes. Answers of
    attendees stay as long as the time stays; a new time asks everybody again (RFC 5546, 3.2.2.1), or an old
    "no" would count against the new time.
    """
    same_time = stored is not None and stored.span == _span(entry) and not stored.cancelled
    sequence = entry.sequence
    if stored is not None:
        higher = stored.sequence if same_time else stored.sequence + 1
        sequence = max(sequence, higher)
    event = Event() if stored is None else stored.component
    answers = {
        address_of(person): person
        for person in listed(event.get("ATTENDEE"))
        if isinstance(person, vCalAddress)
    }
    for name in _REPLACED:
        event.pop(name, None)
    zone = ZoneInfo(entry.zone) if named_zone(entry.zone) else UTC
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("sequence", sequence)
    event.add(_WRITTEN, str(entry.sequence))
    event.add("dtstart", _local(entry.start, zone))
    event.add("dtend", _local(entry.end, zone))
    event.add("summary", entry.title)
    # The title names a candidate: whoever shares the calendar sees that the time is taken, no more.
    event.add("class", "PRIVATE")
    event.add("description", entry.description)
    event.add("location", entry.location)
    event.add("status", "CONFIRMED")
    event.add("transp", "OPAQUE")
    event.add("organizer", _person(*entry.organizer), encode=False)
    for name, address in entry.attendees:
        known = answers.get(address.lower()) if same_time else None
        event.add("attendee", _attendee(name, address, known, notify=entry.notify), encode=False)
    return _object(event, entry.start.date())


def path_of(uid: str) -> str:
    """The name of our object in its collection: the same for life, and the UID can be read from it.

    Raises CalendarRefusedError for a UID that is none of ours.
    """
    if not uid.endswith(OURS) or "/" in uid or not uid.isascii() or not uid.isprintable():
        raise CalendarRefusedError("The calendar entry has an identifier that cannot be a file's name.")
    return f"{quote(uid, safe='@')}.ics"


def address_of(person: object) -> str:
    """A person's mail address in lower case, without `mailto:`."""
    return str(person).strip().lower().removeprefix("mailto:")


def _span(entry: CalendarEntry) -> Span:
    return Span(entry.start.astimezone(UTC), entry.end.astimezone(UTC))


def _local(moment: datetime, zone: tzinfo) -> datetime:
    """The moment in a zone; in UTC when it is the second of two with the same wall clock.

    A local time with TZID always means the first of them (RFC 5545, 3.3.5).
    """
    local = moment.astimezone(zone)
    return moment.astimezone(UTC) if local.fold else local


def _object(event: Component, day: date) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones(day - timedelta(days=366), day + timedelta(days=5 * 366))
    return bytes(calendar.to_ical())


def _attendee(name: str, address: str, known: vCalAddress | None, *, notify: bool) -> vCalAddress:
    person = _person(name, address)
    person.params["ROLE"] = vText("REQ-PARTICIPANT")
    person.params["PARTSTAT"] = vText(_parameter(known, "PARTSTAT") or "NEEDS-ACTION")
    person.params["RSVP"] = vText("TRUE")
    if not notify:
        # RFC 6638, 7.1: our own mail carries the same UID, so the server does not invite a second time.
        person.params["SCHEDULE-AGENT"] = vText("CLIENT")
    return person


def _person(name: str, address: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{address}")
    if clean := " ".join(name.split()):
        person.params["CN"] = vText(clean)
    return person


def _parameter(person: object, name: str) -> str:
    parameters = getattr(person, "params", None)
    return str(parameters.get(name, "")).upper() if parameters is not None else ""


def _number(value: object, otherwise: int) -> int:
    text = str(value).strip()
    return int(text[:9]) if text.isascii() and text.isdigit() else otherwise
