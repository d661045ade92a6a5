"""One conversation with a CalDAV server: bounded in time and size, to checked addresses only."""

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx

from domain.calendars import CalendarGoneError, CalendarUnavailableError
from integrations.caldav.address import next_url, resolve, server_url
from integrations.caldav.rules import CalDavRules

_REDIRECTS = frozenset({301, 302, 307, 308})
_MOST_REDIRECTS = 5
_LONGEST_WAIT = timedelta(days=1)
# "Not implemented", "HTTP version", "insufficient storage" stay the same at a later try.
_LASTING = frozenset({501, 505, 507})


@dataclass(frozen=True, slots=True)
class DavAnswer:
    """An answer that is neither a redirect nor a failure of the server."""

    url: str
    """Where it came from, after redirects."""
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes

    @property
    def etag(self) -> str:
        """The entity tag as it stands, or an empty text."""
        return self.headers.get("etag", "").strip()


class DavClient:
    """A signed-in client for the length of one call of ours. Not shared between tasks."""

    def __init__(self, username: str, password: str, rules: CalDavRules) -> None:
        self.rules = rules
        self._auth = httpx.BasicAuth(username, password)
        # Proxies and .netrc of the environment would see passwords that people gave us for one server.
        self._http = httpx.AsyncClient(
            trust_env=False,
            follow_redirects=False,
            timeout=rules.timeout,
            verify=rules.tls or ssl.create_default_context(),
            headers={"User-Agent": "Understudy", "Accept-Encoding": "identity"},
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def request(
        self,
        method: str,
        url: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
    ) -> DavAnswer:
        """The server's answer, redirects followed within the same site.

        Raises CalendarGoneError when the sign-in is refused, CalendarUnavailableError when the server cannot
        be reached, is too slow, too talkative, overloaded or broken, and AddressRefusedError.
        """
        url = server_url(url, self.rules)
        for _ in range(_MOST_REDIRECTS):
            answer = await self._once(method, url, body, headers or {})
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return _judged(answer)
            url = next_url(url, answer.headers["location"], self.rules)
        raise CalendarUnavailableError("The calendar server leads in circles.")

    async def _once(self, method: str, url: str, body: bytes, headers: Mapping[str, str]) -> DavAnswer:
        try:
            async with asyncio.timeout(self.rules.timeout):
                addresses = await resolve(url, self.rules)
                for number, address in enumerate(addresses, start=1):
                    try:
                        return await self._to(address, method, url, body, headers)
                    except (httpx.ConnectError, httpx.ConnectTimeout):
                        if number == len(addresses):
                            raise
                raise CalendarUnavailableError("The calendar server has no address.")
        except (TimeoutError, httpx.TimeoutException):
            raise CalendarUnavailableError("The calendar server did not answer in time.") from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
            # Only the kind of the error: its text may name hosts and people.
            raise CalendarUnavailableError(
                f"The calendar server cannot be reached ({type(error).__name__})."
            ) from None

    async def _to(
        self, address: str, method: str, url: str, body: bytes, headers: Mapping[str, str]
    ) -> DavAnswer:
        parts = urlsplit(url)
        # The name stays in the Host header and in the check of the certificate.
        request = self._http.build_request(
            method,
            httpx.URL(url).copy_with(host=address),
            content=body,
            headers={"Host": parts.netloc, **headers},
            extensions={"sni_hostname": parts.hostname},
        )
        response = await self._http.send(request, auth=self._auth, stream=True)
        try:
            received = await self._read(response)
        finally:
            await response.aclose()
        return DavAnswer(
            url=url,
            status=response.status_code,
            headers={name.lower(): value for name, value in response.headers.items()},
            body=received,
        )

    async def _read(self, response: httpx.Response) -> bytes:
        received = bytearray()
        async for piece in response.aiter_bytes(65_536):
            received += piece
            if len(received) > self.rules.largest_answer:
                raise CalendarUnavailableError("The answer of the calendar server is too large.")
        return bytes(received)


def _judged(answer: DavAnswer) -> DavAnswer:
    if answer.status == httpx.codes.UNAUTHORIZED:
        raise CalendarGoneError(
            "The calendar server refuses user and password.",
            remedy="Connect the calendar again; many providers ask for a password made for one program.",
        )
    if answer.status == httpx.codes.TOO_MANY_REQUESTS or (
        answer.status >= httpx.codes.INTERNAL_SERVER_ERROR and answer.status not in _LASTING
    ):
        raise unavailable(f"The calendar server answered {answer.status}.", answer)
    return answer


def unavailable(message: str, answer: DavAnswer) -> CalendarUnavailableError:
    """The error with the wait that the server asked for (RFC 9110, 10.2.3), at most a day."""
    error = CalendarUnavailableError(message)
    error.retry_after = _retry_after(answer.headers)
    return error


def _retry_after(headers: Mapping[str, str]) -> timedelta | None:
    asked = headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit():
        return min(timedelta(seconds=int(asked[:9])), _LONGEST_WAIT)
    until, sent = _http_date(asked), _http_date(headers.get("date", ""))
    if until is None or sent is None:
        return None
    return max(timedelta(), min(until - sent, _LONGEST_WAIT))


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return found if found.tzinfo is not None else None
