"""Insights that a language model proposes, beside the rules and never in their way.

Two transactions with the model's time between them: `ask` reads, `keep` judges and stores. A model that is slow, broken
or hostile costs nothing but a count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.insights.proposals import MOST_KNOWN, MOST_TURNS, Ask, Judged, judge
from domain.vocabulary import Flag, InterviewStatus
from feature_flags.gate import decide
from models import AiInsight, InsightProposals, Interview, Transcript
from services import find
from services.interview_room import analysis, knowledge
from services.interview_room.insights import insights_of

GOING_ON = (InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS)
MOST_DUE = 50
FEWEST_WORDS = 8
"""Fewer new words of the candidate are not worth a question to a model."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a model is to be asked about an interview, and up to which turn that goes."""

    interview_id: UUID
    ask: Ask
    read_up_to: int


async def due(session: AsyncSession) -> Sequence[UUID]:
    """Interviews that go on and in which something was said that no model has seen, the longest wait first."""
    read = func.coalesce(InsightProposals.read_up_to, 0)
    query = (
        select(Transcript.interview_id)
        .join(Interview, Interview.id == Transcript.interview_id)
        .outerjoin(InsightProposals, InsightProposals.interview_id == Transcript.interview_id)
        .where(Interview.status.in_(GOING_ON), ~Transcript.is_interim, Transcript.sequence > read)
        .group_by(Transcript.interview_id)
        .order_by(func.min(Transcript.timestamp))
        .limit(MOST_DUE)
    )
    return (await session.scalars(query)).all()


async def question(session: AsyncSession, interview_id: UUID) -> Question | None:
    """What to ask about the turns that no model has seen; None when nothing worth asking was said since.

    None, too, where `llm_assist` is off.
    """
    interview = await find.interview_or_none(session, interview_id)
    if interview is None or not (await decide(session, Flag.LLM_ASSIST, interview.job_id)).open:
        return None
    read = await session.scalar(
        select(InsightProposals.read_up_to).where(InsightProposals.interview_id == interview_id)
    )
    said = await analysis.final_turns(session, interview_id)
    new = [turn for turn in said if turn.sequence > (read or 0)]
    if sum(len(turn.text.split()) for turn in new if turn.role == "guest") < FEWEST_WORDS:
        return None
    background = await knowledge.background(session, interview)
    known = [one.content for one in await insights_of(session, interview_id)]
    ask = Ask(tuple(new[-MOST_TURNS:]), tuple(known[-MOST_KNOWN:]), background.skills)
    return Question(interview_id, ask, new[-1].sequence)


async def keep(
    session: AsyncSession,
    asked: Question,
    proposals: Sequence[object] | None,
    now: datetime,
    failure: str = "",
) -> Judged | None:
    """Store what stands the test, and count. `proposals` None: the model gave no usable answer.

    Safe to run twice: an insight is stored once, and turns that were read are not asked about again. Returns None for
    an interview that is gone or was read further meanwhile.
    """
    if await find.interview_or_none(session, asked.interview_id) is None:
        return None
    row = await _row(session, asked.interview_id)
    if row.read_up_to >= asked.read_up_to:
        return None
    row.read_up_to, row.updated_at = asked.read_up_to, now
    if proposals is None:
        row.failures, row.last_failure = row.failures + 1, failure[:200] or None
        await session.flush()
        return None
    known = await session.scalars(
        select(AiInsight.fingerprint).where(AiInsight.interview_id == asked.interview_id)
    )
    # Turns are read again: only words that stand there now bear an insight out.
    wanted = {turn.sequence for turn in asked.ask.turns}
    said = await analysis.final_turns(session, asked.interview_id)
    present = Ask(tuple(turn for turn in said if turn.sequence in wanted), asked.ask.known, asked.ask.skills)
    judged = judge(proposals, present, set(known))
    await analysis.keep(session, asked.interview_id, judged.kept, origin="model", now=now)
    row.asked, row.kept = row.asked + judged.asked, row.kept + len(judged.kept)
    row.dropped = _added(row.dropped, {reason.value: count for reason, count in judged.dropped.items()})
    await session.flush()
    return judged


async def counts(session: AsyncSession, interview_id: UUID) -> InsightProposals | None:
    """What became of the proposals for an interview; None when no model was asked."""
    return await session.get(InsightProposals, interview_id, populate_existing=True)


async def dropped_altogether(session: AsyncSession) -> int:
    """How many proposals of all interviews were dropped, for the metrics."""
    return (
        await session.scalar(
            select(func.coalesce(func.sum(InsightProposals.asked - InsightProposals.kept), 0))
        )
        or 0
    )


async def _row(session: AsyncSession, interview_id: UUID) -> InsightProposals:
    await session.execute(insert(InsightProposals).values(interview_id=interview_id).on_conflict_do_nothing())
    found = await session.scalar(
        select(InsightProposals)
        .where(InsightProposals.interview_id == interview_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    assert found is not None  # noqa: S101 - inserted above
    return found


def _added(before: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    return {name: before.get(name, 0) + more.get(name, 0) for name in {*before, *more}}
