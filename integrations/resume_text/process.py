"""Runs the worker: one process per file, bounded in time, memory, output and number."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, cast

from domain.errors import UnavailableError
from integrations.resume_text.reasons import unreadable

WORKER = Path(__file__).with_name("worker.py")
_MAX_ANSWER_BYTES = 4 * 1024 * 1024
_OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGKILL}


class SeenText(NamedTuple):
    """Text that a reader of the file can see, and how many words were left out because nobody can."""

    text: str
    hidden_words: int = 0


class WorkerPool:
    """Starts a fresh process for every file; at most `limit` at a time."""

    def __init__(self, timeout: float, limit: int | None = None, worker: Path = WORKER) -> None:
        """`timeout` in seconds of wall time per file; `limit` defaults to the number of processors."""
        self._worker = worker
        self._timeout = timeout
        self._slots = asyncio.Semaphore(limit or os.cpu_count() or 1)

    async def text(self, kind: str, content: bytes) -> SeenText:
        """What a reader sees of a `pdf` or `docx`.

        Raises UnreadableResumeError with the reason; UnavailableError when no process could be started.
        """
        async with self._slots:
            try:
                # No environment: nothing of this process's secrets reaches a parser of foreign files.
                process = await asyncio.create_subprocess_exec(
                    sys.executable,
                    *("-I", "-X", "utf8", str(self._worker), kind),
                    stdin=PIPE,
                    stdout=PIPE,
                    stderr=DEVNULL,
                    env={},
                    start_new_session=True,
                )
            except OSError as error:
                raise UnavailableError("No process could be started to read a resume.") from error
            try:
                async with asyncio.timeout(self._timeout):
                    answer = await _exchange(process, content)
                    code = await process.wait()
            except TimeoutError as error:
                raise unreadable("too_slow") from error
            finally:
                await _end(process)
        return _text_of(answer, code)


async def _exchange(process: Process, content: bytes) -> bytes:
    """Hand over the file and take the answer, no more of it than a worker may send."""
    answer, _ = await asyncio.gather(_receive(process), _feed(process, content))
    return answer


async def _feed(process: Process, content: bytes) -> None:
    stdin = cast("asyncio.StreamWriter", process.stdin)  # PIPE was asked for
    with suppress(BrokenPipeError, ConnectionResetError):  # a worker that ended early says why by its exit
        stdin.write(content)
        await stdin.drain()
    stdin.close()


async def _receive(process: Process) -> bytes:
    stdout = cast("asyncio.StreamReader", process.stdout)  # PIPE was asked for
    parts: list[bytes] = []
    size = 0
    while part := await stdout.read(65536):
        parts.append(part)
        size += len(part)
        if size > _MAX_ANSWER_BYTES:
            raise unreadable("bomb")
    return b"".join(parts)


async def _end(process: Process) -> None:
    """Also when this task is cancelled: no worker outlives its file."""
    if process.returncode is None:
        with suppress(ProcessLookupError):  # ended between the look and the signal
            process.kill()
    # asyncio sees the end only at the end of the pipe, which is paused when a worker floods it.
    while await cast("asyncio.StreamReader", process.stdout).read(65536):
        pass
    await process.wait()


def _text_of(answer: bytes, code: int) -> SeenText:
    try:
        content = json.loads(answer)
    except ValueError as error:
        raise unreadable("too_slow" if code in _OUT_OF_TIME else "bomb") from error
    problem = content.get("problem")
    if problem is not None:
        raise unreadable(str(problem))
    return SeenText(str(content["text"]), int(content.get("hidden_words", 0)))
