"""A local server that speaks Deepgram's protocol: batch by POST, live by WebSocket; it hears what tests tell it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response, WebSocket, WebSocketDisconnect

KEY = "a-key"
BYTES_A_SECOND = 32_000
UTTERANCES = (
    {
        "start": 0.1,
        "end": 2.2,
        "confidence": 0.97,
        "transcript": "Tell me about your last project.",
        "speaker": 0,
    },
    {
        "start": 2.6,
        "end": 6.0,
        "confidence": 0.913,
        "transcript": "I led a team of five engineers.",
        "speaker": 1,
    },
)


@dataclass
class Service:
    """What it was asked, and how it is to answer."""

    address: str = ""
    status: int = 200
    """Of the next batch answers, and of the next WebSocket handshake."""
    queries: list[dict[str, str]] = field(default_factory=list)
    received: int = 0
    """Bytes of sound."""
    controls: list[str] = field(default_factory=list)
    """Control messages of streams."""
    alive: asyncio.Event = field(default_factory=asyncio.Event)
    """Set after two signs of life of a stream."""
    drops: bool = False
    """Close the stream in the middle."""


def result(text: str, start: float, *, final: bool, ends: bool = False, speaker: int = 0) -> str:
    """One `Results` message."""
    words = [
        {"word": word, "start": start, "end": start, "confidence": 0.9, "speaker": speaker}
        for word in text.split()
    ]
    message: dict[str, Any] = {
        "type": "Results",
        "channel_index": [0, 1],
        "duration": 1.5,
        "start": start,
        "is_final": final,
        "speech_final": ends,
        "channel": {"alternatives": [{"transcript": text, "confidence": 0.95, "words": words}]},
        "metadata": {
            "request_id": "r",
            "model_info": {"name": "n", "version": "v", "arch": "a"},
            "model_uuid": "m",
        },
    }
    return json.dumps(message)


def app_of(service: Service) -> FastAPI:
    """The server's application."""
    app = FastAPI()

    @app.post("/v1/listen")
    async def listen(request: Request) -> Response:
        service.queries.append(dict(request.query_params))
        async for part in request.stream():
            service.received += len(part)
        if request.headers.get("authorization") != f"Token {KEY}":
            return _problem(401)
        if service.status != 200:
            return _problem(service.status)
        channel = {"alternatives": [{"transcript": "all of it", "confidence": 0.9, "words": []}]}
        body = {
            "metadata": {
                "transaction_key": "t", "request_id": "r", "sha256": "s", "created": "2026-03-02T09:00:00Z",
                "duration": 6.4, "channels": 1, "models": [], "model_info": {},
            },
            "results": {"channels": [channel], "utterances": list(UTTERANCES)},
        }  # fmt: skip
        return Response(json.dumps(body), media_type="application/json")

    @app.websocket("/v1/listen")
    async def stream(socket: WebSocket) -> None:
        status = service.status if socket.headers.get("authorization") == f"Token {KEY}" else 401
        if status != 200:
            await socket.send_denial_response(_problem(status))
            return
        service.queries.append(dict(socket.query_params))
        await socket.accept()
        try:
            await _live(service, socket)
        except WebSocketDisconnect:
            service.controls.append("disconnected")

    return app


async def _live(service: Service, socket: WebSocket) -> None:
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return
        if sound := message.get("bytes"):
            service.received += len(sound)
            if service.drops:
                await socket.close(1011)
                return
            if service.received == BYTES_A_SECOND:
                await socket.send_text(result("I led a", 0.0, final=False, speaker=1))
                await socket.send_text(result("", 0.0, final=False))
                await socket.send_text(result("I led a team.", 0.0, final=True, ends=True, speaker=1))
            continue
        kind = json.loads(message.get("text") or "{}").get("type", "")
        service.controls.append(kind)
        if service.controls.count("KeepAlive") == 2:
            service.alive.set()
        if kind == "CloseStream":
            await socket.send_text(result("Of five.", 1.5, final=True, speaker=1))
            metadata = {
                "type": "Metadata", "transaction_key": "t", "request_id": "r", "sha256": "s",
                "created": "2026-03-02T09:00:00Z", "duration": 3.0, "channels": 1,
            }  # fmt: skip
            await socket.send_text(json.dumps(metadata))
            await socket.close()
            return


def _problem(status: int) -> Response:
    body = {"err_code": "X", "err_msg": "no", "request_id": "r"}
    return Response(json.dumps(body), status_code=status, media_type="application/json")


@asynccontextmanager
async def a_service() -> AsyncIterator[Service]:
    """It runs on a free port of loopback."""
    service = Service()
    server = uvicorn.Server(
        uvicorn.Config(app_of(service), host="127.0.0.1", port=0, log_level="error", lifespan="off")
    )
    serving = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn tells it by no event
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    service.address = f"http://127.0.0.1:{port}"
    try:
        yield service
    finally:
        server.should_exit = True
        await serving
