"""A virus scanner of the company's own: any command that takes a file's bytes on its standard input."""

import asyncio
import contextlib
import os
import shlex
from datetime import timedelta
from typing import BinaryIO

from domain.errors import SetupError, UnavailableError

CLEAN, INFECTED = 0, 1
"""Exit codes, as ClamAV has them; any other says that the scanner failed."""


class CommandScanner:
    """Implements `domain.storage.VirusScanner`. The command reads the file itself: no byte goes through us."""

    def __init__(self, command: str, patience: timedelta = timedelta(minutes=10)) -> None:
        """`command` as a shell would split it, for example `clamdscan --no-summary -`; `patience` ends it."""
        self._words = shlex.split(command)
        self._seconds = patience.total_seconds()
        if not self._words:
            raise SetupError("The command that scans uploads is empty.", field="media_scan_command")

    async def is_clean(self, content: BinaryIO) -> bool:
        """See the port."""
        os.lseek(content.fileno(), 0, os.SEEK_SET)
        try:
            process = await asyncio.create_subprocess_exec(
                *self._words,
                stdin=content.fileno(),
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
            )
        except OSError as error:
            raise _unscanned(f"could not be started ({type(error).__name__})") from error
        try:
            code = await asyncio.wait_for(process.wait(), self._seconds)
        except TimeoutError as error:
            raise _unscanned("did not answer in time") from error
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if code not in {CLEAN, INFECTED}:
            raise _unscanned(f"ended with code {code}")
        return code == CLEAN


def _unscanned(why: str) -> UnavailableError:
    return UnavailableError(
        f"The file could not be checked for viruses: the scanner {why}.",
        remedy="Nothing was kept. Try again later, or tell an administrator.",
    )
