"""Running `understudy` as a person would: arguments in; exit code, stdout and stderr out."""

import asyncio
import io
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from cli import main


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What `--json` printed: nothing else may stand on stdout."""
        return json.loads(self.out)

    @property
    def words(self) -> str:
        """Everything that was said, with line breaks as spaces."""
        return " ".join((self.out + " " + self.err).split())


async def understudy(url: str | None, *arguments: object, answer: str = "", home: Path | None = None) -> Done:
    """Run a command against a database, in a thread of its own (it brings its own event loop)."""
    # The environment changes in this thread, which waits meanwhile: C code that reads it while another thread
    # writes may read freed memory.
    with _environment(url, home):
        return await asyncio.to_thread(_run, arguments, answer)


def run(url: str | None, *arguments: object, answer: str = "", home: Path | None = None) -> Done:
    """Run a command here, where no event loop runs."""
    with _environment(url, home):
        return _run(arguments, answer)


def _run(arguments: Sequence[object], answer: str) -> Done:
    """Through the entry point, so that errors become exit codes as they do for people."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with mock.patch.object(sys, "stdin", io.StringIO(answer)), redirect_stdout(out), redirect_stderr(err):
        try:
            main.run(lambda: main.app(list(map(str, arguments)), prog_name="understudy"))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Done(code, out.getvalue(), err.getvalue())


@contextmanager
def _environment(url: str | None, home: Path | None) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as here:
        if url is None:
            here.delenv("DATABASE_URL", raising=False)
        else:
            here.setenv("DATABASE_URL", url)
        if home is not None:
            here.setenv("UNDERSTUDY_HOME", str(home))
        yield
