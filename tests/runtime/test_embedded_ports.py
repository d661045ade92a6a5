"""Asking a part of the embedded stack over HTTP whether it serves."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from runtime.embedded.ports import LOOPBACK, free_port, serves
from tests.support.patience import PATIENCE_SECONDS

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def _listening(handle: Handler) -> AsyncIterator[int]:
    server = await asyncio.start_server(handle, LOOPBACK, 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


@pytest.mark.parametrize(("status", "expected"), [("200 OK", True), ("503 Service Unavailable", False)])
async def test_a_part_serves_when_it_answers_200(status: str, expected: bool) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())
        writer.close()
        await writer.wait_closed()

    async with _listening(answer) as port:
        assert await serves(port, "/healthz") is expected


async def test_a_part_that_accepts_and_never_answers_does_not_serve_and_is_let_go() -> None:
    """So a part looks that hangs. Left to the collector of garbage, the connection would be a warning."""
    let_go = asyncio.Event()

    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        let_go.set()
        writer.close()

    async with _listening(hang) as port:
        assert not await serves(port, "/healthz", timeout_seconds=0.05)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await let_go.wait()


async def test_a_port_nobody_listens_on_does_not_serve() -> None:
    assert not await serves(free_port(), "/healthz")
