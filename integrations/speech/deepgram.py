"""A Deepgram-compatible service: recordings by `POST /v1/listen`, live sound by its WebSocket.

Through the service's own client; the address may be that of a stand-in or of an own installation.
"""

import asyncio
import json
import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from domain.errors import UnavailableError, UnderstudyError
from domain.speech import LIVE_RATE, Heard, LiveWords, Segment, SpeechRefusedError
from integrations.speech.reasons import unreadable

with warnings.catch_warnings():
    # It names classes of an older websockets, and loads the modules that do when they are first used.
    warnings.filterwarnings("ignore", r"websockets\.", DeprecationWarning)
    from deepgram import AsyncDeepgramClient
    from deepgram.core.api_error import ApiError
    from deepgram.environment import DeepgramClientEnvironment
    from deepgram.listen.v1.client import AsyncV1Client
    from deepgram.listen.v1.media.client import AsyncMediaClient
    from deepgram.listen.v1.socket_client import AsyncV1SocketClient
    from deepgram.listen.v1.types.listen_v1results import ListenV1Results

ADDRESS = "https://api.deepgram.com"
MODEL = "nova-3"
TIMEOUT = 1800.0
"""Seconds for one recording: the service answers when it has heard all of it."""
READ_BYTES = 256 * 1024
KEEP_ALIVE_SECONDS = 4.0
"""The service closes a stream after ten seconds without sound."""
REFUSED = {401: "key", 402: "account", 403: "key"}
BUSY = frozenset({408, 429, *range(500, 600)})


class Deepgram:
    """Implements `domain.speech.SpeechToText`. Tells voices apart and gives confidence."""

    name = "deepgram"

    def __init__(
        self, key: str, address: str = ADDRESS, *, model: str = MODEL, timeout: float = TIMEOUT
    ) -> None:
        """`address` is the root of the service, http(s)."""
        root = address.rstrip("/")
        sockets = "ws" + root.removeprefix("http")
        self._http = httpx.AsyncClient(timeout=timeout)
        self._client = AsyncDeepgramClient(
            api_key=key,
            environment=DeepgramClientEnvironment(
                base=root, production=sockets, agent=sockets, agent_rest=root
            ),
            httpx_client=self._http,
        )
        self._listen: AsyncV1Client = self._client.listen.v1
        self._media: AsyncMediaClient = self._listen.media
        self._model = model

    async def transcribe(
        self, recording: Path, *, from_ms: int = 0, language: str = "en"
    ) -> AsyncGenerator[Heard, None]:
        """See the port. The whole recording is one piece: the service takes no part of a file."""
        try:
            answer = await self._media.transcribe_file(
                request=_parts(recording),
                model=self._model,
                language=language,
                smart_format=True,
                diarize=True,
                utterances=True,
                # Trying again is the workflow's business.
                request_options={"max_retries": 0},
            )
        except ApiError as error:
            raise _refusal(error.status_code) from error
        except (httpx.HTTPError, OSError, ValueError) as error:
            raise UnavailableError("The speech service did not answer.") from error
        yield _heard(answer, from_ms)

    @asynccontextmanager
    async def live(self, *, language: str = "en") -> AsyncIterator["_Live"]:
        """See the port."""
        try:
            opened = self._listen.connect(
                model=self._model,
                language=language,
                encoding="linear16",
                sample_rate=LIVE_RATE,
                channels=1,
                interim_results=True,
                smart_format=True,
                diarize=True,
            )
            async with opened as socket:
                live = _Live(socket)
                async with live.kept_alive():
                    yield live
        except ApiError as error:
            raise _refusal(error.status_code) from error
        except InvalidStatus as error:
            raise _refusal(error.response.status_code) from error
        except (WebSocketException, OSError) as error:
            raise UnavailableError("The speech service did not answer.") from error

    async def close(self) -> None:
        """Close its connections."""
        await self._http.aclose()


