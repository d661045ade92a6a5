"""Connecting, seeing and disconnecting calendars in a browser, against a Google and a CalDAV server of our own."""

import re
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from runtime.calendar_connecting import for_web
from tests.conftest import Sessions
from tests.doubles.google import GoogleDouble
from tests.doubles.google.people import CODE_LIFE, Code
from tests.integrations.caldav.radicale import PASSWORD, Owner, Radicale, radicale
from tests.support.calendars import a_port, serving, with_google
from tests.support.data import Data
from tests.support.worker import settings_for
from tests.web.calendar_site import CONSENT, INES, CalendarSite, account_of, hidden
from tests.web.site import TOKEN, Clock
from web.app import create_app
from web.deps import WebDeps

ACCOUNTS = "SELECT provider, calendar_id, health, busy_calendar_ids, user_id FROM calendar_accounts"


@pytest.fixture
async def site(
    database_url: str, web_sessions: Sessions, owner_sessions: Sessions, data: Data
) -> AsyncIterator[CalendarSite]:
    """An interviewer with a Google account, and a web tier that listens."""
    with a_port() as port, GoogleDouble() as google:
        settings = with_google(settings_for(database_url), google, base_url=port.url)
        clock = Clock()
        deps = WebDeps(
            web_sessions,
            clock,
            SignedLinks("k" * 40, port.url),
            port.url,
            TOKEN,
            calendars=for_web(settings),
        )
        user = await data.a_user(UserRole.INTERVIEWER, email=INES, name="Ines Interviewer")
        hand = google.add_account(INES, "Europe/Berlin")
        async with serving(create_app(deps), port):
            site = CalendarSite(port.url, google, hand, data, owner_sessions, clock, user)
            yield site
            await site.close()


@pytest.fixture(scope="module")
def calendar_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    """A CalDAV server."""
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        yield server


@pytest.fixture
def dav(calendar_server: Radicale) -> Iterator[Owner]:
    """The interviewer's account there."""
    with calendar_server.owner() as made:
        yield made


async def test_an_interviewer_connects_google_by_consent_alone(site: CalendarSite) -> None:
    browser = await site.browser()
    assert "You have no connected calendar" in (await browser.get("/calendars")).text
    back = await browser.consent()
    cookie = next(c for c in browser.http.cookies.jar if c.name == CONSENT)
    assert cookie.path == "/calendars/google/callback"
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "lax"

    done = await browser.come_back(back)

    assert done.status_code == 200
    assert "The calendar is connected" in done.text
    assert await site.rows(ACCOUNTS) == [("google", INES, "connected", [], site.user)]
    shown = await browser.get("/calendars")
    assert 'class="tag is-connected">connected</span> since' in shown.text
    told = await site.rows("SELECT kind, workflow_type, name FROM outbox ORDER BY id")
    assert [tuple(row) for row in told] == [
        ("start", "CalendarWorkflow", ""),
        ("update", "CalendarWorkflow", "changed"),
    ]
    logged = await site.rows("SELECT action_type, actor_kind, actor_id FROM automation_logs")
    assert [tuple(row) for row in logged] == [("calendar_connected", "interviewer", site.user)]


async def test_no_token_stands_readable_in_the_database_or_in_the_browser(site: CalendarSite) -> None:
    browser = await site.browser()
    back = await browser.consent()
    state = httpx.URL(back).params["state"]
    assert state not in browser.http.cookies[CONSENT]
    await browser.come_back(back)
    stored = await site.everything()
    (grant,) = site.google.people.grants
    access = list(site.google.people._access)
    assert access
    for secret in (grant.refresh_token, *access):
        assert secret not in stored
        assert secret.encode().hex() not in stored
    page = await browser.get("/calendars")
    assert not any(secret in page.text for secret in (grant.refresh_token, *access))


