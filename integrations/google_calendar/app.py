"""The installation's registration with Google, and where Google is."""

from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

from domain.errors import SetupError

SCOPES = (
    "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
    "https://www.googleapis.com/auth/calendar.events",
    "https://www.googleapis.com/auth/calendar.events.freebusy",
)
"""The least that the calls need: choose a calendar; read, write and watch events; read busy times of calendars
that are shared with the owner too (`calendar.freebusy` stops at the owner's own)."""

_API_PATH = "/calendar/v3/"


@dataclass(frozen=True, slots=True)
class GoogleApp:
    """Client of Google's console, and the addresses it speaks to (a company may have a proxy for them).

    Raises SetupError for an address that is neither https nor on this machine, and for an `api_endpoint`
    without `/calendar/v3/`: the client library would then call paths that do not exist.
    """

    client_id: str
    client_secret: str = field(repr=False)
    api_endpoint: str = "https://www.googleapis.com/calendar/v3/"
    authorization_uri: str = "https://accounts.google.com/o/oauth2/v2/auth"
    token_uri: str = "https://oauth2.googleapis.com/token"  # noqa: S105 - an address, not a secret
    revoke_uri: str = "https://oauth2.googleapis.com/revoke"
    timeout: timedelta = timedelta(seconds=20)
    """For each request; a call of a port makes a handful at most."""
    retries: int = 1
    """Repeats inside one request, with a random wait of about a second; longer patience is the workflow's."""

    def __post_init__(self) -> None:
        for name in ("api_endpoint", "authorization_uri", "token_uri", "revoke_uri"):
            require_private(getattr(self, name), name)
        if not self.api_endpoint.endswith(_API_PATH):
            raise SetupError(
                "The address of Google's calendar API is incomplete.",
                field="api_endpoint",
                remedy=f"Let it end with {_API_PATH}.",
            )

    @property
    def is_local(self) -> bool:
        """Whether Google's part is played on this machine: no proxy of the environment is asked then."""
        return _is_this_machine(urlsplit(self.api_endpoint).hostname or "")


def require_private(address: str, field_name: str) -> None:
    """Refuse an address on which tokens could be overheard. Raises SetupError."""
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and _is_this_machine(parts.hostname or ""):
        return
    raise SetupError(
        f"The address {field_name} does not protect what is sent to it.",
        field=field_name,
        remedy="Use https; plain http is accepted for this machine only.",
    )


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
