"""`understudy calendars` against a real database, in the name of a user."""

from uuid import UUID, uuid4

import pytest

from domain.calendars import CalendarProviderName
from domain.vocabulary import UserRole
from integrations.secrets import Keyring
from services.calendars import accounts
from services.calendars.accounts import NewAccount
from tests.cli.command import understudy
from tests.conftest import Sessions
from tests.support.data import BY_HAND, MONDAY, Data

INES, BEN = "ines@hiring.example", "ben@hiring.example"


@pytest.fixture
async def calendar(data: Data, worker_sessions: Sessions) -> UUID:
    """A connected calendar of Ines."""
    await data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    await data.a_user(UserRole.INTERVIEWER, email=BEN)
    ines = await data.a_user(UserRole.INTERVIEWER, email=INES, name="Ines")
    box = Keyring({"k": bytes(32)}, "k")
    secret = {"url": "https://dav.example", "username": "ines", "password": "a-secret-password"}
    async with worker_sessions.begin() as session:
        new = NewAccount(ines, CalendarProviderName.CALDAV, secret, "https://dav.example/ines/calendar/")
        return (await accounts.connect(session, box, new, cause=BY_HAND, at=MONDAY)).id


async def test_calendars_are_listed_to_their_owner_and_to_admins(database_url: str, calendar: UUID) -> None:
    for who, seen in ((None, [str(calendar)]), (INES, [str(calendar)]), (BEN, [])):
        arguments = ["--as", who] if who else []
        done = await understudy(database_url, "calendars", "list", "--json", *arguments)
        assert [row["id"] for row in done.data["items"]] == seen, who
        assert "a-secret-password" not in done.out
    shown = await understudy(database_url, "calendars", "list")
    assert "connected" in shown.words
    assert INES in shown.words
    assert "2026-03-02 08:00 UTC" in shown.words
    nothing = await understudy(database_url, "calendars", "list", "--as", BEN)
    assert "No calendar is connected." in nothing.words


async def test_a_calendar_is_disconnected_by_its_owner_or_an_admin_alone(
    database_url: str, calendar: UUID
) -> None:
    other = await understudy(database_url, "calendars", "disconnect", calendar, "--as", BEN)
    assert other.code == 3
    done = await understudy(database_url, "calendars", "disconnect", calendar, "--json")
    assert done.data == {"id": str(calendar), "disconnected": True}
    assert (await understudy(database_url, "calendars", "disconnect", calendar)).code == 3
    assert (await understudy(database_url, "calendars", "disconnect", uuid4())).code == 3
