"""News of our entries in a person's collection: sync-collection (RFC 6578), or the full list.

A cursor holds the server's token, and the UIDs of our entries that lie under names of other programs: of a
removed object a server tells the name only.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from urllib.parse import unquote, urljoin, urlsplit

from domain.calendars import CalendarChanges, CalendarGoneError, CalendarUnavailableError, EntryChange
from integrations.caldav import xml
from integrations.caldav.entries import OURS, StoredInterview, read_entry
from integrations.caldav.http import DavClient
from integrations.caldav.writing import collection_gone
from integrations.caldav.zone import collection_zone

_MULTISTATUS, _FORBIDDEN, _INCOMPLETE = 207, 403, 507
_GONE = frozenset({404, 410})
_AT_ONCE = 50
_MOST_PAGES = 100


@dataclass(frozen=True, slots=True)
class _Cursor:
    token: str
    strays: Mapping[str, str]
    """UID by path, of our entries that do not lie where we write them."""

    def text(self) -> str:
        return json.dumps({"token": self.token, "strays": dict(self.strays)}, sort_keys=True)


@dataclass(frozen=True, slots=True)
class _News:
    token: str
    changed: Sequence[str]
    removed: Sequence[str]


async def read_changes(
    dav: DavClient, collection: str, cursor: str | None, zone: tzinfo | None
) -> CalendarChanges:
    """News since `cursor`; everything when it is None, unreadable, forgotten, or the server keeps no tokens.

    Raises CalendarGoneError when the collection is no more or closed, and the errors of DavClient.
    """
    since = _read(cursor)
    if since is not None and since.token:
        news = await _news(dav, collection, since.token)
        if news is not None:
            return await _partly(dav, collection, since, news, zone)
    return await _everything(dav, collection, zone)


async def _everything(dav: DavClient, collection: str, zone: tzinfo | None) -> CalendarChanges:
    # The token first: what happens in between is then told twice rather than never.
    token = await _token(dav, collection)
    answer = await dav.request("REPORT", collection, xml.uid_query(OURS), {"Depth": "1"})
    if answer.status in _GONE:
        raise collection_gone()
    if answer.status != _MULTISTATUS:
        raise CalendarUnavailableError(f"The calendar does not list its entries ({answer.status}).")
    found, _ = xml.multistatus(answer.body)
    ours, _ = await _entries(dav, collection, found, zone)
    return CalendarChanges(
        entries=tuple(_change(entry) for entry in ours.values()),
        cursor=_Cursor(token, _strays(ours)).text(),
        complete=True,
    )


async def _partly(
    dav: DavClient, collection: str, since: _Cursor, news: _News, zone: tzinfo | None
) -> CalendarChanges:
    found: list[xml.Found] = []
    for first in range(0, len(news.changed), _AT_ONCE):
        answer = await dav.request(
            "REPORT", collection, xml.multiget(news.changed[first : first + _AT_ONCE]), {"Depth": "1"}
        )
        if answer.status != _MULTISTATUS:
            return await _everything(dav, collection, zone)
        found += xml.multistatus(answer.body)[0]
    ours, vanished = await _entries(dav, collection, found, zone)
    strays = {**since.strays, **_strays(ours)}
    removed = [uid for path in [*news.removed, *vanished] if (uid := _uid_at(path, strays))]
    for path in news.removed:
        strays.pop(path, None)
    present = {entry.uid for entry in ours.values()}
    return CalendarChanges(
        entries=(
            *(_change(entry) for entry in ours.values()),
            *(EntryChange(uid=uid, removed=True) for uid in dict.fromkeys(removed) if uid not in present),
        ),
        cursor=_Cursor(news.token, strays).text(),
    )


async def _news(dav: DavClient, collection: str, token: str) -> _News | None:
    """Paths of changed and removed objects; None when the server forgot the token or knows none."""
    changed: dict[str, None] = {}
    removed: dict[str, None] = {}
    root = urlsplit(collection).path.rstrip("/")
    for _ in range(_MOST_PAGES):
        answer = await dav.request("REPORT", collection, xml.sync_collection(token), {"Depth": "0"})
        if answer.status != _MULTISTATUS:
            return None
        found, following = xml.multistatus(answer.body)
        more = False
        for one in found:
            path = _path(answer.url, one.href)
            if path.rstrip("/") == root:
                more = more or one.status == _INCOMPLETE  # RFC 6578, 3.6: the list was cut
            elif one.status in _GONE:
                removed[path] = changed.pop(path, None)
            else:
                changed[path] = removed.pop(path, None)
        if not following or (more and following == token):
            return None
        token = following
        if not more:
            return _News(token, tuple(changed), tuple(removed))
    return None


async def _token(dav: DavClient, collection: str) -> str:
    answer = await dav.request("PROPFIND", collection, xml.propfind("d:sync-token"), {"Depth": "0"})
    if answer.status in _GONE:
        raise collection_gone()
    if answer.status == _FORBIDDEN:
        raise CalendarGoneError(
            "The calendar may not be read any more.", remedy="Share it again, or choose another calendar."
        )
    if answer.status != _MULTISTATUS:
        return ""
    found, _ = xml.multistatus(answer.body)
    return next((token for one in found if (token := one.text(f"{xml.DAV}sync-token"))), "")


async def _entries(
    dav: DavClient, collection: str, found: Sequence[xml.Found], zone: tzinfo | None
) -> tuple[dict[str, StoredInterview], list[str]]:
    """Our entries by path, and the paths of objects that were gone when they were fetched."""
    texts = {
        _path(collection, one.href): text for one in found if (text := one.text(f"{xml.CALDAV}calendar-data"))
    }
    vanished = [_path(collection, one.href) for one in found if one.status in _GONE]
    ours = await asyncio.to_thread(_ours, texts, zone)
    if zone is None and any(entry.span is None for entry in ours.values()):
        ours = await asyncio.to_thread(_ours, texts, await collection_zone(dav, collection))
    return ours, vanished


def _ours(texts: Mapping[str, str], zone: tzinfo | None) -> dict[str, StoredInterview]:
    return {
        path: entry
        for path, text in texts.items()
        if (entry := read_entry(text, zone)) and entry.uid.endswith(OURS)
    }


def _change(entry: StoredInterview) -> EntryChange:
    return EntryChange(
        uid=entry.uid,
        removed=entry.cancelled,
        start=entry.span.start if entry.span else None,
        end=entry.span.end if entry.span else None,
        replies=entry.replies,
    )


def _strays(ours: Mapping[str, StoredInterview]) -> dict[str, str]:
    return {path: entry.uid for path, entry in ours.items() if _uid_at(path, {}) != entry.uid}


def _uid_at(path: str, strays: Mapping[str, str]) -> str | None:
    if path in strays:
        return strays[path]
    name = unquote(path.rpartition("/")[2]).removesuffix(".ics")
    return name if name.endswith(OURS) else None


def _path(base: str, href: str) -> str:
    return urlsplit(urljoin(base, href)).path


def _read(cursor: str | None) -> _Cursor | None:
    try:
        kept = json.loads(cursor) if cursor else None
    except ValueError:
        return None
    if not isinstance(kept, dict):
        return None
    token, strays = kept.get("token"), kept.get("strays")
    if not isinstance(token, str) or not isinstance(strays, dict):
        return None
    return _Cursor(token, {str(path): str(uid) for path, uid in strays.items()})