class _Live:
    """One stream of live sound."""

    def __init__(self, socket: AsyncV1SocketClient) -> None:
        self._socket = socket
        self._finished = False

    async def send(self, sound: bytes) -> None:
        """See the port."""
        try:
            await self._socket.send_media(sound)
        except ConnectionClosed as error:
            raise UnavailableError("The speech service closed the stream.") from error

    async def finish(self) -> None:
        """See the port."""
        self._finished = True
        try:
            await self._socket.send_close_stream()
        except ConnectionClosed as error:
            raise UnavailableError("The speech service closed the stream.") from error

    async def __aiter__(self) -> AsyncIterator[LiveWords]:
        """See the port."""
        try:
            async for message in self._socket:
                if isinstance(message, ListenV1Results) and (words := _live_words(message)) is not None:
                    yield words
        except ConnectionClosed as error:
            raise UnavailableError("The speech service closed the stream.") from error
        if not self._finished:
            raise UnavailableError("The speech service closed the stream.")

    @asynccontextmanager
    async def kept_alive(self) -> AsyncIterator[None]:
        """Send signs of life while nobody speaks."""
        beating = asyncio.create_task(self._beat())
        try:
            yield
        finally:
            beating.cancel()
            with suppress(asyncio.CancelledError):
                await beating

    async def _beat(self) -> None:
        while not self._finished:
            await asyncio.sleep(KEEP_ALIVE_SECONDS)
            # Whoever sends sound or listens meets the same end and tells of it.
            with suppress(ConnectionClosed):
                await self._socket.send_keep_alive()


async def _parts(recording: Path) -> AsyncIterator[bytes]:
    """The file a part at a time: it may be larger than memory."""
    with recording.open("rb") as file:
        while part := await asyncio.to_thread(file.read, READ_BYTES):
            yield part


def _refusal(status: int | None) -> UnderstudyError:
    if status in REFUSED:
        return SpeechRefusedError(
            f"The speech service refuses this installation ({status}: {REFUSED[status]}).",
            field="UNDERSTUDY_SPEECH_KEY",
            remedy="Correct the key or the account of the service, then retry.",
        )
    if status is None or status in BUSY:
        return UnavailableError(f"The speech service is busy or down ({status or 'no answer'}).")
    return unreadable("refused")


def _heard(answer: Any, from_ms: int) -> Heard:
    """An answer as one piece: its utterances from there on, or without any its first channel."""
    data = json.loads(answer.model_dump_json())
    results = data.get("results") or {}
    utterances: Sequence[dict[str, Any]] = results.get("utterances") or []
    segments = [_utterance(one) for one in utterances if str(one.get("transcript") or "").strip()]
    total = round(float((data.get("metadata") or {}).get("duration") or 0) * 1000)
    if not utterances:
        channel: dict[str, Any] = next(iter(results.get("channels") or []), {})
        best: dict[str, Any] = next(iter(channel.get("alternatives") or []), {})
        if str(best.get("transcript") or "").strip():
            segments = [_utterance({**best, "start": 0, "end": total / 1000})]
    end = max([total, *(segment.ends_ms for segment in segments)])
    return Heard(tuple(one for one in segments if one.starts_ms >= from_ms), end, end)


def _utterance(one: dict[str, Any]) -> Segment:
    starts = round(float(one.get("start") or 0) * 1000)
    return Segment(
        text=str(one["transcript"]).strip(),
        starts_ms=starts,
        ends_ms=max(starts, round(float(one.get("end") or 0) * 1000)),
        speaker=_voice(one.get("speaker")),
        confidence=_percent(one.get("confidence")),
    )


def _live_words(message: ListenV1Results) -> LiveWords | None:
    data = json.loads(message.model_dump_json())
    best = ((data.get("channel") or {}).get("alternatives") or [{}])[0]
    text = str(best.get("transcript") or "").strip()
    ends = bool(data.get("speech_final"))
    if not text:
        return None
    starts = round(float(data.get("start") or 0) * 1000)
    said = [word.get("speaker") for word in best.get("words") or [] if word.get("speaker") is not None]
    voice = max(set(said), key=said.count) if said else None
    length = round(float(data.get("duration") or 0) * 1000)
    segment = Segment(text, starts, starts + length, _voice(voice), _percent(best.get("confidence")))
    return LiveWords(segment, is_final=bool(data.get("is_final")), ends_utterance=ends)


def _voice(number: Any) -> str | None:
    return f"speaker_{int(number)}" if isinstance(number, (int, float)) else None


def _percent(confidence: Any) -> int | None:
    return (
        round(100 * min(1.0, max(0.0, float(confidence)))) if isinstance(confidence, (int, float)) else None
    )
