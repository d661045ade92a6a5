"""Why an application has its score, for programs."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from fastapi import APIRouter

from domain.access.vocabulary import Purpose
from domain.vocabulary import ShortlistStatus
from web.acting import ApiCaller
from web.api.problems import PROBLEMS
from web.api.shapes import Shape
from web.reading.why import Why
from web.reading.why import why as read

router = APIRouter(tags=["applications"])


class EvidenceShape(Shape):
    """A place in `masked_text`: offsets in code points, `end` exclusive."""

    about: str
    quote: str
    start: int
    end: int


class RequirementShape(Shape):
    """A requirement of the job and what became of it in this resume."""

    requirement: str
    kind: str
    must: bool
    met: float
    gain: float
    evidence: EvidenceShape | None


class ChangeShape(Shape):
    """Score and place if one unmet requirement were met, everything else being the same."""

    requirement: str
    kind: str
    must: bool
    score: float
    place: int | None


class WhyShape(Shape):
    """A score with everything that it stands on."""

    application_id: UUID
    job_id: UUID
    shortlist_status: ShortlistStatus
    rank: int | None
    fit_score: float
    place: int | None
    """Place by score among those who are still in the running."""
    running: int | None
    parts: dict[str, float]
    matched: list[RequirementShape]
    missing: list[RequirementShape]
    evidence: list[EvidenceShape]
    notices: list[str]
    changes: list[ChangeShape]
    summary: str | None
    unreadable_reason: str | None
    scorer: str | None
    parameters: str | None
    score_input: str | None
    scored_at: datetime | None
    job_has_changed: bool
    masked_text: str | None


@router.get(
    "/applications/{application_id}/why", summary="Why an application has its score", responses=PROBLEMS
)
async def why(caller: ApiCaller, application_id: UUID) -> WhyShape:
    """Parts, requirements with the places they stand on, notices, and what would change the place."""
    async with caller.begin() as act:
        return _shape(await read(act, application_id, purpose=Purpose.API))


def _shape(found: Why) -> WhyShape:
    row = found.application
    return WhyShape(
        application_id=row.id,
        job_id=row.job_id,
        shortlist_status=row.shortlist_status,
        rank=row.rank,
        fit_score=float(row.fit_score),
        place=found.place,
        running=found.running,
        parts=dict(found.parts),
        matched=[RequirementShape.model_validate(match) for match in found.matched],
        missing=[RequirementShape.model_validate(match) for match in found.missing],
        evidence=[EvidenceShape.model_validate(place) for place in found.evidence],
        notices=list(found.notices),
        changes=[ChangeShape.model_validate(asdict(change)) for change in found.changes],
        summary=row.summary,
        unreadable_reason=row.unreadable_reason,
        scorer=row.scorer,
        parameters=row.score_parameters,
        score_input=row.score_input,
        scored_at=row.scored_at,
        job_has_changed=found.job_has_changed,
        masked_text=row.masked_text,
    )
