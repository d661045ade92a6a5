"""Home directories for tests of the stack."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
"""A file system of Linux that is in memory."""
ENOUGH_BYTES = 4 * 2**30


def _place() -> Path | None:
    """Memory where there is enough of it: most tests make a database, and a disk takes ten times as long."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ENOUGH_BYTES:
        return MEMORY
    return None


@contextmanager
def new_home() -> Iterator[Path]:
    """A new home that the user of PostgreSQL can reach (pytest's own folders are closed to others)."""
    folder = Path(tempfile.mkdtemp(prefix="understudy-test-", dir=_place()))
    folder.chmod(0o711)
    try:
        yield folder / "home"
    finally:
        shutil.rmtree(folder)
