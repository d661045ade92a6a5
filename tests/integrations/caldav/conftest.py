"""One Radicale for all tests here, a fresh user with a fresh calendar for each."""

from collections.abc import Iterator

import pytest

from integrations.caldav import CalDavCalendar
from tests.integrations.caldav.radicale import RULES, Owner, Radicale, clock, radicale


@pytest.fixture(scope="session")
def calendar_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """The server."""
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def owner(calendar_server: Radicale) -> Iterator[Owner]:
    """An interviewer whose calendar lies on the server and states no zone."""
    with calendar_server.owner() as made:
        yield made


@pytest.fixture
def provider() -> CalDavCalendar:
    """The product's side."""
    return CalDavCalendar(RULES, clock)
