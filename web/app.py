"""The application: guard, doors, error handlers. Everything it needs comes in as `WebDeps`."""

from typing import Any

from fastapi import FastAPI

from web import errors
from web.api.document import complete
from web.api.interview_socket import Sockets
from web.api_door import ApiDoor
from web.deps import WebDeps
from web.guard import Guard
from web.idempotency import AnsweredBeforeError, answered_before
from web.judging import Judging
from web.lately import Lately
from web.rate_limit import CandidateRate, RateLimiter
from web.room_feed import RoomFeeds
from web.routes import all_routes

OPENAPI = "/api/v1/openapi.json"


def _describe(app: FastAPI) -> None:
    """Let the document say what every operation shares. Made once, when it is first asked for."""
    plain = app.openapi

    def whole() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = complete(plain())
        return app.openapi_schema

    # FastAPI's own way to extend the document.
    app.openapi = whole  # type: ignore[method-assign]


def create_app(deps: WebDeps) -> FastAPI:
    """The web tier as an ASGI application.

    FastAPI's own documentation pages are off: they load scripts from other hosts.
    """
    app = FastAPI(
        title="Understudy",
        version="1",
        description="Durable hiring automation: jobs, applications, interviews, flags and the log.",
        openapi_url=OPENAPI,
        docs_url=None,
        redoc_url=None,
        # A slash too many is no page: Starlette would send browsers to whatever host the request named.
        redirect_slashes=False,
        routes=list(all_routes()),
        servers=[{"url": deps.root or "/", "description": "This installation."}],
    )
    _describe(app)
    app.state.deps = deps
    app.state.rate_limiter = RateLimiter(deps.rates)
    app.state.lately = Lately()
    app.state.judging = Judging(deps)
    app.state.room_feeds = RoomFeeds(deps)
    app.state.sockets = Sockets()
    errors.install(app)
    app.add_exception_handler(AnsweredBeforeError, answered_before)
    app.add_middleware(ApiDoor, deps=deps)
    app.add_middleware(CandidateRate, deps=deps, limiter=app.state.rate_limiter, answer=errors.answer)
    largest = deps.media.largest if deps.media is not None else 0
    app.add_middleware(Guard, is_secure=deps.is_secure, largest_media=largest)
    return app
