"""Our entries as Google's events, and back.

What is ours is marked in `extendedProperties.private`: the UID, our SEQUENCE (Google counts its own, which also
grows when somebody edits the event), a fingerprint of what was written, and whether Google mails the attendees.
"""

from base64 import b32hexdecode, b32hexencode
from binascii import Error as NotBase32
from datetime import UTC, datetime, time
from hashlib import sha256
from json import dumps
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.calendars import CalendarEntry, CalendarRefusedError, StoredEntry

if TYPE_CHECKING:
    from googleapiclient._apis.calendar.v3.schemas import Event, EventAttendee, EventDateTime

UID = "understudyUid"
SEQUENCE = "understudySequence"
FINGERPRINT = "understudyEntry"
MAILED = "understudyMailed"

_OWN = "us"
"""Begins every id of ours; only a-v and 0-9 are allowed in ids (base32hex, RFC 4648 section 7)."""
_LONGEST = 1024


def event_id(uid: str) -> str:
    """The id of the event that is made for a UID. It holds the UID: a deleted event may show its id only."""
    own = _OWN + b32hexencode(uid.encode()).decode().rstrip("=").lower()
    if len(own) > _LONGEST:
        raise CalendarRefusedError("The UID is too long for an id of Google.")
    return own


def uid_of(event: "Event") -> str | None:
    """The UID of an event of ours; None for anything else."""
    if marked := _marks(event).get(UID):
        return marked
    coded = event.get("id", "")
    if not coded.startswith(_OWN):
        return None
    coded = coded.removeprefix(_OWN).upper()
    try:
        uid = b32hexdecode(coded + "=" * (-len(coded) % 8)).decode()
    except (NotBase32, UnicodeDecodeError):
        return None
    return uid if event_id(uid) == event.get("id") else None


def imported(entry: CalendarEntry) -> "Event":
    """The event to import: the same UID, SEQUENCE and organizer as in the mail that carries the entry."""
    name, address = entry.organizer
    event = _wanted(entry)
    event["reminders"] = {"useDefault": True}
    event["iCalUID"] = entry.uid
    event["sequence"] = entry.sequence
    event["organizer"] = {"email": address, "displayName": name}
    event["attendees"] = [_attendee(name, address) for name, address in entry.attendees]
    return event


def inserted(entry: CalendarEntry) -> "Event":
    """The event to insert under our own id; the calendar's owner becomes its organizer."""
    event = _wanted(entry)
    event["reminders"] = {"useDefault": True}
    event["id"] = event_id(entry.uid)
    event["sequence"] = entry.sequence
    event["attendees"] = [_attendee(name, address) for name, address in entry.attendees]
    return event


def changed(event: "Event", entry: CalendarEntry) -> "Event":
    """The fields that bring an event to the entry's state.

    Answers of attendees stay as long as the time does; a new time asks everybody again (RFC 5546, 3.2.2.1).
    """
    patch = _wanted(entry)
    patch["sequence"] = max(entry.sequence, event.get("sequence", 0))
    if event.get("conferenceData"):
        patch.pop("conferenceData", None)
    known = {each.get("email", "").lower(): each for each in event.get("attendees", [])}
    keep = _same_time(event, entry) and is_live(event)
    patch["attendees"] = [
        _attendee(name, address, known.get(address.lower()) if keep else None)
        for name, address in entry.attendees
    ]
    return patch


def is_live(event: "Event") -> bool:
    """Whether the event stands in the calendar."""
    return event.get("status") != "cancelled"


def is_current(event: "Event", entry: CalendarEntry) -> bool:
    """Whether the event needs no writing: it was written from this entry, and stands, at its time, for its people.

    Titles and texts that a person edited stay as they are.
    """
    people = {
        each.get("email", "").lower() for each in event.get("attendees", []) if not each.get("resource")
    }
    return (
        is_live(event)
        and _marks(event).get(FINGERPRINT) == _fingerprint(entry)
        and _same_time(event, entry)
        and people >= {address.lower() for _, address in entry.attendees}
        and (not entry.video or "conferenceData" in event)
    )


