"""Writing records to a file: beside its name first, so that a broken run leaves no half result under it."""

import csv
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from domain.errors import InvalidInputError

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet compute a cell (OWASP, CSV injection)."""

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
    partial = out.with_name(f".{os.getpid()}.{out.name}")
    try:
        target = partial.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InvalidInputError(
            f"{out} cannot be written: {error.strerror or error}.", field="out"
        ) from error
    try:
        with target:
            yield _writer(target, form, fields)
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)


def _writer(target: TextIO, form: str, fields: Sequence[str]) -> Write:
    if form == "jsonl":
        return lambda record: target.write(json.dumps(record, ensure_ascii=False) + "\n")
    rows = csv.writer(target)
    rows.writerow(fields)
    return lambda record: rows.writerow([harmless(record[field]) for field in fields])


def harmless(value: object) -> object:
    """A cell that a spreadsheet shows and does not compute. Numbers stay numbers."""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
