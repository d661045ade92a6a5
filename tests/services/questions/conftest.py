"""A furnished room for every test of this folder."""

import pytest

from tests.services.questions.room import Room, furnish
from tests.support.data import Data, Sessions


@pytest.fixture
async def room(data: Data, owner_sessions: Sessions, web_sessions: Sessions) -> Room:
    """One job with two booked interviews."""
    return await furnish(data, owner_sessions, web_sessions)
