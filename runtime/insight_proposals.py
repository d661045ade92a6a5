"""Asks a language model about what was just said, beside the live interview and never in its way.

One loop in each worker process. What was read stands in `insight_proposals`, so a restart goes on where it stopped,
and a model that fails is asked again only about what comes next.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.errors import UnavailableError
from domain.insights.proposals import InsightProposer
from runtime.wakeups import Wakeups
from services.interview_room import proposing

log = logging.getLogger(__name__)

CHANNEL = "understudy_room"
POLL_SECONDS = 30.0
"""Turns ring a bell; this is for bells that nobody heard."""
PAUSE_SECONDS = 1.0
"""Turns that come shortly after one another are read together."""
AT_ONCE = 4
"""Interviews that wait for the model at the same time."""


class InsightProposals:
    """Has insights proposed for interviews that are going on, where `llm_assist` is on."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        proposer: InsightProposer,
        clock: Callable[[], datetime],
        wakeups: Wakeups,
    ) -> None:
        """`clock` tells business time."""
        self._sessions = sessions
        self._proposer = proposer
        self._clock = clock
        self._wakeups = wakeups

    async def run(self) -> None:
        """Ask until cancelled."""
        while True:
            try:
                await self.ask_due()
            except (SQLAlchemyError, OSError) as error:
                log.warning("insights: database not reachable (%s)", type(error).__name__)
            await asyncio.sleep(PAUSE_SECONDS)
            await self._wakeups.wait(CHANNEL, POLL_SECONDS)

    async def ask_due(self) -> int:
        """Ask once about each interview that has something new. Returns about how many it asked."""
        async with self._sessions.begin() as session:
            due = await proposing.due(session)
        room = asyncio.Semaphore(AT_ONCE)

        async def one(interview_id: UUID) -> bool:
            async with room:
                return await self._ask(interview_id)

        return sum(await asyncio.gather(*(one(interview_id) for interview_id in due)))

    async def _ask(self, interview_id: UUID) -> bool:
        """No transaction is open while the model thinks."""
        async with self._sessions.begin() as session:
            asked = await proposing.question(session, interview_id)
        if asked is None:
            return False
        proposals, failure = None, ""
        try:
            proposals = await self._proposer.propose(asked.ask)
        except UnavailableError as error:
            failure = error.message
            log.warning("insights come from rules alone: %s", failure)
        async with self._sessions.begin() as session:
            await proposing.keep(session, asked, proposals, self._clock(), failure)
        return True
