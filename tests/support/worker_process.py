"""A worker as a process of its own, for tests that kill it."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from runtime.embedded.environment import child_environment
from runtime.settings import Settings
from runtime.temporal import connect
from tests.support.patience import PATIENCE_SECONDS
from tests.support.schedules import remove_schedules


class WorkerProcess:
    """One worker process after the other, with the same settings."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        """`folder` keeps its home and what it says."""
        self._settings = settings.model_copy(update={"home": folder, "ready_file": folder / "ready"})
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start one, and wait until it takes work."""
        ready = self._folder / "ready"
        ready.unlink(missing_ok=True)
        with (self._folder / "worker.log").open("ab") as said:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-c",
                "from cli.main import app; app()",
                "worker",
                env=child_environment(self._settings, {}),
                stdout=said,
                stderr=said,
            )
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not ready.exists():
                assert self._process.returncode is None, (self._folder / "worker.log").read_text("utf-8")
                await asyncio.sleep(0.02)

    async def kill(self) -> None:
        """SIGKILL: nothing is finished, nothing is said."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGKILL)
            await self._process.wait()


@asynccontextmanager
async def worker_process(settings: Settings, folder: Path) -> AsyncIterator[WorkerProcess]:
    """A running worker process."""
    made = WorkerProcess(settings, folder)
    await made.start()
    try:
        yield made
    finally:
        await made.kill()
        client = await connect(settings.temporal_address or "", settings.temporal_namespace)
        await remove_schedules(client, settings)
