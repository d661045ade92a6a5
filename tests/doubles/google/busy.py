"""Busy times. A calendar that cannot be read is reported inside a success."""

from typing import Any

from tests.doubles.google.calendars import Calendar, Calendars, Json, instant
from tests.doubles.google.clock import stamp
from tests.doubles.google.errors import GoogleError, required

_MOST = 50


def freebusy(calendars: Calendars, email: str, body: Json) -> Json:
    """The answer of `freebusy.query`."""
    for name in ("timeMin", "timeMax"):
        if name not in body:
            raise required(name)
    start, end = (instant({"dateTime": body[name]}, "UTC") for name in ("timeMin", "timeMax"))
    if start >= end:
        raise GoogleError(400, "timeRangeEmpty", "The specified time range is empty.", domain="calendar")
    asked = [each["id"] for each in body.get("items", [])]
    found: dict[str, Any] = {}
    for calendar_id in asked:
        reason = "tooManyCalendarsRequested" if len(asked) > _MOST else None
        try:
            calendar = calendars.get(calendar_id, email, "freeBusyReader")
            reason = reason or calendar.unreadable
        except GoogleError as error:
            reason = reason or error.reason
        if reason:
            found[calendar_id] = {"errors": [{"domain": "global", "reason": reason}], "busy": []}
            continue
        spans = sorted(
            (max(start, begins), min(end, ends))
            for begins, ends in (
                (instant(each["start"], calendar.zone), instant(each["end"], calendar.zone))
                for each in calendar.events.values()
                if _counts(calendar, each)
            )
            if begins < end and ends > start
        )
        found[calendar_id] = {"busy": [{"start": _at(begins), "end": _at(ends)} for begins, ends in spans]}
    return {"kind": "calendar#freeBusy", "timeMin": stamp(start), "timeMax": stamp(end), "calendars": found}


def _counts(calendar: Calendar, event: Json) -> bool:
    """Cancelled, free ("transparent") and declined events do not block."""
    declined = any(
        each.get("email") == calendar.id and each.get("responseStatus") == "declined"
        for each in event.get("attendees", [])
    )
    return event["status"] != "cancelled" and event.get("transparency") != "transparent" and not declined


def _at(moment: Any) -> str:
    return str(moment.isoformat()).replace("+00:00", "Z")
