"""Connecting CalDAV accounts, on the pages and by the API, against a real server."""

import httpx

from domain.vocabulary import UserRole
from tests.integrations.caldav.radicale import PASSWORD, Owner
from tests.support.patience import PATIENCE_SECONDS
from tests.web.calendar_site import ACCOUNTS, INES, CalendarSite, hidden


async def test_a_caldav_account_is_found_chosen_and_connected(office: CalendarSite, dav: Owner) -> None:
    private = dav.make_calendar(name="private")
    browser = await office.browser()
    form = {"url": dav.url, "username": dav.name}
    wrong = await browser.press(
        "/calendars/caldav/connect", "/calendars/caldav/connect", **form, password="not-the-password"
    )
    assert wrong.status_code == 422
    assert 'role="alert"' in wrong.text
    assert dav.name in wrong.text
    assert "not-the-password" not in wrong.text

    page = await browser.press(
        "/calendars/caldav/connect", "/calendars/caldav/connect", **form, password=PASSWORD
    )
    assert page.status_code == 200, page.text
    assert PASSWORD not in page.text
    assert await office.rows(ACCOUNTS) == []
    fields = {"csrf": hidden(page, "csrf"), "sealed": hidden(page, "sealed"), "main": dav.collection}
    stolen = await (await office.browser()).http.post("/calendars/choice", data=fields)
    assert stolen.status_code == 403
    elsewhere = await browser.http.post("/calendars/choice", data={**fields, "main": "https://evil.example/"})
    assert elsewhere.status_code == 422
    saved = await browser.http.post("/calendars/choice", data={**fields, f"busy:{private}": "on"})
    assert saved.status_code == 303, saved.text
    assert await office.rows(ACCOUNTS) == [("caldav", dav.collection, "connected", [private], office.user)]
    stored = await office.everything()
    assert PASSWORD not in stored
    assert PASSWORD.encode().hex() not in stored


async def test_a_sealed_page_of_one_person_is_of_no_use_to_another(office: CalendarSite, dav: Owner) -> None:
    await office.data.a_user(UserRole.INTERVIEWER, email="ben@hiring.example", name="Ben")
    form = {"url": dav.url, "username": dav.name, "password": PASSWORD}
    page = await (await office.browser()).press(
        "/calendars/caldav/connect", "/calendars/caldav/connect", **form
    )
    thief = await office.browser("ben@hiring.example")
    answer = await thief.press(
        "/calendars", "/calendars/choice", sealed=hidden(page, "sealed"), main=dav.collection
    )
    assert answer.status_code == 422
    assert await office.rows(ACCOUNTS) == []


async def test_the_api_connects_lists_and_disconnects(office: CalendarSite, dav: Owner) -> None:
    await office.data.a_user(UserRole.ADMIN, email="ada@hiring.example", name="Ada Admin")
    await office.data.a_user(email="ben@hiring.example", name="Ben")
    path, body = "/api/v1/calendars", {"provider": "caldav", "url": dav.url, "username": dav.name}
    async with httpx.AsyncClient(base_url=office.url, trust_env=False, timeout=PATIENCE_SECONDS) as http:
        wrong = await http.post(path, headers=await office.api(), json={**body, "password": "mistaken"})
        assert (wrong.status_code, wrong.json()["type"]) == (422, "urn:understudy:error:calendar_gone")
        assert "mistaken" not in wrong.text
        nowhere = {**body, "password": PASSWORD, "calendar_id": "https://elsewhere.example/"}
        assert (await http.post(path, headers=await office.api(), json=nowhere)).json()[
            "field"
        ] == "calendar_id"
        made = await http.post(path, headers=await office.api(), json={**body, "password": PASSWORD})
        assert made.status_code == 201, made.text
        assert {k: made.json()[k] for k in ("provider", "calendar_id", "health", "at_risk", "email")} == {
            "provider": "caldav",
            "calendar_id": dav.collection,
            "health": "connected",
            "at_risk": 0,
            "email": INES,
        }
        account = made.json()["id"]
        for who, seen in ((INES, [account]), ("ben@hiring.example", []), ("ada@hiring.example", [account])):
            listed = await http.get(path, headers=await office.api(who))
            assert [row["id"] for row in listed.json()["items"]] == seen, who
            assert PASSWORD not in listed.text
        other = await http.delete(f"{path}/{account}", headers=await office.api("ben@hiring.example"))
        assert other.status_code == 404
        assert (await http.delete(f"{path}/{account}", headers=await office.api())).status_code == 204
        assert (await http.delete(f"{path}/{account}", headers=await office.api())).status_code == 404
    assert await office.rows("SELECT 1 FROM calendar_tokens") == []
