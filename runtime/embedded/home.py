"""The home directory of an embedded stack: its keys, its ports, and who runs in it.

`keys.json` (mode 0600) holds secrets that are made once; `stack.json` holds ports and processes, so that
restarts keep addresses. Both are replaced as a whole, so a crash leaves the old or the new file, never half.
"""

import fcntl
import json
import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from domain.errors import SetupError

_PID_WIDTH = 24

# Two parts of one process may change the same file at a time, from two threads.
_CHANGE = threading.Lock()


class Home:
    """Files of one stack. Directories are made on first use; an existing one keeps its mode."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()

    def prepare(self) -> None:
        """Make the directory. Raises SetupError when that is not possible."""
        try:
            # 0711: the user that runs PostgreSQL may pass through, nobody may list it.
            self.path.mkdir(mode=0o711, parents=True, exist_ok=True)
            self.folder("logs")
            self.folder("run")
        except OSError as error:
            raise SetupError(
                f"The directory {self.path} can not be used: {error.strerror}.",
                remedy="Set UNDERSTUDY_HOME to a directory you may write to.",
            ) from error

    def folder(self, name: str) -> Path:
        """A private folder of the home (mode 0700)."""
        folder = self.path / name
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    def log(self, part: str) -> Path:
        """The log file of a part."""
        return self.path / "logs" / f"{part}.log"

    def secret(self, name: str) -> str:
        """A random secret of this home (256 bits, URL-safe), made once and kept in `keys.json`."""
        with _CHANGE:
            keys = _read(self.path / "keys.json")
            if name not in keys:
                keys[name] = secrets.token_urlsafe(32)
                _write(self.path / "keys.json", keys)
            return str(keys[name])

    def recall(self, section: str, name: str) -> Any:
        """A value of `stack.json`, None when there is none."""
        return _read(self.path / "stack.json").get(section, {}).get(name)

    def recall_others(self, section: str, name: str) -> set[Any]:
        """What a section of `stack.json` holds under other names."""
        values = _read(self.path / "stack.json").get(section, {})
        return {value for other, value in values.items() if other != name}

    def remember(self, section: str, name: str, value: Any) -> None:
        """Keep a value in `stack.json`; None removes it."""
        with _CHANGE:
            state = _read(self.path / "stack.json")
            state.setdefault(section, {})[name] = value
            if value is None:
                del state[section][name]
            _write(self.path / "stack.json", state)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the home for one stack. The system frees the lock when the process ends, however it ends.

        Raises SetupError when another stack holds it.
        """
        self.prepare()
        descriptor = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                holder = os.pread(descriptor, _PID_WIDTH, 0).decode().strip() or "unknown"
                raise SetupError(
                    f"Another stack (process {holder}) already runs in {self.path}.",
                    remedy="Stop it, or set UNDERSTUDY_HOME to another directory.",
                ) from error
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
            yield
        finally:
            os.close(descriptor)

    def holder(self) -> int | None:
        """Process id of the stack that holds the home now; None when there is none."""
        try:
            descriptor = os.open(self.path / "lock", os.O_RDONLY)
        except FileNotFoundError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return int(os.pread(descriptor, _PID_WIDTH, 0) or 0)
        else:
            return None
        finally:
            os.close(descriptor)


def _read(file: Path) -> dict[str, Any]:
    """The JSON object in a file, empty when there is no file. Raises SetupError when it is damaged."""
    try:
        content = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise SetupError(
            f"{file} is damaged: {error}.", remedy="Restore it from a backup, or start with a new home."
        ) from error
    if not isinstance(content, dict):
        raise SetupError(f"{file} is damaged: no JSON object.", remedy="Restore it from a backup.")
    return content


def _write(file: Path, content: dict[str, Any]) -> None:
    """Replace a file as a whole, readable by its owner only."""
    fresh = file.with_name(f"{file.name}.new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(content, stream, indent=2, sort_keys=True)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
