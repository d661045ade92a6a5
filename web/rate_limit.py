"""How many requests are answered a minute: by user for the API, by address for candidate pages and strangers.

Counted in the memory of the process, over a moving window. Postgres could count for all web processes together, at
the price of a write for every read that the API answers; with several processes behind a balancer a user may instead
reach up to that many times the limit, which is a limit all the same. Requests from loopback are not counted by
address: a proxy on this machine that names nobody would otherwise lock everybody out.
"""

import ipaddress
import math
import time
from collections.abc import Callable
from uuid import UUID

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from web.deps import Rates, WebDeps
from web.faults import RateLimitedError

WINDOW_SECONDS = 60
Answer = Callable[[Request, RateLimitedError], Response]
"""How an error is told."""
CANDIDATE_PATHS = ("/interview/", "/applicant/", "/about-me/")


class RateLimiter:
    """The counters of one process."""

    def __init__(self, rates: Rates) -> None:
        self._windows = MovingWindowRateLimiter(MemoryStorage())
        self._items = {
            name: RateLimitItemPerMinute(amount, namespace=name)
            for name, amount in (("user", rates.api), ("links", rates.links), ("strangers", rates.strangers))
            if amount is not None
        }

    def count(self, name: str, who: str) -> dict[str, str]:
        """Count a request. Returns what the answer's headers say (RateLimit header fields, IETF httpapi draft).

        Raises RateLimitedError when there were too many in the last minute.
        """
        item = self._items.get(name)
        if item is None:
            return {}
        allowed = self._windows.hit(item, who)
        state = self._windows.get_window_stats(item, who)
        wait = max(1, math.ceil(state.reset_time - time.time()))
        headers = {
            "RateLimit-Policy": f'"{name}";q={item.amount};w={WINDOW_SECONDS}',
            "RateLimit": f'"{name}";r={max(0, state.remaining)};t={wait}',
        }
        if not allowed:
            raise RateLimitedError(
                f"More than {item.amount} requests in a minute.", {**headers, "Retry-After": str(wait)}
            )
        return headers


def of(request: Request) -> RateLimiter:
    """The counters of the app that serves this request."""
    limiter: RateLimiter = request.app.state.rate_limiter
    return limiter


def count_user(request: Request, user_id: UUID) -> None:
    """Count a request of a user of the API; the answer tells what is left. Raises RateLimitedError."""
    request.state.rate_headers = of(request).count("user", str(user_id))


def count_stranger(request: Request) -> None:
    """Count an API request without a known key by its address. Raises RateLimitedError."""
    address = address_of(request)
    if address is not None:
        of(request).count("strangers", address)


def address_of(request: Request) -> str | None:
    """The address that a request came from; None for loopback. IPv6 counts by its network of 64 bits."""
    if request.client is None:
        return None
    try:
        address = ipaddress.ip_address(request.client.host)
    except ValueError:
        return request.client.host
    if address.is_loopback:
        return None
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


class CandidateRate:
    """ASGI middleware: candidate pages by address."""

    def __init__(self, app: ASGIApp, *, deps: WebDeps, limiter: RateLimiter, answer: Answer) -> None:
        self._app = app
        self._root = deps.root
        self._limiter = limiter
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or say when it may come again."""
        if scope["type"] == "http" and scope["path"].removeprefix(self._root).startswith(CANDIDATE_PATHS):
            request = Request(scope)
            address = address_of(request)
            try:
                if address is not None:
                    self._limiter.count("links", address)
            except RateLimitedError as error:
                await self._answer(request, error)(scope, receive, send)
                return
        await self._app(scope, receive, send)
