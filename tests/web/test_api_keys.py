"""API keys at the desk and over the API: shown once, scoped, revoked."""

import re
from datetime import UTC, datetime
from html import unescape
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text

from domain.vocabulary import UserRole
from services.identity import keys
from tests.support.data import AUTO, MONDAY
from tests.support.patience import PATIENCE_SECONDS
from tests.web.site import Site, csrf_of
from tests.web.statements import recorded
from web.lately import Lately

API = "/api/v1"
PAGE = "/account/keys"


def bearer(token: str) -> dict[str, str]:
    """Headers of a call with this key."""
    return {"Authorization": f"Bearer {token}"}


async def a_key(site: Site, role: UserRole, *scopes: str, days: int | None = None) -> str:
    """A key of a fresh person."""
    user = await site.data.a_user(role)
    async with site.owner.begin() as session:
        now = datetime.now(UTC)
        made = await keys.make(session, user, "k", scopes, days=days, cause=AUTO, now=now, at=MONDAY)
    return made.token


def token_on(page: httpx.Response) -> str:
    """The key that a page shows."""
    found = re.search(r'value="(usk_[^"]+)"', page.text)
    assert found, page.text
    return unescape(found[1])


async def test_a_span_that_the_page_does_not_offer_is_refused(site: Site) -> None:
    await site.data.a_user(email="rosa@hiring.example")
    await site.sign_in("rosa@hiring.example")
    csrf = csrf_of(await site.http.get(PAGE))
    for days in ("9" * 5000, "31", "-7", ""):
        form = {"csrf": csrf, "name": "ATS", "days": days, "scope": ["read"]}
        assert (await site.http.post(PAGE, data=form)).status_code == 422, days[:5]


