"""A local server that speaks OpenAI's `POST /v1/chat/completions`, as far as one question and one answer go."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

LOOPBACK = "127.0.0.1"
ROLES = {"system", "developer", "user", "assistant", "tool"}


@dataclass
class OpenAIServer:
    """What the model says, what the server was asked, and how it is told to misbehave."""

    key: str = "sk-local"
    model: str = "tiny"
    says: Callable[[str], str] = lambda _: "unclear"
    """From the user's message to the model's answer."""
    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    """Bodies of all requests that passed authentication."""
    status: int = 200
    """Another one: every request fails with it, in the words of OpenAI."""
    silent: asyncio.Event | None = None
    """When set, answers wait for this event."""
    body: str | None = None
    """When set, this text is the whole body of a 200."""
    delay: float = 0.0
    """Seconds before each answer."""

    def prompt(self) -> str:
        """Everything the last request told the model."""
        return "\n".join(str(message["content"]) for message in self.requests[-1]["messages"])

    async def complete(self, request: Request) -> Response:
        """One completion."""
        if request.headers.get("authorization") != f"Bearer {self.key}":
            return _error(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key")
        asked = await request.json()
        self.requests.append(asked)
        if asked.get("model") != self.model:
            return _error(404, "The model does not exist.", "invalid_request_error", "model_not_found")
        messages = asked.get("messages")
        if not messages or any(message.get("role") not in ROLES for message in messages):
            return _error(400, "Invalid 'messages'.", "invalid_request_error", "invalid_value")
        if self.silent is not None:
            await self.silent.wait()
        await asyncio.sleep(self.delay)
        if self.status != 200:
            return _error(self.status, "Rate limit reached.", "requests", "rate_limit_exceeded")
        if self.body is not None:
            return Response(self.body, media_type="application/json")
        said = self.says(next(m["content"] for m in reversed(messages) if m["role"] == "user"))
        return JSONResponse(_completion(self.model, said, asked))


def _completion(model: str, said: str, asked: dict[str, Any]) -> dict[str, Any]:
    limit = asked.get("max_completion_tokens") or asked.get("max_tokens")
    words = said.split(" ")
    cut = limit is not None and len(words) > limit
    said = " ".join(words[:limit]) if cut else said
    return {
        "id": f"chatcmpl-{uuid4().hex}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": model,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": said, "refusal": None},
                "logprobs": None,
                "finish_reason": "length" if cut else "stop",
            }
        ],
        "usage": {
            "prompt_tokens": 1,
            "completion_tokens": len(said.split()),
            "total_tokens": 1 + len(said.split()),
        },
    }


def _error(status: int, message: str, kind: str, code: str) -> JSONResponse:
    error = {"message": message, "type": kind, "param": None, "code": code}
    headers = {"retry-after": "20"} if status == 429 else None
    return JSONResponse({"error": error}, status, headers)


@asynccontextmanager
async def openai_server(**settings: Any) -> AsyncIterator[OpenAIServer]:
    """Run the double on a free port of loopback. `settings` are fields of `OpenAIServer`."""
    double = OpenAIServer(**settings)
    app = FastAPI(openapi_url=None)
    app.add_api_route("/v1/chat/completions", double.complete, methods=["POST"])
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    server.install_signal_handlers = lambda: None  # type: ignore[attr-defined] # the test's process keeps its own
    listening = socket.create_server((LOOPBACK, 0))
    double.url = f"http://{LOOPBACK}:{listening.getsockname()[1]}/v1"
    running = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield double
    finally:
        if double.silent is not None:
            double.silent.set()
        server.should_exit = True
        await running
