"""How long what people sign in with lasts. All on the wall clock: signing in is no business time."""

from datetime import datetime, timedelta

from domain.errors import InvalidInputError

SESSION_IDLE = timedelta(hours=2)
"""Without a request for so long, a session ends."""
SESSION_LONGEST = timedelta(hours=12)
"""However busy: a working day."""
MOST_SESSIONS = 20
"""Of one person; the one not used for longest makes room."""
ONE_TIME_PASSWORD = timedelta(days=7)
"""A password that somebody else has seen works for so long."""
KEY_LONGEST = timedelta(days=366)
KEY_DEFAULT = timedelta(days=90)
MOST_KEYS = 50
"""Keys of one person that work at a time."""
SIGN_INS_KEPT = timedelta(days=90)
EVENTS_KEPT = timedelta(days=30)
"""Ids of handled messages; a provider repeats a message for a few days at most."""


def key_end(now: datetime, days: int | None) -> datetime:
    """When a new key ends. Raises InvalidInputError for a span that is none or longer than a year."""
    span = KEY_DEFAULT if days is None else timedelta(days=days)
    if not timedelta(0) < span <= KEY_LONGEST:
        raise InvalidInputError(
            f"A key lasts 1 to {KEY_LONGEST.days} days.",
            field="days",
            remedy="Make a new one before it ends.",
        )
    return now + span