async def test_a_key_is_made_shown_once_used_and_revoked_at_the_desk(site: Site) -> None:
    await site.data.a_user(email="rosa@hiring.example")
    await site.sign_in("rosa@hiring.example")
    empty = await site.http.get(PAGE)
    assert "You have no keys" in empty.text
    assert 'value="admin"' not in empty.text, "a recruiter's key is never an admin's"
    form = {"csrf": csrf_of(empty), "name": "ATS <b>", "days": "30", "scope": ["read", "write"]}
    made = await site.http.post(PAGE, data=form)
    token = token_on(made)
    page = await site.http.get(PAGE)
    assert token not in page.text
    assert token[:8] in page.text
    assert "ATS &lt;b&gt;" in page.text
    assert (await site.http.get(f"{API}/jobs", headers=bearer(token))).status_code == 200
    used = await site.row("SELECT last_used_at IS NOT NULL, expires_at - created_at FROM api_keys")
    assert (used[0], used[1].days) == (True, 30)
    key_id = re.search(r"/account/keys/([0-9a-f-]+)/revoke", page.text)
    assert key_id
    await site.http.post(f"{PAGE}/{key_id[1]}/revoke", data={"csrf": csrf_of(page)})
    gone = await site.http.get(f"{API}/jobs", headers=bearer(token))
    assert (gone.status_code, gone.headers["www-authenticate"]) == (401, "Bearer")
    rows = await site.row(
        "SELECT array_agg(action_type ORDER BY sequence), string_agg(l::text, '') FROM automation_logs l"
    )
    assert rows[0] == ["key_made", "key_revoked"]
    assert token[4:] not in rows[1]
    assert "ATS" not in rows[1]


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"scope": []}, {"scope": ["admin"]}, {"days": "36500"}, {"name": "x" * 101}]
)
async def test_a_key_that_does_not_fit_is_refused_with_a_reason(site: Site, wrong: dict[str, object]) -> None:
    await site.data.a_user(email="rosa@hiring.example")
    await site.sign_in("rosa@hiring.example")
    form = {"csrf": csrf_of(await site.http.get(PAGE)), "name": "x", "days": "30", "scope": ["read"], **wrong}
    answer = await site.http.post(PAGE, data=form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert (await site.row("SELECT count(*) FROM api_keys"))[0] == 0


async def test_a_key_without_write_changes_nothing_and_the_error_names_the_scope(site: Site) -> None:
    token = await a_key(site, UserRole.RECRUITER, "read")
    refused = await site.http.post(f"{API}/jobs", headers=bearer(token), json={"title": "Cook"})
    assert (refused.status_code, refused.json()["field"]) == (403, "scope")
    assert "scope write" in refused.json()["detail"]
    assert (await site.http.get(f"{API}/audit", headers=bearer(token))).status_code == 403
    assert (await site.http.get(f"{API}/jobs", headers=bearer(token))).status_code == 200
    paths = (await site.http.get(f"{API}/openapi.json")).json()["paths"]
    for path, acts in paths.items():
        for method in set(acts) & {"post", "put", "patch", "delete"}:
            filled = re.sub(r"\{[^}]+\}", str(UUID(int=0)), path)
            answer = await site.http.request(method, filled, headers=bearer(token), json={})
            assert answer.status_code == 403, (method, path, answer.text)
    assert (await site.row("SELECT count(*) FROM jobs"))[0] == 0


async def test_a_key_does_no_more_than_its_owners_present_role(site: Site) -> None:
    token = await a_key(site, UserRole.ADMIN, "read", "write", "admin")
    await site.data.a_user(UserRole.ADMIN)
    flag = f"{API}/flags/reminders"
    assert (await site.http.put(flag, headers=bearer(token), json={"enabled": False})).status_code == 200
    async with site.owner.begin() as session:
        await session.execute(
            text("UPDATE users SET role = 'auditor' WHERE id = (SELECT user_id FROM api_keys)")
        )
    for method in ("PUT", "POST"):
        answer = await site.http.request(method, flag, headers=bearer(token), json={"enabled": True})
        assert answer.status_code in {403, 405}
    assert (await site.http.put(flag, headers=bearer(token), json={"enabled": True})).status_code == 403


async def test_what_is_no_key_that_holds_is_401(site: Site) -> None:
    token = await a_key(site, UserRole.ADMIN, "read", days=1)
    for wrong in (
        "",
        "usk_",
        token[:-1],
        token + "x",
        token.upper(),
        "uss_" + token[4:],
        "é" * 20,
        "x" * 5000,
    ):
        headers = {"Authorization": b"Bearer " + wrong.encode()}
        answer = await site.http.get(f"{API}/jobs", headers=headers)  # type: ignore[arg-type] # bytes on purpose
        assert answer.status_code == 401, wrong
    assert (
        await site.http.get(f"{API}/jobs", headers={"X-Understudy-User": "a@b.example"})
    ).status_code == 401
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE api_keys SET expires_at = now()"))
    assert (await site.http.get(f"{API}/jobs", headers=bearer(token))).status_code == 401


async def test_a_browsers_session_is_no_key_and_a_key_is_no_session(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    await site.sign_in()
    assert (await site.http.get(f"{API}/jobs")).status_code == 401
    token = await a_key(site, UserRole.ADMIN, "read")
    site.http.cookies.clear()
    site.http.cookies.set("understudy_desk", token)
    assert (await site.http.get("/")).status_code == 303


async def test_admins_make_list_and_revoke_keys_over_the_api(site: Site) -> None:
    admin = bearer(await a_key(site, UserRole.ADMIN, "read", "admin"))
    rosa = await site.data.a_user(email="rosa@hiring.example")
    body = {"name": "ATS", "scopes": ["read"], "user_id": str(rosa), "days": 7}
    made = await site.http.post(f"{API}/keys", headers=admin, json=body)
    assert made.status_code == 201
    assert made.json()["user_id"] == str(rosa)
    hers = bearer(made.json()["token"])
    beyond = await site.http.post(f"{API}/keys", headers=admin, json={"name": "x", "scopes": ["write"]})
    assert (beyond.status_code, beyond.json()["field"]) == (403, "scopes")
    too_much = await site.http.post(f"{API}/keys", headers=admin, json={**body, "scopes": ["admin"]})
    assert (too_much.status_code, too_much.json()["field"]) == (422, "scopes")
    own = (await site.http.get(f"{API}/keys", headers=hers)).json()["items"]
    assert [key["name"] for key in own] == ["ATS"]
    first = (await site.http.get(f"{API}/keys", headers=admin, params={"limit": 1})).json()
    assert "token" not in first["items"][0]
    rest = (await site.http.get(f"{API}/keys", headers=admin, params={"after": first["next"]})).json()
    assert {key["name"] for key in first["items"] + rest["items"]} == {"ATS", "k"}
    assert (await site.http.post(f"{API}/keys", headers=hers, json=body)).status_code == 403
    assert (await site.http.delete(f"{API}/keys/{made.json()['id']}", headers=hers)).status_code == 403
    for _ in range(2):
        assert (await site.http.delete(f"{API}/keys/{made.json()['id']}", headers=admin)).status_code == 204
    assert (await site.http.get(f"{API}/keys", headers=hers)).status_code == 401


async def test_a_key_that_was_good_a_moment_ago_costs_no_transaction_of_its_own(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lately, "SECONDS", PATIENCE_SECONDS)  # a slow machine does not forget in between
    token = await a_key(site, UserRole.RECRUITER, "read")
    asked = []
    for _ in range(2):
        with recorded(site) as statements:
            assert (await site.http.get(f"{API}/jobs", headers=bearer(token))).status_code == 200
        asked.append([one for one, _ in statements.found if "enter_by_key" in one])
    assert [len(one) for one in asked] == [2, 1]
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE api_keys SET revoked_at = now()"))
    refused = await site.http.get(f"{API}/jobs", headers=bearer(token))
    assert refused.status_code == 401, "what is remembered opens nothing"
