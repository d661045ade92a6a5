"""The daily look at no-show risk of interviews that are still to come."""

from temporalio import activity

from activities.step import Desk, cause
from domain.vocabulary import Trigger
from services import preparation, risk

PAGE = 500
"""Interviews of one transaction."""


class RiskActivities:
    """Computes risks page by page; each page is one transaction and safe to repeat."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @activity.defn
    async def assess_upcoming(self) -> int:
        """Look at every booked interview that is still to come. Returns how many values changed."""
        at, why = self._desk.clock(), cause(Trigger.SCHEDULED)
        changed, last = 0, None
        while True:
            async with self._desk.sessions.begin() as session:
                page = await risk.upcoming(session, at, last, PAGE)
                ids = [interview_id for _, interview_id in page]
                changed += len(await risk.compute(session, ids, cause=why, at=at))
                await preparation.remind_early(session, ids, cause=why, at=at)
            if len(page) < PAGE:
                return changed
            last = page[-1]
