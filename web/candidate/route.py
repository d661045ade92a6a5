"""Errors on candidates' pages, told in the browser's language: the link did not open, so nobody is known."""

import logging
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.routing import APIRoute
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from domain.errors import UnderstudyError
from domain.messages.tongue import later
from web.candidate.language import from_browser
from web.candidate.refusals import refusal
from web.candidate.telling import Times, said, tell
from web.deps import deps_of
from web.errors import RETRY_AFTER_SECONDS, from_database
from web.statuses import status_of

logger = logging.getLogger(__name__)

TITLES = {
    HTTPStatus.FORBIDDEN: later("This link does not work"),
    HTTPStatus.NOT_FOUND: later("Nothing is here"),
    HTTPStatus.GONE: later("The time for this has passed"),
    HTTPStatus.CONFLICT: later("This is no longer possible"),
    HTTPStatus.SERVICE_UNAVAILABLE: later("One moment, please"),
}
OTHERWISE = later("That did not work")
NO_SUCH_PAGE = later("There is no such page. Please check that the address is complete.")


class CandidateRoute(APIRoute):
    """A route whose errors become a page in one of the five languages."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with errors told."""
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except UnderstudyError as error:
                return _refused(request, error)
            except RequestValidationError:
                return _page(request, HTTPStatus.NOT_FOUND, said(_language(request), NO_SUCH_PAGE), "")
            except (DBAPIError, PoolTimeoutError, UnicodeEncodeError) as error:
                known = from_database(error)
                if known is None:
                    raise
                return _refused(request, known)

        return told


def _language(request: Request) -> str:
    return from_browser(request.headers.get("accept-language", ""))


def _refused(request: Request, error: UnderstudyError) -> Response:
    words, status = refusal(_language(request), error), status_of(error)
    answer = _page(request, status, words.message, words.remedy)
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        logger.warning("request %s: %s", request.state.request_id, type(error).__name__)
        answer.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return answer


def _page(request: Request, status: HTTPStatus, text: str, remedy: str) -> Response:
    language = _language(request)
    return tell(
        request,
        "candidate/refused.html",
        Times(language, "UTC", deps_of(request).clock()),
        status=status,
        title=said(language, TITLES.get(status, OTHERWISE)),
        text=text,
        remedy=remedy,
    )
