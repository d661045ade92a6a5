"""Messages of an identity provider about people: created, updated, deleted.

Two shapes are read: Clerk's (`email_addresses`, `primary_email_address_id`, times in milliseconds), and a plain one
with the claims of OpenID Connect (`email`, `email_verified`, `name`, `groups`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from domain.errors import InvalidInputError
from domain.identity.arrival import Arrival

LONGEST = 300
MOST_GROUPS = 500
_MILLISECONDS_FROM = 10**11
"""A number larger than this counts milliseconds since 1970, a smaller one seconds."""


class EventKind(StrEnum):
    """What happened to a person at the provider."""

    CREATED = "user.created"
    UPDATED = "user.updated"
    DELETED = "user.deleted"


@dataclass(frozen=True, slots=True)
class ProviderEvent:
    """One message. `at` is when it happened there, by the provider's clock."""

    kind: EventKind
    at: datetime
    person: Arrival
    """Of somebody deleted only issuer and subject count."""


def read_event(body: bytes, issuer: str, received_at: datetime) -> ProviderEvent | None:
    """The message; None for one that is about something else. Raises InvalidInputError for one that is malformed."""
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict) or not isinstance(message.get("type"), str):
        raise InvalidInputError("The message is no JSON object with a type.", field="type")
    if message["type"] not in {kind.value for kind in EventKind}:
        return None
    data = message.get("data")
    if not isinstance(data, dict):
        raise InvalidInputError("The message has no data.", field="data")
    subject = data.get("id") or data.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST:
        raise InvalidInputError("The message names nobody.", field="data.id")
    at = _instant(message.get("timestamp")) or _instant(data.get("updated_at")) or received_at
    person = _clerk(issuer, subject, data) if "email_addresses" in data else _plain(issuer, subject, data)
    return ProviderEvent(EventKind(message["type"]), at, person)


def _clerk(issuer: str, subject: str, data: Mapping[str, Any]) -> Arrival:
    listed = data.get("email_addresses")
    addresses = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    main = data.get("primary_email_address_id")
    found: Mapping[str, Any] = next((one for one in addresses if one.get("id") == main), {})
    verification = found.get("verification")
    status = verification.get("status") if isinstance(verification, dict) else None
    name = f"{_text(data.get('first_name')) or ''} {_text(data.get('last_name')) or ''}".strip()
    metadata = data.get("public_metadata")
    groups = metadata.get("groups") if isinstance(metadata, dict) else None
    return Arrival(
        issuer=issuer,
        subject=subject,
        email=_text(found.get("email_address")),
        email_verified=status == "verified",
        name=name or None,
        groups=_groups(groups),
    )


def _plain(issuer: str, subject: str, data: Mapping[str, Any]) -> Arrival:
    return Arrival(
        issuer=issuer,
        subject=subject,
        email=_text(data.get("email")),
        email_verified=data.get("email_verified") is True,
        says_verified="email_verified" in data,
        name=_text(data.get("name")),
        groups=_groups(data.get("groups")),
    )


def _groups(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(name for name in value if isinstance(name, str))[:MOST_GROUPS]


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    cleaned = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return cleaned[:LONGEST] or None


def _instant(value: object) -> datetime | None:
    try:
        if isinstance(value, str):
            read = datetime.fromisoformat(value)
            return read if read.tzinfo else read.replace(tzinfo=UTC)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000 if value > _MILLISECONDS_FROM else value, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return None
