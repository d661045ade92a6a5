"""Real PostgreSQL and Temporal for every test: one server of each per test process, a fresh database per test."""

import gc
from collections.abc import AsyncIterator

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio.client import Client

from feature_flags import provider
from runtime import database, migrate
from runtime.embedded.postgres import EmbeddedPostgres
from runtime.embedded.temporal import EmbeddedTemporal
from runtime.temporal import connect
from tests.runtime.embedded_home import new_home
from tests.support.chance import EXPLORE
from tests.support.data import Data
from tests.support.pools import Pools

gc.disable()
# On a machine that others use too, an example that takes long is no failure.
settings.register_profile(
    "understudy",
    deadline=None,
    database=None,
    derandomize=not EXPLORE,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("understudy")
Sessions = async_sessionmaker[AsyncSession]


def pytest_collection_finish() -> None:
    """Leave ten thousand tests and what they import out of every later garbage collection: none of it goes.

    A collection over all of it takes long enough for Temporal to think that a workflow hangs. While they are imported
    there is none to collect either: see the end of the imports.
    """
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _flags() -> None:
    provider.install()


@pytest.fixture(scope="session")
async def cluster() -> AsyncIterator[EmbeddedPostgres]:
    """A PostgreSQL server whose database `template_ready` is fully migrated."""
    with new_home() as home:
        postgres = EmbeddedPostgres(home, durable=False)
        await postgres.start()
        await postgres.create_database("template_ready")
        migrate.upgrade(postgres.url_of("template_ready"))
        yield postgres
        await postgres.stop()


_numbers = iter(range(1_000_000))
_pools = Pools()


@pytest.fixture
async def database_url(cluster: EmbeddedPostgres) -> AsyncIterator[str]:
    """The owner's URL of a fresh, migrated database."""
    name = f"test_{next(_numbers)}"
    await cluster.create_database(name, template="template_ready")
    yield cluster.url_of(name)
    await cluster.drop_database(name)


@pytest.fixture
async def empty_database_url(cluster: EmbeddedPostgres) -> AsyncIterator[str]:
    """The owner's URL of a database without any table."""
    name = f"empty_{next(_numbers)}"
    await cluster.create_database(name)
    yield cluster.url_of(name)
    await cluster.drop_database(name)


@pytest.fixture
async def worker_sessions(database_url: str) -> AsyncIterator[Sessions]:
    """Transactions in the worker's role."""
    async with _pools.sessions(database_url, database.WORKER) as made:
        yield made


@pytest.fixture
async def web_sessions(database_url: str) -> AsyncIterator[Sessions]:
    """Transactions in the web tier's role; say for whom with `services.context`."""
    async with _pools.sessions(database_url, database.WEB) as made:
        yield made


@pytest.fixture
async def owner_sessions(database_url: str) -> AsyncIterator[Sessions]:
    """Transactions as the owner of the tables, for arranging and for looking."""
    async with _pools.sessions(database_url, database.OWNER) as made:
        yield made


@pytest.fixture
def data(owner_sessions: Sessions, worker_sessions: Sessions) -> Data:
    """Arranges users, jobs, scored applications and interviews, through the product's own acts."""
    return Data(owner_sessions, worker_sessions)


@pytest.fixture(scope="session")
async def temporal() -> AsyncIterator[EmbeddedTemporal]:
    """Temporal's real server, able to skip time per workflow."""
    with new_home() as home:
        server = EmbeddedTemporal(home, headless=True, time_skipping=True)
        await server.start()
        yield server
        await server.stop()


@pytest.fixture(scope="session")
async def client(temporal: EmbeddedTemporal) -> Client:
    """A client of that server, with the product's converter."""
    return await connect(temporal.address, "default")
