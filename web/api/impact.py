"""The impact figures as data."""

from uuid import UUID

from fastapi import APIRouter

from domain.impact import Column, Dimension, Report, Withheld
from web.acting import ApiCaller
from web.api.shapes import Shape
from web.reading.impact import look

router = APIRouter(tags=["impact"])


class ComponentShape(Shape):
    """The rate against the step shown before."""

    since: Column
    of: int
    rate: float
    ratio: float | None


class FigureShape(Shape):
    """One group at one step; `low` and `high` are the 95 % Wilson interval of the rate."""

    reached: int
    of: int
    rate: float
    low: float
    high: float
    ratio: float | None
    is_below: bool
    p_value: float | None
    is_small_sample: bool
    component: ComponentShape | None


class LineShape(Shape):
    """One group. `applicants` null: hidden, because it or another group is too small."""

    group: list[str]
    applicants: int | None
    left_out: str | None
    figures: dict[Column, FigureShape] | None


class TableShape(Shape):
    """One dimension. `rest` counts unknown answers and, unless `rest_is_unknown`, those of hidden groups."""

    dimension: Dimension
    lines: list[LineShape]
    rest: int
    rest_is_unknown: bool
    columns: list[Column]
    withheld: dict[Column, Withheld]


class ReportShape(Shape):
    """All tables of one set of applicants."""

    applicants: int
    minimum: int
    reached: dict[Column, int]
    tables: list[TableShape]
    notice: str


def shape(report: Report) -> ReportShape:
    """A report as the API and the command line print it."""
    return ReportShape.model_validate(report)


@router.get("/jobs/{job_id}/impact", summary="Selection rates and impact ratios of a job")
async def of_job(caller: ApiCaller, job_id: UUID) -> ReportShape:
    """Small groups are hidden. The look stands in the log. This is not a bias audit."""
    return shape((await look(caller, job_id, "api")).report)


@router.get("/impact", summary="Selection rates and impact ratios of all ranked jobs together")
async def of_all(caller: ApiCaller) -> ReportShape:
    """For auditors and admins. Small groups are hidden. The look stands in the log."""
    return shape((await look(caller, None, "api")).report)
