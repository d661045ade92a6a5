"""The conversation about a time: the words of both sides as the candidate reads them, and what they stand on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from domain.messages.times import format_instant
from domain.negotiation.turns import BotTurn, PersonTurn, TalkFacts, recall
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
    turn: BotTurn | PersonTurn
    """What the words are made of."""
    options: tuple[str, ...] = ()
    """Times on offer, in the candidate's words and zone."""


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


def _line(kept: Mapping[str, Any], facts: TalkFacts) -> Line:
    turn = recall(kept)
    if isinstance(turn, BotTurn):
        spoken = say(turn, facts)
        options = tuple(label for _, label in spoken.options)
        return Line("bot", turn.at, turn.language, spoken.paragraphs, turn, options)
    sender = "you" if turn.sender == "candidate" else "person"
    paragraphs = tuple(part for part in turn.text.splitlines() if part.strip())
    options = tuple(format_instant(start, facts.zone) for start in turn.proposals)
    return Line(sender, turn.at, "", paragraphs, turn, options)
