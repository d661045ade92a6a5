"""Judging what was said, beside the requests that bring it: one look at a time for each interview.

A look finds which planned questions were asked and answered, then what there is to notice.
"""

import asyncio
import logging
from dataclasses import replace
from uuid import UUID

from starlette.requests import HTTPConnection

from domain.vocabulary import Trigger
from services.interview_room import analysis
from services.log import Cause
from services.questions import linking
from web.acting import Caller
from web.deps import WebDeps

logger = logging.getLogger(__name__)


class Judging:
    """The looks of this process. Turns that come during a look are seen by the next one, however many they are."""

    def __init__(self, deps: WebDeps) -> None:
        """Looks in the sessions of `deps`, in the name of whoever sent the turns."""
        self._deps = deps
        self._due: dict[UUID, Caller] = {}
        self._running: dict[UUID, asyncio.Task[None]] = {}

    def due(self, caller: Caller, interview_id: UUID) -> None:
        """Final turns of an interview were kept: look soon."""
        self._due[interview_id] = caller
        self._start(interview_id)

    async def settled(self) -> None:
        """Wait until nothing is due any more."""
        while self._running:
            await asyncio.wait(list(self._running.values()))
            # The end of a look begins the next one, in a callback.
            await asyncio.sleep(0)

    def _start(self, interview_id: UUID) -> None:
        if interview_id in self._running or interview_id not in self._due:
            return
        task = asyncio.create_task(self._look(interview_id), name="judging")
        self._running[interview_id] = task
        task.add_done_callback(lambda done: self._finished(interview_id, done))

    async def _look(self, interview_id: UUID) -> None:
        now = self._deps.clock()
        caller = replace(self._due.pop(interview_id), at=now, repeatable=None, counts_waiting=False)
        async with caller.begin() as act:
            cause = Cause(Trigger.AUTO, act.role.value, act.user_id)
            await linking.link_turns(act.session, interview_id, now, cause)
            await analysis.analyse(act.session, interview_id, now)

    def _finished(self, interview_id: UUID, task: asyncio.Task[None]) -> None:
        del self._running[interview_id]
        if not task.cancelled() and (error := task.exception()) is not None:
            # The words are kept; what this look missed, the next one sees. Messages may quote them.
            logger.error("judging interview %s failed: %s", interview_id, type(error).__name__)
        self._start(interview_id)


def judging_of(request: HTTPConnection) -> Judging:
    """The looks of this process."""
    found: Judging = request.app.state.judging
    return found