def is_newer(event: "Event", entry: CalendarEntry) -> bool:
    """Whether the live event was written from a later state: a late repeat must not turn time back."""
    written = _marks(event).get(SEQUENCE, "")
    return is_live(event) and written.isdigit() and int(written) > entry.sequence


def is_its_own(event: "Event") -> bool:
    """Whether the calendar may change the event: it is the organizer, or holds a private copy."""
    return bool(event.get("privateCopy")) or bool(event.get("organizer", {}).get("self"))


def is_mailed(event: "Event") -> bool:
    """Whether Google mails the event's attendees."""
    return _marks(event).get(MAILED) == "true"


def stored(event: "Event") -> StoredEntry:
    """What Google made of an entry."""
    return StoredEntry(event["id"], event.get("etag", ""), video_url(event))


def video_url(event: "Event") -> str | None:
    """The address of the event's video conference, once Google has made it."""
    for point in event.get("conferenceData", {}).get("entryPoints", []):
        if point.get("entryPointType") == "video":
            return point.get("uri")
    return event.get("hangoutLink")


def video_is_coming(event: "Event") -> bool:
    """Whether Google is still making the conference."""
    request = event.get("conferenceData", {}).get("createRequest", {})
    return request.get("status", {}).get("statusCode") == "pending"


def instant(when: "EventDateTime | None", zone: str = "UTC") -> datetime | None:
    """A start or end in UTC; a whole day begins at midnight of its zone, or of `zone`."""
    if not when:
        return None
    if "dateTime" in when:
        moment = datetime.fromisoformat(when["dateTime"])
    elif "date" in when:
        moment = datetime.combine(datetime.fromisoformat(when["date"]).date(), time())
    else:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(when.get("timeZone") or zone))
    return moment.astimezone(UTC)


def _wanted(entry: CalendarEntry) -> "Event":
    event: Event = {
        "status": "confirmed",
        "summary": entry.title,
        # The title names a candidate: colleagues who share the calendar see that the time is taken, no more.
        "visibility": "private",
        "description": entry.description,
        "location": entry.location,
        "start": _when(entry.start, entry.zone),
        "end": _when(entry.end, entry.zone),
        "extendedProperties": {
            "private": {
                UID: entry.uid,
                SEQUENCE: str(entry.sequence),
                FINGERPRINT: _fingerprint(entry),
                MAILED: "true" if entry.notify else "false",
            }
        },
    }
    if entry.video:
        # Google ignores a request id that it has seen, so a repeat asks for the same conference.
        event["conferenceData"] = {
            "createRequest": {
                "requestId": sha256(f"{entry.uid}/{entry.sequence}".encode()).hexdigest()[:32],
                "conferenceSolutionKey": {"type": "hangoutsMeet"},
            }
        }
    return event


def _when(moment: datetime, zone: str) -> "EventDateTime":
    if moment.tzinfo is None:
        raise CalendarRefusedError("The entry has a time without a zone.")
    try:
        local = moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise CalendarRefusedError("The entry's zone is not an IANA zone.") from error
    return {"dateTime": local.isoformat(), "timeZone": zone}


def _attendee(name: str, address: str, known: "EventAttendee | None" = None) -> "EventAttendee":
    attendee: EventAttendee = {"email": address, "responseStatus": "needsAction"}
    if name:
        attendee["displayName"] = name
    if known and "responseStatus" in known:
        attendee["responseStatus"] = known["responseStatus"]
    if known and "comment" in known:
        attendee["comment"] = known["comment"]
    return attendee


def _same_time(event: "Event", entry: CalendarEntry) -> bool:
    return (instant(event.get("start")), instant(event.get("end"))) == (entry.start, entry.end)


def _fingerprint(entry: CalendarEntry) -> str:
    facts = [
        entry.sequence, entry.start.isoformat(), entry.end.isoformat(), entry.zone, entry.title,
        entry.description, entry.location, list(entry.organizer), [list(each) for each in entry.attendees],
        entry.video, entry.notify,
    ]  # fmt: skip
    return sha256(dumps(facts).encode()).hexdigest()


def _marks(event: "Event") -> dict[str, str]:
    marks = event.get("extendedProperties", {}).get("private", {})
    return marks if isinstance(marks, dict) else {}
