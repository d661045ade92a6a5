"""A Google on this machine, settings that point to it, and a web tier that it can reach."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import uvicorn
from pydantic import SecretStr
from starlette.types import ASGIApp
from uvicorn.config import WSProtocolType

from integrations.google_calendar.app import SCOPES
from runtime.settings import Settings
from tests.doubles.google import GoogleDouble

LOOPBACK = "127.0.0.1"


def with_google(settings: Settings, google: GoogleDouble, **changes: object) -> Settings:
    """Settings of an installation that is registered with this Google, and may reach servers of this machine."""
    app = google.app()
    return settings.model_copy(
        update={
            "google_client_id": app["client_id"],
            "google_client_secret": SecretStr(app["client_secret"]),
            "google_address": f"http://{LOOPBACK}:{google.port}",
            "caldav_private_hosts": LOOPBACK,
            "caldav_plain_hosts": LOOPBACK,
            **changes,
        }
    )


def tokens(google: GoogleDouble, email: str) -> dict[str, str]:
    """What a finished consent of this account leaves."""
    return google.secret(email, SCOPES)


@dataclass(frozen=True, slots=True)
class Port:
    """A port of loopback that is open before anybody serves it, so that its address can be told."""

    listening: socket.socket

    @property
    def url(self) -> str:
        """The root of what will be served."""
        return f"http://{LOOPBACK}:{self.listening.getsockname()[1]}"


@contextmanager
def a_port() -> Iterator[Port]:
    """A free port."""
    with socket.create_server((LOOPBACK, 0)) as listening:
        yield Port(listening)


@asynccontextmanager
async def serving(app: ASGIApp, port: Port, *, sockets: bool = False) -> AsyncIterator[None]:
    """Serve an application there over real HTTP, with WebSockets where asked for."""
    ws: WSProtocolType = "auto" if sockets else "none"
    config = uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws=ws)
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve([port.listening]))
    try:
        yield
    finally:
        server.should_exit = True
        await task
