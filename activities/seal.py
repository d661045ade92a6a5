"""Sealing the log: the step of its schedule."""

import asyncio

from temporalio import activity

from activities.step import Desk
from domain.audit.seal import Signer
from services.audit_sealing import seal_all

ROUND_SECONDS = 50.0
"""A round ends before the next one is due; what is left waits for it."""


class SealActivities:
    """Links settled rows of the log into its hash chain. `signer` None: no key is set, seals stay unsigned."""

    def __init__(self, desk: Desk, signer: Signer | None = None) -> None:
        self._desk = desk
        self._signer = signer

    @activity.defn
    async def seal_log(self) -> int:
        """One round. Returns how many rows were sealed; a repeat goes on where the last one stopped."""
        until = asyncio.get_running_loop().time() + ROUND_SECONDS
        return await seal_all(self._desk.sessions, self._signer, self._desk.clock, until=until)
