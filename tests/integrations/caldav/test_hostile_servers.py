"""A server may be down, overloaded, or somebody's trap."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from domain.calendars import (
    CalendarAccount,
    CalendarGoneError,
    CalendarProviderName,
    CalendarRefusedError,
    CalendarUnavailableError,
)
from domain.slots import Span
from integrations.caldav import CalDavCalendar
from tests.integrations.caldav.interview import ENTRY
from tests.integrations.caldav.radicale import RULES, clock
from tests.integrations.mail_server import certificates

WINDOW = Span(datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 16, tzinfo=UTC))


@dataclass
class Trap:
    """An HTTP server that answers as told, and what it was asked."""

    port: int = 0
    answer: Callable[[str], bytes] = lambda _: b""
    """From the method of a request to the whole answer."""
    asked: list[str] = field(default_factory=list)
    """Head of each request."""
    scheme: str = "http"

    def account(self) -> CalendarAccount:
        url = f"{self.scheme}://127.0.0.1:{self.port}/"
        secret = {"url": url, "username": "ada", "password": "secret"}
        return CalendarAccount(uuid4(), uuid4(), CalendarProviderName.CALDAV, secret, f"{url}cal/")


@asynccontextmanager
async def trap(answer: Callable[[str], bytes], tls: ssl.SSLContext | None = None) -> AsyncIterator[Trap]:
    """The server on a free port of loopback."""
    made = Trap(answer=answer, scheme="https" if tls else "http")

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            made.asked.append(head)
            writer.write(made.answer(head.partition(" ")[0]))
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client hung up, as some of these tests want it to
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()


def reply(status: str, body: bytes = b"", *headers: str) -> bytes:
    """An HTTP answer."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def provider(**changes: object) -> CalDavCalendar:
    return CalDavCalendar(replace(RULES, **changes), clock)  # type: ignore[arg-type] # names of CalDavRules


@pytest.mark.parametrize(
    ("answer", "wait"),
    [
        (reply("503 Busy", b"", "Retry-After: 120"), timedelta(minutes=2)),
        (reply("429 Slow down", b"", "Retry-After: 999999999999"), timedelta(days=1)),
        (
            reply(
                "503 Busy",
                b"",
                "Date: Mon, 02 Mar 2026 09:00:00 GMT",
                "Retry-After: Mon, 02 Mar 2026 09:05:00 GMT",
            ),
            timedelta(minutes=5),
        ),
        (reply("503 Busy", b"", "Retry-After: soon"), None),
        (reply("500 Broken"), None),
        (b"rubbish\r\n\r\n", None),
        (b"", None),
        (reply("301 Round", b"", "Location: /round"), None),
    ],
)
async def test_a_server_in_trouble_may_be_asked_again_later(answer: bytes, wait: timedelta | None) -> None:
    async with trap(lambda _: answer) as server:
        for call in (provider().busy(server.account(), WINDOW), provider().put(server.account(), ENTRY)):
            with pytest.raises(CalendarUnavailableError) as caught:
                await call
            assert caught.value.retry_after == wait


async def test_a_server_that_is_not_there_may_be_asked_again_later() -> None:
    async with trap(lambda _: b"") as server:
        pass
    with pytest.raises(CalendarUnavailableError):
        await provider().busy(server.account(), WINDOW)


@pytest.mark.parametrize("status", ["403 No", "409 Conflict", "415 What", "507 Full", "400 Bad", "413 Large"])
async def test_an_entry_that_is_refused_for_good_is_not_tried_again(status: str) -> None:
    multistatus = reply("207 Multi-Status", b'<multistatus xmlns="DAV:"/>')
    answers = {"GET": reply("404 None"), "PUT": reply(status)}
    async with trap(lambda method: answers.get(method, multistatus)) as server:
        with pytest.raises(CalendarRefusedError):
            await provider().put(server.account(), ENTRY)


