"""The pages of impact figures: of one job, and of all together."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from domain.impact import Dimension, Withheld
from domain.impact.report import FOUR_FIFTHS
from web.desk.session import Desk, SignedIn
from web.reading.impact import look

router = APIRouter()

WHY = {
    Withheld.NOBODY: "Nobody reached it.",
    Withheld.FEW_PEOPLE: "Too few people tell it from another step: their names are known to you.",
    Withheld.SMALL_GROUPS: "It would tell what became of a group that is too small to show.",
}
TITLES = {
    Dimension.SEX: "sex",
    Dimension.RACE_ETHNICITY: "race or ethnicity",
    Dimension.SEX_AND_RACE: "sex and race or ethnicity",
    Dimension.AGE_BAND: "age",
}
BAR = {"width": 160, "height": 16, "line": FOUR_FIFTHS * 160}
"""Pixels of a bar as long as the highest rate, and where its four fifths lie."""


@router.api_route("/jobs/{job_id}/impact", methods=["GET", "HEAD"])
async def of_job(desk: SignedIn, job_id: UUID) -> Response:
    """Rates and ratios of a job. The look is logged."""
    return await _show(desk, job_id)


@router.api_route("/impact", methods=["GET", "HEAD"])
async def of_all(desk: SignedIn) -> Response:
    """Rates and ratios of all ranked jobs together, for auditors and admins. The look is logged."""
    return await _show(desk, None)


async def _show(desk: Desk, job_id: UUID | None) -> Response:
    seen = await look(desk.caller, job_id, "page")
    return desk.show(
        "desk/impact.html",
        seen.act,
        job=seen.job,
        report=seen.report,
        was_awaited=seen.was_awaited,
        why=WHY,
        titles=TITLES,
        bar=BAR,
    )
