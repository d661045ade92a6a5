"""A worker with its relay for each test, on a fresh database and task queue."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client

from tests.conftest import Sessions
from tests.support.data import Data
from tests.support.worker import running, settings_for
from tests.workflows.hiring import Hiring


@pytest.fixture
async def hiring(
    client: Client, database_url: str, data: Data, owner_sessions: Sessions
) -> AsyncIterator[Hiring]:
    """Worker and relay run; mails stay queued, so that their business time can be seen."""
    async with running(client, settings_for(database_url)) as app:
        yield Hiring(app, data, owner_sessions)
