"""What a provider says about itself: its addresses and its keys, kept for a while."""

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import httpx
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from domain.errors import InvalidInputError, SetupError, UnavailableError

WELL_KNOWN = "/.well-known/openid-configuration"
TIMEOUT_SECONDS = 10.0
FRESH_SECONDS = 3600.0
LOOK_AGAIN_SECONDS = 60.0
"""At most so often keys are asked for again, because a token names one that is not known."""
LARGEST = 1024 * 1024
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")


def check_address(url: str, what: str) -> str:
    """The address, which must be https; plain http only to this very machine. Raises SetupError."""
    parts = urlsplit(url)
    if parts.hostname and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    ):
        return url
    raise SetupError(f"{what} must begin with https://.", remedy="Check UNDERSTUDY_OIDC_ISSUER.")


@dataclass
class Directory:
    """One provider's metadata and keys."""

    issuer: str
    _metadata: Mapping[str, Any] = field(default_factory=dict)
    _keys: KeySet | None = None
    _metadata_at: float = 0.0
    _keys_at: float = 0.0
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        """Raises SetupError for an issuer that is not reached safely."""
        parts = urlsplit(check_address(self.issuer, "The issuer of the OpenID provider"))
        if parts.query or parts.fragment:
            raise SetupError(
                "An issuer has no query and no fragment.", remedy="Check UNDERSTUDY_OIDC_ISSUER."
            )

    async def metadata(self) -> Mapping[str, Any]:
        """What the provider publishes (OpenID Connect Discovery 1.0). Raises UnavailableError, SetupError."""
        async with self._lock:
            if not self._metadata or time.monotonic() - self._metadata_at > FRESH_SECONDS:
                found = await fetch(self.issuer.rstrip("/") + WELL_KNOWN)
                # Section 4.3: it must be this very issuer, or another one could speak for it.
                if found.get("issuer") != self.issuer:
                    raise SetupError(
                        "The OpenID provider calls itself by another name.",
                        remedy="Set UNDERSTUDY_OIDC_ISSUER exactly as its own metadata say, also the last slash.",
                    )
                for name in _ADDRESSES:
                    check_address(str(found.get(name, "")), f"The provider's {name}")
                self._metadata, self._metadata_at = found, time.monotonic()
            return self._metadata

    async def keys(self, *, again: bool = False) -> KeySet:
        """The provider's keys; `again`: look once more, unless that was just done. Raises UnavailableError."""
        metadata = await self.metadata()
        async with self._lock:
            age = time.monotonic() - self._keys_at
            if self._keys is None or age > FRESH_SECONDS or (again and age > LOOK_AGAIN_SECONDS):
                try:
                    self._keys = KeySet.import_key_set(await fetch(str(metadata["jwks_uri"])))  # type: ignore[arg-type] # checked by the library
                except (JoseError, ValueError, KeyError, TypeError) as error:
                    raise UnavailableError("The OpenID provider's keys cannot be read.") from error
                self._keys_at = time.monotonic()
            return self._keys


async def fetch(url: str, *, bearer: str | None = None) -> dict[str, Any]:
    """A JSON object from the provider. Raises UnavailableError, also for an answer that is none."""
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    status, content = await _asked("GET", url, headers=headers)
    if status != HTTPStatus.OK:
        raise _silent()
    return _object(content)


async def exchange(url: str, form: Mapping[str, str], basic: tuple[str, str] | None) -> dict[str, Any]:
    """The provider's answer to a code. Raises InvalidInputError when it does not take the code, UnavailableError."""
    status, content = await _asked("POST", url, data=dict(form), auth=basic)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _silent()
    if status != HTTPStatus.OK:
        raise refused()
    return _object(content)


async def _asked(method: str, url: str, **options: Any) -> tuple[int, bytes]:
    try:
        async with (
            httpx.AsyncClient(timeout=TIMEOUT_SECONDS) as http,
            http.stream(method, url, **options) as answer,
        ):
            content = b""
            async for part in answer.aiter_bytes():
                content += part
                if len(content) > LARGEST:
                    raise UnavailableError("The OpenID provider's answer is too large.")
            return answer.status_code, content
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _silent() from error


def _object(content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise UnavailableError("The OpenID provider's answer cannot be read.")
    return found


def _silent() -> UnavailableError:
    return UnavailableError("The OpenID provider does not answer.", remedy="Try again in a moment.")


def refused() -> InvalidInputError:
    """What people are told of a sign-in that does not hold; which check failed is nobody's business."""
    return InvalidInputError("This sign-in does not hold.", remedy="Begin again from the sign-in page.")
