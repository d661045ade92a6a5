"""The repair of what rows and workflows disagree about."""

from datetime import timedelta
from typing import Any

from temporalio import activity

from activities.engine import Engine
from activities.step import Desk, cause
from domain.vocabulary import Trigger
from services import reconcile, webhook_feed
from services.interview_bot.repair import nudge_unread
from services.reconcile import Expected

OVERDUE_GRACE = timedelta(minutes=2)


class ReconcileActivities:
    """Starts lost workflows, wakes overdue ones and open gates."""

    def __init__(self, desk: Desk, engine: Engine) -> None:
        self._desk = desk
        self._engine = engine

    @activity.defn
    async def reconcile(self) -> int:
        """One round. Returns how many repairs were begun; 0 is the normal case."""
        now, why = self._desk.clock(), cause(Trigger.SCHEDULED)
        async with self._desk.sessions.begin() as session:
            wanted = await reconcile.expected(session)
            repairs = await reconcile.nudge_overdue(session, now, OVERDUE_GRACE)
            repairs += await reconcile.nudge_jobs(session, now)
            repairs += await nudge_unread(session, now, OVERDUE_GRACE)
            repairs += await reconcile.wake_open_gates(session, now)
        async with self._desk.sessions.begin() as session:
            await webhook_feed.sweep(session)
        for missing in await self._lost(wanted):
            if await self._engine.start(missing.kind, missing.workflow_id, _payload(missing)):
                repairs += 1
                async with self._desk.sessions.begin() as session:
                    await reconcile.note_restart(session, missing, cause=why, at=self._desk.clock())
        return repairs

    async def _lost(self, wanted: list[Expected]) -> list[Expected]:
        """Workflows that do not run although rows call for them, also when the rows are read once more.

        A workflow that ended regularly a moment ago left rows that no longer call for it.
        """
        running = await self._engine.running()
        silent = [w for w in wanted if w.workflow_id not in running]
        silent = [w for w in silent if not await self._engine.is_running(w.workflow_id)]
        if not silent:
            return []
        async with self._desk.sessions.begin() as session:
            still = {w.workflow_id for w in await reconcile.expected(session)}
        return [w for w in silent if w.workflow_id in still]


def _payload(missing: Expected) -> dict[str, Any]:
    about = missing.subject
    ids = {
        "job_id": about.job_id,
        "application_id": about.application_id,
        "interview_id": about.interview_id,
    }
    return {**missing.payload, **{name: str(value) for name, value in ids.items() if value is not None}}
