"""Misfortune on demand: the next answers fail in the ways that Google and networks fail."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, Lock
from typing import Literal

from tests.doubles.google.clock import Clock
from tests.doubles.google.errors import GoogleError, named

Kind = Literal["answer", "slow", "hold", "cut", "cut_after"]


@dataclass(frozen=True)
class Gate:
    """Holds one request back: `arrived` is set by the double, `released` by whoever asked for it."""

    arrived: Event = field(default_factory=Event)
    released: Event = field(default_factory=Event)

    def passed(self) -> None:
        """Note the arrival and wait for the release, half a minute at most."""
        self.arrived.set()
        self.released.wait(30)


@dataclass
class Fault:
    """What happens to the next `left` requests whose "METHOD path" contains `on`."""

    kind: Kind
    on: str
    left: int
    error: GoogleError | None = None
    seconds: float = 0
    gate: Gate | None = None


@dataclass
class Faults:
    """Faults that wait for their requests, oldest first, and the quota per minute and account."""

    clock: Clock
    requests_per_minute: int | None = None
    """Beyond it an account gets `userRateLimitExceeded`, until the minute is over."""
    _waiting: list[Fault] = field(default_factory=list)
    _minute: int = 0
    _used: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def answer(
        self,
        status: int,
        reason: str = "",
        *,
        times: int = 1,
        on: str = "/calendar/v3/",
        retry_after: str = "",
    ) -> None:
        """Answer with this error, without doing anything."""
        headers = {"retry-after": retry_after} if retry_after else None
        self._add(Fault("answer", on, times, named(status, reason or "backendError", headers)))

    def slow(self, by: timedelta, *, times: int = 1, on: str = "/calendar/v3/") -> None:
        """Do what was asked, but only after this time."""
        self._add(Fault("slow", on, times, seconds=by.total_seconds()))

    def hold(self, *, on: str = "/calendar/v3/") -> Gate:
        """Do what the next request asks only when its gate is released."""
        gate = Gate()
        self._add(Fault("hold", on, 1, gate=gate))
        return gate

    def cut(self, *, times: int = 1, on: str = "/calendar/v3/", after: bool = False) -> None:
        """Cut the connection instead of an answer: before anything is done, or `after` it was done and stored.

        httplib2 asks once more by itself on a fresh connection, so twice is what a caller notices.
        """
        self._add(Fault("cut_after" if after else "cut", on, times))

    def clear(self) -> None:
        """Be well again."""
        with self._lock:
            self._waiting.clear()
            self.requests_per_minute = None

    def take(self, request: str) -> Fault | None:
        """The fault for this request, if one waits."""
        with self._lock:
            fault = next((each for each in self._waiting if each.on in request), None)
            if fault:
                fault.left -= 1
                if not fault.left:
                    self._waiting.remove(fault)
            return fault

    def count(self, email: str) -> None:
        """Count a request of an account. Raises 403 beyond the quota."""
        with self._lock:
            minute = int(self.clock.now().timestamp() // 60)
            if minute != self._minute:
                self._minute, self._used = minute, Counter()
            self._used[email] += 1
            if self.requests_per_minute is not None and self._used[email] > self.requests_per_minute:
                raise named(403, "userRateLimitExceeded")

    def _add(self, fault: Fault) -> None:
        with self._lock:
            self._waiting.append(fault)
