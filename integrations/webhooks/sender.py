"""One message to one receiver."""

import asyncio
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

import httpx
from standardwebhooks import Webhook

from domain.errors import InvalidInputError
from domain.network import is_public
from domain.webhooks.address import checked
from domain.webhooks.port import HookAnswer, HookMessage

LARGEST_ANSWER = 64 * 1024
"""Bytes of an answer that are read; the rest is left, and the connection closed."""
LONGEST_WAIT = timedelta(days=1)
HTTPS_PORT, HTTP_PORT = 443, 80


@dataclass(frozen=True, slots=True)
class SenderRules:
    """What a sender may do."""

    private_hosts: frozenset[str] = frozenset()
    """Host names in lower case that may lie in a private network."""
    timeout: float = 15.0
    """Seconds for one try, from looking up the name to the last byte that is read."""
    tls: ssl.SSLContext | None = None


class HttpHookSender:
    """Sends by HTTP POST."""

    def __init__(self, rules: SenderRules | None = None) -> None:
        self._rules = rules or SenderRules()

    async def send(self, message: HookMessage) -> HookAnswer:
        """Send once; whatever goes wrong is the answer."""
        began = time.monotonic()
        status: int | None = None
        failure: str | None = None
        headers: Mapping[str, str] = {}
        try:
            async with asyncio.timeout(self._rules.timeout):
                status, headers = await self._post(message)
        except (TimeoutError, httpx.TimeoutException):
            failure = "timeout"
        except InvalidInputError:
            failure = "address"
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            failure = "tls" if _is_tls(error) else "connection"
        took = timedelta(seconds=time.monotonic() - began)
        return HookAnswer(status, failure, took, _retry_after(headers))

    async def _post(self, message: HookMessage) -> tuple[int, Mapping[str, str]]:
        url = checked(message.url, self._rules.private_hosts)
        addresses = await self._resolve(url)
        async with httpx.AsyncClient(
            trust_env=False,
            follow_redirects=False,
            timeout=self._rules.timeout,
            verify=self._rules.tls or ssl.create_default_context(),
        ) as client:
            for number, address in enumerate(addresses, start=1):
                try:
                    return await self._to(client, address, url, message)
                except (httpx.ConnectError, httpx.ConnectTimeout):
                    if number == len(addresses):
                        raise
        raise OSError("the name has no address")

    async def _resolve(self, url: str) -> list[str]:
        """Addresses to connect to, all of them checked. Connecting to these, not to the name, keeps a name
        service from answering differently the second time."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or (HTTPS_PORT if parts.scheme == "https" else HTTP_PORT)
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if host not in self._rules.private_hosts and not all(is_public(address) for address in addresses):
            raise InvalidInputError("This address leads into a private network.", field="url")
        return addresses

    async def _to(
        self, client: httpx.AsyncClient, address: str, url: str, message: HookMessage
    ) -> tuple[int, Mapping[str, str]]:
        parts = urlsplit(url)
        request = client.build_request(
            "POST",
            httpx.URL(url).copy_with(host=address),
            content=message.body,
            # The name stays in the Host header and in the check of the certificate.
            headers={"Host": parts.netloc, **_headers(message)},
            extensions={"sni_hostname": parts.hostname},
        )
        response = await client.send(request, stream=True)
        try:
            received = 0
            async for piece in response.aiter_raw():
                received += len(piece)
                if received > LARGEST_ANSWER:
                    break
        finally:
            await response.aclose()
        return response.status_code, response.headers


def _headers(message: HookMessage) -> dict[str, str]:
    body = message.body.decode()
    signatures = [Webhook(secret).sign(message.id, message.at, body) for secret in message.secrets]
    return {
        "Content-Type": "application/json",
        "User-Agent": "Understudy-Webhooks/1",
        "webhook-id": message.id,
        "webhook-timestamp": str(int(message.at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _is_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _retry_after(headers: Mapping[str, str]) -> timedelta | None:
    asked = headers.get("retry-after", "").strip()
    if not (asked.isascii() and asked.isdigit()):
        return None
    return min(timedelta(seconds=int(asked[:9])), LONGEST_WAIT)
