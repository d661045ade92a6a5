"""What people did with a ranked shortlist before somebody confirmed it."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models import AutomationLog, Job

BY_HAND = ("accepted_by_hand", "promoted_by_hand", "rejected_by_hand", "cancelled_by_hand")
"""Acts by which people change a shortlist."""


async def changes_since_ranking(session: AsyncSession, job: Job) -> dict[str, int]:
    """How often people changed the shortlist of a ranked job by hand, by kind of act."""
    query = (
        select(AutomationLog.action_type, func.count())
        .where(
            AutomationLog.job_id == job.id,
            AutomationLog.action_type.in_(BY_HAND),
            AutomationLog.created_at >= job.ranked_at,
        )
        .group_by(AutomationLog.action_type)
    )
    found = {row[0]: row[1] for row in await session.execute(query)}
    return {action: found.get(action, 0) for action in BY_HAND}
