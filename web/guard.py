"""Around every request: an id, a size limit, the security headers, and the last net under a fault."""

import logging
import re
import traceback
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.access import current_request
from services.applications import MAX_FILE
from web.errors import unexpected

logger = logging.getLogger(__name__)

MAX_BODY = 256 * 1024
"""Largest request body, in bytes, except for uploads."""
FORM_AROUND = 64 * 1024
MAX_UPLOAD = MAX_FILE + FORM_AROUND
"""Largest upload with its form around it, in bytes."""
UPLOAD_PATH_END = ("/applications", "/transcript")
MEDIA_PATH = re.compile(
    r"/(jobs/[^/]+/media|interviews/[^/]+/recordings?|interview/text/[^/]+/[^/]+/recording)$"
)
"""Uploads that are not held in memory; how large they may be, the installation says."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
        " form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SECURE_ONLY = {"Strict-Transport-Security": "max-age=31536000"}


class Guard:
    """ASGI middleware, outermost."""

    def __init__(self, app: ASGIApp, *, is_secure: bool, largest_media: int = 0) -> None:
        """`is_secure` says that browsers come over TLS, `largest_media` how many bytes a recording may have."""
        self._app = app
        self._largest_media = largest_media
        self._headers = HEADERS | (SECURE_ONLY if is_secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        request.state.request_id = uuid4().hex
        current_request.set(request.state.request_id)
        started = False

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                self._add_headers(message, request)
            await send(message)

        try:
            await self._app(scope, _limited(request, receive, self._largest_media), send_guarded)
        except ClientDisconnect:
            logger.info("request %s: the client went away", request.state.request_id)
        except Exception as error:
            _log_without_values(request, error)
            if started:
                raise
            await unexpected(request)(scope, receive, send_guarded)

    def _add_headers(self, message: Message, request: Request) -> None:
        headers = MutableHeaders(scope=message)
        for name, value in self._headers.items():
            headers.setdefault(name, value)
        headers.setdefault("Cache-Control", "no-store")
        headers["X-Request-Id"] = request.state.request_id


def _limited(request: Request, receive: Receive, largest_media: int) -> Receive:
    path = request.scope["path"]
    limit = MAX_UPLOAD if path.endswith(UPLOAD_PATH_END) else MAX_BODY
    if request.method == "POST" and MEDIA_PATH.search(path):
        limit = max(limit, largest_media + FORM_AROUND)
    size = 0

    async def receive_limited() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limit:
            raise HTTPException(413, f"The request is larger than {limit} bytes.")
        return message

    return receive_limited


def _log_without_values(request: Request, error: Exception) -> None:
    # Messages of errors may quote what people sent, and paths hold tokens: where it happened must do.
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-1:-6:-1])
    logger.error("request %s: %s at %s", request.state.request_id, type(error).__name__, places)
