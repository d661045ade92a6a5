"""`understudy score`: fit scores from files to a file. Needs no server, no database and no setting.

Jobs: one JSON object a line, {"job_id", "text", optional "title" (else the first line), "requirements"}.
Resumes: {"resume_id", "text"}. Pairs: {"job_id", "resume_id"}. Result: {"job_id", "resume_id", "score",
"components", "evidence"}. Files ending in .gz are read and written compressed.
"""

import gzip
import json
import os
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, cast

import typer

from domain.errors import InvalidInputError
from domain.ports import JobText

if TYPE_CHECKING:
    from domain.ports import Scorer

_PROGRESS_AFTER = 2.0
_PROGRESS_EVERY = 0.2


def score(
    jobs: Annotated[Path, typer.Option(help="Jobs, one JSON object per line.")],
    resumes: Annotated[Path, typer.Option(help="Resumes, one JSON object per line.")],
    out: Annotated[Path, typer.Option(help="Where the scores go, one JSON object per line.")],
    pairs: Annotated[
        Path | None, typer.Option(help="Pairs to score; without it every job meets every resume.")
    ] = None,
) -> None:
    """Score resumes against jobs, from files to a file.

    Raises InvalidInputError naming file and line. The result appears under its name only when complete.
    """
    from domain.scoring import LexicalScorer

    job_texts = _read_jobs(jobs)
    wanted = _read_pairs(pairs, job_texts) if pairs is not None else None
    total = sum(map(len, wanted.values())) if wanted is not None else None
    lines = _scored(job_texts, resumes, wanted, LexicalScorer())
    _write(out, _with_progress(lines, total))


def _scored(
    jobs: Mapping[str, JobText],
    resumes: Path,
    wanted: Mapping[str, Mapping[str, None]] | None,
    scorer: "Scorer",
) -> Iterator[str]:
    """One result line per pair, resume by resume: only one resume is in memory at a time."""
    seen: set[str] = set()
    for where, row in _rows(resumes):
        resume_id, text = _text_field(row, "resume_id", where), _text_field(row, "text", where)
        if resume_id in seen:
            raise InvalidInputError(f"{where}: resume_id {resume_id!r} appears twice.")
        seen.add(resume_id)
        for job_id in jobs if wanted is None else wanted.get(resume_id, ()):
            fit = scorer.score(jobs[job_id], text)
            result = {
                "job_id": job_id,
                "resume_id": resume_id,
                "score": fit.score,
                "components": dict(fit.components),
                "evidence": list(fit.evidence),
            }
            yield json.dumps(result, ensure_ascii=False)
    missing = sorted(set(wanted or ()) - seen)
    if missing:
        raise InvalidInputError(
            f"{resumes}: {len(missing)} resumes of the pairs are missing, first {missing[0]!r}."
        )


def _read_jobs(path: Path) -> dict[str, JobText]:
    jobs: dict[str, JobText] = {}
    for where, row in _rows(path):
        job_id, text = _text_field(row, "job_id", where), _text_field(row, "text", where)
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


def _read_pairs(path: Path, jobs: Mapping[str, JobText]) -> dict[str, dict[str, None]]:
    """Job ids per resume id, in the order of the file, each pair once."""
    wanted: dict[str, dict[str, None]] = {}
    for where, row in _rows(path):
        job_id, resume_id = _text_field(row, "job_id", where), _text_field(row, "resume_id", where)
        if job_id not in jobs:
            raise InvalidInputError(f"{where}: no job has the job_id {job_id!r}.", field="job_id")
        wanted.setdefault(resume_id, {})[job_id] = None
    return wanted


def _rows(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Each line's place ("file, line 3") and object; blank lines are skipped."""
    try:
        with _open(path, "rt") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{path}, line {number}", _parse(line, f"{path}, line {number}")
    except (OSError, EOFError, zlib.error) as error:
        raise InvalidInputError(
            f"{path} cannot be read: {getattr(error, 'strerror', None) or error}."
        ) from error
    except UnicodeDecodeError as error:
        raise InvalidInputError(f"{path} is not UTF-8 text.") from error


def _parse(line: str, where: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"{where}: not a JSON object ({error}).") from error
    if not isinstance(row, dict):
        raise InvalidInputError(f"{where}: not a JSON object.")
    return row


def _text_field(row: Mapping[str, object], field: str, where: str) -> str:
    value = row.get(field)
    if not isinstance(value, str):
        raise InvalidInputError(f"{where}: {field} is missing or not text.", field=field)
    return value


def _open(path: Path, mode: str) -> IO[str]:
    # A lone surrogate in a resume becomes its JSON escape again instead of ending the run.
    errors = "strict" if mode == "rt" else "backslashreplace"
    if path.suffix == ".gz":
        return cast("IO[str]", gzip.open(path, mode, encoding="utf-8", errors=errors))
    return cast("IO[str]", path.open(mode, encoding="utf-8", errors=errors))


def _write(out: Path, lines: Iterable[str]) -> None:
    """Write beside the target, then rename: a broken run leaves no half result under the name."""
    partial = out.with_name(f".{os.getpid()}.{out.name}")  # keeps the suffix, so .gz is still compressed
    try:
        target = _open(partial, "wt")
    except OSError as error:
        raise InvalidInputError(
            f"{out} cannot be written: {error.strerror or error}.", field="out"
        ) from error
    try:
        with target:
            for line in lines:
                target.write(line + "\n")
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)


def _with_progress(lines: Iterable[str], total: int | None) -> Iterator[str]:
    """The same lines; after two seconds a count on stderr, where a result on stdout would not meet it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("scoring"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pairs"),
        TimeElapsedColumn(),
    )
    began = shown = time.monotonic()
    count = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("scoring", total=total, visible=False)
        for count, line in enumerate(lines, 1):
            yield line
            now = time.monotonic()
            if now - began > _PROGRESS_AFTER and now - shown > _PROGRESS_EVERY:
                progress.update(task, completed=count, visible=True)
                shown = now
