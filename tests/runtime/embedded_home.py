"""Home directories for tests of the stack."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def new_home() -> Iterator[Path]:
    """A new home that the user of PostgreSQL can reach (pytest's own folders are closed to others)."""
    folder = Path(tempfile.mkdtemp(prefix="understudy-test-"))
    folder.chmod(0o711)
    try:
        yield folder / "home"
    finally:
        shutil.rmtree(folder)
