"""Asking whether a gate is open. An unknown or unreadable flag counts as off (I12)."""

from dataclasses import dataclass
from uuid import UUID

from openfeature import api
from openfeature.evaluation_context import EvaluationContext
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import Flag
from feature_flags.provider import current_session


@dataclass(frozen=True, slots=True)
class GateDecision:
    """Whether a step may go on, and which flag decided."""

    open: bool
    flag: Flag


async def decide(session: AsyncSession, flag: Flag, job_id: UUID | None) -> GateDecision:
    """The kill switch decides first, then the step's own flag."""
    token = current_session.set(session)
    try:
        client = api.get_client("understudy")
        context = EvaluationContext(targeting_key=str(job_id) if job_id else None)
        for asked in dict.fromkeys((Flag.GLOBAL_AUTOMATION, flag)):
            details = await client.get_boolean_details_async(
                asked.value, default_value=False, evaluation_context=context
            )
            if not details.value:
                return GateDecision(open=False, flag=asked)
        return GateDecision(open=True, flag=flag)
    finally:
        current_session.reset(token)
