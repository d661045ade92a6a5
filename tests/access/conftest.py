"""A world with two of everything, the owner's connection to it, and the web tier over it."""

import itertools
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from integrations.links import SignedLinks
from runtime import database
from runtime.calendar_connecting import for_web
from runtime.embedded.postgres import EmbeddedPostgres
from tests.access.faces import Faces, make_client
from tests.access.probe import Connection
from tests.access.world import World, build
from tests.services.arrange import LATER
from tests.services.sealing import KEYS as LOG_KEYS
from tests.support.data import Data, Sessions
from tests.support.storage import media_in
from tests.support.worker import settings_for
from tests.web.conftest import HOOKS
from tests.web.site import BASE, FORM_KEY, Clock
from web.app import create_app
from web.deps import WebDeps


@pytest.fixture
async def world(data: Data, owner_sessions: Sessions) -> World:
    """Rows in every table, for two sides."""
    return await build(data, owner_sessions)


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection]:
    """A connection that may take on every role."""
    url = database_url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(url, autocommit=True) as made:
        yield made


_numbers = itertools.count()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Faces]:
    """The web tier over a world of its own."""
    engines = [database.engine(url, role, 5) for role in (database.OWNER, database.WORKER, database.WEB)]
    owner, worker, web = (database.sessions(engine) for engine in engines)
    clock, links = Clock(LATER), SignedLinks("k" * 40, BASE)
    calendars = for_web(settings_for(url))
    with TemporaryDirectory() as folder:
        deps = WebDeps(
            web,
            clock,
            links,
            BASE,
            FORM_KEY,
            log_keys=LOG_KEYS,
            webhooks=HOOKS,
            calendars=calendars,
            media=media_in(Path(folder)),
        )
        app = create_app(deps)
        async with make_client(app, owner, BASE) as http:
            made = Faces(app, http, links, clock, owner, await build(Data(owner, worker), owner), FORM_KEY)
            await made.prepare()
            yield made
    for engine in engines:
        await engine.dispose()


@pytest.fixture(scope="module")
async def faces(cluster: EmbeddedPostgres) -> AsyncIterator[Faces]:
    """The web tier over a world that all tests of a file share: what they ask for is refused, and changes nothing."""
    name = f"faces_{next(_numbers)}"
    await cluster.create_database(name, template="template_ready")
    async with opened(cluster.url_of(name)) as made:
        yield made
    await cluster.drop_database(name)


@pytest.fixture
async def own_faces(database_url: str) -> AsyncIterator[Faces]:
    """The web tier over a world of the test's own, for what is allowed and changes something."""
    async with opened(database_url) as made:
        yield made
