"""A draft from insights, when the interviewer asks for it: quotes stand in the transcript, and every field says so."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.insights.model import Kind
from domain.scorecards import DIMENSIONS, Card, Insight, proposed
from models import InterviewerScorecard
from services.interview_room import analysis, insights
from services.log import Cause
from services.scorecards import reading, writing
from services.scorecards.rows import card_of, stored


async def prefill(
    session: AsyncSession, interview_id: UUID, user_id: UUID, *, cause: Cause, at: datetime
) -> InterviewerScorecard:
    """Fill in what the person left empty on the own card from what was noticed in the interview.

    Asked again, it renews what it filled in and the person did not change, and adds nothing twice. The
    recommendation stays empty. Also the draft at the end of an interview. Raises as `writing.save` does.
    """
    row = await reading.own_card(session, interview_id, user_id, lock=True)
    if row is None:
        row = await writing.save(session, interview_id, user_id, Card(), version=0, at=at)
    else:
        row = await _touch(session, row, user_id, at)
    said = await analysis.final_turns(session, interview_id)
    turns = {turn.turn_id: turn.text for turn in said if turn.turn_id is not None}
    noticed = [
        Insight(Kind(one.type), one.severity, one.content, one.topic, one.evidence, one.turn_id, one.score)
        for one in await insights.insights_of(session, interview_id)
    ]
    proposal = proposed(noticed, turns)
    values = {
        **{name: proposal.ratings.get(name) for name in DIMENSIONS},
        "strengths": stored(proposal.strengths),
        "weaknesses": stored(proposal.weaknesses),
        "summary": proposal.summary,
    }
    filled = dict(row.prefilled)
    for name, value in values.items():
        present = getattr(row, name)
        if present and filled.get(name) != present:
            continue  # the person's own
        filled.pop(name, None)
        setattr(row, name, value)
        if value:
            filled[name] = value
    row.prefilled = filled
    await writing.renew(session, row)
    await writing.note_prefilled(session, row, sorted(filled), cause=cause, at=at)
    await session.refresh(row)
    return row


async def _touch(
    session: AsyncSession, row: InterviewerScorecard, user_id: UUID, at: datetime
) -> InterviewerScorecard:
    """The same card with a new version. Raises as `writing.save` does."""
    return await writing.save(session, row.interview_id, user_id, card_of(row), version=row.version, at=at)
