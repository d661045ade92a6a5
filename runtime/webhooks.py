"""Composition of webhooks out."""

from runtime.calendars import keyring
from runtime.settings import Settings
from web.deps import Rates, Webhooks

STRANGERS_A_MINUTE = 60
"""API calls without a known key, by address: a program with an old key is told so, and is not a burden."""


def private_hosts(settings: Settings) -> frozenset[str]:
    """Receivers that may lie in a private network, in lower case."""
    names = (name.strip().lower() for name in settings.webhook_private_hosts.split(","))
    return frozenset(name for name in names if name)


def for_web(settings: Settings) -> Webhooks:
    """What the web tier adds endpoints with. Raises SetupError for a bad key."""
    return Webhooks(keyring(settings), private_hosts(settings))


def rates(settings: Settings) -> Rates:
    """How many requests are answered."""
    return Rates(api=settings.api_rate, links=settings.link_rate, strangers=STRANGERS_A_MINUTE)
