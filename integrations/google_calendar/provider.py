"""Google Calendar behind the ports `CalendarProvider` and `PushProvider` of `domain.calendars`."""

from datetime import UTC, datetime, timedelta

from domain.calendars import (
    BusyTimes,
    CalendarAccount,
    CalendarChanges,
    CalendarEntry,
    KeepSecret,
    PushChannel,
    StoredEntry,
)
from domain.slots import Span
from integrations.google_calendar.app import GoogleApp
from integrations.google_calendar.calls import Calls
from integrations.google_calendar.channels import Subscriptions
from integrations.google_calendar.reading import OwnedCalendar, Reader
from integrations.google_calendar.writing import Desk

_MAIN = "primary"
"""Google's name for an account's main calendar."""
_LOOK_BACK = timedelta(days=31)
"""A full listing begins here; interviews that ended earlier have their outcome."""


class GoogleCalendar:
    """Interviewers' calendars at Google.

    Every call raises CalendarGoneError (the owner must connect again), CalendarUnavailableError (try later, after
    `retry_after` when given) or CalendarRefusedError (another try gives the same answer). Renewed tokens are
    handed to `keep_secret`. One object serves all accounts, inside one event loop.
    """

    def __init__(self, app: GoogleApp, keep_secret: KeepSecret) -> None:
        self._retries = app.retries
        self._calls = Calls(app, keep_secret)

    async def busy(self, account: CalendarAccount, window: Span) -> BusyTimes:
        """Busy times of the account's calendars inside `window`; what cannot be read is named, not called free."""
        asked = tuple(dict.fromkeys((_calendar(account), *account.busy_calendar_ids)))
        return await self._calls.run(
            account, lambda service: Reader(service, self._retries).busy(asked, window)
        )

    async def put(self, account: CalendarAccount, entry: CalendarEntry) -> StoredEntry:
        """Write the entry, or bring the one with this UID up to date; repeats and races give one event.

        With `notify` Google mails the attendees and names the event itself: its invitation has a UID of Google's,
        so our mail must then carry no calendar part, and one interviewer's calendar holds the entry for all (Google
        copies it to the attendees' calendars). Without, the event carries our UID, every interviewer's calendar has
        its own private copy, and Google mails nobody.
        """
        return await self._calls.run(
            account, lambda service: Desk(service, _calendar(account), self._retries).put(entry)
        )

    async def remove(self, account: CalendarAccount, uid: str) -> None:
        """Take the entry out; what is not there is done."""
        await self._calls.run(
            account, lambda service: Desk(service, _calendar(account), self._retries).remove(uid)
        )

    async def changes(self, account: CalendarAccount, cursor: str | None) -> CalendarChanges:
        """News of our entries since `cursor`: replies, moved times, removals.

        A full listing reaches back 31 days. `proposed` stays empty: Google's API has no field for a time that an
        attendee proposes; Google mails such a proposal to the organizer, as an iTIP COUNTER.
        """
        since = datetime.now(UTC) - _LOOK_BACK
        return await self._calls.run(
            account, lambda service: Reader(service, self._retries).changes(_calendar(account), cursor, since)
        )

    async def calendars(self, account: CalendarAccount) -> tuple[OwnedCalendar, ...]:
        """The calendars that the account can see, for its owner to choose from."""
        return await self._calls.run(account, lambda service: Reader(service, self._retries).calendars())

    async def watch(self, account: CalendarAccount, channel_id: str, token: str, address: str) -> PushChannel:
        """Ask for notices to `address`, which must be https with a certificate that the world trusts.

        `channel_id` must be new for each call (64 characters of A-Z, a-z, 0-9, `-_+/=` at most). A channel whose
        answer was lost goes on speaking until it ends; `genuine` tells its notices apart.
        """
        return await self._calls.run(
            account,
            lambda service: Subscriptions(service, self._retries).watch(
                _calendar(account), channel_id, token, address
            ),
        )

    async def unwatch(self, account: CalendarAccount, channel: PushChannel) -> None:
        """End a subscription; one that is gone already is done."""
        await self._calls.run(account, lambda service: Subscriptions(service, self._retries).unwatch(channel))


def _calendar(account: CalendarAccount) -> str:
    return account.calendar_id or _MAIN
