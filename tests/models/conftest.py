"""A small company in every state, and the roles that look at it."""

from collections.abc import AsyncIterator

import pytest

from runtime import database
from tests.conftest import Sessions


@pytest.fixture
async def auditor_sessions(database_url: str) -> AsyncIterator[Sessions]:
    """Transactions in the auditor's role."""
    engine = database.engine(database_url, database.AUDITOR, 2)
    yield database.sessions(engine)
    await engine.dispose()
