"""Forms that were not sent by a page of the same browser: refused at every address that takes one, without effect."""

import httpx

from tests.access.faces import Caller, Faces, form_token
from tests.access.routes import Route
from web.desk.session import COOKIE

BEFORE_SIGN_IN = {"POST /sign-in", "POST /sign-in/provider"}
"""No session can vouch for these yet: the browser says from which site they come."""
ONE_CLICK = {"POST /digest/off/{user_id}/{token}"}
"""Mail programs send this one for their reader (RFC 8058): the signed address alone counts."""
HOOKS = {"POST /hooks/google-calendar", "POST /hooks/identity"}
"""Signed by whoever sends them; no browser, no cookie."""


def desk_forms(faces: Faces) -> list[Route]:
    """Every address of the desk that takes a form."""
    apart = BEFORE_SIGN_IN | ONE_CLICK | HOOKS
    return [
        route
        for route in faces.routes
        if route.method not in {"GET", "HEAD"}
        and not route.is_api
        and not route.is_candidate
        and str(route) not in apart
    ]


async def send(faces: Faces, caller: Caller, address: str, **form: str) -> httpx.Response:
    """A form in a browser of somebody who is signed in."""
    faces.http.cookies.clear()
    faces.http.cookies.set(COOKIE, caller.cookie, domain=faces.http.base_url.host)
    return await faces.http.post(address, data={"reason": "It was asked for.", "confirm": "yes", **form})


async def test_the_desk_takes_no_form_without_the_token_of_its_own_session(faces: Faces) -> None:
    admin, other = faces.callers["admin A"], faces.callers["admin B"]
    ids, before, faults = await faces.ids(faces.world.sides[0]), await faces.state(), []
    good = form_token(faces.form_key, admin.cookie)
    forms = desk_forms(faces)
    assert len(forms) > 20
    for route in forms:
        address = faces.address(route, ids)
        for given in (
            {},
            {"csrf": ""},
            {"csrf": form_token(faces.form_key, other.cookie)},
            {"csrf": form_token("another key", admin.cookie)},
            {"csrf": good[:-1]},
            {"csrf": good.upper()},
            {"CSRF": good},
            {"csrf": "é" + good},
        ):
            answer = await send(faces, admin, address, **given)
            if answer.status_code != 403:
                faults.append(f"{route} {given}: {answer.status_code}")
    assert not faults, "\n".join(faults)
    assert await faces.state() == before


async def test_the_token_in_the_address_or_as_json_does_not_count(faces: Faces) -> None:
    admin = faces.callers["admin A"]
    ids, before = await faces.ids(faces.world.sides[0]), await faces.state()
    good = form_token(faces.form_key, admin.cookie)
    faces.http.cookies.set(COOKIE, admin.cookie, domain=faces.http.base_url.host)
    for route in desk_forms(faces):
        address = faces.address(route, ids)
        assert (await faces.http.post(address, params={"csrf": good})).status_code == 403, str(route)
        assert (await faces.http.post(address, json={"csrf": good})).status_code == 403, str(route)
        plain = {"Content-Type": "text/plain"}
        assert (await faces.http.post(address, content=f"csrf={good}", headers=plain)).status_code == 403, (
            str(route)
        )
    assert await faces.state() == before


async def test_sign_in_forms_of_other_sites_are_refused(faces: Faces) -> None:
    for address in ("/sign-in", "/sign-in/provider"):
        for headers in (
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {"Origin": "http://understudy.test.evil.example"},
        ):
            answer = await faces.http.post(
                address, headers=headers, data={"email": "a@b.example", "password": "x"}
            )
            assert answer.status_code == 403, (address, headers)


async def test_candidate_pages_take_no_form_without_a_nonce_of_the_same_page(faces: Faces) -> None:
    side, before, faults = faces.world.sides[0], await faces.state(), []
    stranger, ids = faces.callers["stranger"], await faces.ids(faces.world.sides[0])
    for route in faces.routes:
        if not route.is_candidate or route.method != "POST" or str(route) in ONE_CLICK:
            continue
        applicant = route.path.startswith("/about-me/")
        purpose = "about_me" if applicant else route.path.split("/")[2]
        of = ids["application_id"] if applicant else side.booked
        good = {**ids, "token": faces.links.sign(of, faces.purpose(purpose), 0, faces.later)}  # type: ignore[arg-type]
        another = "schedule" if purpose != "schedule" else "accept"
        for nonce in (
            "",
            "x",
            faces.links.nonce(side.talking, faces.purpose(purpose), "", faces.clock.now),
            faces.links.nonce(side.booked, faces.purpose(another), "", faces.clock.now),
            faces.token(side.booked, purpose),
        ):
            answer = await faces.ask(route, stranger, faces.address(route, good), nonce=nonce)
            if answer.status_code != 403:
                faults.append(f"{route} {nonce[:12]}: {answer.status_code} {answer.text[:150]!r}")
    assert not faults, "\n".join(faults)
    assert await faces.state() == before


async def test_no_api_call_is_answered_for_a_browsers_cookie_alone(faces: Faces) -> None:
    """A form of another site could send cookies along, and never a key."""
    admin, ids = faces.callers["admin A"], await faces.ids(faces.world.sides[0])
    faces.http.cookies.set(COOKIE, admin.cookie, domain=faces.http.base_url.host)
    for route in faces.routes:
        if route.is_api and route.path != "/api/v1/openapi.json":
            answer = await faces.http.request(route.method, faces.address(route, ids))
            assert answer.status_code == 401, str(route)
