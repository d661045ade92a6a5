"""What delivering asks of the outside world."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class HookMessage:
    """One message, ready to be signed."""

    url: str = field(repr=False)
    id: str
    at: datetime
    """Wall-clock time of this try: receivers refuse what is older than some minutes."""
    body: bytes = field(repr=False)
    secrets: Sequence[str] = field(repr=False)
    """Each signs; `whsec_` and base64."""


@dataclass(frozen=True, slots=True)
class HookAnswer:
    """What came back."""

    status: int | None
    """HTTP status; None: no answer."""
    failure: str | None = None
    """Why there was none: `timeout`, `connection`, `tls`, `address`."""
    duration: timedelta = timedelta(0)
    retry_after: timedelta | None = None


class HookSender(Protocol):
    """Sends signed messages."""

    async def send(self, message: HookMessage) -> HookAnswer:
        """Send once. Never raises for what the receiver does: that is the answer."""
