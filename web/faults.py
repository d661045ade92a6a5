"""Errors that only HTTP knows: preconditions, repeats, rates."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.errors import ConflictError, UnderstudyError


class PreconditionError(UnderstudyError):
    """The thing is no longer what the caller saw (If-Match)."""

    code = "precondition_failed"


class PreconditionRequiredError(UnderstudyError):
    """This edit replaces what somebody else may have written: it needs If-Match."""

    code = "precondition_required"


class RequestRunningError(ConflictError):
    """The first request with this Idempotency-Key is still under way."""

    code = "request_running"


class RateLimitedError(UnderstudyError):
    """Too many requests in the last minute."""

    permanent = False
    code = "too_many_requests"

    def __init__(self, message: str, headers: Mapping[str, str] = MappingProxyType({})) -> None:
        """`headers` say when it may go on."""
        wait = headers.get("Retry-After", "60")
        super().__init__(message, remedy=f"Wait {wait} seconds and try again.")
        self.headers = headers
