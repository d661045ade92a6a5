"""The double keeps the rules that Google documents, as seen by the bare client library."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from google.oauth2.credentials import Credentials
from google_auth_httplib2 import AuthorizedHttp  # type: ignore[import-untyped]  # ships no types
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError
from httplib2 import Http

from tests.doubles.google import GoogleDouble, Hand
from tests.integrations.google_calendar.office import HOUR, OWNER, START
from tests.support.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from googleapiclient._apis.calendar.v3.resources import CalendarResource
    from googleapiclient._apis.calendar.v3.schemas import Event

ALL = ("https://www.googleapis.com/auth/calendar",)


@pytest.fixture
def service(google: GoogleDouble, owner: Hand) -> "Iterator[CalendarResource]":
    """The bare client library, signed in as the owner."""
    del owner  # the account must be there first
    token = google.secret(OWNER, ALL)["access_token"]
    credentials = Credentials(token=token)  # type: ignore[no-untyped-call]  # the library's constructor has no types
    http = AuthorizedHttp(credentials, http=Http(timeout=PATIENCE_SECONDS), refresh_status_codes=())
    endpoint = {"api_endpoint": google.app()["api_endpoint"]}
    with build("calendar", "v3", http=http, static_discovery=True, client_options=endpoint) as made:
        yield made


def event(**changes: Any) -> "Event":
    times = {"start": {"dateTime": START.isoformat()}, "end": {"dateTime": (START + HOUR).isoformat()}}
    return {**times, "summary": "Lunch", **changes}  # type: ignore[typeddict-item]  # built from parts


def refusal(request: Any) -> tuple[int, str]:
    with pytest.raises(HttpError) as caught:
        request.execute()
    details: Any = caught.value.error_details
    return caught.value.status_code, details[0]["reason"]


def test_an_id_stays_taken_after_its_event_was_deleted(service: "CalendarResource") -> None:
    events = service.events()
    events.insert(calendarId="primary", body=event(id="lunch0")).execute()
    events.delete(calendarId="primary", eventId="lunch0").execute()
    assert refusal(events.insert(calendarId="primary", body=event(id="lunch0"))) == (409, "duplicate")
    assert refusal(events.delete(calendarId="primary", eventId="lunch0")) == (410, "deleted")
    assert refusal(events.delete(calendarId="primary", eventId="never")) == (404, "notFound")
    assert events.get(calendarId="primary", eventId="lunch0").execute()["status"] == "cancelled"


@pytest.mark.parametrize(
    "own", [{"id": "Lunch"}, {"id": "abc"}, {"id": "wxyz0"}, {"id": "lunch0", "iCalUID": "a@b"}]
)
def test_a_bad_id_is_refused(service: "CalendarResource", own: dict[str, str]) -> None:
    assert refusal(service.events().insert(calendarId="primary", body=event(**own))) == (400, "invalid")


def test_an_import_is_known_by_its_uid(service: "CalendarResource", owner: Hand) -> None:
    events = service.events()
    me = {"attendees": [{"email": OWNER}], "organizer": {"email": "else@example.org"}}
    first = events.import_(calendarId="primary", body=event(iCalUID="a@b", sequence=1, **me)).execute()
    again = events.import_(calendarId="primary", body=event(iCalUID="a@b", sequence=2, **me)).execute()
    assert first["id"] == again["id"]
    assert again["privateCopy"]
    assert refusal(events.import_(calendarId="primary", body=event(iCalUID="a@b", **me))) == (400, "invalid")
    assert refusal(events.import_(calendarId="primary", body=event(**me))) == (400, "required")
    me["attendees"] = []
    stranger = events.import_(calendarId="primary", body=event(iCalUID="c@d", **me))
    assert refusal(stranger) == (400, "participantIsNeitherOrganizerNorAttendee")
    assert len(owner.events()) == 1


def test_a_stale_etag_is_refused_by_patch_update_and_delete(service: "CalendarResource") -> None:
    events = service.events()
    first = events.insert(calendarId="primary", body=event()).execute()
    second = events.patch(calendarId="primary", eventId=first["id"], body={"summary": "Late lunch"}).execute()
    assert second["summary"] == "Late lunch"
    assert second["start"] == first["start"]
    for request in (
        events.patch(calendarId="primary", eventId=first["id"], body={"summary": "x"}),
        events.update(calendarId="primary", eventId=first["id"], body=event()),
        events.delete(calendarId="primary", eventId=first["id"]),
    ):
        request.headers = {**(request.headers or {}), "If-Match": first["etag"]}
        assert refusal(request) == (412, "conditionNotMet")
    update = events.update(calendarId="primary", eventId=first["id"], body=event(location="Canteen"))
    update.headers = {**(update.headers or {}), "If-Match": second["etag"]}
    assert update.execute()["iCalUID"] == first["iCalUID"]


def test_a_patch_merges_objects_and_null_removes(service: "CalendarResource") -> None:
    events = service.events()
    made = events.insert(
        calendarId="primary", body=event(location="Canteen", extendedProperties={"private": {"a": "1"}})
    ).execute()
    change: Any = {"location": None, "extendedProperties": {"private": {"b": "2"}}}
    changed = events.patch(calendarId="primary", eventId=made["id"], body=change).execute()
    assert "location" not in changed
    assert changed["extendedProperties"]["private"] == {"a": "1", "b": "2"}


def test_a_sequence_never_falls(service: "CalendarResource", owner: Hand) -> None:
    made = service.events().insert(calendarId="primary", body=event(sequence=3)).execute()
    owner.move(made["id"], START + HOUR, START + 2 * HOUR)
    lower = service.events().patch(calendarId="primary", eventId=made["id"], body={"sequence": 3})
    assert refusal(lower) == (400, "invalid")


def test_lists_filter_and_sync_tokens_cannot_be_combined_with_filters(
    service: "CalendarResource", owner: Hand
) -> None:
    events = service.events()
    events.insert(calendarId="primary", body=event(extendedProperties={"private": {"a": "1"}})).execute()
    owner.delete(owner.write("Gone", START + 9 * HOUR, START + 10 * HOUR))

    def names(**query: Any) -> list[str]:
        return [each["summary"] for each in events.list(calendarId="primary", **query).execute()["items"]]

    assert names() == ["Lunch"]
    assert names(showDeleted=True) == ["Lunch", "Gone"]
    assert names(privateExtendedProperty="a=1", showDeleted=True) == ["Lunch"]
    assert names(timeMin=(START + HOUR).isoformat(), showDeleted=True) == ["Gone"]
    assert names(timeMax=(START + HOUR).isoformat(), showDeleted=True) == ["Lunch"]
    token = events.list(calendarId="primary").execute()["nextSyncToken"]
    assert names(syncToken=token) == []
    filters: list[Any] = [
        {"timeMin": START.isoformat()},
        {"privateExtendedProperty": "a=1"},
        {"iCalUID": "a@b"},
    ]
    for query in filters:
        assert refusal(events.list(calendarId="primary", syncToken=token, **query)) == (400, "invalid")


def test_the_sync_token_is_on_the_last_page_only(service: "CalendarResource", owner: Hand) -> None:
    for number in range(5):
        owner.write(f"Meeting {number}", START, START + HOUR)
    pages = []
    request = service.events().list(calendarId="primary", maxResults=2)
    for _ in range(3):
        pages.append(request.execute())
        following = service.events().list_next(request, pages[-1])
        request = following or request
    assert following is None
    assert [len(each["items"]) for each in pages] == [2, 2, 1]
    assert ["nextSyncToken" in each for each in pages] == [False, False, True]


def test_fields_show_what_was_asked_for(service: "CalendarResource", owner: Hand) -> None:
    owner.write("Meeting", START, START + HOUR)
    events = service.events()
    shown = events.list(calendarId="primary", fields="items(id,start/dateTime)").execute()
    assert list(shown) == ["items"]
    assert shown["items"][0].keys() == {"id", "start"}
    assert refusal(events.list(calendarId="primary", fields="items(id")) == (400, "invalidParameter")


def test_an_empty_time_range_is_refused(service: "CalendarResource") -> None:
    backwards = event(end={"dateTime": (START - HOUR).isoformat()})
    assert refusal(service.events().insert(calendarId="primary", body=backwards)) == (400, "timeRangeEmpty")


def test_an_expired_token_is_refused(service: "CalendarResource", google: GoogleDouble) -> None:
    google.clock.advance(timedelta(hours=2))
    assert refusal(service.events().list(calendarId="primary")) == (401, "authError")


def test_conference_data_is_ignored_without_its_version(service: "CalendarResource") -> None:
    body = event(conferenceData={"createRequest": {"requestId": "one"}})
    events = service.events()
    assert "conferenceData" not in events.insert(calendarId="primary", body=body).execute()
    made = events.insert(calendarId="primary", body=body, conferenceDataVersion=1).execute()
    assert made["conferenceData"]["entryPoints"][0]["entryPointType"] == "video"
