"""Requests that nobody's browser sends: answered with a clear refusal, never with a fault of ours."""

import asyncio

import pytest

from tests.access.faces import Caller, Faces, form_token
from tests.support.identity import key_for
from web.desk.session import COOKIE

EVIL = ("//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "/%09/evil.example",
        "javascript:alert(1)", "http:evil.example", "///evil.example", "/\n/evil.example", "https:evil.example",
        "/%2f%2fevil.example", "//understudy.test@evil.example", " https://evil.example")  # fmt: skip
TRAVERSALS = (
    "../app.py", "..%2fapp.py", "%2e%2e/app.py", "%2e%2e%2fapp.py", "..%5capp.py", "..%252fapp.py", "....//app.py",
    "%c0%ae%c0%ae/app.py", "/etc/passwd", "%2fetc%2fpasswd", "desk.css", "desk.css%00", "%00", "C:%5cx",
    "..;/app.py", "~root", "file:///etc/passwd",
)  # fmt: skip
CLEAR = range(400, 500)


def signed_in(faces: Faces, caller: Caller) -> None:
    """From here on the client is the browser of somebody."""
    faces.http.cookies.clear()
    if caller.cookie:
        faces.http.cookies.set(COOKIE, caller.cookie, domain=faces.http.base_url.host)


async def test_nothing_outside_of_the_folder_is_served(faces: Faces) -> None:
    signed_in(faces, faces.callers["stranger"])
    for name in TRAVERSALS:
        answer = await faces.http.get(f"/static/{name}")
        assert answer.status_code == 404, name
        assert "create_app" not in answer.text
        assert "root:" not in answer.text


async def test_nobody_is_sent_to_another_site(faces: Faces) -> None:
    admin = faces.callers["admin A"]
    for wanted in EVIL:
        signed_in(faces, faces.callers["stranger"])
        page = await faces.http.get("/sign-in", params={"next": wanted})
        assert page.status_code in {200, *CLEAR}
        assert "evil.example" not in page.text.partition("<form")[2].partition('value="//')[2]
        signed_in(faces, admin)
        for answer in (
            await faces.http.get("/sign-in", params={"next": wanted}),
            await faces.http.post("/sign-out", data={"csrf": "x", "next": wanted}),
        ):
            assert "evil.example" not in answer.headers.get("location", "")


@pytest.mark.parametrize(
    "host", ["evil.example", "understudy.test.evil.example", "evil.example:80@understudy.test"]
)
async def test_no_address_is_made_of_the_host_that_a_request_names(faces: Faces, host: str) -> None:
    headers = {"Host": host, "X-Forwarded-Host": host, "Forwarded": f"host={host}"}
    side = faces.world.sides[0]
    link = f"/interview/application/{side.booked}/{faces.token(side.booked, 'application')}"
    for caller in ("stranger", "recruiter A"):
        signed_in(faces, faces.callers[caller])
        for path in (
            "/",
            "/sign-in",
            "/jobs/",
            "/account/",
            "/users//",
            link,
            f"{link}/",
            "//evil.example/..",
            "/nothing",
        ):
            answer = await faces.http.get(path, headers=headers)
            assert answer.status_code < 500, path
            assert "evil.example" not in answer.headers.get("location", ""), path
            assert "evil.example" not in answer.text, path


async def test_broken_bodies_are_refused_clearly(faces: Faces) -> None:
    admin = faces.callers["admin A"]
    key = {"Authorization": f"Bearer {await key_for(faces.owner, admin.email)}"}
    csrf = form_token(faces.form_key, admin.cookie)
    signed_in(faces, admin)
    ids = await faces.ids(faces.world.sides[0])
    form, multipart = "application/x-www-form-urlencoded", "multipart/form-data"
    own = b"csrf=" + csrf.encode()
    field, file = b'form-data; name="csrf"', b'form-data; name="f"; filename="../../x"'
    bodies = [
        ("application/json", b"{"), ("application/json", b'{"title": "\xff\xfe"}'),
        ("application/json", b"[" * 10_000), ("application/json", b'{"title": "a\\u0000b"}'),
        ("application/json", b"null"), ("application/json", b"1e999"),
        ("application/json", b'{"title": ' + b"9" * 5000 + b"}"), ("application/json", b'{"title": "\\ud800"}'),
        ("application/xml", b"<a/>"), ("text/plain", b"x"), ("", b"x"),
        ("application/json; charset=utf-7", b"+ADw-"), (form, b"a=%ff%fe&csrf=%00"), (form, b"=" * 5000),
        (form, b"&" * 5000), (form, own + b"&reason=%00"), (form, own + b"&reason=" + b"%ff" * 50),
        (form, own + b"&reason=%ed%a0%80"), (multipart, b"x"), (f"{multipart}; boundary=", b"--\r\n"),
        (f"{multipart}; boundary=x", b"--x\r\n\r\n"),
        (f"{multipart}; boundary=x", b"--x\r\nContent-Disposition: " + field + b"\r\n\r\n" + csrf.encode()),
        (f"{multipart}; boundary=x", b"--x\r\nContent-Disposition: " + file + b"\r\n\r\nx\r\n--x--\r\n"),
        (f"{multipart}; boundary={'x' * 5000}", b"--x\r\n"),
    ]  # fmt: skip
    side = faces.world.sides[0]
    link = f"/interview/accept/{side.booked}/{faces.token(side.booked, 'accept')}"
    for kind, body in bodies:
        for method, path, headers in (
            ("POST", "/api/v1/jobs", key),
            ("POST", f"/api/v1/jobs/{ids['job_id']}/applications", key),
            ("PUT", f"/api/v1/jobs/{ids['job_id']}/requirements", key),
            ("POST", f"/jobs/{ids['job_id']}/acts/pause", {}),
            ("POST", f"/interviews/{faces.world.sides[0].talking}/conversation", {}),
            ("POST", "/sign-in", {}),
            ("POST", "/users", {}),
            ("POST", link, {}),
        ):
            answer = await faces.http.request(
                method, path, content=body, headers={**headers, "Content-Type": kind}
            )
            assert answer.status_code in CLEAR, (
                method,
                path,
                kind,
                body[:40],
                answer.status_code,
                answer.text[:300],
            )


