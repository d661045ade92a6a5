"""What every call of the API goes through: repeats, entity tags, rates. No route has to think of them."""

import re
from collections.abc import MutableMapping
from typing import Any

from fastapi import Request
from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.errors import InvalidInputError
from web import rate_limit
from web.deps import WebDeps
from web.errors import answer, from_database
from web.etags import conditional
from web.faults import RateLimitedError
from web.idempotency import HEADER, METHODS, REPLAYED, RepeatableAct

UNAUTHORIZED, NOT_THIS_METHOD, FAULTS = 401, 405, 400
HELD = ("application/json", "application/problem+json")


class ApiDoor:
    """ASGI middleware around everything under `/api/`. JSON answers are held back until they are whole; others,
    such as exports, are passed on as they come."""

    def __init__(self, app: ASGIApp, *, deps: WebDeps) -> None:
        self._app = app
        self._root = deps.root
        self._prefix = f"{deps.root}/api/"
        self._known: list[tuple[re.Pattern[str], list[str]]] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not scope["path"].startswith(self._prefix):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        key = request.headers.get(HEADER)
        act = None
        try:
            if key is not None and request.method in METHODS:
                act = request.state.repeatable = RepeatableAct(request, key, receive)
            held = _Held(send)
            await self._app(scope, act.receive if act else receive, held)
            response = held.response()
            if response is None:
                return
            if response.status_code == UNAUTHORIZED:
                rate_limit.count_stranger(request)
            if response.status_code == NOT_THIS_METHOD:
                response.headers["Allow"] = ", ".join(self._methods(request))
            if act is not None and response.status_code < FAULTS and REPLAYED not in response.headers:
                await act.finish(response)
        except (InvalidInputError, RateLimitedError) as error:
            response = answer(request, error)
        except SQLAlchemyError as error:
            known = from_database(error)
            if known is None:
                raise
            response = answer(request, known)
        finally:
            if act is not None:
                await act.close()
        if request.method == "GET":
            response = conditional(request, response)
        response.headers.update(getattr(request.state, "rate_headers", {}))
        await response(scope, receive, send)

    def _methods(self, request: Request) -> list[str]:
        """Every method of an address: routing itself names only those of the first route that fits."""
        if self._known is None:
            paths = request.app.openapi()["paths"]
            root = re.escape(self._root)
            self._known = [
                (
                    re.compile(root + re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))),
                    sorted(map(str.upper, item)),
                )
                for path, item in paths.items()
            ]
        return next((methods for pattern, methods in self._known if pattern.fullmatch(request.url.path)), [])


class _Held:
    """Takes an answer; keeps it when it is JSON, else passes it on."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: MutableMapping[str, Any] | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        """One message of the application."""
        if message["type"] == "http.response.start":
            kind = Headers(raw=message["headers"]).get("content-type", "")
            has_body = message["status"] not in {204, 304}
            if has_body and not kind.startswith(HELD):
                await self._send(message)
                return
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")

    def response(self) -> Response | None:
        """The answer that was kept; None: it was passed on."""
        if self._start is None:
            return None
        made = Response(bytes(self._body), self._start["status"])
        made.raw_headers = list(self._start["headers"])
        return made
