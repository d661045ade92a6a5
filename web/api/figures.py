"""The numbers behind the charts, of one job and of all own jobs together."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from domain.figures import Figures, Share, Stage, Step
from domain.risk import Band
from web.acting import ApiCaller
from web.api.shapes import Shape
from web.reading.figures import look

router = APIRouter(tags=["figures"])


class ShareShape(Shape):
    """`hits` of `of`. Below five cases there is neither rate nor interval."""

    hits: int
    of: int
    rate: float | None = Field(description="0 to 1.")
    interval: tuple[float, float] | None = Field(description="Wilson's 95 % interval of the rate.")


class BinShape(Shape):
    """Cases of at least `low` and less than `high` days."""

    low: int
    high: int
    count: int


class SpreadShape(Shape):
    """Days from the application to the interview."""

    count: int
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    bins: list[BinShape]


class SavedLineShape(Shape):
    """One kind of step that nobody had to take."""

    step: Step
    count: int
    minutes_each: float = Field(description="Minutes of a person for one; a setting of the installation.")
    minutes: float = Field(description="count × minutes_each")


class SavingShape(Shape):
    """The sum of all lines."""

    hours: float
    lines: list[SavedLineShape]


class PeriodShape(Shape):
    """Promotions of the period that began at `at`."""

    at: datetime
    auto: int
    by_hand: int


class PointShape(Shape):
    """Understudies on the bench at the end of the period that began at `at`."""

    at: datetime
    value: int


class DeadlinesShape(Shape):
    """Deadlines that are over, kept or lapsed."""

    answer: ShareShape
    time: ShareShape


class RiskOutcomeShape(Shape):
    """No-shows among interviews of one band that took place or were missed."""

    band: Band
    no_shows: ShareShape
    cancelled: int


class FiguresShape(Shape):
    """Everything that the charts show; how each number is made stands in `docs/figures.md`."""

    jobs: int = Field(description="How many jobs were counted.")
    funnel: dict[Stage, int]
    days_to_interview: SpreadShape
    saving: SavingShape
    without_a_person: ShareShape
    promotions: list[PeriodShape]
    deadlines: DeadlinesShape
    bench: list[PointShape]
    risk: list[RiskOutcomeShape]


def shape(found: Figures, jobs: int) -> FiguresShape:
    """Figures as the API prints them."""
    return FiguresShape(
        jobs=jobs,
        funnel=dict(found.funnel.stages),
        days_to_interview=SpreadShape.model_validate(found.days_to_interview),
        saving=SavingShape.model_validate(found.saving),
        without_a_person=_share(found.without_a_person),
        promotions=[PeriodShape.model_validate(one) for one in found.promotions],
        deadlines=DeadlinesShape.model_validate(found.deadlines),
        bench=[PointShape.model_validate(one) for one in found.bench],
        risk=[RiskOutcomeShape.model_validate(one) for one in found.risk],
    )


def _share(one: Share) -> ShareShape:
    return ShareShape.model_validate(one)


@router.get("/jobs/{job_id}/figures", summary="Figures of a job")
async def of_job(caller: ApiCaller, job_id: UUID) -> FiguresShape:
    """For recruiters and admins: the numbers behind the charts of the page."""
    seen = await look(caller, job_id)
    return shape(seen.figures, seen.jobs)


@router.get("/figures", summary="Figures of all own jobs together")
async def of_all(caller: ApiCaller) -> FiguresShape:
    """For recruiters and admins; an admin's cover every job."""
    seen = await look(caller, None)
    return shape(seen.figures, seen.jobs)
