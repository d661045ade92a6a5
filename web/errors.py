"""The two ways an error is shown: problem+json, or a page."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy.exc import DataError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from domain.errors import (
    ForbiddenError,
    InvalidInputError,
    LinkError,
    NotFoundError,
    UnavailableError,
    UnderstudyError,
)
from web.faults import RateLimitedError, RequestRunningError
from web.render import page
from web.statuses import status_of

logger = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = "2"
NOT_ALLOWED = "42501"
"""SQLSTATE insufficient_privilege: row-level security refused a write."""


def from_database(error: Exception) -> UnderstudyError | None:
    """What a database error means to a caller; None: it is a fault of ours."""
    if isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) == NOT_ALLOWED:
        return ForbiddenError("Your role does not allow this.")
    # Half of a pair of UTF-16 is text to JSON and to Python, and none to PostgreSQL.
    if isinstance(error, DataError | UnicodeEncodeError):
        return InvalidInputError(
            "A value does not fit.", remedy="Leave out control characters and huge numbers."
        )
    if isinstance(error, OperationalError | InterfaceError | PoolTimeoutError):
        return UnavailableError("The database did not answer.", remedy="Try again in a moment.")
    return None


def wants_json(request: Request) -> bool:
    """Whether a caller is a program: everything under `/api`."""
    root = request.app.state.deps.root
    return request.url.path.removeprefix(root).startswith("/api/")


def problem(
    request: Request,
    status: HTTPStatus,
    code: str,
    detail: str,
    *,
    field: str | None = None,
    remedy: str | None = None,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> JSONResponse:
    """An error as RFC 9457 problem details."""
    body = {
        "type": f"urn:understudy:error:{code}",
        "title": code.replace("_", " ").capitalize(),
        "status": status.value,
        "detail": detail,
        "field": field,
        "remedy": remedy,
        "request_id": request.state.request_id,
        **more,
    }
    return JSONResponse(body, status.value, headers, "application/problem+json")


def answer(request: Request, error: UnderstudyError) -> Response:
    """What a caller is told of an error."""
    status = status_of(error)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        logger.warning("request %s: %s", request.state.request_id, type(error).__name__)
    headers = dict(error.headers) if isinstance(error, RateLimitedError) else {}
    if status is HTTPStatus.SERVICE_UNAVAILABLE or isinstance(error, RequestRunningError):
        headers["Retry-After"] = RETRY_AFTER_SECONDS
    if wants_json(request):
        return problem(
            request,
            status,
            error.code,
            error.message,
            field=error.field,
            remedy=error.remedy,
            headers=headers,
        )
    return page(
        request,
        "message.html",
        status=status,
        headers=headers,
        title="This link does not work"
        if isinstance(error, LinkError)
        else TITLES.get(status, "That did not work"),
        text=error.message,
        remedy=error.remedy,
    )


TITLES: Mapping[HTTPStatus, str] = {
    HTTPStatus.FORBIDDEN: "This is not allowed",
    HTTPStatus.NOT_FOUND: "Nothing is here",
    HTTPStatus.GONE: "The time for this has passed",
    HTTPStatus.CONFLICT: "This is no longer possible",
    HTTPStatus.SERVICE_UNAVAILABLE: "One moment, please",
    HTTPStatus.TOO_MANY_REQUESTS: "One moment, please",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "This is too large",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong on our side",
}


async def _on_understudy_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, UnderstudyError)  # noqa: S101 - registered for this class alone
    return answer(request, error)


async def _on_database_error(request: Request, error: Exception) -> Response:
    known = from_database(error)
    if known is None:
        raise error
    return answer(request, known)


async def _on_invalid_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class alone
    if not wants_json(request):
        return answer(request, NotFoundError("There is no such page.", remedy="Check the address."))
    # Pydantic's errors carry the value at fault; only the place and the words go out again.
    faults = [{"field": _field(e["loc"]), "detail": e["msg"]} for e in error.errors()]
    first = faults[0] if faults else {"field": None, "detail": "The request cannot be read."}
    return problem(
        request,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        InvalidInputError.code,
        str(first["detail"]),
        field=first["field"],
        remedy="Correct the request and send it again; nothing was changed.",
        errors=faults,
    )


def _field(location: tuple[int | str, ...]) -> str | None:
    parts = [str(part) for part in location[1:]] or [str(part) for part in location]
    return ".".join(parts) or None


async def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class alone
    status = HTTPStatus(error.status_code)
    if wants_json(request):
        code = status.phrase.lower().replace(" ", "_").replace("-", "_")
        return problem(request, status, code, error.detail, headers=error.headers)
    return page(
        request,
        "message.html",
        status=status,
        headers=error.headers,
        title=TITLES.get(status, status.phrase),
        text=error.detail if error.detail != status.phrase else "There is nothing to see at this address.",
        remedy=None,
    )


def unexpected(request: Request) -> Response:
    """The answer to a fault of ours: says nothing but the request's id, which the log names as well."""
    text = "Nothing was changed. The request is noted under the id below."
    if wants_json(request):
        return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "internal_error", text)
    return page(
        request,
        "message.html",
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
        title=TITLES[HTTPStatus.INTERNAL_SERVER_ERROR],
        text=text,
        remedy=f"Id: {request.state.request_id}",
    )


def install(app: FastAPI) -> None:
    """Register the handlers."""
    app.add_exception_handler(UnderstudyError, _on_understudy_error)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_http_error)
    for kind in (DBAPIError, PoolTimeoutError, UnicodeEncodeError):
        app.add_exception_handler(kind, _on_database_error)
