"""What is kept of a score so that it can be recomputed years later: a rounded number and hashes of its input."""

import hashlib
import json
from dataclasses import asdict
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal

from domain.ports import FitScore, JobText

_CENT = Decimal("0.01")


def points(score: float) -> Decimal:
    """A score as it is stored and compared: 0 to 100 with two decimals, half up."""
    return Decimal(str(score)).quantize(_CENT, ROUND_HALF_UP)


def reasons(fit: FitScore) -> dict[str, object]:
    """What people are shown of a score beside its parts, as it is kept: JSON values."""
    return {
        "summary": fit.summary,
        "evidence": [asdict(place) for place in fit.evidence],
        "requirements": [asdict(match) for match in fit.requirements],
        "notices": list(fit.notices),
    }


def job_text_hash(job: JobText) -> str:
    """Hex SHA-256 of a job's wording; the order of keys in its requirements does not matter."""
    return _hash([job.title, job.description, dict(job.requirements)])


def month_of(at: datetime) -> int:
    """The month of a moment, counted from year 0, in UTC."""
    at = at.astimezone(UTC)
    return at.year * 12 + at.month - 1


def input_hash(masked_text: str, job_text: str, as_of: int, scorer: str, parameters: str) -> str:
    """Hex SHA-256 of everything that a score depends on.

    `job_text` is the hash of the job's wording, `as_of` the month in which the application came in.
    """
    return _hash([masked_text, job_text, as_of, scorer, parameters])


def _hash(parts: list[object]) -> str:
    # A list as JSON: no two different inputs read the same. A lone surrogate is a text like any other.
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
