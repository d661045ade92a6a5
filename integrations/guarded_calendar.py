"""A circuit breaker around a calendar provider: after five failures in a row an account is left alone for a minute.

Within one look at a calendar dozens of entries may be due; when its server is down they are not tried one after the
other, each with its time-out.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import OpenedState

from domain.calendars import (
    BusyTimes,
    CalendarAccount,
    CalendarChanges,
    CalendarEntry,
    CalendarGoneError,
    CalendarProvider,
    CalendarRefusedError,
    CalendarRestsError,
    StoredEntry,
)
from domain.slots import Span

FAILURES = 5
REST_SECONDS = 60.0

T = TypeVar("T")


class GuardedCalendar:
    """A `CalendarProvider` that refuses at once, by CalendarRestsError, while an account's breaker is open."""

    def __init__(self, provider: CalendarProvider, rest_seconds: float = REST_SECONDS) -> None:
        self._provider = provider
        # An answer that will not change is no sign of trouble on the way.
        self._breakers = AsyncCircuitBreakerFactory(
            default_threshold=FAILURES,
            default_ttl=rest_seconds,
            exclude=[CalendarGoneError, CalendarRefusedError],
        )

    async def busy(self, account: CalendarAccount, window: Span) -> BusyTimes:
        """As the provider."""
        return await self._guarded(account, lambda: self._provider.busy(account, window))

    async def put(self, account: CalendarAccount, entry: CalendarEntry) -> StoredEntry:
        """As the provider."""
        return await self._guarded(account, lambda: self._provider.put(account, entry))

    async def remove(self, account: CalendarAccount, uid: str) -> None:
        """As the provider."""
        await self._guarded(account, lambda: self._provider.remove(account, uid))

    async def changes(self, account: CalendarAccount, cursor: str | None) -> CalendarChanges:
        """As the provider."""
        return await self._guarded(account, lambda: self._provider.changes(account, cursor))

    async def _guarded(self, account: CalendarAccount, call: Callable[[], Awaitable[T]]) -> T:
        breaker = await self._breakers.get_breaker(str(account.id))
        try:
            async with breaker:
                return await call()
        except OpenedState as error:
            raise CalendarRestsError(
                "This calendar failed several times and is left alone for a minute."
            ) from error
