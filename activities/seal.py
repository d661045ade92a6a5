"""Sealing the log and checking its seals: the steps of their schedules."""

import asyncio

from temporalio import activity

from activities.step import Desk
from domain.vocabulary import AlertCause
from services import troubles
from services.audit_keys import LogKeys, TrustedKeys
from services.audit_sealing import seal_all
from services.audit_verify import LogCheck
from services.troubles import Trouble

ROUND_SECONDS = 50.0
"""A round ends before the next one is due; what is left waits for it."""
ABOUT = "log"
"""What the alert of a broken seal is about: there is one log."""


class SealActivities:
    """Links settled rows of the log into its hash chain, and looks whether it still holds.

    `keys` None: no key is set, seals stay unsigned.
    """

    def __init__(self, desk: Desk, keys: LogKeys | None = None) -> None:
        self._desk = desk
        self._keys = keys

    @activity.defn
    async def seal_log(self) -> int:
        """One round. Returns how many rows were sealed; a repeat goes on where the last one stopped."""
        until = asyncio.get_running_loop().time() + ROUND_SECONDS
        return await seal_all(self._desk.sessions, self._keys, self._desk.clock, until=until)

    @activity.defn
    async def check_log(self) -> int | None:
        """Check every row against its seal. Returns the number of the first that does not fit; admins are alerted."""
        broken = await self._first_broken()
        async with self._desk.sessions.begin() as session:
            now = self._desk.clock()
            if broken is None:
                await troubles.over(session, AlertCause.SEAL_BROKEN, ABOUT, now=now)
            else:
                found = Trouble(AlertCause.SEAL_BROKEN, ABOUT, {"sequence": broken})
                await troubles.raised(session, found, now=now)
        return broken

    async def _first_broken(self) -> int | None:
        trusted = self._keys.trusted if self._keys is not None else TrustedKeys({})
        async with self._desk.sessions() as session:
            # One moment of the log: rows that come meanwhile are not sealed yet.
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            async for progress in LogCheck(trusted).run(session):
                if progress.fault is not None:
                    return progress.fault.sequence
        return None
