"""What the web tier is given from outside, and how handlers get hold of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Protocol
from urllib.parse import urlsplit

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.calendars import CalendarProviderName
from domain.ports import Links, SecretBox


class Consent(Protocol):
    """Where a browser is sent to, and what is kept until it comes back."""

    @property
    def url(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def code_verifier(self) -> str: ...


class OAuth(Protocol):
    """Consent of a calendar's owner, at a provider that asks for it on pages of its own."""

    def begin(self, redirect_uri: str, *, login_hint: str = "") -> Consent:
        """A new request; `login_hint` is the mail address to preselect."""

    async def finish(
        self, authorization_response_url: str, state: str, code_verifier: str, redirect_uri: str
    ) -> Mapping[str, str]:
        """The account's secret. Raises InvalidInputError with a remedy, or CalendarUnavailableError."""

    async def revoke(self, token: str) -> None:
        """Give access back; an unknown token is done. Raises CalendarUnavailableError."""


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """A calendar of somebody's account at a provider."""

    id: str
    name: str
    writable: bool
    main: bool = False


class ListCalendars(Protocol):
    """Asks a provider what calendars an account has."""

    async def __call__(
        self, provider: CalendarProviderName, secret: Mapping[str, str]
    ) -> Sequence[CalendarChoice]:
        """What the secret opens, best first. Raises the errors of `domain.calendars`, and InvalidInputError."""


@dataclass(frozen=True, slots=True)
class Calendars:
    """What connecting calendars needs of the outside."""

    box: SecretBox
    choices: ListCalendars
    is_genuine: Callable[[str, str], bool]
    """Whether a notice's channel id and token belong together; compared in constant time."""
    google: OAuth | None = None
    """None: this installation is not registered with Google."""


@dataclass(frozen=True, slots=True)
class WebDeps:
    """Everything the pages and the API need. Wired by `runtime` and by tests, never by `web` itself."""

    sessions: async_sessionmaker[AsyncSession]
    """Sessions in the database role `understudy_web`: row-level security decides what they see."""
    clock: Callable[[], datetime]
    """Business time, aware."""
    links: Links
    base_url: str
    """Where browsers reach this tier; its path is the prefix of every address on a page."""
    api_token: str
    """Bearer token of the API, and what the desk asks for at sign-in."""
    impact_minimum: int = 5
    """Smallest group whose impact figures are shown."""
    calendars: Calendars | None = None
    """None: calendars cannot be connected here."""

    @property
    def root(self) -> str:
        """Prefix of addresses on pages: empty, or a path such as `/hiring`."""
        return urlsplit(self.base_url).path.rstrip("/")

    @property
    def is_secure(self) -> bool:
        """Whether browsers come over TLS, so that cookies may be kept to it."""
        return urlsplit(self.base_url).scheme == "https"


def deps_of(request: Request) -> WebDeps:
    """The dependencies of the app that serves this request."""
    deps: WebDeps = request.app.state.deps
    return deps


Deps = Annotated[WebDeps, Depends(deps_of)]


def _received_at(deps: Deps) -> datetime:
    return deps.clock()


ReceivedAt = Annotated[datetime, Depends(_received_at)]
"""Business time at which the request arrived: the moment that counts for a deadline (I14)."""
