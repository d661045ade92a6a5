"""A web tier on a port of its own, with a booked interview: for sockets and streams, which need a real server."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from websockets.asyncio.client import ClientConnection, connect

from domain.vocabulary import UserRole
from tests.services import arrange
from tests.support.calendars import Port
from tests.support.data import Data, Sessions
from tests.support.identity import key_for
from tests.support.patience import PATIENCE_SECONDS
from tests.web.site import Clock

INES = "ines@hiring.example"


@dataclass
class RoomSite:
    """What a test of the live room needs."""

    port: Port
    data: Data
    owner: Sessions
    clock: Clock
    interview: UUID
    key: str
    """Of the interviewer who conducts it."""

    @property
    def path(self) -> str:
        """The interview in the API."""
        return f"/api/v1/interviews/{self.interview}"

    def headers(self, key: str | None = None) -> dict[str, str]:
        """Those of a program with a key."""
        return {"Authorization": f"Bearer {key or self.key}"}

    def client(self) -> httpx.AsyncClient:
        """A program with the interviewer's key."""
        return httpx.AsyncClient(base_url=self.port.url, headers=self.headers(), timeout=PATIENCE_SECONDS)

    def socket(self, query: str = "", headers: dict[str, str] | None = None) -> connect:
        """A recorder's connection."""
        address = f"{self.port.url.replace('http', 'ws', 1)}{self.path}/turns/stream{query}"
        sent = headers if headers is not None else self.headers()
        return connect(address, additional_headers=sent, open_timeout=PATIENCE_SECONDS)


async def arranged(data: Data, owner: Sessions) -> tuple[UUID, str]:
    """A confirmed interview that Ines conducts, and her key."""
    interviewer = await data.a_user(UserRole.INTERVIEWER, email=INES, name="Ines Interviewer")
    job = await data.a_job(openings=1, interviewer_ids=[interviewer])
    await data.scored(job, 80)
    await data.closed_and_ranked(job)
    (interview_id,) = await arrange.booked(data, job)
    return interview_id, await key_for(owner, INES)


async def settled(app: FastAPI) -> None:
    """Wait for what the application still does beside requests."""
    await app.state.judging.settled()
    await app.state.room_feeds.settled()


async def said(socket: ClientConnection) -> dict[str, Any]:
    """The server's next frame."""
    frame: dict[str, Any] = json.loads(await asyncio.wait_for(socket.recv(), PATIENCE_SECONDS))
    return frame


async def tell(socket: ClientConnection, **frame: Any) -> dict[str, Any]:
    """Send a frame; what the server says to it."""
    await socket.send(json.dumps(frame))
    return await said(socket)


@dataclass(frozen=True, slots=True)
class Event:
    """One server-sent event."""

    id: str
    kind: str
    data: dict[str, Any]


@asynccontextmanager
async def following(
    client: httpx.AsyncClient, path: str, last: str | None = None
) -> AsyncIterator[AsyncIterator[Event]]:
    """The events of a stream, from behind an event or from the beginning."""
    headers = {"Last-Event-ID": last} if last else {}
    async with client.stream("GET", path, headers=headers) as answer:
        assert answer.status_code == 200, await answer.aread()
        yield _events(answer)


async def _events(answer: httpx.Response) -> AsyncIterator[Event]:
    found: dict[str, str] = {}
    async for line in answer.aiter_lines():
        name, _, value = line.partition(":")
        if line:
            found[name] = value.removeprefix(" ")
        elif "data" in found:
            yield Event(found.get("id", ""), found.get("event", ""), json.loads(found["data"]))
            found = {}
