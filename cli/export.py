"""Writing records to a file: beside its name first, so that a broken run leaves no half result under it."""

import csv
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from domain.audit.cells import harmless
from domain.errors import InvalidInputError

Write = Callable[[Mapping[str, Any]], object]


@contextmanager
def writing(out: Path, form: str, fields: Sequence[str]) -> Iterator[Write]:
    """A function that writes one record, as `jsonl` or `csv`. `-` is stdout.

    Raises InvalidInputError when the file cannot be made.
    """
    if str(out) == "-":
        yield _writer(sys.stdout, form, fields)
        sys.stdout.flush()
        return
    with _beside(out) as partial, partial.open("w", encoding="utf-8", newline="") as target:
        yield _writer(target, form, fields)


@contextmanager
def writing_bytes(out: Path) -> Iterator[Callable[[bytes], object]]:
    """A function that writes a piece of a file that is made elsewhere. `-` is stdout.

    Raises InvalidInputError when the file cannot be made.
    """
    if str(out) == "-":
        yield sys.stdout.buffer.write
        sys.stdout.buffer.flush()
        return
    with _beside(out) as partial, partial.open("wb") as target:
        yield target.write


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    partial = out.with_name(f".{os.getpid()}.{out.name}")
    try:
        partial.touch()
    except OSError as error:
        raise InvalidInputError(
            f"{out} cannot be written: {error.strerror or error}.", field="out"
        ) from error
    try:
        yield partial
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)


def _writer(target: TextIO, form: str, fields: Sequence[str]) -> Write:
    if form == "jsonl":
        return lambda record: target.write(json.dumps(record, ensure_ascii=False) + "\n")
    rows = csv.writer(target)
    rows.writerow(fields)
    return lambda record: rows.writerow([harmless(record[field]) for field in fields])
