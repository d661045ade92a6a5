"""The machine that was measured on, and what else it did meanwhile."""

import os
import platform
import sys
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
