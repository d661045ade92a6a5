"""A small web server that hears Google's notices."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import uvicorn
from fastapi import FastAPI, Request, Response

from tests.support.patience import PATIENCE_SECONDS


@dataclass
class Ear:
    """What was heard, in order."""

    address: str
    _notices: "asyncio.Queue[dict[str, str]]" = field(default_factory=asyncio.Queue)

    async def heard(self) -> dict[str, str]:
        """The headers of the next notice."""
        return await asyncio.wait_for(self._notices.get(), PATIENCE_SECONDS)

    def silent(self) -> bool:
        """Whether nothing more was heard."""
        return self._notices.empty()

    async def hear(self, request: Request) -> Response:
        """Takes a notice, as a web tier would."""
        assert await request.body() == b""
        self._notices.put_nowait(dict(request.headers))
        return Response(status_code=204)


@asynccontextmanager
async def listen() -> AsyncIterator[Ear]:
    """An ear on a free port of loopback."""
    listening = socket.create_server(("127.0.0.1", 0))
    ear = Ear(f"http://127.0.0.1:{listening.getsockname()[1]}/notices")
    app = FastAPI(openapi_url=None)
    app.add_api_route("/notices", ear.hear, methods=["POST"])
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws="none")
    )
    serving = asyncio.create_task(server.serve([listening]))
    try:
        yield ear
    finally:
        server.should_exit = True
        await serving
