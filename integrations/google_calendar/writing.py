"""Writing and removing one entry. Everything here can be repeated and gives one event."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from googleapiclient.errors import HttpError

from domain.calendars import CalendarEntry, StoredEntry
from integrations.google_calendar import entries
from integrations.google_calendar.failures import reasons_of, status_of, unavailable

if TYPE_CHECKING:
    from googleapiclient._apis.calendar.v3.resources import CalendarResource
    from googleapiclient._apis.calendar.v3.schemas import Event

_LOOKS = 3
"""An event that others change at the same time is looked at anew so often."""
_NOT_BY_PATCH = frozenset({"forbidden", "forbiddenForNonOrganizer"})
_FORBIDDEN, _NOT_FOUND, _DUPLICATE, _DELETED, _CHANGED_MEANWHILE = 403, 404, 409, 410, 412


@dataclass(frozen=True, slots=True)
class Desk:
    """One calendar, for the length of one call."""

    service: "CalendarResource"
    calendar_id: str
    retries: int

    def put(self, entry: CalendarEntry) -> StoredEntry:
        """Make the event, or bring the one with this UID to the entry's state, whichever state it is in.

        An older entry never overwrites what a newer one wrote.
        """
        for _ in range(_LOOKS):
            found = self._find(entry.uid)
            try:
                event = self._made(entry) if found is None else self._updated(found, entry)
            except HttpError as error:
                # Somebody was faster: made it (409), changed it (412), or deleted it (404 and 410 of a found one).
                if status_of(error) in {_DUPLICATE, _CHANGED_MEANWHILE} or (
                    found is not None and status_of(error) in {_NOT_FOUND, _DELETED}
                ):
                    continue
                raise
            if entries.video_is_coming(event):
                event = self._get(event["id"]) or event
            return entries.stored(event)
        raise unavailable("The calendar entry changes faster than it can be written.")

    def remove(self, uid: str) -> None:
        """Delete every live event of this UID; one that is gone already is done."""
        for event in self._all(uid):
            if not entries.is_live(event):
                continue
            request = self.service.events().delete(
                calendarId=self.calendar_id, eventId=event["id"], sendUpdates=_mails(entries.is_mailed(event))
            )
            try:
                request.execute(num_retries=self.retries)
            except HttpError as error:
                if status_of(error) not in {_NOT_FOUND, _DELETED}:
                    raise

    def _made(self, entry: CalendarEntry) -> "Event":
        if not entry.notify:
            return self._imported(entries.imported(entry))
        request = self.service.events().insert(
            calendarId=self.calendar_id,
            body=entries.inserted(entry),
            sendUpdates="all",
            conferenceDataVersion=1 if entry.video else 0,
        )
        return request.execute(num_retries=self.retries)

    def _updated(self, found: "Event", entry: CalendarEntry) -> "Event":
        if entries.is_current(found, entry) or entries.is_newer(found, entry):
            return found
        patch = entries.changed(found, entry)
        request = self.service.events().patch(
            calendarId=self.calendar_id,
            eventId=found["id"],
            body=patch,
            sendUpdates=_mails(entry.notify),
            conferenceDataVersion=1 if entry.video else 0,
        )
        if etag := found.get("etag"):
            request.headers = {**(request.headers or {}), "If-Match": etag}
        try:
            return request.execute(num_retries=self.retries)
        except HttpError as error:
            if status_of(error) != _FORBIDDEN or not (reasons_of(error) & _NOT_BY_PATCH):
                raise
            if entries.is_live(found) and entries.is_its_own(found):
                raise
        # Some deleted events cannot be restored, and an invitation that Gmail added from our mail can be changed by
        # its organizer only. An import of the same UID rewrites either in place.
        again = entries.imported(entry)
        again["iCalUID"] = found.get("iCalUID", entry.uid)
        again["sequence"] = max(entry.sequence, found.get("sequence", 0) + (not entries.is_live(found)))
        return self._imported(again)

    def _imported(self, event: "Event") -> "Event":
        try:
            return self._import(event)
        except HttpError as error:
            # An import needs the calendar's owner among its people; a shared calendar has none. Without an
            # organizer the calendar itself becomes it.
            if "participantIsNeitherOrganizerNorAttendee" not in reasons_of(error):
                raise
        ownerless = event.copy()
        ownerless.pop("organizer", None)
        return self._import(ownerless)

    def _import(self, event: "Event") -> "Event":
        request = self.service.events().import_(
            calendarId=self.calendar_id,
            body=event,
            conferenceDataVersion=1 if "conferenceData" in event else 0,
        )
        return request.execute(num_retries=self.retries)

    def _find(self, uid: str) -> "Event | None":
        found = self._all(uid)
        return next((event for event in found if entries.is_live(event)), found[0] if found else None)

    def _all(self, uid: str) -> "list[Event]":
        """Events of a UID, deleted ones too: the one under our own id, and those that carry it as iCalUID."""
        own = self._get(entries.event_id(uid))
        listed = (
            self.service.events()
            .list(calendarId=self.calendar_id, iCalUID=uid, showDeleted=True)
            .execute(num_retries=self.retries)
        )
        return [*([own] if own else []), *listed.get("items", [])]

    def _get(self, event_id: str) -> "Event | None":
        """The event, or None. Of a calendar that is gone it says the same; the list that follows tells."""
        try:
            return (
                self.service.events()
                .get(calendarId=self.calendar_id, eventId=event_id)
                .execute(num_retries=self.retries)
            )
        except HttpError as error:
            if status_of(error) not in {_NOT_FOUND, _DELETED}:
                raise
            return None


def _mails(wanted: bool) -> Literal["all", "none"]:
    return "all" if wanted else "none"
