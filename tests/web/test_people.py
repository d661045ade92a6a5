"""Admins and people: the pages and the API."""

import re
from html import unescape
from uuid import UUID

import pytest

from domain.vocabulary import UserRole
from tests.support.identity import session_for
from tests.web.site import Site, csrf_of
from web.desk.session import COOKIE

ADA = "ada@hiring.example"
ROSA = "rosa@hiring.example"
API = "/api/v1/users"


@pytest.fixture
async def desk(site: Site) -> Site:
    """An admin at her desk, and a recruiter."""
    await site.data.a_user(UserRole.ADMIN, email=ADA, name="Ada Admin")
    await site.data.a_user(email=ROSA, name="Rosa <b>")
    await site.sign_in(ADA)
    return site


async def id_of(site: Site, email: str) -> UUID:
    """Somebody's id."""
    found: UUID = (await site.row("SELECT id FROM users WHERE email = :email", email=email))[0]
    return found


async def press(site: Site, user: UUID, act: str, **fields: str) -> tuple[int, str]:
    """Press a button on somebody's page."""
    csrf = csrf_of(await site.http.get("/account"))
    answer = await site.http.post(f"/users/{user}/{act}", data={"csrf": csrf, **fields})
    return answer.status_code, answer.text


async def test_somebody_is_added_with_a_password_shown_once_that_works_once(desk: Site) -> None:
    form = {"csrf": csrf_of(await desk.http.get("/users")), "name": "Ines", "email": "ines@x.example"}
    page = await desk.http.post("/users", data={**form, "role": "interviewer", "zone": "Europe/Madrid"})
    found = re.search(r'id="made" type="text" readonly value="([^"]+)"', page.text)
    assert found, page.text
    password = unescape(found[1])
    ines = await id_of(desk, "ines@x.example")
    assert password not in (await desk.http.get(f"/users/{ines}")).text
    again = await desk.http.post("/users", data={**form, "role": "interviewer"})
    assert again.status_code == 409
    assert (await desk.http.post("/users", data={**form, "role": "boss"})).status_code == 422
    desk.http.cookies.clear()
    entered = await desk.http.post("/sign-in", data={"email": "ines@x.example", "password": password})
    assert entered.status_code == 303
    assert (await desk.http.get("/")).headers["location"] == "/password"


async def test_a_changed_role_signs_out_and_is_logged_without_names(desk: Site) -> None:
    rosa = await id_of(desk, ROSA)
    hers = await session_for(desk.owner, ROSA)
    page = await desk.http.get("/users")
    assert "Rosa &lt;b&gt;" in page.text
    assert (await press(desk, rosa, "role", role="auditor"))[0] == 303
    assert (await press(desk, rosa, "role", role="auditor"))[0] == 303, "a repeat changes nothing"
    assert (await desk.row("SELECT count(*) FROM web_sessions WHERE user_id = :id", id=rosa))[0] == 0
    logged = await desk.row(
        "SELECT count(*), min(details::text), min(actor_kind) FROM automation_logs"
        " WHERE action_type = 'user_role_changed'"
    )
    assert logged[0] == 1
    assert logged[1] == f'{{"to": "auditor", "from": "recruiter", "user_id": "{rosa}"}}'
    desk.http.cookies.clear()
    desk.http.cookies.set(COOKIE, hers)
    assert (await desk.http.get("/")).status_code == 303


async def test_disabling_ends_everything_and_enabling_brings_no_old_session_back(desk: Site) -> None:
    rosa = await id_of(desk, ROSA)
    hers = await session_for(desk.owner, ROSA)
    assert (await desk.http.get("/api/v1/jobs", headers=desk.as_user(ROSA))).status_code == 200
    for _ in range(2):
        assert (await press(desk, rosa, "disable"))[0] == 303
    assert "disabled" in (await desk.http.get(f"/users/{rosa}")).text
    assert (await desk.http.get("/api/v1/jobs", headers=desk.as_user(ROSA))).status_code == 401
    refused = await press(desk, rosa, "password")
    assert (refused[0], "disabled" in refused[1]) == (422, True)
    assert (await press(desk, rosa, "enable"))[0] == 303
    assert (await desk.http.get("/api/v1/jobs", headers=desk.as_user(ROSA))).status_code == 401
    desk.http.cookies.clear()
    desk.http.cookies.set(COOKIE, hers)
    assert (await desk.http.get("/")).status_code == 303


