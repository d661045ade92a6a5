"""Which calendars somebody has on a server: for the page on which a calendar is connected (RFC 6764, RFC 4791)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from domain.errors import InvalidInputError
from integrations.caldav import xml
from integrations.caldav.address import AddressRefusedError, next_url, server_url
from integrations.caldav.http import DavClient
from integrations.caldav.rules import CalDavRules

_MULTISTATUS, _FORBIDDEN = 207, 403
_PRINCIPAL = f"{xml.DAV}current-user-principal"
_HOME = f"{xml.CALDAV}calendar-home-set"
_TYPE = f"{xml.DAV}resourcetype"
_COMPONENTS = f"{xml.CALDAV}supported-calendar-component-set"
_RIGHTS = f"{xml.DAV}current-user-privilege-set"
# RFC 3744, 3.12: "all" holds "write", "write" holds "write-content" and "bind".
_WRITING = frozenset({f"{xml.DAV}{name}" for name in ("all", "write", "write-content")})
_MOST_HOMES, _MOST_CALENDARS = 5, 500


@dataclass(frozen=True, slots=True)
class FoundCalendar:
    """A calendar that entries may be in."""

    url: str
    name: str
    writable: bool


async def discover(url: str, username: str, password: str, rules: CalDavRules) -> list[FoundCalendar]:
    """The calendars that this user sees, by name. `url` may be a host name, a server, or one calendar.

    Raises AddressRefusedError, CalendarGoneError for a refused sign-in, CalendarUnavailableError, and
    InvalidInputError when there is no calendar at this address.
    """
    start = server_url(url, rules)
    async with DavClient(username, password, rules) as dav:
        found = {one.url: one for one in await _calendars(dav, start, "0")}
        for home in await _homes(dav, start):
            found.update((one.url, one) for one in await _calendars(dav, home, "1"))
    if not found:
        raise InvalidInputError(
            "No calendar was found at this address.",
            field="url",
            remedy="Enter the address that the calendar's provider names for CalDAV.",
        )
    return sorted(found.values(), key=lambda one: (not one.writable, one.name.lower(), one.url))


async def _homes(dav: DavClient, start: str) -> list[str]:
    for place in dict.fromkeys((start, urljoin(start, "/.well-known/caldav"), urljoin(start, "/"))):
        for principal in await _links(dav, place, "d:current-user-principal", _PRINCIPAL):
            if homes := await _links(dav, principal, "c:calendar-home-set", _HOME):
                return homes[:_MOST_HOMES]
    return []


async def _links(dav: DavClient, place: str, question: str, name: str) -> list[str]:
    found, base = await _propfind(dav, place, "0", question)
    hrefs = (
        (element.text or "").strip()
        for one in found
        if name in one.properties
        for element in one.properties[name].findall(f"{xml.DAV}href")
    )
    return list(dict.fromkeys(next_url(base, href, dav.rules) for href in hrefs if href))


async def _calendars(dav: DavClient, place: str, depth: str) -> list[FoundCalendar]:
    found, base = await _propfind(
        dav,
        place,
        depth,
        "d:resourcetype",
        "d:displayname",
        "c:supported-calendar-component-set",
        "d:current-user-privilege-set",
    )
    return list(_readable(found[:_MOST_CALENDARS], base, dav.rules))


async def _propfind(dav: DavClient, place: str, depth: str, *names: str) -> tuple[Sequence[xml.Found], str]:
    """Nothing when the server has no answer at this place; an error would hide the other places."""
    try:
        answer = await dav.request("PROPFIND", place, xml.propfind(*names), {"Depth": depth})
        if answer.status == _FORBIDDEN:
            return [], place
        return (xml.multistatus(answer.body)[0] if answer.status == _MULTISTATUS else []), answer.url
    except AddressRefusedError:
        if place.endswith("/.well-known/caldav"):
            return [], place  # leads to somebody else's server; the other places are tried
        raise


def _readable(found: Sequence[xml.Found], base: str, rules: CalDavRules) -> Iterator[FoundCalendar]:
    for one in found:
        if _TYPE not in one.properties or one.properties[_TYPE].find(f"{xml.CALDAV}calendar") is None:
            continue
        if _COMPONENTS in one.properties:
            kinds = {part.get("name", "").upper() for part in one.properties[_COMPONENTS]}
            if kinds and "VEVENT" not in kinds:
                continue
        try:
            url = next_url(base, one.href, rules)
        except AddressRefusedError:
            continue  # a calendar on a foreign host: the password must not go there
        name = one.text(f"{xml.DAV}displayname") or url.rstrip("/").rpartition("/")[2]
        yield FoundCalendar(url, " ".join(name.split())[:200], _is_writable(one))


def _is_writable(one: xml.Found) -> bool:
    """A server that says nothing of rights is believed to allow writing; the first entry shows."""
    if _RIGHTS not in one.properties:
        return True
    return any(right.tag in _WRITING for right in one.properties[_RIGHTS].iter())
