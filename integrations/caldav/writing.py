"""Our entry in a person's collection: one object per UID, written and removed safely at any repeat."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from urllib.parse import urljoin, urlsplit

from domain.calendars import (
    CalendarEntry,
    CalendarGoneError,
    CalendarRefusedError,
    CalendarUnavailableError,
    StoredEntry,
)
from integrations.caldav import xml
from integrations.caldav.entries import StoredInterview, is_current, path_of, read_entry, write_entry
from integrations.caldav.http import DavAnswer, DavClient

_GONE = frozenset({404, 410})
_DONE = frozenset({200, 201, 204})
_OK, _MULTISTATUS, _CONFLICT, _FORBIDDEN, _CHANGED = 200, 207, 409, 403, 412
_TRIES = 3
"""The first, one after somebody was faster, one after an object elsewhere was found."""


@dataclass(frozen=True, slots=True)
class _Held:
    url: str
    etag: str
    stored: StoredInterview | None


async def put_entry(
    dav: DavClient, collection: str, entry: CalendarEntry, zone: tzinfo | None, clock: Callable[[], datetime]
) -> StoredEntry:
    """Write the entry or bring the one with its UID up to date; a repeat changes nothing.

    An entry that arrives late, after a newer one, changes nothing either. Raises CalendarRefusedError,
    CalendarGoneError when the collection is no more, and the errors of DavClient.
    """
    held = await _held(dav, urljoin(collection, path_of(entry.uid)), zone)
    for _ in range(_TRIES):
        stored = held.stored
        if stored is not None and (stored.written > entry.sequence or is_current(stored, entry)):
            return StoredEntry(event_id=held.url, etag=held.etag)
        content = await asyncio.to_thread(write_entry, entry, stored, clock())
        answer = await dav.request(
            "PUT",
            held.url,
            content,
            {"Content-Type": "text/calendar; charset=utf-8", **_condition(held)},
        )
        if answer.status in _DONE:
            return StoredEntry(event_id=held.url, etag=answer.etag or await _etag(dav, held.url))
        if answer.status == _CHANGED:
            held = await _held(dav, held.url, zone)
            continue
        elsewhere = await _elsewhere(dav, collection, entry.uid, held.url, answer)
        if elsewhere is None:
            raise await _refusal(dav, collection, answer)
        held = await _held(dav, elsewhere, zone)
    raise CalendarUnavailableError("The calendar entry changes faster than it can be written.")


async def remove_entry(dav: DavClient, collection: str, uid: str) -> None:
    """Take the entry out, wherever in the collection it lies; nothing there is done too.

    Raises CalendarRefusedError and the errors of DavClient.
    """
    url = urljoin(collection, path_of(uid))
    # RFC 6638, 8.1: otherwise a scheduling server would answer "declined" in the owner's name.
    quiet = {"Schedule-Reply": "F"}
    answer = await dav.request("DELETE", url, headers=quiet)
    if answer.status in _GONE:
        for copy in await find_by_uid(dav, collection, uid):
            answer = await dav.request("DELETE", copy, headers=quiet)
    if answer.status not in _DONE | _GONE:
        raise CalendarRefusedError(f"The calendar refused to remove the entry ({answer.status}).")


async def find_by_uid(dav: DavClient, collection: str, uid: str) -> list[str]:
    """Addresses of the objects with exactly this UID; none when the collection is not there.

    A mail program may have put our invitation into the calendar under a name of its own.
    """
    answer = await dav.request("REPORT", collection, xml.uid_query(uid), {"Depth": "1"})
    if answer.status != _MULTISTATUS:
        return []
    found, _ = xml.multistatus(answer.body)
    return [
        urljoin(answer.url, one.href)
        for one in found
        if (entry := read_entry(one.text(f"{xml.CALDAV}calendar-data"), None)) and entry.uid == uid
    ]


async def _held(dav: DavClient, url: str, zone: tzinfo | None) -> _Held:
    answer = await dav.request("GET", url)
    if answer.status in _GONE:
        return _Held(url, "", None)
    if answer.status != _OK:
        raise CalendarRefusedError(f"The calendar does not show the entry ({answer.status}).")
    return _Held(url, answer.etag or "*", read_entry(answer.body, zone))


def _condition(held: _Held) -> dict[str, str]:
    if not held.etag:
        return {"If-None-Match": "*"}
    # A weak tag never matches (RFC 9110, 13.1.1), so such a server gets none.
    return {} if held.etag.startswith("W/") or held.etag == "*" else {"If-Match": held.etag}


async def _etag(dav: DavClient, url: str) -> str:
    """A server that changed what it stored leaves the tag out (RFC 4791, 5.3.4)."""
    answer = await dav.request("PROPFIND", url, xml.propfind("d:getetag"), {"Depth": "0"})
    if answer.status != _MULTISTATUS:
        return ""
    found, _ = xml.multistatus(answer.body)
    return next((tag for one in found if (tag := one.text(f"{xml.DAV}getetag"))), "")


async def _elsewhere(dav: DavClient, collection: str, uid: str, tried: str, answer: DavAnswer) -> str | None:
    """Where the UID lies already, when that is why the server refused (RFC 4791, 5.3.2.1)."""
    if answer.status not in {_CONFLICT, _FORBIDDEN}:
        return None
    places = await find_by_uid(dav, collection, uid)
    return next((place for place in places if urlsplit(place).path != urlsplit(tried).path), None)


async def _refusal(
    dav: DavClient, collection: str, answer: DavAnswer
) -> CalendarGoneError | CalendarRefusedError:
    if answer.status in _GONE | {_CONFLICT}:
        there = await dav.request("PROPFIND", collection, xml.propfind("d:resourcetype"), {"Depth": "0"})
        if there.status in _GONE:
            return collection_gone()
    reason = xml.condition(answer.body)
    why = f", {reason.tag.rpartition('}')[2]}" if reason is not None else ""
    return CalendarRefusedError(f"The calendar refused the entry ({answer.status}{why}).")


def collection_gone() -> CalendarGoneError:
    """The error for a collection that is no more."""
    return CalendarGoneError("The calendar does not exist any more.", remedy="Choose another calendar.")