async def test_a_silent_server_is_given_up_after_the_time_limit() -> None:
    released = asyncio.Event()

    async def serve(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await released.wait()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    with pytest.raises(CalendarUnavailableError, match="in time"):
        await provider(timeout=0.2).busy(Trap(port).account(), WINDOW)
    released.set()
    server.close()


async def test_a_dripping_server_is_given_up_after_the_time_limit() -> None:
    async def serve(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(b"HTTP/1.1 207 Multi\r\nContent-Length: 1000000\r\n\r\n")
            while True:
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.02)  # the drip itself
        except ConnectionError:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    with pytest.raises(CalendarUnavailableError, match="in time"):
        await provider(timeout=0.3).busy(Trap(port).account(), WINDOW)
    server.close()


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/passwd">]>
<multistatus xmlns="DAV:"><response><href>&b;&c;</href></response></multistatus>"""


@pytest.mark.parametrize(
    "body",
    [
        BOMB,
        b"<a/>",
        b"<a",
        b"",
        b"\xff\xfe\x00",
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b"<a>" * 100_000,
    ],
)
async def test_hostile_answers_are_unreadable_calendars(body: bytes) -> None:
    async with trap(lambda _: reply("207 Multi-Status", body)) as server:
        times = await provider().busy(server.account(), WINDOW)
        assert times.unreadable == (server.account().calendar_id,)
        with pytest.raises(CalendarUnavailableError):
            await provider().changes(server.account(), None)


async def test_an_answer_without_end_is_cut() -> None:
    async with trap(lambda _: reply("207 Multi-Status", b" " * 2_000_000)) as server:
        with pytest.raises(CalendarUnavailableError, match="too large"):
            await provider(largest_answer=1_000_000).busy(server.account(), WINDOW)


@pytest.mark.parametrize(
    "entry",
    [
        b"BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260305T090000Z\r\nDURATION:PT9M\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT",
        b"BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260305T090000Z\r\nDURATION:P99999999D\r\nEND:VEVENT",
        b"BEGIN:VEVENT\r\nUID:a\r\nDTSTART:rubbish\r\nEND:VEVENT",
        b"BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Not/Known:20260305T090000\r\nDTEND:20260305T100000Z\r\nEND:VEVENT",
        b"BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260305T090000Z\r\nDURATION:P99999999999D\r\nEND:VEVENT",
        b"rubbish",
    ],
)
async def test_an_entry_that_cannot_be_read_never_looks_free(entry: bytes) -> None:
    def answer(method: str) -> bytes:
        data = b"BEGIN:VCALENDAR\r\n" + entry + b"\r\nEND:VCALENDAR"
        return reply(
            "207 Multi-Status",
            b'<multistatus xmlns="DAV:"><response><href>/cal/a.ics</href><propstat><prop><calendar-data '
            b'xmlns="urn:ietf:params:xml:ns:caldav">' + data + b"</calendar-data></prop>"
            b"<status>HTTP/1.1 200 OK</status></propstat></response></multistatus>",
        )

    async with trap(answer) as server:
        times = await provider().busy(server.account(), WINDOW)
    assert times.unreadable
    assert times.spans == ()


async def test_a_server_that_gives_no_entries_is_asked_for_free_busy() -> None:
    free_busy = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=FREE:20260304T090000Z/PT9H\r\n"
        b"FREEBUSY:20260305T090000Z/PT1H,20260306T090000Z/20260306T100000Z\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n"
    )
    answers = iter([reply("403 No"), reply("200 OK", free_busy, "Content-Type: text/calendar")])
    async with trap(lambda _: next(answers)) as server:
        times = await provider().busy(server.account(), WINDOW)
    assert times.unreadable == ()
    assert [(one.start.day, one.end.hour) for one in times.spans] == [(5, 10), (6, 10)]


async def test_a_password_never_goes_to_another_host() -> None:
    async with trap(lambda _: reply("200 OK")) as other:
        elsewhere = f"Location: http://localhost:{other.port}/cal/"
        async with trap(lambda _: reply("302 Away", b"", elsewhere)) as server:
            account = server.account()
            with pytest.raises(CalendarGoneError, match="another host"):
                await provider(plain_hosts=frozenset({"127.0.0.1", "localhost"})).put(account, ENTRY)
        assert len(server.asked) == 1
        assert other.asked == []


async def test_a_certificate_must_be_trusted_and_then_names_are_checked(tmp_path: Path) -> None:
    server_side, client_side = certificates(tmp_path)
    async with trap(lambda _: reply("403 No"), server_side) as server:
        with pytest.raises(CalendarUnavailableError):
            await provider().busy(server.account(), WINDOW)
        assert server.asked == []
        assert (await provider(tls=client_side).busy(server.account(), WINDOW)).unreadable
        named = replace(
            server.account(), secret={**server.account().secret, "url": f"https://localhost:{server.port}"}
        )
        named = replace(named, calendar_id=f"https://localhost:{server.port}/cal/")
        hosts = frozenset({"localhost"})
        with pytest.raises(CalendarUnavailableError):
            await provider(tls=client_side, private_hosts=hosts).busy(named, WINDOW)
