"""Composition of what the web tier connects calendars with."""

import hmac
from collections.abc import Mapping
from uuid import UUID

from domain.calendars import CalendarAccount, CalendarGoneError, CalendarProviderName
from integrations.caldav import discover
from integrations.google_calendar import GoogleCalendar, GoogleOAuth
from runtime.calendars import caldav_rules, channel_signer, google_app, keyring
from runtime.settings import Settings
from web.deps import CalendarChoice, Calendars


def for_web(settings: Settings) -> Calendars:
    """What the web tier connects calendars with. Raises SetupError for a bad key or address."""
    app, rules, sign = google_app(settings), caldav_rules(settings), channel_signer(settings)

    async def choices(provider: CalendarProviderName, secret: Mapping[str, str]) -> list[CalendarChoice]:
        if provider is CalendarProviderName.CALDAV:
            found = await discover(secret["url"], secret["username"], secret["password"], rules)
            return [CalendarChoice(one.url, one.name, one.writable) for one in found]
        if app is None:
            raise CalendarGoneError("Google Calendar is not set up here.", remedy="Ask an admin.")
        account = CalendarAccount(UUID(int=0), UUID(int=0), provider, secret)
        owned = await GoogleCalendar(app, _keep_nothing).calendars(account)
        return [CalendarChoice(one.id, one.name, one.writable, one.primary) for one in owned]

    return Calendars(
        box=keyring(settings),
        choices=choices,
        is_genuine=lambda channel_id, token: hmac.compare_digest(sign(channel_id).encode(), token.encode()),
        google=GoogleOAuth(app) if app is not None else None,
    )


async def _keep_nothing(account_id: UUID, secret: Mapping[str, str]) -> None:
    """An access token that was renewed only to list calendars: the worker renews its own."""
    del account_id, secret
