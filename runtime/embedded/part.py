"""One part of the stack: a child process with a log, a readiness check and a clean stop."""

import asyncio
import os
import signal
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path

from domain.errors import SetupError
from runtime.embedded import launch, processes
from runtime.embedded.home import Home

_POLL_SECONDS = 0.02
_LOG_LIMIT_BYTES = 5_000_000
_LOG_TAIL_BYTES = 2_000


class Part(ABC):
    """Base of the parts.

    Start it from the main thread: on Linux the child ends with the thread that forked it.
    """

    start_seconds = 120.0
    """Wall-clock seconds a part may take until it is ready: one that ends before is noticed at once."""
    stop_seconds = 8.0
    """Wall-clock seconds a part may take to stop before it is killed."""
    stop_signal = signal.SIGTERM
    death_signal = signal.SIGTERM
    """What the part gets when its supervisor dies (Linux)."""
    user: tuple[int, int] | None = None
    """User and group id to run as; None: ours."""

    def __init__(self, home: Home, name: str) -> None:
        self.home = home
        self.name = name
        self._process: asyncio.subprocess.Process | None = None

    @abstractmethod
    def command(self) -> Sequence[str]:
        """Absolute path of the program and its arguments."""

    def environment(self) -> Mapping[str, str]:
        """The whole environment of the process."""
        return os.environ

    @property
    @abstractmethod
    def address(self) -> str:
        """Where the part is reached, for people."""

    async def prepare(self) -> None:  # noqa: B027 - a hook that most parts leave empty
        """What must be there before the process starts. Safe to run before every start."""

    @abstractmethod
    async def is_ready(self) -> bool:
        """Whether the part serves."""

    async def settle(self) -> None:  # noqa: B027 - a hook that most parts leave empty
        """What is done once the part serves. Safe to run after every start."""

    @property
    def pid(self) -> int | None:
        """Process id while the process runs."""
        return self._process.pid if self._process and self._process.returncode is None else None

    @property
    def log_file(self) -> Path:
        """Where the output of the process goes."""
        return self.home.log(self.name)

    async def start(self) -> None:
        """Start the process and wait until it is ready.

        Raises SetupError, with the end of the log, when it ends early or is not ready in time.
        """
        if self.pid:
            return
        self.home.prepare()
        await self._clear_leftover()
        await self.prepare()
        await self._spawn()
        try:
            await self._until_ready()
            await self.settle()
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Ask the process to end, kill it when it does not; no error when it does not run."""
        if self._process is None:
            return
        await _end(self._process, self.stop_signal, self.stop_seconds)
        self._process = None
        self.home.remember("processes", self.name, None)

    def kill(self, signal_number: int = signal.SIGKILL) -> None:
        """Send a signal to the process, if it runs."""
        if self.pid:
            processes.send(self.pid, signal_number)

    async def wait(self) -> int | None:
        """Wait until the process ends; its exit code (negative: the signal), None when there was none."""
        return await self._process.wait() if self._process else None

    async def _spawn(self) -> None:
        uid, gid = self.user or (-1, -1)
        descriptor = _open_log(self.log_file)
        try:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-S", launch.__file__),
                *(str(number) for number in (os.getpid(), int(self.death_signal), uid, gid)),
                *self.command(),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=descriptor,
                stderr=descriptor,
                env=dict(self.environment()),
                # An own session: Ctrl-C reaches the supervisor alone, which then stops the parts in order.
                start_new_session=True,
            )
        finally:
            os.close(descriptor)
        self.home.remember(
            "processes",
            self.name,
            {
                "pid": self._process.pid,
                "started": processes.started(self._process.pid),
                "owner": os.getpid(),
                "owner_started": processes.started(os.getpid()),
            },
        )

    async def _until_ready(self) -> None:
        process = self._process
        try:
            async with asyncio.timeout(self.start_seconds):
                while process and process.returncode is None:
                    if await self.is_ready():
                        return
                    await asyncio.sleep(_POLL_SECONDS)
        except TimeoutError:
            raise SetupError(
                f"{self.name} was not ready after {self.start_seconds:g} s:\n{self._log_tail()}",
                remedy=f"See {self.log_file}.",
            ) from None
        raise SetupError(
            f"{self.name} ended while it started:\n{self._log_tail()}", remedy=f"See {self.log_file}."
        )

    async def _clear_leftover(self) -> None:
        """End a process of an earlier supervisor that died.

        Raises SetupError when its supervisor still lives: then it is no leftover.
        """
        record = self.home.recall("processes", self.name)
        if not record or not record["started"] or processes.started(record["pid"]) != record["started"]:
            return
        if processes.started(record["owner"]) == record["owner_started"]:
            raise SetupError(
                f"{self.name} of {self.home.path} already runs (process {record['pid']}), "
                f"started by process {record['owner']}.",
                remedy="Stop that one, or use another home.",
            )
        for signal_number in (self.stop_signal, signal.SIGKILL):
            processes.send(record["pid"], signal_number)
            if await _gone(record["pid"], record["started"], self.stop_seconds):
                return

    def _log_tail(self) -> str:
        with self.log_file.open("rb") as stream:
            stream.seek(max(0, self.log_file.stat().st_size - _LOG_TAIL_BYTES))
            return stream.read().decode("utf-8", "replace").strip()


async def _end(process: asyncio.subprocess.Process, signal_number: int, seconds: float) -> None:
    """Signal a child of ours, wait for it, kill it after `seconds`, and collect it."""
    if process.returncode is None:
        processes.send(process.pid, signal_number)
    try:
        async with asyncio.timeout(seconds):
            await process.wait()
    except TimeoutError:
        processes.send(process.pid, signal.SIGKILL)
        await process.wait()


async def _gone(pid: int, start: str, seconds: float) -> bool:
    """Whether a process that is no child of ours ends within `seconds`."""
    for _ in range(int(seconds / _POLL_SECONDS)):
        if processes.started(pid) != start:
            return True
        await asyncio.sleep(_POLL_SECONDS)
    return False


def _open_log(file: Path) -> int:
    """A descriptor that appends to the log; a long log is moved aside first."""
    if file.exists() and file.stat().st_size > _LOG_LIMIT_BYTES:
        file.replace(file.with_suffix(".log.1"))
    return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
