"""The web tier over a fresh database."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from integrations.secrets import Keyring
from runtime.calendar_connecting import for_web
from tests.doubles.google import GoogleDouble
from tests.integrations.caldav.radicale import Owner, Radicale, radicale
from tests.services.sealing import KEYS as LOG_KEYS
from tests.support.calendars import a_port, serving, with_google
from tests.support.data import Data, Sessions
from tests.support.identity import signs
from tests.support.storage import media_in
from tests.support.worker import settings_for
from tests.web.calendar_site import INES, CalendarSite
from tests.web.room import RoomSite, arranged, settled
from tests.web.site import BASE, FORM_KEY, Clock, Site
from web.app import create_app
from web.deps import WebDeps, Webhooks

HOOKS = Webhooks(Keyring({"test": b"k" * 32}, "test"), frozenset({"127.0.0.1"}))


@pytest.fixture
async def site(
    web_sessions: Sessions, owner_sessions: Sessions, data: Data, tmp_path: Path
) -> AsyncIterator[Site]:
    """An application that speaks to a real database in the web tier's own role."""
    clock = Clock()
    links = SignedLinks("k" * 40, BASE)
    media = media_in(tmp_path)
    app = create_app(
        WebDeps(web_sessions, clock, links, BASE, FORM_KEY, log_keys=LOG_KEYS, webhooks=HOOKS, media=media)
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=True)
    hooks = {"request": [signs(owner_sessions)]}
    async with httpx.AsyncClient(transport=transport, base_url=BASE, event_hooks=hooks) as client:
        yield Site(client, links, clock, data, owner_sessions)
    await settled(app)


@pytest.fixture
async def office(
    database_url: str, web_sessions: Sessions, owner_sessions: Sessions, data: Data
) -> AsyncIterator[CalendarSite]:
    """An interviewer with a Google account, and a web tier that listens."""
    with a_port() as port, GoogleDouble() as google:
        settings = with_google(settings_for(database_url), google, base_url=port.url)
        clock = Clock()
        deps = WebDeps(
            web_sessions,
            clock,
            SignedLinks("k" * 40, port.url),
            port.url,
            FORM_KEY,
            calendars=for_web(settings),
        )
        user = await data.a_user(UserRole.INTERVIEWER, email=INES, name="Ines Interviewer")
        hand = google.add_account(INES, "Europe/Berlin")
        async with serving(create_app(deps), port):
            made = CalendarSite(port.url, google, hand, data, owner_sessions, clock, user)
            yield made
            await made.close()


@pytest.fixture
async def room(web_sessions: Sessions, owner_sessions: Sessions, data: Data) -> AsyncIterator[RoomSite]:
    """A booked interview, and a web tier that listens."""
    interview, key = await arranged(data, owner_sessions)
    with a_port() as port:
        clock = Clock()
        app = create_app(WebDeps(web_sessions, clock, SignedLinks("k" * 40, port.url), port.url, FORM_KEY))
        async with serving(app, port, sockets=True):
            yield RoomSite(port, data, owner_sessions, clock, interview, key)
        await settled(app)


@pytest.fixture(scope="session")
def calendar_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A CalDAV server."""
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def dav(calendar_server: Radicale) -> Iterator[Owner]:
    """The interviewer's account there."""
    with calendar_server.owner() as made:
        yield made
