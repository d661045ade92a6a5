"""The live page of an interview: what was said, what was noticed, what is planned, who is who."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models import AiInsight, Transcript
from services.questions.plans import PlanOf, plan_of
from web.reading.interview_room import Room, read_room
from web.reading.room_news import Position, here

SHOWN = 500
"""Turns on the page, the newest; the whole transcript is a click away."""


@dataclass(frozen=True, slots=True)
class Live:
    """What the page shows. Rows may be newer than `position`: the feed sends them again, and the page replaces."""

    room: Room
    position: Position
    turns: Sequence[Transcript]
    is_cut: bool
    """Older turns are left out."""
    insights: Sequence[AiInsight]
    """The newest first."""
    plan: PlanOf

    @property
    def roles(self) -> Mapping[str, Any]:
        """Who is who, why, how sure, and who said so; empty while nothing is known."""
        return self.room.interview.roles or {}

    @property
    def voices(self) -> Mapping[str, str | None]:
        """Each voice that was heard, with its role."""
        known = self.roles.get("speakers", {})
        heard = sorted({turn.speaker for turn in self.turns if turn.speaker is not None} | set(known))
        return {voice: known.get(voice) for voice in heard}

    @property
    def scores(self) -> Mapping[str, Any]:
        """The running scores as they stand now."""
        return next((one.score for one in self.insights if one.score), {})


async def read_live(session: AsyncSession, interview_id: UUID, *, is_whole: bool) -> Live:
    """Raises NotFoundError for an interview that the person of this transaction may not see."""
    room = await read_room(session, interview_id)
    position = await here(session, interview_id)
    query = select(Transcript).where(Transcript.interview_id == interview_id)
    query = query.order_by(Transcript.sequence.desc())
    rows = (await session.scalars(query if is_whole else query.limit(SHOWN + 1))).all()
    insights = select(AiInsight).where(AiInsight.interview_id == interview_id)
    shown = rows if is_whole else rows[:SHOWN]
    return Live(
        room=room,
        position=position,
        turns=shown[::-1],
        is_cut=len(rows) > len(shown),
        insights=(await session.scalars(insights.order_by(AiInsight.timestamp.desc(), AiInsight.id))).all(),
        plan=await plan_of(session, interview_id),
    )