async def test_strange_addresses_and_headers_are_refused_clearly(faces: Faces) -> None:
    admin = faces.callers["admin A"]
    signed_in(faces, admin)
    paths = (
        "/jobs/%00", "/%00", "/%ff%fe", "/" + "a" * 20_000, "/%2e%2e/%2e%2e/etc/passwd", "/jobs/%0d%0aSet-Cookie:x=1",
        "/flags/%00", "/flags/" + "x" * 5000, "/?after=%00", "/?after=" + "x" * 500, "/?after=%ff",
        "/audit?text=%00", "/audit?job_id=x", "/audit?since=99999-01-01", "/audit?after=99999999999999999999999",
        "/jobs/%F0%9F%92%A9/activity", "/users/%ED%A0%80", "/audit/rows/99999999999999999999999999",
        "/audit/rows/-1", "/conversations?after=%00", "/figures?since=x", "/audit/access?before=9999999999999999999999",
        "/audit?before=" + "9" * 5000, "/audit/access?before=" + "9" * 5000,
    )  # fmt: skip
    for path in paths:
        answer = await faces.http.get(path)
        assert answer.status_code < 500, (path[:60], answer.text[:500])
        assert "set-cookie" not in answer.headers or "x=1" not in answer.headers["set-cookie"]
    headers = (
        {"Authorization": "Bearer " + "x" * 100_000}, {"Authorization": "Bearer"}, {"Authorization": "\xff\xfe"},
        {"Cookie": "=" * 10_000}, {"Cookie": f"{COOKIE}=" + "x" * 100_000}, {"Cookie": f"{COOKIE}=%00"},
        {"Accept-Language": "x," * 5000}, {"Accept-Language": "*;q=nan, \xff"}, {"Idempotency-Key": "\xff" * 300},
        {"If-Match": "\"" * 1000}, {"If-None-Match": "*" * 5000}, {"Range": "bytes=0-99999999999999999999"},
        {"Last-Event-ID": "x" * 1000}, {"X-Http-Method-Override": "DELETE"}, {"Content-Length": "-1"},
        {"Transfer-Encoding": "chunked, identity"}, {"Expect": "x"}, {"X-Forwarded-For": "\xff, ::::1, 999.1.1.1"},
        {"User-Agent": "\x01\xff" * 1000}, {"Sec-Fetch-Site": "\xff"}, {"Origin": "http://[::1"},
    )  # fmt: skip
    for given in headers:
        raw = [(name.encode(), value.encode("latin-1")) for name, value in given.items()]
        for path in ("/", "/sign-in", "/api/v1/jobs"):
            answer = await faces.http.get(path, headers=raw)
            assert answer.status_code < 500, (path, given, answer.text[:300])
        answer = await faces.http.post(
            "/sign-in", headers=raw, data={"email": "a@b.example", "password": "x"}
        )
        assert answer.status_code < 500, given


async def test_other_methods_are_refused_everywhere(faces: Faces) -> None:
    ids = await faces.ids(faces.world.sides[0])
    known: dict[str, set[str]] = {}
    for route in faces.routes:
        known.setdefault(route.path, set()).add(route.method)
    before = await faces.state()
    signed_in(faces, faces.callers["admin A"])
    async with asyncio.timeout(120):
        for route in faces.routes:
            for method in {"PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"} - known[route.path]:
                answer = await faces.http.request(method, faces.address(route, ids))
                assert answer.status_code in CLEAR, (method, route.path)
    assert await faces.state() == before
