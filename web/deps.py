"""What the web tier is given from outside, and how handlers get hold of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.ports import Links


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
