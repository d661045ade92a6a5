"""The machine that was measured on, and what else it did meanwhile."""

import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

from domain.errors import SetupError

MIB = 1024 * 1024


def facts() -> dict[str, Any]:
    """Cores, memory, versions, and the load averages of the last 1, 5 and 15 minutes."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(pages / 1024**3, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load": load(),
    }


def load() -> list[float]:
    """Load averages of the last 1, 5 and 15 minutes: the measurement's own load is in them."""
    return [round(value, 2) for value in os.getloadavg()]


class Watch:
    """How many cores others used while we measured: all processor time less that of us and our children.

    Children count once they have ended, so look after the stacks have stopped. Linux only.
    """

    def __init__(self) -> None:
        """Begin to watch."""
        self._began = time.monotonic()
        self._all, self._ours = _busy_seconds(), _our_seconds()

    def others(self) -> float | None:
        """Cores in use by others, on average since the beginning; None where the system does not tell."""
        busy = _busy_seconds()
        if busy is None or self._all is None:
            return None
        foreign = (busy - self._all) - (_our_seconds() - self._ours)
        return round(max(0.0, foreign) / (time.monotonic() - self._began), 2)


def _busy_seconds() -> float | None:
    """Processor time of everything since boot (proc(5): user, nice, system; interrupts left out)."""
    if sys.platform != "linux":
        return None
    return sum(_processor_times()[:3])


def stolen_seconds() -> float:
    """Processor time since boot that a virtual machine wanted and its host gave to others; 0 where nothing tells."""
    return _processor_times()[7] if sys.platform == "linux" else 0.0


def _processor_times() -> list[float]:
    """Seconds of all processors by kind, in the order of proc(5): user, nice, system, idle, ..., steal."""
    fields = Path("/proc/stat").read_text("ascii").split("\n", 1)[0].split()[1:]
    return [int(field) / os.sysconf("SC_CLK_TCK") for field in fields]


def _our_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def resident_bytes(pid: int) -> int:
    """Memory that a process holds in RAM. Raises SetupError where the system does not tell."""
    if sys.platform == "linux":
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")
    raise SetupError("The memory of other processes is read on Linux only.", remedy="Use --quick.")


def cpu_seconds(pid: int) -> float:
    """Processor time of a process so far; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
