"""The conversation about a time as its candidate sees it: their words, the answers, and the times on offer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from domain.negotiation.turns import BotTurn, TalkFacts, recall
from domain.negotiation.words import say
from domain.vocabulary import NegotiationState
from models import Interview, Job, NegotiationSession
from services import talk

IDLE = timedelta(minutes=30)
"""Quiet for so long, a chat counts as closed; the interview and its deadlines stay as they are."""


@dataclass(frozen=True, slots=True)
class Line:
    """One turn, worded."""

    sender: str
    """`you`, `bot` or `person`."""
    at: datetime
    language: str
    paragraphs: tuple[str, ...]
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation so far."""

    lines: tuple[Line, ...] = ()
    awaits_answer: bool = False
    is_idle: bool = False
    with_person: bool = False
    """A person of the hiring team has taken over."""


async def read_talk(
    session: AsyncSession,
    interview: Interview,
    job: Job | None,
    negotiation: NegotiationSession | None,
    now: datetime,
) -> Talk:
    """The conversation of an interview; empty when nobody wrote yet."""
    if negotiation is None or job is None:
        return Talk()
    facts = await talk.facts(session, interview, job, now)
    lines = tuple(_line(kept, facts) for kept in negotiation.history)
    return Talk(
        lines=lines,
        awaits_answer=negotiation.answered < negotiation.replies,
        is_idle=bool(lines) and now - lines[-1].at > IDLE,
        with_person=negotiation.state is NegotiationState.ESCALATED,
    )


def _line(kept: dict[str, object], facts: TalkFacts) -> Line:
    turn = recall(kept)
    if isinstance(turn, BotTurn):
        spoken = say(turn, facts)
        return Line(
            "bot", turn.at, turn.language, spoken.paragraphs, tuple(label for _, label in spoken.options)
        )
    sender = "you" if turn.sender == "candidate" else "person"
    return Line(sender, turn.at, "", tuple(part for part in turn.text.splitlines() if part.strip()))
