"""Calendars, who may see them, and their events with versions."""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from tests.doubles.google.errors import GoogleError, invalid, not_found

Json = dict[str, Any]
ROLES = ("freeBusyReader", "reader", "writer", "owner")
"""Each may do what those before it may."""


@dataclass
class Calendar:
    """One calendar."""

    id: str
    zone: str
    primary: bool
    roles: dict[str, str]
    """Role by account."""
    events: dict[str, Json] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    """Version of each event; grows over all events of all calendars."""
    forgotten_before: int = 0
    """Sync tokens of older versions are refused (410)."""
    unreadable: str | None = None
    """Reason with which freebusy fails for this calendar."""
    restores: bool = True
    """Whether a deleted event may be set back to confirmed by a patch. Reports differ; Google documents no rule."""

    def by_uid(self, uid: str) -> Json | None:
        """The event with this iCalUID, deleted or not."""
        return next((each for each in self.events.values() if each.get("iCalUID") == uid), None)


class Calendars:
    """Every calendar of the double."""

    def __init__(self) -> None:
        self._all: dict[str, Calendar] = {}
        self.versions = count(1)
        self.version = 0

    def __iter__(self) -> Iterator[Calendar]:
        return iter(self._all.values())

    def add(self, calendar: Calendar) -> Calendar:
        """Make a calendar known."""
        self._all[calendar.id] = calendar
        return calendar

    def get(self, calendar_id: str, email: str, role: str) -> Calendar:
        """A calendar for an account that has at least `role`. Raises 404 and 403."""
        calendar = self._all.get(email if calendar_id == "primary" else calendar_id)
        if calendar is None or email not in calendar.roles:
            raise not_found()
        if ROLES.index(calendar.roles[email]) < ROLES.index(role):
            raise GoogleError(
                403,
                "requiredAccessLevel",
                f"You need to have {role} access to this calendar.",
                domain="calendar",
            )
        return calendar

    def save(self, calendar: Calendar, event: Json) -> Json:
        """Store an event under a new version, which its etag shows."""
        self.version = next(self.versions)
        event["etag"] = f'"{self.version + 3_500_000_000_000_000}"'
        calendar.events[event["id"]] = event
        calendar.versions[event["id"]] = self.version
        return event


def instant(when: Json, zone: str) -> datetime:
    """A start or end as an instant. Raises 400."""
    try:
        if "date" in when:
            moment = datetime.combine(datetime.fromisoformat(when["date"]).date(), time())
        else:
            moment = datetime.fromisoformat(when["dateTime"])
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(when.get("timeZone") or zone))
    except (KeyError, ValueError) as error:
        raise invalid("Invalid value for start or end time.") from error
    return moment.astimezone(UTC)


def token_of(facts: Json) -> str:
    """An opaque token that holds `facts`."""
    return base64.urlsafe_b64encode(json.dumps(facts, sort_keys=True).encode()).decode().rstrip("=")


def facts_of(token: str, name: str) -> Json:
    """What a token holds. Raises 400 for one that is not ours."""
    try:
        facts = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    except ValueError as error:
        raise GoogleError(400, "invalid", f"Invalid {name} value.", location=("parameter", name)) from error
    if not isinstance(facts, dict):
        raise GoogleError(400, "invalid", f"Invalid {name} value.", location=("parameter", name))
    return facts
