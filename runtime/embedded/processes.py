"""Who a process id belongs to, so that a stale pid never makes us signal a stranger."""

import os
import subprocess
import sys
from pathlib import Path


def started(pid: int) -> str | None:
    """When a live process started, in the system's own notation; None when there is no such process.

    The same pid with the same start is the same process, also after it turned into another program. A
    process that ended but was not yet collected by its parent counts as gone.
    """
    known = _look_up(pid)
    return known[0] if known else None


def command_line(pid: int) -> str:
    """The command of a live process, empty when there is none."""
    known = _look_up(pid)
    return known[1] if known else ""


def send(pid: int, signal_number: int) -> None:
    """Send a signal; a process that is already gone is no error."""
    try:
        os.kill(pid, signal_number)
    except ProcessLookupError:
        return


def _look_up(pid: int) -> tuple[str, str] | None:
    return _from_proc(pid) if sys.platform == "linux" else _from_ps(pid)


def _from_proc(pid: int) -> tuple[str, str] | None:
    # Fields after the command in parentheses: state is the 1st, start time the 20th (proc(5), 3 and 22).
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if fields[0] in "ZX" else (fields[19], command.strip())


def _from_ps(pid: int) -> tuple[str, str] | None:
    answer = subprocess.run(  # noqa: S603 - the program is fixed, the argument is a number
        ["/bin/ps", "-o", "stat=,lstart=,command=", "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    # stat, then five words of start time ("Sat Nov 21 07:53:15 2026"), then the command.
    if not answer or answer[0].startswith("Z"):
        return None
    return " ".join(answer[1:6]), " ".join(answer[6:])
