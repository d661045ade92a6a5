"""An interview that was talked through."""

import pytest

from tests.services.scorecards.room import Room, a_room
from tests.support.data import Data, Sessions


@pytest.fixture
async def room(
    data: Data, owner_sessions: Sessions, worker_sessions: Sessions, web_sessions: Sessions
) -> Room:
    """Two interviewers, one candidate, seven turns."""
    return await a_room(data, owner_sessions, worker_sessions, web_sessions)
