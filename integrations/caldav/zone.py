"""The zone in which days and local times of a calendar are meant."""

from collections.abc import Mapping
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from integrations.caldav import xml
from integrations.caldav.http import DavClient
from integrations.calendar_text import parse_zone

_MULTISTATUS = 207
_PROPERTY = f"{xml.CALDAV}calendar-timezone"


def account_zone(secret: Mapping[str, str]) -> tzinfo | None:
    """The owner's IANA zone when the account carries one under `zone`, else None."""
    return named_zone(secret.get("zone", ""))


def named_zone(name: str) -> tzinfo | None:
    """The IANA zone of this name; None when there is none."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


async def collection_zone(dav: DavClient, collection: str) -> tzinfo:
    """The zone that a collection states (RFC 4791, 5.2.2), or UTC."""
    answer = await dav.request("PROPFIND", collection, xml.propfind("c:calendar-timezone"), {"Depth": "0"})
    if answer.status != _MULTISTATUS:
        return UTC
    found, _ = xml.multistatus(answer.body)
    text = next((one.text(_PROPERTY) for one in found if _PROPERTY in one.properties), "")
    # UTC is what RFC 4791 leaves to a server that does not say.
    return parse_zone(text) or UTC
