"""Connecting, seeing and disconnecting Google calendars in a browser, against a Google of our own."""

import re
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from domain.vocabulary import UserRole
from tests.doubles.google.people import CODE_LIFE, Code
from tests.web.calendar_site import ACCOUNTS, CONSENT, INES, CalendarSite, account_of, hidden


async def test_an_interviewer_connects_google_by_consent_alone(office: CalendarSite) -> None:
    browser = await office.browser()
    assert "You have no connected calendar" in (await browser.get("/calendars")).text
    back = await browser.consent()
    cookie = next(c for c in browser.http.cookies.jar if c.name == CONSENT)
    assert cookie.path == "/calendars/google/callback"
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "lax"

    done = await browser.come_back(back)

    assert done.status_code == 200
    assert "The calendar is connected" in done.text
    assert await office.rows(ACCOUNTS) == [("google", INES, "connected", [], office.user)]
    shown = await browser.get("/calendars")
    assert 'class="tag is-connected">connected</span> since' in shown.text
    told = await office.rows("SELECT kind, workflow_type, name FROM outbox ORDER BY id")
    assert [tuple(row) for row in told] == [
        ("start", "CalendarWorkflow", ""),
        ("update", "CalendarWorkflow", "changed"),
    ]
    logged = await office.rows("SELECT action_type, actor_kind, actor_id FROM automation_logs")
    assert [tuple(row) for row in logged] == [("calendar_connected", "interviewer", office.user)]


async def test_no_token_stands_readable_in_the_database_or_in_the_browser(office: CalendarSite) -> None:
    browser = await office.browser()
    back = await browser.consent()
    state = httpx.URL(back).params["state"]
    assert state not in browser.http.cookies[CONSENT]
    await browser.come_back(back)
    stored = await office.everything()
    (grant,) = office.google.people.grants
    access = list(office.google.people._access)
    assert access
    for secret in (grant.refresh_token, *access):
        assert secret not in stored
        assert secret.encode().hex() not in stored
    page = await browser.get("/calendars")
    assert not any(secret in page.text for secret in (grant.refresh_token, *access))


@pytest.mark.parametrize("what", ["wrong", "missing", "no cookie", "forged cookie", "another browser"])
async def test_an_answer_that_this_browser_did_not_ask_for_stores_nothing(
    office: CalendarSite, what: str
) -> None:
    browser = await office.browser()
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
        browser = await office.browser()
        await browser.consent()
    before = await office.everything()

    answer = await browser.come_back(str(back))

    assert answer.status_code == 422
    assert "The calendar was not connected" in answer.text
    assert "Begin again from your calendars" in answer.text
    assert await office.everything() == before
    assert office.google.requests.count("POST /token") == 0


