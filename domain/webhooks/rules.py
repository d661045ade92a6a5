"""What an answer means, and when a delivery is tried again."""

from datetime import timedelta
from enum import StrEnum

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=5), timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=3)
"""An endpoint that failed for so long is switched off."""
SECRET_OVERLAP = timedelta(hours=24)
"""So long the secret before signs along."""
MOST_EXPONENT = 20
OK, REDIRECT, GONE = 200, 300, 410


class DeliveryStatus(StrEnum):
    """What became of one event at one endpoint."""

    WAITING = "waiting"
    """It failed and is tried again by itself; later events wait behind it."""
    DELIVERED = "delivered"
    AGAIN = "again"
    """Somebody asked to send this one event once more."""
    FAILED = "failed"
    """It was asked for again and failed; nothing waits for it."""


class OffReason(StrEnum):
    """Why an endpoint is off."""

    BY_HAND = "by_hand"
    GONE = "gone"
    FAILING = "failing"
    SECRET_UNREADABLE = "secret_unreadable"  # noqa: S105 - a reason, not a secret


def is_delivered(status: int | None) -> bool:
    """Whether a receiver took an event: any 2xx. A redirect is not followed and counts as a failure."""
    return status is not None and OK <= status < REDIRECT


def pause(failures: int, asked: timedelta | None = None) -> timedelta:
    """Time until the next try after so many failures in a row: 5 s, doubling to 1 h.

    `asked` is the receiver's Retry-After: a longer wait is granted, up to 1 h.
    """
    own: timedelta = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(max(failures, 1) - 1, MOST_EXPONENT))
    return max(own, min(asked, LONGEST_PAUSE)) if asked is not None else own
