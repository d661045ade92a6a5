"""What must not happen while somebody uses a page: errors in the console, failed requests, strange hosts."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, ConsoleMessage, Request, Response, WebError

ERROR = 400
"""Statuses from here on are errors."""


def origin_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


@dataclass
class Watch:
    """Notes faults of one browser window. The status of a page itself is its test's business."""

    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """`document /path`, `stylesheet /path` and so on, in order."""
    origins: set[str] = field(default_factory=set)
    """Where requests may go; the first one of a window decides unless `allow` was asked before."""

    def allow(self, url: str) -> None:
        """Requests may go to the origin of this address as well."""
        self.origins.add(origin_of(url))

    def over(self, context: BrowserContext) -> None:
        """Begin to watch."""
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failed)
        context.on("response", self._on_response)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)

    def _on_request(self, request: Request) -> None:
        if request.url.startswith("data:"):
            return
        origin = origin_of(request.url)
        self.origins = self.origins or {origin}
        if origin not in self.origins:
            self.faults.append(f"a request to another host: {request.url}")
        self.requests.append(f"{request.resource_type} {urlsplit(request.url).path}")

    def _on_failed(self, request: Request) -> None:
        # Leaving a page ends what it was still asking for.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"a request failed: {request.method} {request.url}: {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= ERROR and response.request.resource_type != "document":
            self.faults.append(f"a request was answered with {response.status}: {response.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        # The console repeats statuses; those are judged above.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.faults.append(f"the console shows an error: {message.text}")

    def _on_error(self, error: WebError) -> None:
        self.faults.append(f"a script failed: {error.error.message}")
