"""WebDAV's XML: the questions we ask, and multistatus answers read without entities or document types."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape, quoteattr

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from domain.calendars import CalendarUnavailableError

DAV = "{DAV:}"
CALDAV = "{urn:ietf:params:xml:ns:caldav}"
_NAMES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_OK = 200


@dataclass(frozen=True, slots=True)
class Found:
    """One resource of a multistatus answer."""

    href: str
    status: int
    """Of the resource as a whole: 200 when its properties stand here, 404 when it is gone."""
    properties: Mapping[str, Element] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A property's text, or an empty one."""
        element = self.properties.get(name)
        return "" if element is None else (element.text or "").strip()


def parse(body: bytes) -> Element:
    """The root of an answer. Raises CalendarUnavailableError for what is no harmless XML."""
    try:
        root: Element = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise CalendarUnavailableError("The answer of the calendar server is not readable XML.") from None
    return root


def multistatus(body: bytes) -> tuple[list[Found], str]:
    """The resources of an answer, and its sync token (empty when it has none)."""
    root = parse(body)
    if root.tag != f"{DAV}multistatus":
        raise CalendarUnavailableError("The calendar server answered something else than a list.")
    found = [one for one in map(_found, root.iter(f"{DAV}response")) if one is not None]
    return found, (root.findtext(f"{DAV}sync-token") or "").strip()


def condition(body: bytes) -> Element | None:
    """The broken precondition that an error names (RFC 4918, 16), when it names one."""
    try:
        root = parse(body)
    except CalendarUnavailableError:
        return None  # many servers explain an error with a page; the status speaks then
    return next(iter(root), None) if root.tag == f"{DAV}error" else None


def propfind(*names: str) -> bytes:
    """A question for properties, named with the prefixes `d:` and `c:`."""
    wanted = "".join(f"<{name}/>" for name in names)
    return f"{_HEAD}<d:propfind {_NAMES}><d:prop>{wanted}</d:prop></d:propfind>".encode()


def free_busy_query(start: datetime, end: datetime) -> bytes:
    """RFC 4791, 7.10: busy periods and nothing else."""
    return (
        f"{_HEAD}<c:free-busy-query {_NAMES}>{_range('time-range', start, end)}</c:free-busy-query>".encode()
    )


def expanded_query(start: datetime, end: datetime) -> bytes:
    """RFC 4791, 7.8 and 9.6.5: entries in a range, recurring ones as single instances."""
    return (
        f"{_HEAD}<c:calendar-query {_NAMES}><d:prop><c:calendar-data>{_range('expand', start, end)}"
        '</c:calendar-data></d:prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">'
        f"{_range('time-range', start, end)}</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
    ).encode()


def uid_query(text: str) -> bytes:
    """Entries whose UID contains `text`, with tag and content."""
    return (
        f"{_HEAD}<c:calendar-query {_NAMES}><d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>"
        '<c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:prop-filter name="UID">'
        f'<c:text-match collation="i;octet">{escape(text)}</c:text-match>'
        "</c:prop-filter></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"
    ).encode()


def multiget(hrefs: Iterable[str]) -> bytes:
    """RFC 4791, 7.9: tag and content of these resources."""
    named = "".join(f"<d:href>{escape(href)}</d:href>" for href in hrefs)
    return (
        f"{_HEAD}<c:calendar-multiget {_NAMES}><d:prop><d:getetag/><c:calendar-data/></d:prop>{named}"
        "</c:calendar-multiget>"
    ).encode()


def sync_collection(token: str) -> bytes:
    """RFC 6578, 3.2: what changed since a token."""
    return (
        f"{_HEAD}<d:sync-collection {_NAMES}><d:sync-token>{escape(token)}</d:sync-token>"
        "<d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"
    ).encode()


def _range(name: str, start: datetime, end: datetime) -> str:
    first, last = (moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") for moment in (start, end))
    return f"<c:{name} start={quoteattr(first)} end={quoteattr(last)}/>"


def _found(response: Element) -> Found | None:
    href = (response.findtext(f"{DAV}href") or "").strip()
    if not href:
        return None
    properties: dict[str, Element] = {}
    for group in response.findall(f"{DAV}propstat"):
        if _status(group.findtext(f"{DAV}status")) == _OK:
            properties.update((element.tag, element) for element in group.findall(f"{DAV}prop/*"))
    whole = response.findtext(f"{DAV}status")
    return Found(href, _OK if whole is None else _status(whole), properties)


def _status(line: str | None) -> int:
    words = (line or "").split()
    return int(words[1]) if len(words) > 1 and words[1].isascii() and words[1].isdigit() else 0
