"""`understudy score`: fit scores from files to a file. Needs no server, no database and no setting.

Jobs: one JSON object a line, {"job_id", "text", optional "title" (else the first line), "requirements"}.
Resumes: {"resume_id", "text"}. Pairs: {"job_id", "resume_id"}. Result: {"job_id", "resume_id", "score",
"components", "evidence"}; a piece of evidence is {"about", "quote", "start", "end"}, offsets in code
points. Files ending in .gz are read and written compressed.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.jsonl import open_text, read_jobs, read_resumes, rows, text_field
from cli.progress import with_progress
from domain.errors import InvalidInputError
from domain.ports import JobText

if TYPE_CHECKING:
    from domain.ports import Scorer


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
    from domain.scoring import RelevanceScorer

    job_texts = read_jobs(jobs)
    wanted = _read_pairs(pairs, job_texts) if pairs is not None else None
    total = sum(map(len, wanted.values())) if wanted is not None else None
    lines = _scored(job_texts, resumes, wanted, RelevanceScorer())
    _write(out, with_progress(lines, total, "scoring", "pairs"))


def _scored(
    jobs: Mapping[str, JobText],
    resumes: Path,
    wanted: Mapping[str, Mapping[str, None]] | None,
    scorer: "Scorer",
) -> Iterator[str]:
    """One result line per pair, resume by resume: only one resume is in memory at a time."""
    seen: set[str] = set()
    for resume_id, text in read_resumes(resumes):
        seen.add(resume_id)
        for job_id in jobs if wanted is None else wanted.get(resume_id, ()):
            fit = scorer.score(jobs[job_id], text)
            result = {
                "job_id": job_id,
                "resume_id": resume_id,
                "score": fit.score,
                "components": dict(fit.components),
                "evidence": [asdict(place) for place in fit.evidence],
            }
            yield json.dumps(result, ensure_ascii=False)
    missing = sorted(set(wanted or ()) - seen)
    if missing:
        raise InvalidInputError(
            f"{resumes}: {len(missing)} resumes of the pairs are missing, first {missing[0]!r}."
        )


def _read_pairs(path: Path, jobs: Mapping[str, JobText]) -> dict[str, dict[str, None]]:
    """Job ids per resume id, in the order of the file, each pair once."""
    wanted: dict[str, dict[str, None]] = {}
    for where, row in rows(path):
        job_id, resume_id = text_field(row, "job_id", where), text_field(row, "resume_id", where)
        if job_id not in jobs:
            raise InvalidInputError(f"{where}: no job has the job_id {job_id!r}.", field="job_id")
        wanted.setdefault(resume_id, {})[job_id] = None
    return wanted


def _write(out: Path, lines: Iterable[str]) -> None:
    """Write beside the target, then rename: a broken run leaves no half result under the name."""
    partial = out.with_name(f".{os.getpid()}.{out.name}")  # keeps the suffix, so .gz is still compressed
    try:
        target = open_text(partial, "wt")
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
