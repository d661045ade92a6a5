"""The stack of one home: starts the parts in order, starts a dead one again, stops them in order."""

import asyncio
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from pydantic import SecretStr

from domain.errors import NotFoundError, SetupError, UnavailableError
from runtime.embedded.environment import SCALE, child_environment, with_addresses
from runtime.embedded.home import Home
from runtime.embedded.overview import ProcessInfo, reason, render
from runtime.embedded.part import Part
from runtime.embedded.ports import claim_port
from runtime.embedded.postgres import EmbeddedPostgres
from runtime.embedded.programs import MailboxPart, WebPart, WorkerPart
from runtime.embedded.temporal import EmbeddedTemporal
from runtime.settings import Settings

_FIRST_DELAY_SECONDS = 0.1
_LONGEST_DELAY_SECONDS = 10.0
_STEADY_SECONDS = 30.0
_ENDING = {signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGABRT}

PROGRAM = (sys.executable, "-m", "cli.main")
"""How our own commands are started."""


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


class Stack:
    """PostgreSQL, Temporal, mailbox, worker and web of one home, each unless the settings name a real one.

    `migrate` gets the database URL and brings the schema up to date before the programs start (it may block:
    it runs in a thread). `children` are our programs, by command: `worker`, `worker-2`, `web`. `program` is
    how commands are started. `tell` gets a line for people when something happens by itself.

    Start it from the main thread: on Linux the parts end with the thread that started them.
    """

    def __init__(
        self,
        home: Path,
        settings: Settings,
        *,
        migrate: Callable[[str], None] | None = None,
        children: Sequence[str] = ("worker", "web"),
        program: Sequence[str] = PROGRAM,
        durable: bool = True,
        headless: bool = False,
        time_skipping: bool = False,
        tell: Callable[[str], None] = _tell,
    ) -> None:
        self._home = Home(home)
        self._given = settings
        self._settings: Settings | None = None
        self._migrate = migrate
        self._children = children
        self._program = program
        self._tell = tell
        self._parts: dict[str, Part] = {}
        self._ready: dict[str, asyncio.Event] = {}
        self._restarts: dict[str, int] = {}
        self._watchers: dict[str, asyncio.Task[None]] = {}
        self._held = ExitStack()
        path = self._home.path
        self._postgres = None if settings.database_url else EmbeddedPostgres(path, durable=durable)
        self._temporal = (
            None
            if settings.temporal_address
            else EmbeddedTemporal(path, headless=headless, time_skipping=time_skipping)
        )
        self._mailbox = None if settings.smtp_url else MailboxPart(path, program)

    @property
    def settings(self) -> Settings:
        """The settings with every address and key filled in; known once the servers run."""
        if self._settings is None:
            raise SetupError("The stack was not started yet.", remedy="Start it first.")
        return self._settings

    @property
    def mailbox_url(self) -> str | None:
        """The page of the embedded mailbox; None when mails go to a real server."""
        return self._mailbox.address if self._mailbox else None

    @property
    def postgres(self) -> EmbeddedPostgres | None:
        """The embedded database server; None when the settings name another."""
        return self._postgres

    @property
    def temporal(self) -> EmbeddedTemporal | None:
        """The embedded Temporal; None when the settings name another."""
        return self._temporal

    @property
    def processes(self) -> list[ProcessInfo]:
        """Every part, in the order of their start."""
        return [
            ProcessInfo(part.name, part.pid, part.address, part.log_file, self._restarts[part.name])
            for part in self._parts.values()
        ]

    async def start(self) -> None:
        """Start everything and wait until all parts are ready; what was started is stopped on failure.

        Raises SetupError: another stack holds the home, a program is missing, a part does not come up.
        """
        self._held.enter_context(self._home.locked())
        try:
            await self._start_together(
                [part for part in (self._postgres, self._temporal, self._mailbox) if part]
            )
            self._settings = await self._filled_in()
            if self._migrate and self._settings.database_url:
                await asyncio.to_thread(self._migrate, self._settings.database_url.get_secret_value())
            await self._start_together([self._child(name) for name in self._children])
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Stop our programs first, then the servers they use, and free the home."""
        for watcher in self._watchers.values():
            watcher.cancel()
        await asyncio.gather(*self._watchers.values(), return_exceptions=True)
        self._watchers.clear()
        ours = [part for name, part in self._parts.items() if name in self._children]
        servers = [part for name, part in self._parts.items() if name not in self._children]
        for group in (ours, servers):
            await asyncio.gather(*(part.stop() for part in group))
        self._parts.clear()
        self._held.close()

    async def run(self, on_ready: Callable[[], None]) -> None:
        """Start, call `on_ready`, serve until SIGINT, SIGTERM or SIGHUP, stop. Raises what `start` raises."""
        asked = asyncio.Event()
        loop = asyncio.get_running_loop()
        signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        for number in signals:
            loop.add_signal_handler(number, asked.set)
        starting = asyncio.ensure_future(self.start())
        stopping = asyncio.ensure_future(asked.wait())
        try:
            await asyncio.wait({starting, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if starting.done():
                starting.result()
                on_ready()
                await stopping
        finally:
            stopping.cancel()
            starting.cancel()
            await asyncio.gather(starting, stopping, return_exceptions=True)
            await self.stop()
            for number in signals:
                loop.remove_signal_handler(number)

    def kill(self, name: str, signal_number: int = signal.SIGKILL) -> None:
        """Send a signal to a part; when it ends, it is started again. `wait` tells when it is back."""
        part = self._part(name)
        if signal_number in _ENDING:
            self._ready[name].clear()
        part.kill(signal_number)

    async def halt(self, name: str) -> None:
        """Stop a part and leave it down until `resume`."""
        part = self._part(name)
        self._ready[name].clear()
        await self._unwatch(name)
        await part.stop()

    async def resume(self, name: str) -> None:
        """Start a part that was halted and wait until it is ready."""
        await self._start_part(self._part(name))

    async def restart(self, name: str) -> None:
        """Stop a part cleanly, start it again and wait until it is ready."""
        await self.halt(name)
        await self.resume(name)

    async def wait(self, name: str, seconds: float = 120.0) -> None:
        """Wait until a part is ready. Raises UnavailableError when it is not after `seconds`."""
        self._part(name)
        try:
            async with asyncio.timeout(seconds):
                await self._ready[name].wait()
        except TimeoutError:
            raise UnavailableError(
                f"{name} was not ready after {seconds:g} s.", remedy=f"See {self._home.log(name)}."
            ) from None

    def describe(self) -> str:
        """The stack for people: one line for each part, then what an operator should know."""
        notes = list(self._postgres.place.notes) if self._postgres and self._postgres.pid else []
        if self._temporal and self._temporal.pid and self._temporal.ui_address:
            notes.append(f"Temporal's own page: {self._temporal.ui_address}")
        return render(self.processes, self._given, notes)

    async def _filled_in(self) -> Settings:
        given = self._given
        wanted = given.web_port if "web_port" in given.model_fields_set else 0
        if "web" in self._children:
            self._home.remember("ports", "web", await claim_port(self._home, "web", wanted))
        if SCALE & given.model_fields_set:
            self._home.remember("time", "scale", [given.time_rate, given.time_origin.isoformat()])
        database = given.database_url or SecretStr(self._postgres.url if self._postgres else "")
        temporal = given.temporal_address or (self._temporal.address if self._temporal else "")
        self._home.remember("temporal", "page", self._temporal.ui_address if self._temporal else None)
        return with_addresses(given, self._home, database_url=database, temporal_address=temporal)

    def _child(self, name: str) -> Part:
        path, program, settings = self._home.path, self._program, self.settings
        if name == "web":
            return WebPart(path, program, lambda: child_environment(settings, {}), port=settings.web_port)
        return WorkerPart(path, name, program, lambda: child_environment(settings, {"UNDERSTUDY_PART": name}))

    def _part(self, name: str) -> Part:
        if name not in self._parts:
            raise NotFoundError(f"No part {name} here.", remedy=f"Parts: {', '.join(self._parts)}.")
        return self._parts[name]

    async def _start_together(self, parts: Sequence[Part]) -> None:
        """Start parts that do not need each other at once; the first failure counts."""
        for part in parts:
            self._parts[part.name] = part
            self._ready[part.name] = asyncio.Event()
            self._restarts[part.name] = 0
        results = await asyncio.gather(*map(self._start_part, parts), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                raise result

    async def _start_part(self, part: Part) -> None:
        await part.start()
        self._ready[part.name].set()
        self._watchers[part.name] = asyncio.create_task(self._watch(part), name=f"watch {part.name}")

    async def _unwatch(self, name: str) -> None:
        if watcher := self._watchers.pop(name, None):
            watcher.cancel()
            await asyncio.gather(watcher, return_exceptions=True)

    async def _watch(self, part: Part) -> None:
        """Start a part again whenever it ends; wait longer each time while it does not stay up."""
        delay = _FIRST_DELAY_SECONDS
        while True:
            since = time.monotonic()
            code = await part.wait()
            self._ready[part.name].clear()
            if time.monotonic() - since > _STEADY_SECONDS:
                delay = _FIRST_DELAY_SECONDS
            self._tell(f"{part.name} ended ({reason(code)}); it is started again in {delay:g} s.")
            delay = await self._bring_back(part, delay)
            self._restarts[part.name] += 1
            self._ready[part.name].set()
            self._tell(f"{part.name} is back.")

    async def _bring_back(self, part: Part, delay: float) -> float:
        """Start a part until it stays up; the delay that the next restart has to wait."""
        while True:
            await asyncio.sleep(delay)
            delay = min(delay * 2, _LONGEST_DELAY_SECONDS)
            try:
                await part.start()
            except (SetupError, OSError) as error:
                self._tell(f"{part.name} does not start: {error} Next try in {delay:g} s.")
            else:
                return delay
