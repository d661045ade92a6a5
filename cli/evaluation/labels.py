"""What became of people, as users' own records say it: numbers or words, and the scores of another system."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cli.jsonl import rows, text_field
from domain.errors import InvalidInputError
from domain.ports import JobText

WORDS: Mapping[str, float | None] = {
    "hired": 3,
    "offered": 3,
    "offer_declined": 3,
    "interviewed": 2,
    "shortlisted": 1,
    "screened": 1,
    "suitable": 1,
    "yes": 1,
    "rejected": 0,
    "not_hired": 0,
    "unsuitable": 0,
    "no": 0,
    "withdrawn": None,
    "pending": None,
    "unknown": None,
}
"""Grades of label words. None says nothing about the fit, so such a pair is left out."""

HIGHEST = 10
"""Highest grade: gains double with each, so that a rating out of 100 would drown everything else."""

_REMEDY = (
    f"A label is a number from 0 to {HIGHEST}, true, false, or one of: {', '.join(WORDS)}. "
    "Translate other words first."
)


@dataclass(frozen=True, slots=True)
class Label:
    """One line of the labels."""

    grade: float | None
    where: str
    """File and line."""


Labels = dict[str, dict[str, Label]]
"""By resume id, then by job id."""


def read_labels(path: Path, jobs: Mapping[str, JobText]) -> Labels:
    """Labels of known jobs; whether the resumes exist is known when those are read.

    Raises InvalidInputError that names line, field and remedy.
    """
    labels: Labels = {}
    for where, row in rows(path):
        job_id, resume_id = text_field(row, "job_id", where), text_field(row, "resume_id", where)
        if job_id not in jobs:
            raise InvalidInputError(
                f"{where}: no job has the job_id {job_id!r}.",
                field="job_id",
                remedy="Add the job to --jobs, or take the line out.",
            )
        of_resume = labels.setdefault(resume_id, {})
        if job_id in of_resume:
            raise InvalidInputError(
                f"{where}: the pair {job_id!r}, {resume_id!r} was labelled before "
                f"({of_resume[job_id].where}).",
                field="label",
                remedy="Keep one line per pair, the final outcome.",
            )
        of_resume[job_id] = Label(_grade(row, where), where)
    if not labels:
        raise InvalidInputError(f"{path} holds no label.", field="labels")
    return labels


def _grade(row: Mapping[str, object], where: str) -> float | None:
    if "label" not in row:
        raise InvalidInputError(f"{where}: label is missing.", field="label", remedy=_REMEDY)
    value = row["label"]
    if isinstance(value, str):
        word = "_".join(value.lower().replace("-", " ").replace("_", " ").split())
        if word in WORDS:
            return WORDS[word]
        raise InvalidInputError(f"{where}: the label {value!r} is not known.", field="label", remedy=_REMEDY)
    if isinstance(value, int | float) and 0 <= value <= HIGHEST:
        return float(value)
    raise InvalidInputError(
        f"{where}: the label {value!r} is neither a known word nor a number from 0 to {HIGHEST}.",
        field="label",
        remedy=_REMEDY,
    )


def read_scores(path: Path) -> dict[tuple[str, str], float]:
    """Another system's scores by (job id, resume id); null and NaN count as not given."""
    scores: dict[tuple[str, str], float] = {}
    for where, row in rows(path):
        pair = text_field(row, "job_id", where), text_field(row, "resume_id", where)
        value = row.get("score")
        if "score" not in row or isinstance(value, bool) or not isinstance(value, int | float | None):
            raise InvalidInputError(
                f"{where}: score is missing or not a number.",
                field="score",
                remedy="Give a number, higher is better, or null where the system gave none.",
            )
        if pair in scores:
            raise InvalidInputError(
                f"{where}: the pair {pair[0]!r}, {pair[1]!r} appears twice.", field="score"
            )
        if value is not None and math.isfinite(value):
            scores[pair] = float(value)
    return scores
