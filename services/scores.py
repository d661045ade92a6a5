"""Scoring a masked resume, and keeping the score with everything that it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.layout import plain
from domain.masking import mask
from domain.ports import FitScore, JobText, RequirementMatch, Scorer
from domain.score_record import input_hash, job_text_hash, month_of, points, reasons
from models import Application, JobTextSnapshot

REASONS = {
    "summary": "summary",
    "evidence": "score_evidence",
    "requirements": "score_requirements",
    "notices": "score_notices",
}
"""Columns of `domain.score_record.reasons`."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a score was made from."""

    job: JobText
    masked_text: str
    as_of: int
    """Month in which the application came in, counted from year 0."""


def weigh(
    scorer: Scorer, job: JobText, resume: str, names: Sequence[str], arrived_at: datetime
) -> tuple[FitScore, Inputs]:
    """Mask a resume and score what is left; `names` are known to be the person's.

    The masked text is the record: of a record nothing is left to mask, so evidence points into it.
    """
    inputs = Inputs(job, mask(plain(resume), names).text, month_of(arrived_at))
    return scorer.score(job, inputs.masked_text, inputs.as_of), inputs


async def keep(
    session: AsyncSession, application: Application, fit: FitScore, inputs: Inputs | None, at: datetime
) -> None:
    """Write a score onto a locked application. `inputs` None: there was nothing to score."""
    application.fit_score = points(fit.score)
    application.ai_processed = True
    application.scored_at = at
    application.scorer = fit.scorer
    application.score_parameters = fit.parameters
    application.score_components = dict(fit.components)
    for name, value in reasons(fit).items():
        setattr(application, REASONS[name], value)
    if inputs is not None:
        wording = await _snapshot(session, application, inputs.job, at)
        application.score_job_text = wording
        application.masked_text = inputs.masked_text
        application.score_input = input_hash(
            inputs.masked_text, wording, inputs.as_of, fit.scorer, fit.parameters
        )
    await session.flush()


async def _snapshot(session: AsyncSession, application: Application, job: JobText, at: datetime) -> str:
    """Keep what the job said, once per wording. Returns its hash."""
    wording = job_text_hash(job)
    values = {
        "job_id": application.job_id,
        "sha256": wording,
        "title": job.title,
        "description": job.description,
        "requirements": dict(job.requirements),
        "created_at": at,
    }
    await session.execute(insert(JobTextSnapshot).values(values).on_conflict_do_nothing())
    return wording


def told(application: Application, fit: FitScore) -> dict[str, Any]:
    """What the log says of a score: numbers, versions and a hash, never a word of a resume (I8)."""
    return {
        "fit_score": float(application.fit_score),
        "scorer": fit.scorer,
        "parameters": fit.parameters,
        "score_input": application.score_input,
        "parts": dict(fit.components),
        "requirements": {
            "must": _count([match for match in fit.requirements if match.must]),
            "nice": _count([match for match in fit.requirements if not match.must]),
        },
        "notices": len(fit.notices),
    }


def _count(matches: list[RequirementMatch]) -> dict[str, int]:
    return {"met": sum(match.met >= 1 for match in matches), "of": len(matches)}
