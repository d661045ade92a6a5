"""Steps of the briefings: digests whose local morning came, and what needs an admin."""

from datetime import UTC, datetime

from temporalio import activity

from activities.step import Desk, cause
from domain.vocabulary import Trigger
from services import digest_mail, staffing, troubles
from services.interviews import panel


class DigestActivities:
    """Each round of each is one transaction and safe to repeat: the rows know what was done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @activity.defn
    async def send_digests(self) -> int:
        """Queue every digest that is due. Returns how many people were looked at."""
        looked_at = 0
        while True:
            async with self._desk.sessions.begin() as session:
                found = await digest_mail.send_due(session, now=self._desk.clock())
            looked_at += found
            if found == 0:
                return looked_at

    @activity.defn
    async def look_for_trouble(self) -> int:
        """Bring the alerts up to date and tell the admins, and recruiters whose jobs nobody interviews for.

        Returns how many alerts of admins are open.
        """
        await self._replace_the_disabled()
        async with self._desk.sessions.begin() as session:
            await staffing.tell(session, now=self._desk.clock())
            return await troubles.look(session, now=self._desk.clock(), wall=datetime.now(UTC))

    async def _replace_the_disabled(self) -> None:
        """Whoever was disabled drops out of what is booked, one interview in a transaction."""
        async with self._desk.sessions() as session:
            booked = await staffing.booked_though_disabled(session, now=self._desk.clock())
        for interview_id, user_id in booked:
            async with self._desk.sessions.begin() as session:
                await panel.drop_out(
                    session, interview_id, user_id, cause=cause(Trigger.SCHEDULED), at=self._desk.clock()
                )