@pytest.mark.parametrize("what", ["wrong", "missing", "no cookie", "forged cookie", "another browser"])
async def test_an_answer_that_this_browser_did_not_ask_for_stores_nothing(
    site: CalendarSite, what: str
) -> None:
    browser = await site.browser()
    back = httpx.URL(await browser.consent())
    if what == "wrong":
        back = back.copy_set_param("state", "made-up")
    elif what == "missing":
        back = back.copy_remove_param("state")
    elif what == "no cookie":
        browser.http.cookies.delete(CONSENT)
    elif what == "forged cookie":
        browser.http.cookies.delete(CONSENT)
        browser.http.cookies.set(CONSENT, "forged")
    else:
        browser = await site.browser()
        await browser.consent()
    before = await site.everything()

    answer = await browser.come_back(str(back))

    assert answer.status_code == 422
    assert "The calendar was not connected" in answer.text
    assert "Begin again from your calendars" in answer.text
    assert await site.everything() == before
    assert site.google.requests.count("POST /token") == 0


async def test_an_answer_after_ten_minutes_stores_nothing(
    site: CalendarSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await site.browser()
    back = await browser.consent()
    monkeypatch.setattr("web.sealed.LIFETIME_SECONDS", -1)
    answer = await browser.come_back(back)
    assert answer.status_code == 422
    assert "took too long" in answer.text
    assert await site.rows(ACCOUNTS) == []


async def test_denied_consent_is_a_clear_page_and_the_way_back_is_open(site: CalendarSite) -> None:
    site.google.people.consent.deny = True
    browser = await site.browser()
    answer = await browser.come_back(await browser.consent())
    assert answer.status_code == 422
    assert "consent was denied" in answer.text
    assert "Connect it again" in answer.text
    assert await site.rows(ACCOUNTS) == []
    site.google.people.consent.deny = False
    assert (await browser.come_back(await browser.consent())).status_code == 200


async def test_consent_counts_once_even_when_the_cookie_is_kept(site: CalendarSite) -> None:
    browser = await site.browser()
    back = await browser.consent()
    kept = browser.http.cookies[CONSENT]
    assert (await browser.come_back(back)).status_code == 200
    assert CONSENT not in browser.http.cookies
    before = await site.everything()
    async with httpx.AsyncClient(trust_env=False, cookies={CONSENT: kept}) as thief:
        again = await thief.get(back)
        # Even a fresh code of Google's does not bring it back to life.
        site.google.people.codes["fresh"] = _a_code(site)
        fresh = await thief.get(httpx.URL(back).copy_set_param("code", "fresh"))
    assert [again.status_code, fresh.status_code] == [422, 409]
    assert await site.everything() == before


def _a_code(site: CalendarSite) -> Code:
    ends = site.google.clock.now() + CODE_LIFE
    return Code(site.google.people.grants[0], f"{site.url}/calendars/google/callback", "", ends, True)


async def test_further_calendars_are_chosen_with_the_main_one_preselected(site: CalendarSite) -> None:
    site.google.add_calendar("team@group.example", {INES: "writer"})
    site.google.add_calendar("holidays@group.example", {INES: "reader"})
    browser = await site.browser()
    done = await browser.come_back(await browser.consent())
    assert "2 more calendars" in done.text
    account = account_of(done)
    page = await browser.get(f"/calendars/{account}/choose")
    assert re.search(rf'type="radio" name="main" value="{INES}" required checked', page.text)
    assert 'value="holidays@group.example" required' not in page.text
    form = {"csrf": hidden(page, "csrf"), "sealed": hidden(page, "sealed"), "main": "team@group.example"}
    refused = await browser.http.post("/calendars/choice", data={**form, "main": "holidays@group.example"})
    assert refused.status_code == 422
    site.clock.forward(seconds=5)
    saved = await browser.http.post("/calendars/choice", data={**form, "busy:holidays@group.example": "on"})
    assert saved.status_code == 303, saved.text
    assert await site.rows(ACCOUNTS) == [
        ("google", "team@group.example", "connected", ["holidays@group.example"], site.user)
    ]


async def test_an_admin_connects_on_behalf_and_nobody_else_does(site: CalendarSite) -> None:
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example", name="Ada Admin")
    await site.data.a_user(email="ben@hiring.example", name="Ben")
    admin = await site.browser("ada@hiring.example")
    page = await admin.get(f"/calendars?user={site.user}")
    assert "Connect a calendar of Ines Interviewer" in page.text
    done = await admin.come_back(await admin.consent(user=str(site.user)))
    assert "Interviews of Ines Interviewer" in done.text
    assert await site.rows(ACCOUNTS) == [("google", INES, "connected", [], site.user)]
    assert "Ines Interviewer" in (await admin.get("/calendars")).text

    other = await site.browser("ben@hiring.example")
    account = account_of(await admin.get("/calendars"))
    assert "Ines" not in (await other.get("/calendars")).text
    assert (await other.get(f"/calendars?user={site.user}")).status_code == 403
    token = hidden(await other.get("/calendars"), "csrf")
    for path in ("/calendars/google/connect", "/calendars/caldav/connect"):
        refused = await other.http.post(path, data={"csrf": token, "user": str(site.user)})
        assert refused.status_code == 403, path
    for path in ("look", "disconnect"):
        refused = await other.http.post(f"/calendars/{account}/{path}", data={"csrf": token})
        assert refused.status_code == 404, path
    assert (await other.get(f"/calendars/{account}/choose")).status_code == 404


async def test_a_caldav_account_is_found_chosen_and_connected(site: CalendarSite, dav: Owner) -> None:
    private = dav.make_calendar(name="private")
    browser = await site.browser()
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
    assert await site.rows(ACCOUNTS) == []
    fields = {"csrf": hidden(page, "csrf"), "sealed": hidden(page, "sealed"), "main": dav.collection}
    stolen = await (await site.browser()).http.post("/calendars/choice", data=fields)
    assert stolen.status_code == 403
    elsewhere = await browser.http.post("/calendars/choice", data={**fields, "main": "https://evil.example/"})
    assert elsewhere.status_code == 422
    saved = await browser.http.post("/calendars/choice", data={**fields, f"busy:{private}": "on"})
    assert saved.status_code == 303, saved.text
    assert await site.rows(ACCOUNTS) == [("caldav", dav.collection, "connected", [private], site.user)]
    stored = await site.everything()
    assert PASSWORD not in stored
    assert PASSWORD.encode().hex() not in stored


async def test_a_sealed_page_of_one_person_is_of_no_use_to_another(site: CalendarSite, dav: Owner) -> None:
    await site.data.a_user(UserRole.INTERVIEWER, email="ben@hiring.example", name="Ben")
    form = {"url": dav.url, "username": dav.name, "password": PASSWORD}
    page = await (await site.browser()).press(
        "/calendars/caldav/connect", "/calendars/caldav/connect", **form
    )
    thief = await site.browser("ben@hiring.example")
    answer = await thief.press(
        "/calendars", "/calendars/choice", sealed=hidden(page, "sealed"), main=dav.collection
    )
    assert answer.status_code == 422
    assert await site.rows(ACCOUNTS) == []


async def test_disconnecting_asks_first_then_removes_secrets_and_gives_access_back(
    site: CalendarSite,
) -> None:
    browser = await site.browser()
    await browser.come_back(await browser.consent())
    account = account_of(await browser.get("/calendars"))
    before = await site.everything()
    question = await browser.get(f"/calendars/{account}/disconnect")
    assert "Disconnect the Google calendar of Ines Interviewer?" in question.text
    assert await site.everything() == before
    done = await browser.press(f"/calendars/{account}/disconnect", f"/calendars/{account}/disconnect")
    assert done.headers["location"] == "/calendars?said=disconnected"
    assert await site.rows("SELECT 1 FROM calendar_accounts UNION ALL SELECT 1 FROM calendar_tokens") == []
    assert [grant.revoked for grant in site.google.people.grants] == [True]
    logged = await site.rows("SELECT action_type FROM automation_logs ORDER BY sequence")
    assert [row[0] for row in logged] == ["calendar_connected", "calendar_disconnected"]
    assert (await browser.get(f"/calendars/{account}/disconnect")).status_code == 404


async def test_when_google_does_not_confirm_the_page_says_what_is_left_to_do(site: CalendarSite) -> None:
    browser = await site.browser()
    await browser.come_back(await browser.consent())
    account = account_of(await browser.get("/calendars"))
    site.google.faults.answer(503, on="POST /revoke", times=5)
    done = await browser.press(f"/calendars/{account}/disconnect", f"/calendars/{account}/disconnect")
    assert await site.rows("SELECT 1 FROM calendar_tokens") == []
    said = await browser.get(done.headers["location"])
    assert "Third-party access" in said.text


async def test_look_now_tells_the_workflow_and_forms_of_others_do_nothing(site: CalendarSite) -> None:
    browser = await site.browser()
    await browser.come_back(await browser.consent())
    account = account_of(await browser.get("/calendars"))
    before = await site.everything()
    for path in ("look", "disconnect"):
        assert (await browser.http.post(f"/calendars/{account}/{path}", data={})).status_code == 403
    for path in ("google/connect", "caldav/connect", "choice"):
        assert (await browser.http.post(f"/calendars/{path}", data={"csrf": "forged"})).status_code == 403
    assert await site.everything() == before
    assert (await browser.press("/calendars", f"/calendars/{account}/look")).status_code == 303
    (told,) = await site.rows("SELECT workflow_id, name FROM outbox WHERE payload->>'cause' = 'look_now'")
    assert tuple(told) == (f"calendar-{account}", "changed")


@pytest.mark.parametrize(
    ("health", "words"),
    [
        ("expiring", "Access ends soon"),
        ("unreachable", "tried again by itself"),
        ("dead", "Connect it again"),
    ],
)
async def test_health_is_said_in_words_with_reason_and_since_when(
    site: CalendarSite, health: str, words: str
) -> None:
    browser = await site.browser()
    await browser.come_back(await browser.consent())
    await site.rows(
        "UPDATE calendar_accounts SET health = :h, health_reason = 'Because <it> did.' RETURNING 1", h=health
    )
    page = await browser.get("/calendars")
    assert f'class="tag is-{health}">{health}</span> since <time' in page.text
    assert words in page.text
    assert "Because &lt;it&gt; did." in page.text
    assert ("/choose" in page.text) is (health != "dead")


async def test_auditors_and_strangers_have_no_calendars(site: CalendarSite) -> None:
    await site.data.a_user(UserRole.AUDITOR, email="otto@hiring.example", name="Otto")
    auditor = await site.browser("otto@hiring.example")
    assert (await auditor.get("/calendars")).status_code == 403
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as stranger:
        answer = await stranger.get("/calendars")
    assert answer.headers["location"] == "/sign-in"


async def test_the_api_connects_lists_and_disconnects(site: CalendarSite, dav: Owner) -> None:
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example", name="Ada Admin")
    await site.data.a_user(email="ben@hiring.example", name="Ben")
    path, body = "/api/v1/calendars", {"provider": "caldav", "url": dav.url, "username": dav.name}
    async with httpx.AsyncClient(base_url=site.url, trust_env=False) as http:
        wrong = await http.post(path, headers=site.api(), json={**body, "password": "mistaken"})
        assert (wrong.status_code, wrong.json()["type"]) == (422, "urn:understudy:error:calendar_gone")
        assert "mistaken" not in wrong.text
        nowhere = {**body, "password": PASSWORD, "calendar_id": "https://elsewhere.example/"}
        assert (await http.post(path, headers=site.api(), json=nowhere)).json()["field"] == "calendar_id"
        made = await http.post(path, headers=site.api(), json={**body, "password": PASSWORD})
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
            listed = await http.get(path, headers=site.api(who))
            assert [row["id"] for row in listed.json()] == seen, who
            assert PASSWORD not in listed.text
        other = await http.delete(f"{path}/{account}", headers=site.api("ben@hiring.example"))
        assert other.status_code == 404
        assert (await http.delete(f"{path}/{account}", headers=site.api())).status_code == 204
        assert (await http.delete(f"{path}/{account}", headers=site.api())).status_code == 404
    assert await site.rows("SELECT 1 FROM calendar_tokens") == []
