"""Settings as environment variables of child processes, and settings that lead to a running stack."""

import os
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import AliasChoices, SecretStr

from domain.errors import SetupError
from runtime.embedded.home import Home
from runtime.embedded.ports import LOOPBACK
from runtime.embedded.postgres import DATABASE, OWNER
from runtime.settings import EMBEDDED, Settings

SCALE = {"time_rate", "time_origin"}
EMBEDDED_LOOK = timedelta(seconds=1)
"""Between two looks into the embedded mailbox: a folder of this machine."""


def child_environment(settings: Settings, extra: Mapping[str, str]) -> dict[str, str]:
    """Our environment with every setting spelled out, so that a child reads exactly these settings."""
    environment = dict(os.environ) | {"PYTHONUNBUFFERED": "1"} | dict(extra)
    for field, info in Settings.model_fields.items():
        alias = info.validation_alias
        names = [str(choice) for choice in alias.choices] if isinstance(alias, AliasChoices) else []
        name = names[-1] if names else f"UNDERSTUDY_{field.upper()}"
        value = getattr(settings, field)
        if value is None:
            environment.pop(name, None)
        else:
            environment[name] = _text(value)
    return environment


def attach(settings: Settings) -> Settings:
    """The settings with the addresses of the stack that runs in their home, for a command beside it.

    What the settings name themselves stays. Raises SetupError when an address is needed and no stack runs.
    """
    if settings.database_url and settings.temporal_address and settings.smtp_url:
        return settings
    home = Home(settings.home)
    if home.holder() is None:
        raise SetupError(
            f"No stack runs in {home.path}.",
            remedy="Run: understudy up. Or set DATABASE_URL, TEMPORAL_ADDRESS and SMTP_URL.",
        )
    database = settings.database_url
    if database is None:
        password = quote(home.secret("postgres_owner"))
        where = f"{LOOPBACK}:{home.recall('ports', 'postgres')}"
        database = SecretStr(f"postgresql://{OWNER}:{password}@{where}/{DATABASE}")
    return with_addresses(
        settings,
        home,
        database_url=database,
        temporal_address=settings.temporal_address or f"{LOOPBACK}:{home.recall('ports', 'temporal')}",
    )


def with_addresses(
    settings: Settings, home: Home, *, database_url: SecretStr, temporal_address: str
) -> Settings:
    """The settings with everything filled in that a stack decides: addresses, ports and keys."""
    web_port = home.recall("ports", "web") or settings.web_port
    chosen: dict[str, Any] = {
        "home": home.path,
        "database_url": database_url,
        "temporal_address": temporal_address,
        "temporal_ui": settings.temporal_ui or home.recall("temporal", "page"),
        "smtp_url": settings.smtp_url or SecretStr(f"smtp://{LOOPBACK}:{home.recall('ports', 'smtp')}"),
        "link_key": settings.link_key or SecretStr(home.secret("link_key")),
        "audit_key": settings.audit_key or SecretStr(home.secret("audit_key")),
        "secret_keys": settings.secret_keys or SecretStr(f"home={home.secret('secret_key')}"),
        "web_port": web_port,
    }
    if settings.smtp_url is None and settings.inbox_url is None:
        # Mails that reach the embedded mailbox can be answered there, so it is read as well.
        chosen["inbox_url"] = SecretStr(f"{EMBEDDED}{home.folder('mail').absolute()}")
        if "inbox_every" not in settings.model_fields_set:
            chosen["inbox_every"] = EMBEDDED_LOOK
    if "base_url" not in settings.model_fields_set:
        chosen["base_url"] = f"http://{LOOPBACK}:{web_port}"
    if not SCALE & settings.model_fields_set and (scale := home.recall("time", "scale")):
        # Rows of this home were written in scaled time: it goes on, or it would run backwards.
        chosen["time_rate"] = float(scale[0])
        chosen["time_origin"] = datetime.fromisoformat(scale[1])
    return settings.model_copy(update=chosen)


def _text(value: object) -> str:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f"PT{value.total_seconds():f}S"
    if isinstance(value, Path):
        return str(value.absolute())
    return str(value)
