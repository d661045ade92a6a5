"""The parts of the stack that are our own programs: mailbox, worker, web."""

import signal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from runtime.embedded.home import Home
from runtime.embedded.part import Part
from runtime.embedded.ports import LOOPBACK, answers, claim_port, serves


class _Program(Part):
    # Made to lose nothing when it is killed, so it need not outlive its supervisor by a clean stop.
    death_signal = signal.SIGKILL


class MailboxPart(_Program):
    """The embedded mail server with its page. `program` is the command line before its arguments."""

    def __init__(self, home: Path, program: Sequence[str]) -> None:
        super().__init__(Home(home), "mailbox")
        self._program = program
        self._smtp_port = 0
        self._http_port = 0

    @property
    def address(self) -> str:
        """URL of the page."""
        return f"http://{LOOPBACK}:{self._http_port}"

    @property
    def smtp_url(self) -> str:
        """Where mails are handed in."""
        return f"smtp://{LOOPBACK}:{self._smtp_port}"

    def command(self) -> Sequence[str]:
        """The program with its folder and ports."""
        ports = ("--smtp-port", str(self._smtp_port), "--http-port", str(self._http_port))
        return [*self._program, "mailbox", "--folder", str(self.home.folder("mail")), *ports]

    async def prepare(self) -> None:
        """Choose ports once; a restart keeps them."""
        self._smtp_port = self._smtp_port or await claim_port(self.home, "smtp")
        self._http_port = self._http_port or await claim_port(self.home, "mailbox")

    async def is_ready(self) -> bool:
        """Whether both ports answer."""
        return answers(LOOPBACK, self._smtp_port) and await serves(self._http_port, "/healthz")


class WorkerPart(_Program):
    """A worker: ready when it has made the file that UNDERSTUDY_READY_FILE names."""

    def __init__(
        self, home: Path, name: str, program: Sequence[str], environment: Callable[[], Mapping[str, str]]
    ) -> None:
        super().__init__(Home(home), name)
        self._program = program
        self._environment = environment

    @property
    def address(self) -> str:
        """A worker has none: it asks for work."""
        return ""

    @property
    def ready_file(self) -> Path:
        """The file that the worker makes when it is ready."""
        return self.home.folder("run") / f"{self.name}.ready"

    def command(self) -> Sequence[str]:
        """The program's `worker` command."""
        return [*self._program, "worker"]

    def environment(self) -> Mapping[str, str]:
        """All settings, and where to say "ready"."""
        return {**self._environment(), "UNDERSTUDY_READY_FILE": str(self.ready_file)}

    async def prepare(self) -> None:
        """Forget the word of an earlier process."""
        self.ready_file.unlink(missing_ok=True)

    async def is_ready(self) -> bool:
        """Whether the worker said so."""
        return self.ready_file.exists()


class WebPart(_Program):
    """The web tier: ready when `GET /healthz` answers 200."""

    def __init__(
        self,
        home: Path,
        program: Sequence[str],
        environment: Callable[[], Mapping[str, str]],
        *,
        port: int,
    ) -> None:
        super().__init__(Home(home), "web")
        self._program = program
        self._environment = environment
        self._port = port

    @property
    def address(self) -> str:
        """URL of the start page."""
        return f"http://{LOOPBACK}:{self._port}"

    def command(self) -> Sequence[str]:
        """The program's `web` command; host and port stand in the environment."""
        return [*self._program, "web"]

    def environment(self) -> Mapping[str, str]:
        """All settings."""
        return self._environment()

    async def is_ready(self) -> bool:
        """Whether the health page answers 200."""
        return await serves(self._port, "/healthz")
