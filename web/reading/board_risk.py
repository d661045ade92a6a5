"""No-show risk as the board shows it: to prepare by, never to select by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from domain.risk import Band, band_of
from domain.vocabulary import InterviewStatus
from models import Interview
from models.no_show_risk import NoShowRisk


@dataclass(frozen=True, slots=True)
class ShownRisk:
    """The present value of one interview."""

    value: float
    band: Band


async def risk_of(session: AsyncSession, interviews: Iterable[Interview]) -> Mapping[UUID, ShownRisk]:
    """The present risk of those that are booked and have one, by interview."""
    booked = [one.id for one in interviews if one.status is InterviewStatus.CONFIRMED]
    if not booked:
        return {}
    query = (
        select(NoShowRisk.interview_id, NoShowRisk.value)
        .ext(distinct_on(NoShowRisk.interview_id))
        .where(NoShowRisk.interview_id.in_(booked))
        .order_by(NoShowRisk.interview_id, NoShowRisk.ordinal.desc())
    )
    return {
        interview_id: ShownRisk(float(value), band_of(float(value)))
        for interview_id, value in await session.execute(query)
    }
