"""What runs, in words for people."""

import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from runtime.settings import Settings


@dataclass(frozen=True, slots=True)
class ProcessInfo:
    """One part as it is now. `pid` is None while it does not run."""

    name: str
    pid: int | None
    address: str
    log_file: Path
    restarts: int


def render(processes: Sequence[ProcessInfo], settings: Settings, notes: Sequence[str]) -> str:
    """One line for each part and for each server that the settings name, then the notes."""
    lines = [
        f"{info.name:<9} {info.address or '-':<26} pid {info.pid or '-':<8} {info.log_file}"
        for info in processes
    ]
    given = {
        "postgres": ("DATABASE_URL", settings.database_url),
        "temporal": ("TEMPORAL_ADDRESS", settings.temporal_address),
        "mailbox": ("SMTP_URL", settings.smtp_url),
    }
    lines += [f"{name:<9} given by {variable}" for name, (variable, value) in given.items() if value]
    return "\n".join([*lines, *notes])


def reason(code: int | None) -> str:
    """An exit code in words."""
    if code is None or code >= 0:
        return f"exit code {code}"
    return f"signal {-code}, {signal.strsignal(-code)}"
