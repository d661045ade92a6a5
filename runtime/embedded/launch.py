"""Runs as a program between the supervisor and a part: ties the part's life to its parent, then becomes it.

`python -I -S launch.py PARENT_PID DEATH_SIGNAL UID GID PROGRAM [ARGUMENT ...]` (UID and GID -1: unchanged).

A small program instead of a hook between fork and exec: the supervisor has threads, and Python code that
runs in a forked copy of a threaded process can deadlock. It uses the standard library alone, because it
runs without site packages.

Linux only: the kernel sends DEATH_SIGNAL to the part when the thread that started it ends (prctl(2),
PR_SET_PDEATHSIG), so parts never outlive a killed supervisor. The setting is lost by a change of user id,
therefore it comes after it. Elsewhere the next start finds what was left over (`processes.py`).
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1


def become(parent: int, death_signal: int, uid: int, gid: int, command: list[str]) -> None:
    """Drop to `uid` and `gid`, bind this process to `parent` and turn into `command`. Returns never."""
    if uid >= 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
        os.chdir("/")
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, death_signal, 0, 0, 0)
    if os.getppid() != parent:
        # The parent ended before the kernel was told to watch it.
        sys.exit(1)
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted; the command comes from the supervisor


if __name__ == "__main__":
    numbers = [int(value) for value in sys.argv[1:5]]
    become(numbers[0], numbers[1], numbers[2], numbers[3], sys.argv[5:])
