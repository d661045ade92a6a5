"""Reading JSON lines that people bring: each fault names file, line and field. Files ending in .gz are packed."""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from domain.errors import InvalidInputError
from domain.ports import JobText


def rows(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Each line's place ("file, line 3") and object; blank lines are skipped."""
    try:
        with open_text(path, "rt") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{path}, line {number}", parse_object(line, f"{path}, line {number}")
    except (OSError, EOFError, zlib.error) as error:
        raise InvalidInputError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or error}."
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"{path} is not UTF-8 text.") from error


def text_field(row: Mapping[str, object], field: str, where: str) -> str:
    """A field that must be text."""
    value = row.get(field)
    if not isinstance(value, str):
        raise InvalidInputError(f"{where}: {field} is missing or not text.", field=field)
    return value


def read_jobs(path: Path) -> dict[str, JobText]:
    """Jobs by id: {"job_id", "text", optional "title" (else the first line), "requirements"}."""
    jobs: dict[str, JobText] = {}
    for where, row in rows(path):
        job_id, text = text_field(row, "job_id", where), text_field(row, "text", where)
        if job_id in jobs:
            raise InvalidInputError(f"{where}: job_id {job_id!r} appears twice.")
        title = row.get("title")
        if title is not None and not isinstance(title, str):
            raise InvalidInputError(f"{where}: title must be text.", field="title")
        requirements = row.get("requirements") or {}
        if isinstance(requirements, str | list):
            requirements = {"requirements": requirements}
        if not isinstance(requirements, dict):
            raise InvalidInputError(f"{where}: requirements must be an object.", field="requirements")
        first_line = next((line.strip() for line in text.splitlines() if line.strip()), "")
        jobs[job_id] = JobText(title or first_line, text, cast("dict[str, object]", requirements))
    return jobs


def read_resumes(path: Path) -> Iterator[tuple[str, str]]:
    """Ids and texts, one in memory at a time: {"resume_id", "text"}. An id may stand only once."""
    seen: set[str] = set()
    for where, row in rows(path):
        resume_id, text = text_field(row, "resume_id", where), text_field(row, "text", where)
        if resume_id in seen:
            raise InvalidInputError(f"{where}: resume_id {resume_id!r} appears twice.")
        seen.add(resume_id)
        yield resume_id, text


def open_text(path: Path, mode: str) -> IO[str]:
    """A text file in UTF-8, `rt` or `wt`, packed when its name ends in .gz."""
    # A lone surrogate in a resume becomes its JSON escape again instead of ending the run.
    errors = "strict" if mode == "rt" else "backslashreplace"
    if path.suffix == ".gz":
        return cast("IO[str]", gzip.open(path, mode, encoding="utf-8", errors=errors))
    return cast("IO[str]", path.open(mode, encoding="utf-8", errors=errors))


def parse_object(line: str, where: str) -> dict[str, object]:
    """One line as an object. Raises InvalidInputError naming the place."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"{where}: not a JSON object ({error}).") from error
    if not isinstance(row, dict):
        raise InvalidInputError(f"{where}: not a JSON object.")
    return row
