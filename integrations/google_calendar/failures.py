"""What Google's answers mean to us.

Sources: Google's guide "Handle API errors" of the Calendar API, RFC 6749 (5.2) for the token endpoint.
Messages name status and reason only: an address in an error would end in workflow histories (I8). That is also
why callers raise these `from None`: the library's own error text holds the calendar's address.
"""

import json
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException

from google.auth.exceptions import RefreshError, TransportError
from googleapiclient.errors import HttpError
from httplib2 import HttpLib2Error

from domain.calendars import CalendarGoneError, CalendarRefusedError, CalendarUnavailableError
from domain.errors import UnderstudyError

FAILURES = (
    HttpError,
    RefreshError,
    TransportError,
    HttpLib2Error,
    HTTPException,
    OSError,  # connections, name look-ups, TLS, timeouts
    json.JSONDecodeError,  # a proxy's page instead of Google's answer
    UnicodeDecodeError,
)
"""Everything that a call of Google's library may end with; `meaning` knows each."""

_CONNECT_AGAIN = "Let the calendar's owner connect it again."
_RATE = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"})
_QUOTA = frozenset({"quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg"})
_QUOTA_PAUSE = timedelta(hours=1)
"""A spent quota comes back by the day or by an administrator, so asking every minute is of no use."""
_TOO_FEW_SCOPES = frozenset({"insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"})
_API_IS_OFF = frozenset({"accessNotConfigured", "SERVICE_DISABLED"})
_TRY_LATER = frozenset({408, 409, 410, 412, 425, 429})
_SERVER_AT_FAULT = 500
_THIS_INSTALLATION = frozenset({"invalid_client", "unauthorized_client", "deleted_client", "disabled_client"})


def status_of(error: HttpError) -> int:
    """HTTP status of an answer."""
    return int(error.resp.status)


def reasons_of(error: HttpError) -> frozenset[str]:
    """Every reason in an answer's body, of the old form (`errors`) and of the new one (`details`)."""
    try:
        body = json.loads(error.content)["error"]
        listed = [*body.get("errors", ()), *body.get("details", ())]
        return frozenset(str(each["reason"]) for each in listed if "reason" in each)
    except (ValueError, TypeError, KeyError, AttributeError):
        return frozenset()


def asks_for_new_token(error: HttpError) -> bool:
    """Whether the access token was refused; a refused address for notices answers 401 too."""
    return status_of(error) == 401 and not _names_push(error)  # noqa: PLR2004 - HTTP status


def meaning(error: Exception) -> UnderstudyError:
    """The error of ours that stands for one of FAILURES."""
    if isinstance(error, HttpError):
        return _answered(error)
    if isinstance(error, RefreshError):
        return _not_renewed(error)
    return unavailable(f"Google Calendar could not be reached ({type(error).__name__}).")


def unavailable(message: str, retry_after: timedelta | None = None) -> CalendarUnavailableError:
    """A passing failure, with the wait that Google asks for."""
    error = CalendarUnavailableError(message)
    error.retry_after = retry_after
    return error


def _answered(error: HttpError) -> UnderstudyError:
    status, reasons = status_of(error), reasons_of(error)
    said = f"{status}, {', '.join(sorted(reasons)) or 'no reason'}"
    if reasons & _QUOTA:
        return unavailable(f"Google's quota is spent ({said}).", _QUOTA_PAUSE)
    if status in _TRY_LATER or status >= _SERVER_AT_FAULT or reasons & _RATE:
        return unavailable(f"Google Calendar asks to try later ({said}).", _wait(error))
    if reasons & _API_IS_OFF:
        return CalendarRefusedError(
            f"The Calendar API is off for this installation ({said}).",
            remedy="Enable the Google Calendar API in the Google Cloud project of the client id.",
        )
    if asks_for_new_token(error) or reasons & _TOO_FEW_SCOPES:
        return CalendarGoneError(f"Google no longer grants access ({said}).", remedy=_CONNECT_AGAIN)
    if status == 404:  # noqa: PLR2004 - HTTP status
        return CalendarGoneError(f"Google does not know this calendar ({said}).", remedy=_CONNECT_AGAIN)
    return CalendarRefusedError(f"Google Calendar refused ({said}).")


def _not_renewed(error: RefreshError) -> UnderstudyError:
    body = error.args[1] if len(error.args) > 1 else None
    code = str(body.get("error", "")) if isinstance(body, dict) else ""
    if code in _THIS_INSTALLATION:
        return unavailable(
            f"Google refused this installation's client id or secret ({code}); no calendar owner can mend that.",
            _QUOTA_PAUSE,
        )
    if error.retryable or not code:
        return unavailable("Google could not renew access just now.")
    return CalendarGoneError(f"Google no longer grants access ({code}).", remedy=_CONNECT_AGAIN)


def _names_push(error: HttpError) -> bool:
    return any(reason.startswith("push.") for reason in reasons_of(error))


def _wait(error: HttpError) -> timedelta | None:
    """`Retry-After` (RFC 9110, 10.2.3): seconds, or a date."""
    said = error.resp.get("retry-after", "")
    if said.isdigit():
        return timedelta(seconds=int(said))
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return max(timedelta(), moment - datetime.now(UTC))
