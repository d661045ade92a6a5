"""Busy times of one CalDAV collection.

Asked first is the expanded list of entries: only there an all-day entry can be told from one that lasts from
midnight to midnight in UTC, and its day must be taken in the owner's zone. A server that does not give entries
(a calendar shared for free/busy only), or does not expand recurring ones, is asked for free/busy; its own
reading of all-day entries then counts.
"""

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from icalendar import Component, Event

from domain.calendars import CalendarUnavailableError
from domain.slots import Span, clip
from integrations.caldav import xml
from integrations.caldav.http import DavAnswer, DavClient
from integrations.caldav.zone import collection_zone
from integrations.calendar_text import parse_calendar

_MULTISTATUS, _OK = 207, 200
_MARGIN = timedelta(days=2)


class UnreadableCalendarError(Exception):
    """The server has this collection, perhaps, but does not tell its busy times."""


async def busy_spans(
    dav: DavClient, collection: str, window: Span, owner: str, zone: tzinfo | None
) -> list[Span]:
    """Busy spans inside `window`, merged.

    `owner` is the mail address by which the owner's own answers are known: what they declined is free. `zone`
    is the owner's; None takes the collection's. Raises UnreadableCalendarError and the errors of DavClient.
    """
    spans = await _from_entries(dav, collection, window, owner, zone)
    if spans is None:
        spans = await _from_free_busy(dav, collection, window)
    return clip(spans, window)


async def _from_entries(
    dav: DavClient, collection: str, window: Span, owner: str, zone: tzinfo | None
) -> list[Span] | None:
    """None when the server does not answer this question, or not fully."""
    # More on both sides: the server takes all-day entries in a zone of its choice, and some (Radicale 3.9) take
    # one without an end for a moment at its first midnight.
    question = xml.expanded_query(window.start - _MARGIN, window.end + _MARGIN)
    answer = await _report(dav, collection, question)
    if answer.status != _MULTISTATUS:
        return None
    try:
        found, _ = xml.multistatus(answer.body)
    except CalendarUnavailableError:
        return None
    texts = [text for one in found if (text := one.text(f"{xml.CALDAV}calendar-data"))]
    try:
        events = await asyncio.to_thread(_events, texts)
    except ValueError:
        return None  # an entry that cannot be read may be busy: free/busy is asked instead
    if any(name in event for event in events for name in ("RRULE", "RDATE")):
        return None  # not expanded
    busy = [event for event in events if _counts(event, owner)]
    try:
        if zone is None and any(_lacks_zone(event) for event in busy):
            zone = await collection_zone(dav, collection)
        return [span for event in busy if (span := span_of(event, zone)) is not None]
    except ValueError:
        return None


async def _from_free_busy(dav: DavClient, collection: str, window: Span) -> list[Span]:
    answer = await _report(dav, collection, xml.free_busy_query(window.start, window.end))
    if answer.status != _OK:
        raise UnreadableCalendarError
    try:
        return await asyncio.to_thread(lambda: list(_periods(answer.body)))
    except ValueError:
        raise UnreadableCalendarError from None


async def _report(dav: DavClient, collection: str, question: bytes) -> DavAnswer:
    return await dav.request(
        "REPORT", collection, question, {"Depth": "1", "Content-Type": "application/xml; charset=utf-8"}
    )


def _events(texts: list[str]) -> list[Component]:
    return [event for text in texts for event in parse_calendar(text).walk("VEVENT")]


def _counts(event: Component, owner: str) -> bool:
    if str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
        return False
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return False
    return not any(
        str(person).lower() == f"mailto:{owner.lower()}"
        and str(person.params.get("PARTSTAT", "")).upper() == "DECLINED"
        for person in listed(event.get("ATTENDEE"))
    )


def listed(value: object) -> list[Any]:
    """The values of a property that may stand once, often or not at all."""
    return [] if value is None else value if isinstance(value, list) else [value]


def _lacks_zone(event: Component) -> bool:
    start = getattr(event.get("DTSTART"), "dt", None)
    return not isinstance(start, datetime) or start.tzinfo is None


def span_of(event: Component, zone: tzinfo | None) -> Span | None:
    """When an entry takes place, in UTC; None when it takes no time.

    Days and times without a zone are taken in `zone`. Raises ValueError when the entry does not say, or names a
    zone that nobody knows.
    """
    if not isinstance(event, Event):
        raise ValueError("not an event")  # noqa: TRY004 - like every other unreadable entry
    try:
        start, end = event.start, event.end
        for name, moment in (("DTSTART", start), ("DTEND", end)):
            unknown = isinstance(moment, datetime) and moment.tzinfo is None
            if unknown and name in event and "TZID" in event[name].params:
                raise ValueError("unknown zone")
        span = Span(_instant(start, zone), _instant(end, zone))
    except OverflowError:
        raise ValueError("a time beyond all calendars") from None
    return span if span.start < span.end else None


def _instant(moment: date, zone: tzinfo | None) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if moment.tzinfo is None:
        if zone is None:
            raise ValueError("no zone for a local time")
        moment = moment.replace(tzinfo=zone)
    return moment.astimezone(UTC)


def _periods(body: bytes) -> Iterator[Span]:
    parts = parse_calendar(body).walk("VFREEBUSY")
    if not parts:
        raise ValueError("no free/busy in the answer")
    for part in parts:
        for period in listed(part.get("FREEBUSY")):
            if str(getattr(period, "params", {}).get("FBTYPE", "BUSY")).upper() == "FREE":
                continue
            start, end = getattr(period, "dt", (None, None))
            if not isinstance(start, datetime) or not isinstance(end, (datetime, timedelta)):
                raise ValueError("a period that is none")  # noqa: TRY004 - like other unreadable answers
            try:
                finish = start + end if isinstance(end, timedelta) else end
            except OverflowError:
                raise ValueError("an end beyond all calendars") from None
            if start.tzinfo is None or finish.tzinfo is None:
                raise ValueError("a period without zone")
            if start < finish:
                yield Span(start, finish)
