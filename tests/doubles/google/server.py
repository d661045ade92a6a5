"""The double itself: a server on a free port of loopback, in a thread of its own."""

import asyncio
import socket
from datetime import timedelta
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self, TypedDict

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from tests.doubles.google.api import calendar_api
from tests.doubles.google.calendars import Calendar
from tests.doubles.google.clock import Clock
from tests.doubles.google.errors import GoogleError
from tests.doubles.google.faults import Faults
from tests.doubles.google.hand import Hand
from tests.doubles.google.oauth_pages import oauth_pages
from tests.doubles.google.people import TOKEN_LIFE, People
from tests.doubles.google.push import Push
from tests.doubles.google.world import Mail, World

LOOPBACK = "127.0.0.1"
Address = tuple[str, int]


class AppSettings(TypedDict):
    """A registered app and the addresses it speaks to."""

    client_id: str
    client_secret: str
    api_endpoint: str
    authorization_uri: str
    token_uri: str
    revoke_uri: str


class GoogleDouble:
    """Google on this machine. A context manager; `start` and `stop` do the same. Port 0 takes a free one."""

    def __init__(self, port: int = 0) -> None:
        self._world = World("understudy.apps.googleusercontent.com", "GOCSPX-double")
        self.port = port
        self._server: _Server | None = None
        self._thread: Thread | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Open the port. Raises OSError when it is taken."""
        listening = socket.create_server((LOOPBACK, self.port))
        # asyncio does this only for sockets it opened itself; without, each answer waits 40 ms for an acknowledgement.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.port = listening.getsockname()[1]
        lines: dict[Address, asyncio.Transport] = {}
        config = uvicorn.Config(
            _Troubles(_app(self._world), self._world, lines),
            http=_protocol(lines),
            log_level="critical",
            access_log=False,
            lifespan="off",
            ws="none",
        )
        self._server = _Server(config)
        self._thread = Thread(target=self._server.run, args=([listening],), name="google double", daemon=True)
        self._thread.start()
        self._server.listening.wait()
        self._world.push.start()

    def stop(self) -> None:
        """Close the port; accounts, calendars and tokens stay for another `start`."""
        if self._server and self._thread:
            self._server.should_exit = True
            self._server.force_exit = True
            self._thread.join()
            self._world.push.stop()
        self._server = self._thread = None

    def app(self) -> AppSettings:
        """Client id, secret and addresses, named as the adapter's settings are."""
        root = f"http://{LOOPBACK}:{self.port}"
        return {
            "client_id": self._world.client_id,
            "client_secret": self._world.client_secret,
            "api_endpoint": f"{root}/calendar/v3/",
            "authorization_uri": f"{root}/o/oauth2/v2/auth",
            "token_uri": f"{root}/token",
            "revoke_uri": f"{root}/revoke",
        }

    def add_account(self, email: str, zone: str = "UTC") -> Hand:
        """A person with a main calendar, whose id is the mail address."""
        with self._world.lock:
            self._world.people.emails.append(email)
            calendar = Calendar(email, zone, primary=True, roles={email: "owner"})
            return Hand(self._world, self._world.calendars.add(calendar))

    def add_calendar(self, calendar_id: str, roles: dict[str, str], zone: str = "UTC") -> Hand:
        """A further calendar, with the role of each account that it is shared with."""
        with self._world.lock:
            calendar = Calendar(calendar_id, zone, primary=False, roles=dict(roles))
            return Hand(self._world, self._world.calendars.add(calendar))

    def secret(self, email: str, scopes: tuple[str, ...], lasts: timedelta = TOKEN_LIFE) -> dict[str, str]:
        """Tokens as a finished consent leaves them; `lasts` is what the app believes of the access token."""
        with self._world.lock:
            grant = self._world.people.grant(email, scopes)
            return {
                "access_token": self._world.people.access_token(grant),
                "refresh_token": grant.refresh_token,
                "expiry": (self._world.clock.now() + lasts).isoformat(),
                "scopes": " ".join(scopes),
            }

    @property
    def faults(self) -> Faults:
        """Misfortune on demand."""
        return self._world.faults

    @property
    def clock(self) -> Clock:
        """The double's time."""
        return self._world.clock

    @property
    def people(self) -> People:
        """Consents and tokens; `people.consent` says what the person at the consent page answers."""
        return self._world.people

    @property
    def push(self) -> Push:
        """Channels and notices."""
        return self._world.push

    @property
    def mails(self) -> list[Mail]:
        """Mails that Google would have sent."""
        return self._world.mails

    @property
    def requests(self) -> list[str]:
        """Every request so far, as "METHOD path"."""
        return self._world.requests

    def pages_of(self, size: int) -> None:
        """Let lists of events hold no more than this per page."""
        self._world.listing.largest_page = size


def _app(world: World) -> FastAPI:
    app = FastAPI(openapi_url=None)
    app.include_router(oauth_pages(world))
    app.include_router(calendar_api(world))

    @app.exception_handler(GoogleError)
    async def refused(_request: Request, error: GoogleError) -> JSONResponse:
        return JSONResponse(error.body(), error.status, error.headers)

    return app


class _Troubles:
    """Stands before the app: writes requests down and lets faults happen."""

    def __init__(self, app: ASGIApp, world: World, lines: dict[Address, asyncio.Transport]) -> None:
        self._app = app
        self._world = world
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = f"{scope['method']} {scope['path']}"
        self._world.requests.append(request)
        fault = self._world.faults.take(request)
        if fault is None:
            await self._app(scope, receive, send)
        elif fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
            await self._app(scope, receive, send)
        elif fault.gate:
            await asyncio.to_thread(fault.gate.passed)
            await self._app(scope, receive, send)
        elif fault.error:
            answer = JSONResponse(fault.error.body(), fault.error.status, fault.error.headers)
            await answer(scope, receive, send)
        else:
            if fault.kind == "cut_after":
                await self._app(scope, receive, _nowhere)
            self._lines[scope["client"]].abort()


async def _nowhere(message: Message) -> None:
    """Takes an answer that never leaves."""
    del message


def _protocol(lines: dict[Address, asyncio.Transport]) -> type[asyncio.Protocol]:
    """uvicorn's HTTP protocol, which also notes each connection so that it can be cut."""

    class Cuttable(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            lines[transport.get_extra_info("peername")[:2]] = transport

        def connection_lost(self, exc: Exception | None) -> None:
            lines.pop(self.client or (LOOPBACK, 0), None)
            super().connection_lost(exc)

    return Cuttable


class _Server(uvicorn.Server):
    """Tells when it listens, and ends at once: whoever speaks to it then is cut off."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for each in sockets or []:
            each.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        for task in list(self.server_state.tasks):
            task.cancel()
        await asyncio.sleep(0)
