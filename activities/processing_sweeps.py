"""The sweeps over what is stuck in processing."""

from temporalio import activity

from activities.step import Desk, cause
from domain.vocabulary import Trigger
from services.processing import sweep


class ProcessingSweepActivities:
    """Both are safe to repeat: what was told or marked is not told or marked again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @activity.defn
    async def find_stuck_processing(self) -> int:
        """Tell the admins what has been silent for an hour. Returns how many."""
        async with self._desk.sessions.begin() as session:
            return (await sweep.look(session, self._desk.clock())).stuck

    @activity.defn
    async def give_up_stuck_processing(self) -> int:
        """Mark what has been silent for a day as failed. Returns how many."""
        marked = 0
        while True:
            async with self._desk.sessions.begin() as session:
                swept = await sweep.give_up(session, self._desk.clock(), cause=cause(Trigger.SCHEDULED))
            marked += len(swept.marked)
            if len(swept.marked) < sweep.BATCH:
                activity.logger.info("processing sweep: %s", swept.message)
                return marked
