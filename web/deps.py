"""What the web tier is given from outside, and how handlers get hold of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Protocol
from urllib.parse import urlsplit

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.calendars import CalendarProviderName
from domain.figures import MINUTES, Step
from domain.identity.arrival import RoleRules
from domain.identity.ports import IdentityProvider, MessageChecker
from domain.media_types import LARGEST
from domain.ports import Links, SecretBox
from domain.questions.followups import FollowUps
from domain.storage import FileDoor, ObjectStorage, VirusScanner
from services.audit_keys import LogKeys


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
class Identity:
    """How people of a company sign in besides local passwords. Without anything: by those alone."""

    provider: IdentityProvider | None = None
    roles: RoleRules = field(default_factory=RoleRules)
    trusts_mail: bool = False
    """The provider's mail addresses count as verified where it says nothing about that."""
    issuer: str = "webhook"
    """Whose subjects the provider's messages name."""
    message: MessageChecker | None = None
    """None: messages of a provider are not taken."""


def wall_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Webhooks:
    """What endpoints that follow the log need of the outside."""

    box: SecretBox
    private_hosts: frozenset[str] = frozenset()
    """Receivers that may lie in a private network."""


@dataclass(frozen=True, slots=True)
class Media:
    """What taking in and showing large files needs of the outside."""

    storage: ObjectStorage
    door: FileDoor | None = None
    """Opens links to files of this machine; None: the storage's own service does."""
    scanner: VirusScanner | None = None
    """None: uploads are not looked at for viruses."""
    largest: int = LARGEST
    """Bytes of one upload."""
    spool: Path | None = None
    """Folder on a disk where uploads wait until they are whole; None: wherever temporary files go."""
    link_life: timedelta = timedelta(hours=2)
    """How long an address of a file holds, on the wall clock."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Requests a minute; None: not limited."""

    api: int | None = None
    """By user of the API."""
    links: int | None = None
    """By address of candidate pages."""
    strangers: int | None = None
    """By address of API calls without a known key. Sign-ins are slowed down by `services.identity`."""


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
    form_key: str
    """Signs what browsers bring back: forms, and values that they keep for a few minutes."""
    impact_minimum: int = 5
    """Smallest group whose impact figures are shown."""
    step_minutes: Mapping[Step, float] = field(default_factory=lambda: MINUTES)
    """Minutes of a person that one step of each kind saves."""
    calendars: Calendars | None = None
    """None: calendars cannot be connected here."""
    follow_ups: FollowUps | None = None
    """Proposes follow-up questions to interviewers; None: nobody does."""
    webhooks: Webhooks | None = None
    """None: the log cannot be followed from here."""
    media: Media | None = None
    """None: no files are taken in here but resumes."""
    workflow_pages: str | None = None
    """Where Temporal's own pages show workflows; their ids follow. None: pages link none."""
    rates: Rates = Rates()
    log_keys: LogKeys | None = None
    """Keys that sign the log. None: exports cannot be signed here."""
    identity: Identity = Identity()
    wall: Callable[[], datetime] = wall_clock
    """Time on the wall, aware: sessions and keys end by it, also where business time runs faster."""

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


# What has nothing to wait for is async all the same: FastAPI would send it to a thread and back.
async def _deps(request: Request) -> WebDeps:
    return deps_of(request)


Deps = Annotated[WebDeps, Depends(_deps)]


async def _received_at(deps: Deps) -> datetime:
    return deps.clock()


ReceivedAt = Annotated[datetime, Depends(_received_at)]
"""Business time at which the request arrived: the moment that counts for a deadline (I14)."""
