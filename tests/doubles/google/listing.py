"""Lists of events: filters, pages, sync tokens (guide "Synchronize resources efficiently")."""

from collections.abc import Mapping
from typing import Any

from tests.doubles.google.calendars import Calendar, Calendars, Json, facts_of, instant, token_of
from tests.doubles.google.errors import GoogleError, invalid

_NOT_WITH_SYNC_TOKEN = (
    "iCalUID", "orderBy", "privateExtendedProperty", "q", "sharedExtendedProperty", "timeMin", "timeMax", "updatedMin",
)  # fmt: skip
_MOST = 2500
_USUAL = 250


class Listing:
    """Answers `events.list`."""

    def __init__(self, calendars: Calendars) -> None:
        self._calendars = calendars
        self.largest_page = _MOST
        """Google may return fewer than asked; tests make this small to see many pages."""

    def page(self, calendar: Calendar, query: Mapping[str, str], properties: list[str]) -> Json:
        """One page. The sync token is on the last page only."""
        sync = query.get("syncToken")
        if sync:
            self._check_sync(calendar, sync, query)
        after = facts_of(sync, "syncToken")["version"] if sync else 0
        snapshot = self._calendars.version
        if "pageToken" in query:
            place = facts_of(query["pageToken"], "pageToken")
            after, snapshot = place["after"], place["snapshot"]
        found = sorted(
            (version, event_id) for event_id, version in calendar.versions.items() if version > after
        )
        wanted = [
            (version, calendar.events[event_id])
            for version, event_id in found
            if _fits(calendar, calendar.events[event_id], query, properties, incremental=bool(sync))
        ]
        size = min(_number(query.get("maxResults")), self.largest_page)
        answer: Json = {
            "kind": "calendar#events",
            "summary": calendar.id,
            "timeZone": calendar.zone,
            "accessRole": "owner",
            "defaultReminders": [],
            "items": [event for _, event in wanted[:size]],
        }
        if len(wanted) > size:
            answer["nextPageToken"] = token_of({"after": wanted[size - 1][0], "snapshot": snapshot})
        else:
            answer["nextSyncToken"] = token_of({"calendar": calendar.id, "version": snapshot})
        return answer

    @staticmethod
    def _check_sync(calendar: Calendar, token: str, query: Mapping[str, str]) -> None:
        for name in _NOT_WITH_SYNC_TOKEN:
            if name in query:
                raise invalid(f"Sync token cannot be used with {name}.")
        if query.get("showDeleted") == "false":
            raise invalid("Sync token cannot be used without deleted events.")
        facts = facts_of(token, "syncToken")
        if facts.get("calendar") != calendar.id:
            raise GoogleError(
                400, "invalid", "Invalid sync token value.", location=("parameter", "syncToken")
            )
        if facts["version"] < calendar.forgotten_before:
            raise GoogleError(
                410,
                "fullSyncRequired",
                "Sync token is no longer valid, a full sync is required.",
                domain="calendar",
                location=("parameter", "syncToken"),
            )


def _fits(
    calendar: Calendar, event: Json, query: Mapping[str, str], properties: list[str], *, incremental: bool
) -> bool:
    deleted = event["status"] == "cancelled"
    if deleted and not incremental and query.get("showDeleted") != "true":
        return False
    if "iCalUID" in query and event.get("iCalUID") != query["iCalUID"]:
        return False
    private: dict[str, Any] = event.get("extendedProperties", {}).get("private", {})
    if any(private.get(name) != value for name, _, value in (each.partition("=") for each in properties)):
        return False
    if "start" not in event:  # a tombstone that holds nothing but its id
        return True
    if "timeMin" in query and instant(event["end"], calendar.zone) <= _moment(query["timeMin"]):
        return False
    return not ("timeMax" in query and instant(event["start"], calendar.zone) >= _moment(query["timeMax"]))


def _moment(text: str) -> Any:
    if "T" not in text or not (text.endswith("Z") or text[-6] in "+-"):
        raise GoogleError(400, "badRequest", "Bad Request")
    return instant({"dateTime": text}, "UTC")


def _number(text: str | None) -> int:
    if text is None:
        return _USUAL
    if not text.isdigit() or text == "0":
        raise invalid("Invalid maxResults value.")
    return min(int(text), _MOST)
