"""What Google does to events: insert, import, patch, update, delete.

Reported, not documented: `id` together with `iCalUID` is refused ("Invalid resource id value."); an import of a
known iCalUID rewrites that event in place, deleted or not; ids of imported events are "_" and the UID in base32hex.
"""

import re
from base64 import b32hexencode
from copy import deepcopy
from secrets import token_bytes
from typing import Any

from tests.doubles.google.calendars import Calendar, Calendars, Json, instant
from tests.doubles.google.clock import Clock, stamp
from tests.doubles.google.errors import GoogleError, duplicate, invalid, not_found, required

_ID = re.compile(r"[a-v0-9]{5,1024}")
_READ_ONLY = ("kind", "etag", "created", "updated", "creator", "htmlLink", "hangoutLink", "privateCopy")
_SHARED = ("summary", "description", "location", "start", "end", "status")
_KEPT = ("id", "iCalUID", "created", "creator", "organizer", "htmlLink", "privateCopy", "kind", "hangoutLink")


class Events:
    """The rules for writing events."""

    def __init__(self, calendars: Calendars, clock: Clock) -> None:
        self._calendars = calendars
        self._clock = clock
        self._conferences: dict[str, Json] = {}

    def insert(self, calendar: Calendar, email: str, body: Json, *, conferences: bool) -> Json:
        """A new event; the calendar is its organizer."""
        own, uid = body.get("id"), body.get("iCalUID")
        if own is not None and (uid is not None or not _ID.fullmatch(str(own))):
            raise invalid("Invalid resource id value.")
        if own in calendar.events or (uid and calendar.by_uid(uid)):
            raise duplicate()
        event_id = own or (_id_of(uid) if uid else _base32hex(token_bytes(16)))
        event = self._new(calendar, email, body, event_id, uid or f"{event_id}@google.com")
        event["organizer"] = {"email": calendar.id, "self": True}
        return self._written(calendar, event, body, conferences=conferences)

    def import_(self, calendar: Calendar, email: str, body: Json, *, conferences: bool) -> Json:
        """A private copy of an event that stands elsewhere; nobody is mailed."""
        uid = body.get("iCalUID")
        if not uid:
            raise required("iCalUID")
        if "id" in body:
            raise invalid("Invalid resource id value.")
        organizer = body.get("organizer") or {"email": calendar.id}
        people = {organizer.get("email"), *(each.get("email") for each in body.get("attendees", []))}
        if calendar.id not in people:
            raise GoogleError(
                400,
                "participantIsNeitherOrganizerNorAttendee",
                "The owner of the calendar must either be the organizer or an attendee of an event "
                "that is imported.",
            )
        known = calendar.by_uid(uid)
        if known and body.get("sequence", 0) < known.get("sequence", 0):
            raise _low_sequence()
        event = self._new(calendar, email, body, known["id"] if known else _id_of(uid), uid)
        event["organizer"] = {**organizer, "self": organizer.get("email") == calendar.id}
        if not event["organizer"]["self"]:
            event["privateCopy"] = True
        return self._written(calendar, event, body, conferences=conferences)

    def patch(
        self, calendar: Calendar, event_id: str, body: Json, *, if_match: str | None, conferences: bool
    ) -> Json:
        """Change the fields that are given; objects merge, lists are replaced, null removes."""
        known = self.known(calendar, event_id)
        event = self._changed(calendar, known, _merged(known, _writable(body)), if_match)
        return self._written(calendar, event, body, conferences=conferences)

    def update(
        self, calendar: Calendar, event_id: str, body: Json, *, if_match: str | None, conferences: bool
    ) -> Json:
        """Replace the event."""
        known = self.known(calendar, event_id)
        whole = {**{name: known[name] for name in _KEPT if name in known}, **_writable(body)}
        whole.setdefault("status", known["status"])
        event = self._changed(calendar, known, whole, if_match)
        return self._written(calendar, event, body, conferences=conferences)

    def delete(self, calendar: Calendar, event_id: str, *, if_match: str | None) -> Json:
        """Cancel the event; its details stay readable, its id stays taken."""
        event = self.known(calendar, event_id)
        if event["status"] == "cancelled":
            raise GoogleError(410, "deleted", "Resource has been deleted")
        _check_match(event, if_match)
        gone = {**event, "status": "cancelled", "updated": stamp(self._clock.now())}
        return self._calendars.save(calendar, gone)

    def known(self, calendar: Calendar, event_id: str) -> Json:
        """An event, deleted or not. Raises 404."""
        if event_id not in calendar.events:
            raise not_found()
        return calendar.events[event_id]

    def _new(self, calendar: Calendar, email: str, body: Json, event_id: str, uid: str) -> Json:
        now = stamp(self._clock.now())
        return {
            "kind": "calendar#event",
            "status": "confirmed",
            "sequence": 0,
            "reminders": {"useDefault": True},
            "eventType": "default",
            **_writable(body),
            "id": event_id,
            "iCalUID": uid,
            "htmlLink": f"https://www.google.com/calendar/event?eid={event_id}",
            "created": calendar.events.get(event_id, {}).get("created", now),
            "creator": {"email": email, "self": email == calendar.id},
        }

    def _changed(self, calendar: Calendar, known: Json, event: Json, if_match: str | None) -> Json:
        _check_match(known, if_match)
        if not (known["organizer"]["self"] or known.get("privateCopy")) and any(
            event.get(name) != known.get(name) for name in _SHARED
        ):
            raise GoogleError(
                403,
                "forbiddenForNonOrganizer",
                "Shared properties can only be changed by the organizer of the event.",
                domain="calendar",
            )
        if known["status"] == "cancelled" and not (calendar.restores and event["status"] == "confirmed"):
            raise GoogleError(403, "forbidden", "Forbidden")
        if event.get("sequence", 0) < known.get("sequence", 0):
            raise _low_sequence()
        moved = any(event.get(name) != known.get(name) for name in ("start", "end"))
        if moved and event.get("sequence") == known.get("sequence") and not known.get("privateCopy"):
            event["sequence"] = known.get("sequence", 0) + 1
        return event

    def _written(self, calendar: Calendar, event: Json, body: Json, *, conferences: bool) -> Json:
        for name in ("start", "end"):
            if not event.get(name):
                raise required(f"{name} time")
        if instant(event["start"], calendar.zone) > instant(event["end"], calendar.zone):
            raise GoogleError(400, "timeRangeEmpty", "The specified time range is empty.", domain="calendar")
        for attendee in event.get("attendees", []):
            if "@" not in attendee.get("email", ""):
                raise invalid("Invalid attendee email.")
            attendee.setdefault("responseStatus", "needsAction")
            attendee.pop("self", None)
            if attendee["email"] == calendar.id:
                attendee["self"] = True
        if conferences and "createRequest" in (body.get("conferenceData") or {}):
            event["conferenceData"] = self._conference(body["conferenceData"]["createRequest"])
            event["hangoutLink"] = event["conferenceData"]["entryPoints"][0]["uri"]
        event["updated"] = stamp(self._clock.now())
        return self._calendars.save(calendar, event)

    def _conference(self, request: Json) -> Json:
        """A conference; the same request id gives the same one."""
        if not request.get("requestId"):
            raise required("requestId")
        code = _base32hex(token_bytes(7))[:10]
        made = {
            "conferenceId": code,
            "conferenceSolution": {"key": {"type": "hangoutsMeet"}, "name": "Google Meet"},
            "createRequest": {**request, "status": {"statusCode": "success"}},
            "entryPoints": [{"entryPointType": "video", "uri": f"https://meet.google.com/{code}"}],
        }
        return self._conferences.setdefault(request["requestId"], made)


def _writable(body: Json) -> Json:
    """Fields that a client may write; `conferenceData` is handled apart."""
    return {
        name: deepcopy(value)
        for name, value in body.items()
        if name not in _READ_ONLY and name not in {"id", "iCalUID", "organizer", "conferenceData"}
    }


def _merged(old: Any, new: Any) -> Any:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return deepcopy(new)
    merged = deepcopy(old)
    for name, value in new.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = _merged(merged.get(name), value)
    return merged


def _check_match(event: Json, if_match: str | None) -> None:
    if if_match not in {None, "*", event["etag"]}:
        raise GoogleError(412, "conditionNotMet", "Precondition Failed", location=("header", "If-Match"))


def _low_sequence() -> GoogleError:
    return invalid(
        "Invalid sequence value. The specified sequence number is below the current sequence number of the "
        "resource. Re-fetch the resource and use its sequence number on the following request."
    )


def _id_of(uid: str) -> str:
    return "_" + _base32hex(uid.encode())


def _base32hex(content: bytes) -> str:
    return b32hexencode(content).decode().rstrip("=").lower()
