"""Reading: busy times, news of our entries, and the calendars of an account."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from googleapiclient.errors import HttpError

from domain.calendars import AttendeeReply, BusyTimes, CalendarChanges, EntryChange
from domain.slots import Span
from integrations.google_calendar import entries
from integrations.google_calendar.failures import status_of

if TYPE_CHECKING:
    from googleapiclient._apis.calendar.v3.resources import CalendarResource
    from googleapiclient._apis.calendar.v3.schemas import Event

_CALENDARS_PER_QUERY = 50
"""Google's limit for one freebusy query."""
_PAGE = 1000
_FIELDS = (
    "nextPageToken,nextSyncToken,timeZone,"
    "items(id,status,start,end,attendees(email,responseStatus),extendedProperties/private)"
)
"""A list shows every entry of the person's calendar; what is not needed to find ours is not asked for."""
_BAD_TOKEN, _FORGOTTEN = 400, 410
_REPLIES = {
    "needsAction": AttendeeReply.NEEDS_ACTION,
    "accepted": AttendeeReply.ACCEPTED,
    "tentative": AttendeeReply.TENTATIVE,
    "declined": AttendeeReply.DECLINED,
}


@dataclass(frozen=True, slots=True)
class OwnedCalendar:
    """A calendar that an account can see."""

    id: str
    """For the main calendar this is the account's mail address."""
    name: str
    zone: str
    primary: bool
    writable: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Questions about calendars, for the length of one call."""

    service: "CalendarResource"
    retries: int

    def busy(self, calendar_ids: Sequence[str], window: Span) -> BusyTimes:
        """Busy times of several calendars. Google reports a calendar's failure inside a success, as an empty one."""
        spans: list[Span] = []
        unreadable: list[str] = []
        for first in range(0, len(calendar_ids), _CALENDARS_PER_QUERY):
            asked = calendar_ids[first : first + _CALENDARS_PER_QUERY]
            answer = (
                self.service.freebusy()
                .query(
                    body={
                        "timeMin": window.start.astimezone(UTC).isoformat(),
                        "timeMax": window.end.astimezone(UTC).isoformat(),
                        "timeZone": "UTC",
                        "items": [{"id": each} for each in asked],
                    }
                )
                .execute(num_retries=self.retries)
            )
            calendars = answer.get("calendars", {})
            for each in asked:
                calendar = calendars.get(each)
                if calendar is None or calendar.get("errors"):
                    unreadable.append(each)
                    continue
                spans.extend(
                    Span(datetime.fromisoformat(busy["start"]), datetime.fromisoformat(busy["end"]))
                    for busy in calendar.get("busy", [])
                )
        return BusyTimes(merged(spans), tuple(unreadable))

    def changes(self, calendar_id: str, cursor: str | None, since: datetime) -> CalendarChanges:
        """News of our entries since `cursor`; a cursor that Google forgot, or that is another calendar's, starts anew.

        A full listing holds entries that end after `since`.
        """
        if cursor:
            try:
                events, zone, token = self._listed(calendar_id, token=cursor)
                return CalendarChanges(_news(events, zone), token)
            except HttpError as error:
                if status_of(error) not in {_BAD_TOKEN, _FORGOTTEN}:
                    raise
        events, zone, token = self._listed(calendar_id, since=since)
        return CalendarChanges(_news(events, zone), token, complete=True)

    def calendars(self) -> tuple[OwnedCalendar, ...]:
        """The calendars on the account's list, the main one first."""
        found: list[OwnedCalendar] = []
        request = self.service.calendarList().list()
        while True:
            page = request.execute(num_retries=self.retries)
            found.extend(
                OwnedCalendar(
                    id=each["id"],
                    name=each.get("summaryOverride") or each.get("summary", ""),
                    zone=each.get("timeZone", "UTC"),
                    primary=each.get("primary", False),
                    writable=each.get("accessRole", "") in {"owner", "writer"},
                )
                for each in page.get("items", [])
            )
            following = self.service.calendarList().list_next(request, page)
            if following is None:
                return tuple(sorted(found, key=lambda each: (not each.primary, each.name)))
            request = following

    def _listed(
        self, calendar_id: str, *, token: str | None = None, since: datetime | None = None
    ) -> "tuple[list[Event], str, str]":
        """Every page of a listing: events, the calendar's zone, and the token, which only the last page holds."""
        events: list[Event] = []
        zone = "UTC"
        request = self.service.events().list(
            calendarId=calendar_id,
            showDeleted=True,
            maxResults=_PAGE,
            fields=_FIELDS,
            syncToken=token,
            timeMin=since.isoformat() if since else None,
        )
        while True:
            page = request.execute(num_retries=self.retries)
            events.extend(page.get("items", []))
            zone = page.get("timeZone", zone)
            following = self.service.events().list_next(request, page)
            if following is None:
                return events, zone, page["nextSyncToken"]
            request = following


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in UTC, earliest first, those that touch joined."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        start, end = span.start.astimezone(UTC), span.end.astimezone(UTC)
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        elif start < end:
            joined.append(Span(start, end))
    return tuple(joined)


def _news(events: "Iterable[Event]", zone: str) -> tuple[EntryChange, ...]:
    """What happened to our entries. Where a UID has a live event and a deleted one, the live one counts."""
    news: dict[str, EntryChange] = {}
    for event in events:
        uid = entries.uid_of(event)
        if uid is None:
            continue
        if not entries.is_live(event):
            news.setdefault(uid, EntryChange(uid, removed=True))
            continue
        news[uid] = EntryChange(
            uid,
            start=entries.instant(event.get("start"), zone),
            end=entries.instant(event.get("end"), zone),
            replies={
                each["email"].lower(): _REPLIES[each["responseStatus"]]
                for each in event.get("attendees", [])
                if "email" in each and each.get("responseStatus") in _REPLIES
            },
        )
    return tuple(news.values())
