"""Signing in with a password: what is refused, slowed down, and what a session is worth."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import text

from domain.identity.throttle import MOST_ON_ACCOUNT, MOST_TOGETHER
from domain.vocabulary import UserRole
from services.identity import passwords, standing
from tests.support.data import AUTO
from tests.web.site import Site, csrf_of
from web.desk.session import COOKIE

ADA = "ada@hiring.example"
OWN = "four calm words here"


@pytest.fixture
async def ada(site: Site) -> str:
    """An admin who has a one-time password; returns it."""
    user = await site.data.a_user(UserRole.ADMIN, email=ADA, name="Ada Admin")
    async with site.owner.begin() as session:
        now = datetime.now(UTC)
        return await passwords.give_one_time(session, user, cause=AUTO, now=now, at=site.clock.now)


async def enter(site: Site, password: str, email: str = ADA, **fields: str) -> httpx.Response:
    """Send the sign-in form."""
    return await site.http.post("/sign-in", data={"email": email, "password": password, **fields})


async def chosen(site: Site, present: str, new: str = OWN) -> httpx.Response:
    """Choose a password on its page."""
    fields = {"csrf": csrf_of(await site.http.get("/password")), "present": present}
    return await site.http.post("/password", data={**fields, "password": new, "again": new})


async def outcomes(site: Site) -> list[tuple[str, bool]]:
    """What became of tries, in order, and whether their account is known."""
    async with site.owner.begin() as session:
        rows = await session.execute(
            text("SELECT outcome, user_id IS NOT NULL FROM sign_ins ORDER BY at, id")
        )
        return [(row[0], row[1]) for row in rows]


async def test_a_one_time_password_opens_nothing_but_the_page_to_choose_another(site: Site, ada: str) -> None:
    answer = await enter(site, ada)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    for path in ("/", "/users", "/account", "/account/keys"):
        kept_out = await site.http.get(path)
        assert (kept_out.status_code, kept_out.headers["location"]) == (303, "/password")
    csrf = csrf_of(await site.http.get("/password"))
    bad = {"present": ada, "password": "short", "again": "short", "csrf": csrf}
    assert (await site.http.post("/password", data=bad)).status_code == 422
    differs = {**bad, "password": OWN, "again": OWN + "!"}
    assert "differ" in (await site.http.post("/password", data=differs)).text
    wrong = {**bad, "present": "x", "password": OWN, "again": OWN}
    assert "present password is not right" in (await site.http.post("/password", data=wrong)).text
    before = site.http.cookies[COOKIE]
    done = await chosen(site, ada)
    assert (done.status_code, done.headers["location"]) == (303, "/account?said=password")
    assert site.http.cookies[COOKIE] != before, "the session got a new token"
    assert (await site.http.get("/users")).status_code == 200
    site.http.cookies.clear()
    assert (await enter(site, ada)).status_code == 401
    assert (await enter(site, OWN)).status_code == 303


async def test_a_refusal_does_not_tell_whether_there_is_such_an_account(site: Site, ada: str) -> None:
    await site.data.a_user(email="nopassword@hiring.example")
    pages = [
        await enter(site, "wrong"),
        await enter(site, "wrong", "nobody@hiring.example"),
        await enter(site, "wrong", "nopassword@hiring.example"),
        await enter(site, "", ""),
    ]
    assert {page.status_code for page in pages} == {401}
    assert len({page.text for page in pages}) == 1
    assert all("set-cookie" not in page.headers for page in pages)


async def test_guessing_is_slowed_down_for_known_and_unknown_accounts_alike(site: Site, ada: str) -> None:
    for email in (ADA, "nobody@hiring.example"):
        for _ in range(MOST_TOGETHER):
            assert (await enter(site, "wrong", email)).status_code == 401
        for _ in range(2):
            slowed = await enter(site, ada, email)
            assert (slowed.status_code, slowed.headers["retry-after"]) == (429, "900")
    assert (await outcomes(site)).count(("throttled", True)) == 1, "one row a window"
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE sign_ins SET at = at - interval '16 minutes'"))
    assert (await enter(site, ada)).status_code == 303


async def test_an_account_is_guarded_against_many_addresses_at_once(site: Site, ada: str) -> None:
    async with site.owner.begin() as session:
        await enter(site, "wrong")
        await session.execute(
            text(
                "INSERT INTO sign_ins (account_digest, address_digest, means, outcome, at)"
                " SELECT account_digest, n::text::bytea, means, outcome, at"
                " FROM sign_ins, generate_series(1, :n) n"
            ),
            {"n": MOST_ON_ACCOUNT},
        )
    assert (await enter(site, ada)).status_code == 429
    assert (await enter(site, "wrong", "other@hiring.example")).status_code == 401


async def test_a_disabled_user_is_out_at_the_next_request_and_gets_in_no_more(site: Site, ada: str) -> None:
    await site.data.a_user(UserRole.ADMIN)
    await enter(site, ada)
    await chosen(site, ada)
    key = await site.http.get("/api/v1/users", headers=site.as_user(ADA))
    assert key.status_code == 200
    user = (await site.row("SELECT id FROM users WHERE email = :email", email=ADA))[0]
    async with site.owner.begin() as session:
        now = datetime.now(UTC)
        await standing.disable(session, user, cause=AUTO, now=now, at=site.clock.now)
    assert (await site.http.get("/users")).headers["location"] == "/sign-in?next=/users"
    assert (await site.http.get("/api/v1/users", headers=site.as_user(ADA))).status_code == 401
    assert (await enter(site, OWN)).status_code == 401


async def test_a_session_ends_when_it_rests_and_at_the_latest_after_a_day(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN, email=ADA)
    await site.sign_in(ADA)
    for column, span in (("last_seen_at", "2 hours"), ("expires_at", "12 hours")):
        assert (await site.http.get("/users")).status_code == 200
        async with site.owner.begin() as session:
            await session.execute(
                text(f"UPDATE web_sessions SET {column} = {column} - CAST(:span AS interval)"),
                {"span": span},
            )
        assert (await site.http.get("/users")).status_code == 303
        await site.sign_in(ADA)


async def test_the_use_of_a_session_is_noted_once_a_minute(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN, email=ADA)
    await site.sign_in(ADA)
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE web_sessions SET last_seen_at = last_seen_at - interval '1 hour'"))
    await site.http.get("/users")
    seen = (await site.row("SELECT last_seen_at FROM web_sessions"))[0]
    assert datetime.now(UTC) - seen < timedelta(minutes=1)
    await site.http.get("/users")
    assert (await site.row("SELECT last_seen_at FROM web_sessions"))[0] == seen


async def test_signing_in_replaces_a_session_that_somebody_planted(site: Site, ada: str) -> None:
    await enter(site, ada)
    planted = site.http.cookies[COOKIE]
    await enter(site, ada)
    assert site.http.cookies[COOKIE] != planted
    assert (await site.row("SELECT count(*) FROM web_sessions"))[0] == 1
    site.http.cookies.set(COOKIE, "uss_chosen-by-somebody-else", domain=site.http.base_url.host)
    await enter(site, ada)
    assert site.http.cookies[COOKIE] != "uss_chosen-by-somebody-else"


async def test_signing_out_ends_the_session_and_not_only_the_cookie(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN, email=ADA)
    await site.sign_in(ADA)
    token = site.http.cookies[COOKIE]
    await site.http.post("/sign-out", data={"csrf": csrf_of(await site.http.get("/"))})
    site.http.cookies.set(COOKIE, token, domain=site.http.base_url.host)
    assert (await site.http.get("/")).status_code == 303


async def test_a_form_of_another_session_is_refused(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN, email=ADA)
    await site.sign_in(ADA)
    old = csrf_of(await site.http.get("/account"))
    await site.sign_in(ADA)
    assert (await site.http.post("/account/sign-out-everywhere", data={"csrf": old})).status_code == 403
    assert (await site.http.post("/account/sign-out-everywhere", data={})).status_code == 403
    assert (await site.http.get("/account")).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
async def test_a_sign_in_form_of_another_site_is_refused(
    site: Site, ada: str, headers: dict[str, str]
) -> None:
    form = {"email": ADA, "password": ada}
    refused = await site.http.post("/sign-in", data=form, headers=headers)
    assert refused.status_code == 403
    assert "set-cookie" not in refused.headers


@pytest.mark.parametrize(
    ("wanted", "leads_to"),
    [
        ("/jobs/1?after=x", "/jobs/1?after=x"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("/%0d%0aSet-Cookie:x", "/%0d%0aSet-Cookie:x"),
        ("/a\r\nb", "/"),
    ],
)
async def test_the_way_back_after_signing_in_stays_on_this_site(
    site: Site, ada: str, wanted: str, leads_to: str
) -> None:
    answer = await enter(site, ada, next=wanted)
    assert answer.headers["location"] == leads_to


async def test_what_is_kept_of_a_session_does_not_open_it(site: Site, ada: str) -> None:
    await enter(site, ada)
    token = site.http.cookies[COOKIE]
    stored = await site.row("SELECT json_agg(w)::text FROM web_sessions w")
    assert token not in stored[0]
    assert token.removeprefix("uss_") not in stored[0]
    log = (await site.row("SELECT coalesce(json_agg(l)::text, '') FROM automation_logs l"))[0]
    assert ADA not in log
    assert ada not in log
