"""Composition of everything around connected calendars: keys, providers, notices."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from activities.calendars import CalendarPorts
from domain.calendars import CalendarProvider, CalendarProviderName, PushProvider
from domain.errors import SetupError
from domain.ports import SecretBox
from integrations.caldav import CalDavCalendar, CalDavRules
from integrations.google_calendar import GoogleApp, GoogleCalendar
from integrations.guarded_calendar import GuardedCalendar
from integrations.secrets import Keyring
from runtime.settings import Settings
from services.calendars import accounts

NOTICES = "/hooks/google-calendar"
"""Path at which Google tells of changes."""


def keyring(settings: Settings) -> Keyring:
    """Keys for secrets at rest: `id=key` pairs separated by commas, the first of which encrypts.

    Raises SetupError when the setting is missing or a key is not 32 bytes in URL-safe base64.
    """
    if settings.secret_keys is None:
        raise SetupError("UNDERSTUDY_SECRET_KEYS is not set.", remedy="Set it, or run: understudy up.")
    keys: dict[str, bytes] = {}
    for part in settings.secret_keys.get_secret_value().split(","):
        key_id, _, text = part.strip().partition("=")
        if not text.strip("="):  # the part itself may be a key without its id: it is not quoted
            raise SetupError(
                "A part of UNDERSTUDY_SECRET_KEYS is no pair of id and key.",
                field="secret_keys",
                remedy="Write it as id=key, for example 2026-04=… with 32 bytes in URL-safe base64.",
            )
        try:
            keys[key_id] = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        except binascii.Error as error:
            raise SetupError(
                f"Key {key_id!r} of UNDERSTUDY_SECRET_KEYS is not base64.",
                field="secret_keys",
                remedy='Make one: python -c "import secrets; print(secrets.token_urlsafe(32))"',
            ) from error
    return Keyring(keys, next(iter(keys)))


def google_app(settings: Settings) -> GoogleApp | None:
    """The registration with Google, or None when there is none. Raises SetupError for a bad address."""
    if not settings.google_client_id or not settings.google_client_secret:
        return None  # an empty variable is none
    secret = settings.google_client_secret.get_secret_value()
    if settings.google_address is None:
        return GoogleApp(settings.google_client_id, secret)
    root = settings.google_address.rstrip("/")
    return GoogleApp(
        settings.google_client_id,
        secret,
        api_endpoint=f"{root}/calendar/v3/",
        authorization_uri=f"{root}/o/oauth2/v2/auth",
        token_uri=f"{root}/token",
        revoke_uri=f"{root}/revoke",
    )


def caldav_rules(settings: Settings) -> CalDavRules:
    """Bounds of calls to CalDAV servers."""
    return CalDavRules(
        private_hosts=_hosts(settings.caldav_private_hosts), plain_hosts=_hosts(settings.caldav_plain_hosts)
    )


def _hosts(text: str) -> frozenset[str]:
    return frozenset(host.strip().lower() for host in text.split(",") if host.strip())


def channel_signer(settings: Settings) -> Callable[[str], str]:
    """Makes the secret of a push channel from its id: nothing to store, nothing to leak.

    Raises SetupError without a key: anybody could sign then.
    """
    if settings.link_key is None:
        raise SetupError("UNDERSTUDY_LINK_KEY is not set.", remedy="Set it, or run: understudy up.")
    key = settings.link_key.get_secret_value().encode()

    def sign(channel_id: str) -> str:
        return hmac.new(key, b"calendar-channel:" + channel_id.encode(), hashlib.sha256).hexdigest()

    return sign


@dataclass(frozen=True, slots=True)
class KeepRefreshed:
    """Stores tokens that a provider refreshed."""

    sessions: async_sessionmaker[AsyncSession]
    box: SecretBox

    async def __call__(self, account_id: UUID, secret: Mapping[str, str]) -> None:
        """Keep the fresh secrets; nothing of a calendar that was disconnected or connected anew meanwhile."""
        async with self.sessions.begin() as session:
            row = await accounts.find(session, account_id, lock=True)
            if row is None:
                return
            kept = await accounts.opened(session, self.box, row)
            if kept.secret.get(accounts.REFRESH) == secret.get(accounts.REFRESH):
                await accounts.keep_secret(session, self.box, row, secret)


def ports(
    settings: Settings, sessions: async_sessionmaker[AsyncSession], clock: Callable[[], datetime]
) -> CalendarPorts:
    """What the worker looks after calendars with."""
    box = keyring(settings)
    providers: dict[CalendarProviderName, CalendarProvider] = {
        CalendarProviderName.CALDAV: GuardedCalendar(CalDavCalendar(caldav_rules(settings), clock))
    }
    push: dict[CalendarProviderName, PushProvider] = {}
    app = google_app(settings)
    if app is not None:
        google = GoogleCalendar(app, KeepRefreshed(sessions, box))
        providers[CalendarProviderName.GOOGLE] = GuardedCalendar(google)
        push[CalendarProviderName.GOOGLE] = google
    name, address = parseaddr(settings.mail_from)
    base = settings.base_url.rstrip("/")
    # Google sends notices to public https addresses only; a local stand-in of it takes any.
    reachable = urlsplit(base).scheme == "https" or (app is not None and app.is_local)
    return CalendarPorts(
        providers=providers,
        box=box,
        organizer=(name, address),
        board_url=f"{base}/jobs/{{job_id}}",
        push=push,
        push_address=f"{base}{NOTICES}" if reachable else None,
        sign_channel=channel_signer(settings),
    )
