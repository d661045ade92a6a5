"""Error answers in the form of the Calendar API (guide "Handle API errors")."""

from typing import Any


class GoogleError(Exception):
    """An error answer; raised by handlers, turned into JSON by the server."""

    def __init__(
        self,
        status: int,
        reason: str,
        message: str,
        *,
        domain: str = "global",
        location: tuple[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        """`location` is (type, name) of what is at fault, for example ("header", "If-Match")."""
        super().__init__(message)
        self.status = status
        self.reason = reason
        self.message = message
        self.domain = domain
        self.location = location
        self.headers = headers or {}

    def body(self) -> dict[str, Any]:
        """The JSON that Google sends."""
        detail = {"domain": self.domain, "reason": self.reason, "message": self.message}
        if self.location:
            detail["locationType"], detail["location"] = self.location
        return {"error": {"code": self.status, "message": self.message, "errors": [detail]}}


def not_found() -> GoogleError:
    """Unknown, or not shared with whoever asks: both look the same."""
    return GoogleError(404, "notFound", "Not Found")


def invalid(message: str) -> GoogleError:
    """A malformed request."""
    return GoogleError(400, "invalid", message)


def required(name: str) -> GoogleError:
    """A missing field."""
    return GoogleError(400, "required", f"Missing {name}.")


def duplicate() -> GoogleError:
    """The id is taken, by a deleted event too."""
    return GoogleError(409, "duplicate", "The requested identifier already exists.")


def bad_credentials() -> GoogleError:
    """Unknown, expired or revoked access token."""
    return GoogleError(401, "authError", "Invalid Credentials", location=("header", "Authorization"))


MESSAGES = {
    "rateLimitExceeded": ("usageLimits", "Rate Limit Exceeded"),
    "userRateLimitExceeded": ("usageLimits", "User Rate Limit Exceeded"),
    "quotaExceeded": ("usageLimits", "Calendar usage limits exceeded."),
    "forbidden": ("global", "Forbidden"),
    "backendError": ("global", "Backend Error"),
    "accessNotConfigured": ("usageLimits", "Google Calendar API has not been used in this project before."),
    "push.webhookUrlUnauthorized": ("global", "Unauthorized WebHook callback channel"),
}
"""Domain and text of errors that are asked for by reason."""


def named(status: int, reason: str, headers: dict[str, str] | None = None) -> GoogleError:
    """The error with this status and reason."""
    domain, message = MESSAGES.get(reason, ("global", reason))
    return GoogleError(status, reason, message, domain=domain, headers=headers)
