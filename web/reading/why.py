"""Why an application has its score: parts, requirements, evidence, and what would change its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from domain.ports import Evidence, JobText, RequirementMatch
from domain.score_record import job_text_hash
from domain.vocabulary import ShortlistStatus
from domain.why import Piece, WhatIf, pieces, what_ifs
from models import Application, Candidate, Job
from models.application import BEST_FIRST, score_order
from services import access, find
from services.log import Subject
from web.acting import HIRING, Act

RUNNING = (ShortlistStatus.PENDING, ShortlistStatus.BUFFER, ShortlistStatus.SHORTLISTED)
_MOST_WHAT_IFS = 20


@dataclass(frozen=True, slots=True)
class Change:
    """A requirement that is not met, and score and place if it were."""

    requirement: str
    kind: str
    must: bool
    score: Decimal
    place: int | None


@dataclass(frozen=True, slots=True)
class Why:
    """Everything that a person may ask about a score."""

    application: Application
    job: Job
    name: str
    place: int | None
    """Place by score among those of the job who are still in the running; 1 is the best.

    None, as `running` and the places of `changes`, for whoever does not see everybody who applied.
    """
    running: int | None
    """How many are in the running, this application included."""
    parts: Mapping[str, float]
    matched: Sequence[RequirementMatch]
    missing: Sequence[RequirementMatch]
    evidence: Sequence[Evidence]
    """Words that added to the score without being a requirement."""
    notices: Sequence[str]
    """What a person should look at: first what reading the file found, then what scoring found."""
    changes: Sequence[Change]
    pieces: Sequence[Piece]
    """The masked text, cut where evidence begins and ends."""
    job_has_changed: bool
    """Whether the job reads differently now than when the score was made."""


async def why(act: Act, application_id: UUID, *, purpose: Purpose) -> Why:
    """Why an application has its score. The look at the resume is written down. Raises NotFoundError."""
    session = act.session
    application = await find.application(session, application_id)
    subject = Subject(application.job_id, application.id)
    await access.note(session, Seen.RESUME, subject, at=act.at, purpose=purpose)
    job = await find.job(session, application.job_id)
    person = await session.scalar(select(Candidate.name).where(Candidate.id == application.candidate_id))
    requirements = [_match(row) for row in application.score_requirements or []]
    # Scores of before offsets were kept hold sentences instead of places.
    evidence = [Evidence(**row) for row in application.score_evidence or [] if isinstance(row, dict)]
    proofs = [match.evidence for match in requirements if match.evidence is not None]
    options = what_ifs(application.fit_score, requirements)[:_MOST_WHAT_IFS]
    scores = [application.fit_score, *(option.score for option in options)]
    places: Sequence[int | None] = [None] * len(scores)
    running = None
    if act.role in HIRING:
        places, running = await _places(session, application, scores)
    return Why(
        application=application,
        job=job,
        name=person or application.applicant_name or "",
        place=places[0],
        running=running,
        parts={name: float(value) for name, value in (application.score_components or {}).items()},
        matched=[match for match in requirements if match.met >= 1],
        missing=[match for match in requirements if match.met < 1],
        evidence=evidence,
        notices=[*(application.resume_notices or []), *(application.score_notices or [])],
        changes=[_change(option, place) for option, place in zip(options, places[1:], strict=True)],
        pieces=pieces(application.masked_text or "", [*proofs, *evidence]),
        job_has_changed=application.score_job_text is not None
        and application.score_job_text
        != job_text_hash(JobText(job.title, job.description, job.requirements)),
    )


def _match(row: dict[str, Any]) -> RequirementMatch:
    proof = row.get("evidence")
    return RequirementMatch(**{**row, "evidence": Evidence(**proof) if proof else None})


def _change(option: WhatIf, place: int | None) -> Change:
    return Change(option.requirement, option.kind, option.must, option.score, place)


async def _places(
    session: AsyncSession, application: Application, scores: Sequence[Decimal]
) -> tuple[list[int], int]:
    """The place that each score would have beside the others as they stand now, and how many there are."""
    ahead = [
        func.count().filter(
            tuple_(*BEST_FIRST) < tuple_(score_order(score), application.created_at, application.id)
        )
        for score in scores
    ]
    others = select(func.count(), *ahead).where(
        Application.job_id == application.job_id,
        Application.id != application.id,
        Application.candidate_id.is_not(None),
        Application.shortlist_status.in_(RUNNING),
    )
    running, *counts = (await session.execute(others)).one()
    return [count + 1 for count in counts], running + 1
