"""Calendars of interviewers: what the product asks of a provider, whichever it is.

A provider never decides: it reports busy times and changes, and it writes one entry per interviewer and
interview. Rows in our database stay the truth; a calendar follows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from domain.errors import UnderstudyError
from domain.slots import Span


class CalendarProviderName(StrEnum):
    """Kinds of calendars that can be connected."""

    GOOGLE = "google"
    CALDAV = "caldav"


class CalendarGoneError(UnderstudyError):
    """The owner must connect the calendar again: access was revoked, expired for good, or the account is gone."""

    code = "calendar_gone"


class CalendarUnavailableError(UnderstudyError):
    """The calendar cannot be reached now: network, overload, quota. A later try may work."""

    code = "calendar_unavailable"
    permanent = False

    retry_after: timedelta | None = None
    """How long the provider asks to wait, when it says so."""


class CalendarRestsError(CalendarUnavailableError):
    """It failed several times in a row and is left alone for a while: nothing was tried."""

    code = "calendar_rests"


class CalendarRefusedError(UnderstudyError):
    """The calendar refused this entry for good (not permitted, malformed); another try gives the same answer."""

    code = "calendar_refused"


@dataclass(frozen=True, slots=True)
class CalendarAccount:
    """One connected calendar. Lives in memory only while it is used; its secrets are encrypted at rest."""

    id: UUID
    user_id: UUID
    provider: CalendarProviderName
    secret: Mapping[str, str] = field(repr=False)
    """What the provider needs to sign in: tokens, or address, user and password."""
    calendar_id: str = ""
    """The calendar that entries are written to: an id of Google, or an address of a CalDAV collection."""
    busy_calendar_ids: Sequence[str] = ()
    """Further calendars whose entries count as busy."""


@dataclass(frozen=True, slots=True)
class BusyTimes:
    """Busy spans of one account, merged, earliest first; and the calendars that could not be read."""

    spans: tuple[Span, ...]
    unreadable: tuple[str, ...] = ()
    """An unreadable calendar looks free: whoever asks must not offer times on its word."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An interview as it stands in an interviewer's calendar."""

    uid: str
    """The same for life (RFC 5545, 3.8.4.7), whoever carries the entry."""
    sequence: int
    """iTIP SEQUENCE; grows with each change of time or place."""
    start: datetime
    end: datetime
    zone: str
    """IANA zone of the organizer, in which the entry is written."""
    title: str
    description: str
    location: str
    organizer: tuple[str, str]
    """Name and mail address."""
    attendees: Sequence[tuple[str, str]]
    video: bool = False
    """Whether to ask the provider for a conference link."""
    notify: bool = False
    """Whether the provider mails the attendees. Off when our own mail carries the same UID."""


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """What the provider made of an entry."""

    event_id: str
    etag: str
    video_url: str | None = None


class AttendeeReply(StrEnum):
    """What an attendee answered in their calendar (RFC 5545 PARTSTAT)."""

    NEEDS_ACTION = "needs_action"
    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class EntryChange:
    """News of one of our entries that came from the calendar's side."""

    uid: str
    removed: bool = False
    start: datetime | None = None
    end: datetime | None = None
    replies: Mapping[str, AttendeeReply] = field(default_factory=dict)
    """By attendee's mail address, in lower case."""
    proposed: Span | None = None
    """Another time that an attendee proposed (iTIP COUNTER)."""
    proposed_by: str = ""


@dataclass(frozen=True, slots=True)
class CalendarChanges:
    """News since a cursor. `complete` says that everything was listed anew: the old copy is void."""

    entries: tuple[EntryChange, ...]
    cursor: str
    complete: bool = False


@dataclass(frozen=True, slots=True)
class PushChannel:
    """A subscription to change notices. The provider does not renew it."""

    channel_id: str
    resource_id: str
    expires_at: datetime


class KeepSecret(Protocol):
    """Stores the refreshed secrets of an account."""

    async def __call__(self, account_id: UUID, secret: Mapping[str, str]) -> None: ...


class CalendarProvider(Protocol):
    """One kind of calendar. Every call raises CalendarGoneError, CalendarUnavailableError or CalendarRefusedError."""

    async def busy(self, account: CalendarAccount, window: Span) -> BusyTimes:
        """Busy times of all the account's calendars inside `window`; free (transparent) entries do not count."""

    async def put(self, account: CalendarAccount, entry: CalendarEntry) -> StoredEntry:
        """Write the entry, or bring the one with this UID up to date. A repeat gives one entry, not two.

        An entry that was removed on the calendar's side is written again.
        """

    async def remove(self, account: CalendarAccount, uid: str) -> None:
        """Take the entry out. Removing what is not there is done, not an error."""

    async def changes(self, account: CalendarAccount, cursor: str | None) -> CalendarChanges:
        """News of our entries since `cursor`; None, or a cursor that the provider forgot, lists everything."""


class PushProvider(Protocol):
    """A provider that can tell us of changes."""

    async def watch(self, account: CalendarAccount, channel_id: str, token: str, address: str) -> PushChannel:
        """Ask for notices to `address`. `token` comes back with each notice and proves where it is from."""

    async def unwatch(self, account: CalendarAccount, channel: PushChannel) -> None:
        """End a subscription; one that is gone already is done, not an error."""
