"""CalDAV (RFC 4791) as a kind of calendar: Nextcloud, Fastmail, iCloud, Radicale and whoever speaks it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from urllib.parse import urlsplit

from domain.calendars import (
    BusyTimes,
    CalendarAccount,
    CalendarChanges,
    CalendarEntry,
    CalendarGoneError,
    StoredEntry,
)
from domain.slots import Span, merge
from integrations.caldav.address import AddressRefusedError, next_url, server_url
from integrations.caldav.busy import UnreadableCalendarError, busy_spans
from integrations.caldav.changes import read_changes
from integrations.caldav.http import DavClient
from integrations.caldav.rules import CalDavRules
from integrations.caldav.writing import put_entry, remove_entry
from integrations.caldav.zone import account_zone


class CalDavCalendar:
    """Implements `domain.calendars.CalendarProvider`.

    An account's secrets are `url`, `username`, `password`, and if known `zone` (the owner's IANA zone) and
    `address` (the owner's mail address, where it is not the user name). Calendars are addresses of collections.
    """

    def __init__(self, rules: CalDavRules, clock: Callable[[], datetime]) -> None:
        """`clock` gives the aware time that entries are stamped with. Nothing is connected yet."""
        self._rules = rules
        self._clock = clock

    async def busy(self, account: CalendarAccount, window: Span) -> BusyTimes:
        """Busy times of all the account's calendars inside `window`; free (transparent) entries do not count."""
        zone, owner = account_zone(account.secret), account.secret.get("address", account.secret["username"])
        spans: list[Span] = []
        unreadable: list[str] = []
        async with self._signed_in(account) as dav:
            for name in dict.fromkeys((account.calendar_id, *account.busy_calendar_ids)):
                try:
                    spans += await busy_spans(dav, self._collection(account, name), window, owner, zone)
                except (UnreadableCalendarError, AddressRefusedError):
                    unreadable.append(name)
        return BusyTimes(tuple(merge(spans)), tuple(unreadable))

    async def put(self, account: CalendarAccount, entry: CalendarEntry) -> StoredEntry:
        """Write the entry, or bring the one with this UID up to date. A repeat gives one entry, not two.

        An entry that was removed on the calendar's side is written again. One that is older than what we wrote
        before changes nothing. CalDAV knows no conference links.
        """
        async with self._signed_in(account) as dav:
            collection = self._collection(account, account.calendar_id)
            return await put_entry(dav, collection, entry, account_zone(account.secret), self._clock)

    async def remove(self, account: CalendarAccount, uid: str) -> None:
        """Take the entry out. Removing what is not there is done, not an error."""
        async with self._signed_in(account) as dav:
            await remove_entry(dav, self._collection(account, account.calendar_id), uid)

    async def changes(self, account: CalendarAccount, cursor: str | None) -> CalendarChanges:
        """News of our entries since `cursor`; None, or a cursor that the provider forgot, lists everything."""
        async with self._signed_in(account) as dav:
            collection = self._collection(account, account.calendar_id)
            return await read_changes(dav, collection, cursor, account_zone(account.secret))

    @asynccontextmanager
    async def _signed_in(self, account: CalendarAccount) -> AsyncIterator[DavClient]:
        """A client of its own for each call. An address that may not be called must be entered anew."""
        try:
            async with DavClient(account.secret["username"], account.secret["password"], self._rules) as dav:
                yield dav
        except AddressRefusedError as error:
            raise CalendarGoneError(error.message, field=error.field, remedy=error.remedy) from None

    def _collection(self, account: CalendarAccount, calendar_id: str) -> str:
        """The address of a collection, on the site that the password was given for."""
        home = server_url(account.secret["url"], self._rules)
        found = next_url(home, calendar_id, self._rules)
        return found if urlsplit(found).path.endswith("/") else f"{found}/"
