"""The one table from errors to HTTP, and how errors look."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.ext.asyncio import async_sessionmaker as sessionmaker

import domain.errors
from domain.calendars import CalendarGoneError, CalendarRefusedError, CalendarUnavailableError
from domain.errors import UnderstudyError
from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from tests.web.site import BASE, FORM_KEY, Clock, Site
from web.app import create_app
from web.deps import WebDeps
from web.faults import PreconditionError, PreconditionRequiredError, RateLimitedError, RequestRunningError
from web.statuses import STATUS, status_of
from web.transaction import as_candidate


def _kinds(kind: type[UnderstudyError] = UnderstudyError) -> Iterator[type[UnderstudyError]]:
    yield kind
    for more in kind.__subclasses__():
        yield from _kinds(more)


def test_every_error_of_the_domain_stands_in_the_table() -> None:
    named = {kind for kind in vars(domain.errors).values() if isinstance(kind, type)}
    of_calendars = {CalendarGoneError, CalendarRefusedError, CalendarUnavailableError}
    of_http = {PreconditionError, PreconditionRequiredError, RateLimitedError, RequestRunningError}
    ours = {kind for kind in named if issubclass(kind, UnderstudyError)}
    assert set(STATUS) == ours | of_calendars | of_http
    assert all(400 <= status_of(kind("no")) < 600 for kind in _kinds())


async def test_an_error_names_the_field_and_the_way_out(site: Site) -> None:
    await site.data.a_user(role=UserRole.ADMIN)
    answer = await site.http.post(
        "/api/v1/jobs",
        headers=site.api(),
        json={"title": "Cook", "confirmation_window": "PT0S", "colour": "red"},
    )
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    body = answer.json()
    assert body["type"] == "urn:understudy:error:invalid_input"
    assert body["title"] == "Invalid input"
    assert body["status"] == 422
    assert body["field"] == "confirmation_window"
    assert {fault["field"] for fault in body["errors"]} == {"confirmation_window", "colour"}
    assert body["request_id"] == answer.headers["x-request-id"]
    assert "PT0S" not in answer.text
    missing = await site.http.get("/api/v1/nothing", headers=site.api())
    assert (missing.status_code, missing.json()["title"]) == (404, "Not found")
    page = await site.http.get("/nothing")
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")


async def test_a_database_that_does_not_answer_is_a_503_that_says_when_to_come_back() -> None:
    nowhere = create_async_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    async with _client(sessionmaker(nowhere)) as client:
        answer = await client.get("/api/v1/jobs", headers={"Authorization": "Bearer usk_any"})
        assert (answer.status_code, answer.json()["type"]) == (503, "urn:understudy:error:unavailable")
        assert answer.headers["retry-after"] == "2"
        assert (await client.get("/healthz")).status_code == 503
    await nowhere.dispose()


async def test_a_fault_of_ours_tells_and_logs_an_id_but_nothing_of_what_was_sent(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(AsyncSession):
        async def execute(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise RuntimeError("secret: ana@example.org")

    nowhere = create_async_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    with caplog.at_level(logging.INFO):
        async with _client(sessionmaker(nowhere, class_=Broken)) as client:
            answer = await client.get(
                "/api/v1/jobs/4dd0f2d0-0000-4000-8000-000000000000",
                headers={"Authorization": "Bearer usk_any"},
            )
    assert answer.status_code == 500
    assert "secret" not in answer.text
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("web")]
    assert any(answer.json()["request_id"] in line and "RuntimeError" in line for line in ours)
    assert not any("secret" in line or "4dd0f2d0" in line for line in ours)
    await nowhere.dispose()


async def test_every_answer_carries_the_security_headers(site: Site) -> None:
    healthy = await site.http.get("/healthz")
    assert healthy.json() == {"status": "ok"}
    sheet = (await site.http.get("/sign-in")).text.partition('rel="stylesheet" href="')[2].partition('"')[0]
    for path in ("/healthz", "/sign-in", "/api/v1/jobs", "/nothing", sheet):
        answer = await site.http.get(path)
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-robots-tag"] == "noindex"
        kept = "public, max-age=31536000, immutable" if path == sheet else "no-store"
        assert answer.headers["cache-control"] == kept


async def test_a_body_larger_than_the_limit_is_cut_off_while_it_arrives(site: Site) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 50_000_000:
            sent += 65_536
            yield b"a" * 65_536

    answer = await site.http.post("/sign-in", content=endless(), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 413
    answer = await site.http.post("/api/v1/jobs", content=endless(), headers=site.api())
    assert (answer.status_code, answer.json()["status"]) == (413, 413)


async def test_the_database_is_asked_again_after_a_deadlock(site: Site) -> None:
    interview = await site.an_invitation()
    app = site.http._transport.app  # type: ignore[attr-defined]
    both_hold_one, tries = asyncio.Barrier(2), 0

    def crossing(first: int, second: int) -> Callable[[AsyncSession], Awaitable[int]]:
        met = False

        async def act(session: AsyncSession) -> int:
            nonlocal met, tries
            tries += 1
            lock = text("SELECT pg_advisory_xact_lock(:key)")
            await session.execute(lock, {"key": first})
            if not met:
                met = True
                await both_hold_one.wait()
            await session.execute(lock, {"key": second})
            return first

        return act

    done = await asyncio.gather(
        as_candidate(app.state.deps, interview, crossing(1, 2)),
        as_candidate(app.state.deps, interview, crossing(2, 1)),
    )
    assert [*done, tries] == [1, 2, 3]


def _client(sessions: sessionmaker[AsyncSession]) -> httpx.AsyncClient:
    app = create_app(WebDeps(sessions, Clock(), SignedLinks("k" * 40, BASE), BASE, FORM_KEY))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE)
