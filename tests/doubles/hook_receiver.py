"""A receiver of webhooks on loopback that can fail in every way receivers do; it verifies signatures by the library."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from tests.support.calendars import Port, a_port, serving

Answering = Callable[[Request], Awaitable[Response]]


async def take(_: Request) -> Response:
    """As a good receiver answers."""
    return Response(status_code=204)


def answer(status: int, **headers: str) -> Answering:
    """Always the same answer."""

    async def answering(_: Request) -> Response:
        return Response(status_code=status, headers=headers)

    return answering


async def hang(request: Request) -> Response:
    """Answer nothing for as long as anybody waits for it."""
    await request.receive()  # behind the body there is only its sender's leaving
    return Response(status_code=204)


@dataclass(frozen=True)
class Received:
    """One try that arrived with a good signature."""

    id: str
    body: dict[str, Any]
    status: int

    @property
    def sequence(self) -> int:
        """Which log row it tells of."""
        number: int = self.body["data"]["sequence"]
        return number


@dataclass
class HookReceiver:
    """What arrived, and how the next ones are answered."""

    port: Port
    secrets: list[str] = field(default_factory=list)
    answering: Answering = take
    received: list[Received] = field(default_factory=list)
    forged: int = 0
    """Tries without a good signature."""

    @property
    def url(self) -> str:
        """Where to send to."""
        return f"{self.port.url}/hook?for=ats"

    @property
    def taken(self) -> list[Received]:
        """Tries that were answered with success."""
        return [one for one in self.received if one.status < 300]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The ASGI application."""
        request = Request(scope, receive)
        body = await request.body()
        content: dict[str, Any] | None = None
        for secret in self.secrets:
            try:
                content = Webhook(secret).verify(body, dict(request.headers))
                break
            except WebhookVerificationError:
                continue
        if content is None:
            self.forged += 1
            await Response(status_code=401)(scope, receive, send)
            return
        response = await self.answering(request)
        self.received.append(Received(request.headers["webhook-id"], content, response.status_code))
        await response(scope, receive, send)


@asynccontextmanager
async def hook_receiver() -> AsyncIterator[HookReceiver]:
    """A receiver on a free port."""
    with a_port() as port:
        made = HookReceiver(port)
        async with serving(made, port):
            yield made