async def test_the_last_admin_stays_one(desk: Site) -> None:
    ada = await id_of(desk, ADA)
    for act, fields in (("disable", {}), ("role", {"role": "recruiter"})):
        status, page = await press(desk, ada, act, **fields)
        assert status == 409
        assert "last admin" in page
    for answer in (
        await desk.http.post(f"{API}/{ada}/disable", headers=desk.api()),
        await desk.http.put(f"{API}/{ada}/role", headers=desk.api(), json={"role": "auditor"}),
    ):
        assert (answer.status_code, "last admin" in answer.json()["detail"]) == (409, True)


async def test_only_admins_look_after_people(desk: Site) -> None:
    ada = await id_of(desk, ADA)
    for role in (UserRole.RECRUITER, UserRole.INTERVIEWER, UserRole.AUDITOR):
        await desk.data.a_user(role, email=f"{role}@other.example")
        await desk.sign_in(f"{role}@other.example")
        for path in ("/users", f"/users/{ada}"):
            assert (await desk.http.get(path)).status_code == 403
        assert (await desk.http.get("/account")).status_code == 200
        for act in ("disable", "enable", "password", "sign-out", "role"):
            assert (await press(desk, ada, act, role=role))[0] == 403
            headers = desk.as_user(f"{role}@other.example")
            method = "PUT" if act == "role" else "POST"
            answer = await desk.http.request(
                method, f"{API}/{ada}/{act}", headers=headers, json={"role": role} if act == "role" else {}
            )
            assert answer.status_code == 403
    kept = await desk.row("SELECT role, disabled_at FROM users WHERE id = :id", id=ada)
    assert tuple(kept) == ("admin", None)


async def test_the_api_does_what_the_pages_do(desk: Site) -> None:
    rosa = await id_of(desk, ROSA)
    changed = await desk.http.put(
        f"{API}/{rosa}/role", headers=desk.api(), json={"role": "admin", "reason": "stands in"}
    )
    assert (changed.status_code, changed.json()["role"]) == (200, "admin")
    made = await desk.http.post(f"{API}/{rosa}/password", headers=desk.api())
    assert len(made.json()["password"]) == 24
    assert (await desk.http.post(f"{API}/{rosa}/sign-out", headers=desk.api())).status_code == 204
    disabled = await desk.http.post(f"{API}/{rosa}/disable", headers=desk.api(), json={"reason": "left"})
    assert disabled.json()["disabled_at"] is not None
    enabled = await desk.http.post(f"{API}/{rosa}/enable", headers=desk.api())
    assert enabled.json()["disabled_at"] is None
    nobody = await desk.http.post(f"{API}/{UUID(int=1)}/disable", headers=desk.api())
    assert nobody.status_code == 404


async def test_an_account_shows_own_sessions_and_ends_them(desk: Site) -> None:
    other = await session_for(desk.owner, ADA)
    await session_for(desk.owner, ROSA)
    page = await desk.http.get("/account")
    assert page.text.count("Firefox on Linux") >= 2
    assert page.text.count("this one") == 1
    ends = re.findall(r"/account/sessions/([0-9a-f-]+)/end", page.text)
    assert len(ends) == 1
    rosas = (await desk.row("SELECT id FROM web_sessions WHERE user_id = :id", id=await id_of(desk, ROSA)))[0]
    for session_id in (ends[0], rosas):
        await desk.http.post(f"/account/sessions/{session_id}/end", data={"csrf": csrf_of(page)})
    assert (await desk.row("SELECT count(*) FROM web_sessions"))[0] == 2, "own one of two, and not Rosa's"
    out = await desk.http.post("/account/sign-out-everywhere", data={"csrf": csrf_of(page)})
    assert out.headers["location"] == "/sign-in"
    assert (await desk.http.get("/account")).status_code == 303
    assert other not in page.text
