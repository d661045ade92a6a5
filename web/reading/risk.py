"""No-show risk as pages and the API show it: the present value, its band, and every part in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from domain.risk import Band, Part, Risk, RiskFacts, RiskPart, band_of, explain
from models import NoShowRisk


@dataclass(frozen=True, slots=True)
class RiskPartSeen:
    """One part: how much of the whole it may be (hundredths), what it adds now (0 to 1), and why."""

    part: Part
    weight: int
    points: float
    is_known: bool
    why: str


class RiskSeen(NamedTuple):
    """The present risk of an interview."""

    value: float
    """0 to 1."""
    band: Band
    parts: list[RiskPartSeen]


async def risks_of(session: AsyncSession, interview_ids: Sequence[UUID]) -> dict[UUID, RiskSeen]:
    """The present risks of interviews that have one, with one query; others are left out."""
    if not interview_ids:
        return {}
    found = await session.scalars(
        select(NoShowRisk)
        .ext(distinct_on(NoShowRisk.interview_id))
        .where(NoShowRisk.interview_id.in_(interview_ids))
        .order_by(NoShowRisk.interview_id, NoShowRisk.ordinal.desc())
    )
    return {row.interview_id: _seen(row) for row in found}


def _seen(row: NoShowRisk) -> RiskSeen:
    parts = [RiskPart(**{**kept, "part": Part(kept["part"])}) for kept in row.parts]
    risk = Risk(float(row.value), parts, RiskFacts(**row.facts), row.rule)
    why = explain(risk)
    shown = [RiskPartSeen(one.part, one.weight, one.points, one.is_known, why[one.part]) for one in parts]
    return RiskSeen(risk.value, band_of(risk.value), shown)
