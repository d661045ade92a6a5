"""Conversations about a time: who waits for a person, what was said, and a person's answer."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import Field

from domain.negotiation.bot import Handover, Move
from domain.negotiation.turns import BotTurn
from domain.slots import Span
from domain.vocabulary import NegotiationState
from services import conversation
from web.acting import HIRING, ApiCaller
from web.api.bodies import WordsAndTimes
from web.api.shapes import Shape
from web.paging import DEFAULT, After, Limit
from web.reading.conversations import Conversation, list_waiting, read_conversation
from web.reading.talk import Line

router = APIRouter(tags=["conversations"])


class WaitingShape(Shape):
    """Somebody who waits for a person."""

    interview_id: UUID
    job_id: UUID
    job_title: str
    candidate_name: str
    since: datetime = Field(description="When the bot handed over.")
    handover: Handover | None
    is_answered: bool = Field(description="The hiring team wrote last.")
    last_message: str | None


class WaitingPage(Shape):
    """Unanswered ones first, then the longest waiting; `next` is the `after` of the next page."""

    items: list[WaitingShape]
    next: str | None


class SpanShape(Shape):
    """From `start` until before `end`."""

    start: datetime
    end: datetime


class TurnShape(Shape):
    """One turn; what only the bot has is null or empty for people."""

    sender: str = Field(description="`candidate`, `bot` or `recruiter`.")
    at: datetime
    paragraphs: list[str] = Field(description="As the candidate reads them.")
    proposals: list[datetime]
    language: str | None
    understood: list[SpanShape]
    move: Move | None
    round: int | None
    chosen: datetime | None
    held_until: datetime | None
    handover: Handover | None
    passed_on: list[str] = Field(description="Questions that the bot left to a person.")


class ConversationShape(Shape):
    """The search for a time of one interview."""

    interview_id: UUID
    candidate_name: str
    candidate_time_zone: str
    state: NegotiationState | None = Field(description="Null: the candidate has not written.")
    awaits_answer: bool
    turns: list[TurnShape]
    free: list[datetime] = Field(description="Times that can be offered or booked now, earliest first.")


@router.get("/conversations", summary="List conversations that wait for a person")
async def waiting(caller: ApiCaller, after: After = None, limit: Limit = DEFAULT) -> WaitingPage:
    """Those that the bot handed over and that have no time yet, of the caller's own jobs."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        rows, next_ = await list_waiting(act.session, after=after, limit=limit)
        return WaitingPage(items=[_waiting(one) for one in rows], next=next_)


@router.get("/interviews/{interview_id}/conversation", summary="Get the conversation of an interview")
async def get(
    caller: ApiCaller,
    interview_id: UUID,
    limit: Annotated[int, Query(ge=0, le=500, description="Free times at most.")] = 100,
) -> ConversationShape:
    """Every turn, what was understood of it, and the times that are free."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        return _shape(await read_conversation(act.session, interview_id, act.at), limit)


@router.post("/interviews/{interview_id}/conversation", summary="Answer a candidate who waits for a person")
async def write(caller: ApiCaller, interview_id: UUID, body: WordsAndTimes) -> ConversationShape:
    """The words go out by mail as they are; the times are held for the candidate. To book: `schedule`."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        await conversation.write(
            act.session, interview_id, body.text, body.starts, cause=act.cause(), at=act.at
        )
        return _shape(await read_conversation(act.session, interview_id, act.at), 0)


def _waiting(one: conversation.Waiting) -> WaitingShape:
    return WaitingShape(
        interview_id=one.interview.id,
        job_id=one.job.id,
        job_title=one.job.title,
        candidate_name=one.candidate.name,
        since=one.since,
        handover=one.why,
        is_answered=one.is_answered,
        last_message=one.last.text if one.last else None,
    )


def _shape(shown: Conversation, limit: int) -> ConversationShape:
    return ConversationShape(
        interview_id=shown.interview.id,
        candidate_name=shown.candidate.name,
        candidate_time_zone=shown.candidate.time_zone,
        state=shown.negotiation.state if shown.negotiation else None,
        awaits_answer=shown.talk.awaits_answer,
        turns=[_turn(line) for line in shown.talk.lines],
        free=[slot.start for slot in shown.free[:limit]],
    )


def _turn(line: Line) -> TurnShape:
    bot = line.turn if isinstance(line.turn, BotTurn) else None
    return TurnShape(
        sender={"you": "candidate", "bot": "bot", "person": "recruiter"}[line.sender],
        at=line.at,
        paragraphs=list(line.paragraphs),
        proposals=list(line.turn.proposals),
        language=line.language or None,
        understood=[_span(span) for span in bot.understood] if bot else [],
        move=bot.move if bot else None,
        round=bot.round if bot else None,
        chosen=bot.chosen if bot else None,
        held_until=bot.held_until if bot else None,
        handover=bot.handover if bot else None,
        passed_on=list(bot.passed_on) if bot else [],
    )


def _span(span: Span) -> SpanShape:
    return SpanShape(start=span.start, end=span.end)