async def test_an_answer_after_ten_minutes_stores_nothing(
    office: CalendarSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = await office.browser()
    back = await browser.consent()
    monkeypatch.setattr("web.sealed.LIFETIME_SECONDS", -1)
    answer = await browser.come_back(back)
    assert answer.status_code == 422
    assert "took too long" in answer.text
    assert await office.rows(ACCOUNTS) == []


async def test_denied_consent_is_a_clear_page_and_the_way_back_is_open(office: CalendarSite) -> None:
    office.google.people.consent.deny = True
    browser = await office.browser()
    answer = await browser.come_back(await browser.consent())
    assert answer.status_code == 422
    assert "consent was denied" in answer.text
    assert "Connect it again" in answer.text
    assert await office.rows(ACCOUNTS) == []
    office.google.people.consent.deny = False
    assert (await browser.come_back(await browser.consent())).status_code == 200


async def test_access_for_a_time_only_is_remembered_with_its_end(office: CalendarSite) -> None:
    office.google.people.consent.lasts = timedelta(days=7)
    browser = await office.browser()
    await browser.come_back(await browser.consent())
    ((settings,),) = await office.rows("SELECT settings FROM calendar_accounts")
    left = datetime.fromisoformat(settings["ends"]) - datetime.now(UTC)
    assert timedelta(days=6, hours=23) < left <= timedelta(days=7)


async def test_consent_counts_once_even_when_the_cookie_is_kept(office: CalendarSite) -> None:
    browser = await office.browser()
    back = await browser.consent()
    kept = browser.http.cookies[CONSENT]
    assert (await browser.come_back(back)).status_code == 200
    assert CONSENT not in browser.http.cookies
    before = await office.everything()
    async with httpx.AsyncClient(trust_env=False, cookies={CONSENT: kept}) as thief:
        again = await thief.get(back)
        # Even a fresh code of Google's does not bring it back to life.
        office.google.people.codes["fresh"] = _a_code(office)
        fresh = await thief.get(httpx.URL(back).copy_set_param("code", "fresh"))
    assert [again.status_code, fresh.status_code] == [422, 409]
    assert await office.everything() == before


def _a_code(office: CalendarSite) -> Code:
    ends = office.google.clock.now() + CODE_LIFE
    return Code(office.google.people.grants[0], f"{office.url}/calendars/google/callback", "", ends, True)


async def test_further_calendars_are_chosen_with_the_main_one_preselected(office: CalendarSite) -> None:
    office.google.add_calendar("team@group.example", {INES: "writer"})
    office.google.add_calendar("holidays@group.example", {INES: "reader"})
    browser = await office.browser()
    done = await browser.come_back(await browser.consent())
    assert "2 more calendars" in done.text
    account = account_of(done)
    page = await browser.get(f"/calendars/{account}/choose")
    assert re.search(rf'type="radio" name="main" value="{INES}" required checked', page.text)
    assert 'value="holidays@group.example" required' not in page.text
    form = {"csrf": hidden(page, "csrf"), "sealed": hidden(page, "sealed"), "main": "team@group.example"}
    refused = await browser.http.post("/calendars/choice", data={**form, "main": "holidays@group.example"})
    assert refused.status_code == 422
    office.clock.forward(seconds=5)
    saved = await browser.http.post("/calendars/choice", data={**form, "busy:holidays@group.example": "on"})
    assert saved.status_code == 303, saved.text
    assert await office.rows(ACCOUNTS) == [
        ("google", "team@group.example", "connected", ["holidays@group.example"], office.user)
    ]


async def test_an_admin_connects_on_behalf_and_nobody_else_does(office: CalendarSite) -> None:
    await office.data.a_user(UserRole.ADMIN, email="ada@hiring.example", name="Ada Admin")
    await office.data.a_user(email="ben@hiring.example", name="Ben")
    admin = await office.browser("ada@hiring.example")
    page = await admin.get(f"/calendars?user={office.user}")
    assert "Connect a calendar of Ines Interviewer" in page.text
    done = await admin.come_back(await admin.consent(user=str(office.user)))
    assert "Interviews of Ines Interviewer" in done.text
    assert await office.rows(ACCOUNTS) == [("google", INES, "connected", [], office.user)]
    assert "Ines Interviewer" in (await admin.get("/calendars")).text

    other = await office.browser("ben@hiring.example")
    account = account_of(await admin.get("/calendars"))
    assert "Ines" not in (await other.get("/calendars")).text
    assert (await other.get(f"/calendars?user={office.user}")).status_code == 403
    token = hidden(await other.get("/calendars"), "csrf")
    for path in ("/calendars/google/connect", "/calendars/caldav/connect"):
        refused = await other.http.post(path, data={"csrf": token, "user": str(office.user)})
        assert refused.status_code == 403, path
    for path in ("look", "disconnect"):
        refused = await other.http.post(f"/calendars/{account}/{path}", data={"csrf": token})
        assert refused.status_code == 404, path
    assert (await other.get(f"/calendars/{account}/choose")).status_code == 404


async def test_disconnecting_asks_first_then_removes_secrets_and_gives_access_back(
    office: CalendarSite,
) -> None:
    browser = await office.browser()
    await browser.come_back(await browser.consent())
    account = account_of(await browser.get("/calendars"))
    before = await office.everything()
    question = await browser.get(f"/calendars/{account}/disconnect")
    assert "Disconnect the Google calendar of Ines Interviewer?" in question.text
    assert await office.everything() == before
    done = await browser.press(f"/calendars/{account}/disconnect", f"/calendars/{account}/disconnect")
    assert done.headers["location"] == "/calendars?said=disconnected"
    assert await office.rows("SELECT 1 FROM calendar_accounts UNION ALL SELECT 1 FROM calendar_tokens") == []
    assert [grant.revoked for grant in office.google.people.grants] == [True]
    logged = await office.rows("SELECT action_type FROM automation_logs ORDER BY sequence")
    assert [row[0] for row in logged] == ["calendar_connected", "calendar_disconnected"]
    assert (await browser.get(f"/calendars/{account}/disconnect")).status_code == 404


async def test_when_google_does_not_confirm_the_page_says_what_is_left_to_do(office: CalendarSite) -> None:
    browser = await office.browser()
    await browser.come_back(await browser.consent())
    account = account_of(await browser.get("/calendars"))
    office.google.faults.answer(503, on="POST /revoke", times=5)
    done = await browser.press(f"/calendars/{account}/disconnect", f"/calendars/{account}/disconnect")
    assert await office.rows("SELECT 1 FROM calendar_tokens") == []
    said = await browser.get(done.headers["location"])
    assert "Third-party access" in said.text


async def test_look_now_tells_the_workflow_and_forms_of_others_do_nothing(office: CalendarSite) -> None:
    browser = await office.browser()
    await browser.come_back(await browser.consent())
    account = account_of(await browser.get("/calendars"))
    before = await office.everything()
    for path in ("look", "disconnect"):
        assert (await browser.http.post(f"/calendars/{account}/{path}", data={})).status_code == 403
    for path in ("google/connect", "caldav/connect", "choice"):
        assert (await browser.http.post(f"/calendars/{path}", data={"csrf": "forged"})).status_code == 403
    assert await office.everything() == before
    assert (await browser.press("/calendars", f"/calendars/{account}/look")).status_code == 303
    (told,) = await office.rows("SELECT workflow_id, name FROM outbox WHERE payload->>'cause' = 'look_now'")
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
    office: CalendarSite, health: str, words: str
) -> None:
    browser = await office.browser()
    await browser.come_back(await browser.consent())
    await office.rows(
        "UPDATE calendar_accounts SET health = :h, health_reason = 'Because <it> did.' RETURNING 1", h=health
    )
    page = await browser.get("/calendars")
    assert f'class="tag is-{health}">{health}</span> since <time' in page.text
    assert words in page.text
    assert "Because &lt;it&gt; did." in page.text
    assert ("/choose" in page.text) is (health != "dead")


async def test_auditors_and_strangers_have_no_calendars(office: CalendarSite) -> None:
    await office.data.a_user(UserRole.AUDITOR, email="otto@hiring.example", name="Otto")
    auditor = await office.browser("otto@hiring.example")
    assert (await auditor.get("/calendars")).status_code == 403
    async with httpx.AsyncClient(base_url=office.url, trust_env=False) as stranger:
        answer = await stranger.get("/calendars")
    assert answer.headers["location"] == "/sign-in?next=/calendars"
