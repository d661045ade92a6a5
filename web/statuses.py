"""The one table from errors to HTTP."""

from collections.abc import Mapping
from http import HTTPStatus

from domain.calendars import CalendarGoneError, CalendarRefusedError, CalendarUnavailableError
from domain.errors import (
    ConflictError,
    DeadlinePassedError,
    ForbiddenError,
    InvalidInputError,
    LinkError,
    MailRefusedError,
    NotFoundError,
    SetupError,
    SlotTakenError,
    StaleStateError,
    UnavailableError,
    UnderstudyError,
    UnreadableResumeError,
)
from web.faults import PreconditionError, PreconditionRequiredError, RateLimitedError, RequestRunningError

STATUS: Mapping[type[UnderstudyError], HTTPStatus] = {
    InvalidInputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnreadableResumeError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotFoundError: HTTPStatus.NOT_FOUND,
    ConflictError: HTTPStatus.CONFLICT,
    StaleStateError: HTTPStatus.CONFLICT,
    SlotTakenError: HTTPStatus.CONFLICT,
    DeadlinePassedError: HTTPStatus.GONE,
    LinkError: HTTPStatus.FORBIDDEN,
    ForbiddenError: HTTPStatus.FORBIDDEN,
    UnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    MailRefusedError: HTTPStatus.BAD_GATEWAY,
    RequestRunningError: HTTPStatus.CONFLICT,
    PreconditionError: HTTPStatus.PRECONDITION_FAILED,
    PreconditionRequiredError: HTTPStatus.PRECONDITION_REQUIRED,
    RateLimitedError: HTTPStatus.TOO_MANY_REQUESTS,
    CalendarGoneError: HTTPStatus.UNPROCESSABLE_ENTITY,
    CalendarRefusedError: HTTPStatus.UNPROCESSABLE_ENTITY,
    CalendarUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
    SetupError: HTTPStatus.INTERNAL_SERVER_ERROR,
    UnderstudyError: HTTPStatus.INTERNAL_SERVER_ERROR,
}


def status_of(error: UnderstudyError) -> HTTPStatus:
    """The HTTP status of an error: that of its class, or of the nearest base that the table names."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
