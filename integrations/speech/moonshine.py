"""The local engine: Moonshine's small English model, without any network, in a process of its own for each recording.

A recording that crashes or stalls the engine costs that process and nothing else.
"""

import asyncio
import json
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from domain.errors import UnavailableError
from domain.speech import Heard, LiveWords, Segment, UnreadableRecordingError
from integrations.speech.reasons import unreadable

PROCESS = Path(__file__).with_name("moonshine_process.py")
PIECE_TIMEOUT = 180.0
"""Seconds for 30 seconds of sound, which take about two on a quiet core."""
LONGEST_LINE = 4 * 1024 * 1024
LANGUAGE = "en"


class Moonshine:
    """Implements `domain.speech.SpeechToText`. Tells no voices apart and gives no confidence."""

    name = "moonshine"

    def __init__(
        self, *, at_once: int = 1, piece_timeout: float = PIECE_TIMEOUT, process: Path = PROCESS
    ) -> None:
        """`at_once` recordings at a time: one uses every core that it is given."""
        self._slots = asyncio.Semaphore(at_once)
        self._piece_timeout = piece_timeout
        self._process = process

    async def transcribe(
        self, recording: Path, *, from_ms: int = 0, language: str = LANGUAGE
    ) -> AsyncGenerator[Heard, None]:
        """See the port. The model knows English alone."""
        _check_language(language)
        async with self._slots, self._running("file", str(recording), str(from_ms)) as process:
            done = from_ms
            while (line := await self._line(process)) is not None:
                if "problem" in line:
                    raise unreadable(str(line["problem"]))
                heard = Heard(
                    tuple(_segment(one) for one in line["segments"]), line["upto_ms"], line["total_ms"]
                )
                done = heard.upto_ms
                yield heard
            await _check_end(process, done)

    @asynccontextmanager
    async def live(self, *, language: str = LANGUAGE) -> AsyncIterator["_Live"]:
        """See the port. Live sound does not wait for recordings."""
        _check_language(language)
        async with self._running("live") as process:
            yield _Live(process)

    @asynccontextmanager
    async def _running(self, *arguments: str) -> AsyncIterator[Process]:
        try:
            # No environment: nothing of this process's secrets reaches a reader of foreign files.
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-I", "-X", "utf8", str(self._process), *arguments),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env={},
                start_new_session=True,
                limit=LONGEST_LINE,
            )
        except OSError as error:
            raise UnavailableError("No process could be started to transcribe.") from error
        try:
            yield process
        finally:
            # Also when this task is cancelled: no process outlives its recording.
            if process.returncode is None:
                with suppress(ProcessLookupError):  # ended between the look and the signal
                    process.kill()
            await process.communicate()

    async def _line(self, process: Process) -> dict[str, Any] | None:
        try:
            async with asyncio.timeout(self._piece_timeout):
                return await _next_line(process)
        except TimeoutError as error:
            raise unreadable("too_slow") from error


class _Live:
    """One stream of live sound."""

    def __init__(self, process: Process) -> None:
        self._process = process

    async def send(self, sound: bytes) -> None:
        """See the port."""
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101 - PIPE was asked for
        try:
            stdin.write(sound)
            await stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise UnavailableError("The speech engine stopped.") from error

    async def finish(self) -> None:
        """See the port."""
        stdin = self._process.stdin
        assert stdin is not None  # noqa: S101 - PIPE was asked for
        stdin.close()

    async def __aiter__(self) -> AsyncIterator[LiveWords]:
        """See the port."""
        while (line := await _next_line(self._process)) is not None:
            if "words" in line:
                yield LiveWords(_segment(line["words"]), line["is_final"], ends_utterance=line["is_final"])
        if await self._process.wait() != 0:
            raise UnavailableError("The speech engine stopped.")


def _check_language(language: str) -> None:
    if not language.casefold().startswith(LANGUAGE):
        raise unreadable("language")


async def _next_line(process: Process) -> dict[str, Any] | None:
    """The next object, None at the end."""
    stdout = process.stdout
    assert stdout is not None  # noqa: S101 - PIPE was asked for
    try:
        line = await stdout.readline()
        found: dict[str, Any] | None = json.loads(line) if line else None
    except ValueError as error:  # too long, or cut off in its middle
        raise UnavailableError("The speech engine stopped in the middle of a line.") from error
    return found


async def _check_end(process: Process, done_ms: int) -> None:
    """Raises when the process did not end by itself: it was killed, or the recording crashed it."""
    code = await process.wait()
    if code in (-signal.SIGKILL, -signal.SIGTERM):
        raise UnavailableError("The speech engine was stopped.")
    if code != 0:
        minutes, seconds = divmod(done_ms // 1000, 60)
        raise UnreadableRecordingError(
            f"The speech engine failed at {minutes}:{seconds:02} of the recording.",
            field="recording",
            remedy="Export the recording again, or upload a transcript.",
        )


def _segment(line: dict[str, Any]) -> Segment:
    return Segment(line["text"], line["starts_ms"], line["ends_ms"])
