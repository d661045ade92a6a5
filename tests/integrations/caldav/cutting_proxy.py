"""A TCP proxy before a server that can lose an answer: the request arrives, the answer does not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass
class CuttingProxy:
    """Where the proxy listens, and whose answer it loses next."""

    port: int = 0
    lose_answer_to: bytes = b""
    """The method of requests whose answers are lost; empty loses none."""
    lost: int = 0


@asynccontextmanager
async def cutting_proxy(upstream_port: int) -> AsyncIterator[CuttingProxy]:
    """A proxy on a free port of loopback."""
    proxy = CuttingProxy()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream_reader, upstream_writer = await asyncio.open_connection("127.0.0.1", upstream_port)
        cut = asyncio.Event()

        async def forward() -> None:
            while data := await reader.read(65_536):
                if proxy.lose_answer_to and data.startswith(proxy.lose_answer_to + b" "):
                    cut.set()
                upstream_writer.write(data)
                await upstream_writer.drain()

        async def back() -> None:
            while data := await upstream_reader.read(65_536):
                if cut.is_set():
                    # The server has answered, so the request was carried out.
                    proxy.lost += 1
                    return
                writer.write(data)
                await writer.drain()

        tasks = [asyncio.create_task(forward()), asyncio.create_task(back())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for side in (writer, upstream_writer):
                side.transport.abort()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
