"""What the page on which a calendar is connected finds on a real server."""

import httpx
import pytest

from domain.calendars import CalendarGoneError
from domain.errors import InvalidInputError
from integrations.caldav import FoundCalendar, discover
from tests.integrations.caldav.radicale import PASSWORD, RULES, Owner, Radicale


@pytest.mark.parametrize("path", ["", "/", "/.well-known/caldav", "/nowhere/at/all"])
async def test_calendars_are_found_from_any_address_of_the_server(owner: Owner, path: str) -> None:
    second = owner.make_calendar()
    found = await discover(owner.url + path, owner.name, PASSWORD, RULES)
    assert {calendar.url for calendar in found} == {owner.collection, second}
    assert {(calendar.name, calendar.writable) for calendar in found} == {("Work", True)}


async def test_the_address_of_one_calendar_is_enough(owner: Owner) -> None:
    found = await discover(owner.collection, owner.name, PASSWORD, RULES)
    assert found == [FoundCalendar(owner.collection, "Work", writable=True)]


async def test_address_books_and_task_lists_are_no_calendars(owner: Owner) -> None:
    tasks = f"{owner.url}/{owner.name}/tasks/"
    body = (
        '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
        '<c:supported-calendar-component-set><c:comp name="VTODO"/></c:supported-calendar-component-set>'
        "</d:prop></d:set></c:mkcalendar>"
    )
    owner.http.request("MKCALENDAR", tasks, content=body).raise_for_status()
    found = await discover(owner.url, owner.name, PASSWORD, RULES)
    assert [calendar.url for calendar in found] == [owner.collection]


async def test_a_wrong_password_is_said(owner: Owner) -> None:
    with pytest.raises(CalendarGoneError):
        await discover(owner.url, owner.name, "wrong", RULES)


async def test_a_user_without_a_calendar_is_told(calendar_server: Radicale, owner: Owner) -> None:
    owner.delete()
    with pytest.raises(InvalidInputError, match="No calendar"):
        await discover(owner.url, owner.name, PASSWORD, RULES)


def test_the_server_wants_a_password(owner: Owner) -> None:
    assert httpx.get(owner.collection, trust_env=False).status_code == httpx.codes.UNAUTHORIZED
