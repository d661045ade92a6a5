"""What the tests of this folder share: an interview, an account, and a place for secrets."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from domain.calendars import CalendarAccount, CalendarEntry, CalendarProviderName
from domain.slots import Span
from integrations.google_calendar import GoogleApp, GoogleCalendar
from integrations.google_calendar.app import SCOPES
from tests.doubles.google import GoogleDouble

OWNER = "ines@example.com"
CANDIDATE = "sam@example.net"
UID = "5d0c1f7e-8a53-4a86-9d62-0c6f6f0f2a11@understudy"
START = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=3)
HOUR = timedelta(hours=1)
WINDOW = Span(START - timedelta(days=2), START + timedelta(days=5))


@dataclass
class Office:
    """The product's side of a test."""

    google: GoogleDouble
    app: GoogleApp
    kept: list[Mapping[str, str]] = field(default_factory=list)
    calendar: GoogleCalendar = field(init=False)

    async def keep(self, account_id: UUID, secret: Mapping[str, str]) -> None:
        """The adapter's `keep_secret`."""
        del account_id
        self.kept.append(secret)

    def account(self, email: str = OWNER, *, lasts: timedelta = HOUR, **changes: Any) -> CalendarAccount:
        """A connected account; `lasts` is what we believe of its access token."""
        made = CalendarAccount(
            id=uuid4(),
            user_id=uuid4(),
            provider=CalendarProviderName.GOOGLE,
            secret=self.google.secret(email, SCOPES, lasts),
            calendar_id=email,
        )
        return replace(made, **changes)


def entry(**changes: Any) -> CalendarEntry:
    """An interview of one hour."""
    made = CalendarEntry(
        uid=UID,
        sequence=0,
        start=START,
        end=START + HOUR,
        zone="Europe/Berlin",
        title="Interview: Data engineer",
        description="Questions and scorecard: see the link in your mail.",
        location="Room 4",
        organizer=("Understudy", "interviews@understudy.example"),
        attendees=(("Ines", OWNER), ("Sam", CANDIDATE)),
    )
    return replace(made, **changes)


def moved(by: timedelta = timedelta(hours=2), **changes: Any) -> CalendarEntry:
    """The same interview at a later time."""
    return entry(sequence=1, start=START + by, end=START + by + HOUR, **changes)
