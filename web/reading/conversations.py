"""Conversations as the hiring team reads them: who waits, since when and why, and everything that was said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from domain.negotiation.bot import Handover, Move
from domain.negotiation.turns import BotTurn
from domain.slots import Slot
from domain.vocabulary import InterviewStatus, NegotiationState
from models import Candidate, Interview, Job, NegotiationSession, User
from services import conversation, find, slots
from services.calendars.entries import people_of
from services.conversation import Waiting
from web.paging import cursor, read_cursor
from web.reading.talk import Talk, read_talk

WHY: Mapping[Handover, str] = {
    Handover.ASKED_FOR_A_PERSON: "The candidate asked for a person.",
    Handover.LAST_ROUND: "No round led to a time that suits both sides.",
    Handover.NO_FREE_TIMES: "The interviewers have no free time left.",
    Handover.NOT_UNDERSTOOD: "The messages could not be understood.",
}
"""Why the bot handed over, in words."""

DID: Mapping[Move, str] = {
    Move.PROPOSE: "offered times",
    Move.PROPOSE_NEXT_BEST: "the chosen time was gone: offered the nearest ones",
    Move.ASK_OTHER_TIMES: "nothing fitted: asked for other times",
    Move.BOOK: "booked",
    Move.ANSWER: "answered questions",
    Move.CLARIFY: "asked back",
    Move.LEAVE: "took it as a withdrawal",
    Move.ESCALATE: "handed over to a person",
}
"""What the bot did with a message, in words."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One interview's search for a time."""

    interview: Interview
    job: Job
    candidate: Candidate
    negotiation: NegotiationSession | None
    talk: Talk
    handed_over: BotTurn | None
    """The turn in which the bot handed over, if it did."""
    people: tuple[User, ...]
    """Who conducts the interview, the lead first; nobody before a time is booked."""
    free: tuple[Slot, ...]
    """Times that could be offered or booked now, earliest first."""

    @property
    def may_write(self) -> bool:
        """Whether a person's words and offers are expected."""
        return (
            self.negotiation is not None
            and self.negotiation.state is NegotiationState.ESCALATED
            and self.interview.status is InterviewStatus.SLOT_PENDING
        )

    @property
    def why(self) -> str:
        """Why the bot handed over, in words."""
        handover = self.handed_over.handover if self.handed_over else None
        return WHY[handover] if handover else ""


async def list_waiting(
    session: AsyncSession, *, after: str | None, limit: int
) -> tuple[Sequence[Waiting], str | None]:
    """Who waits for a person: unanswered ones first, then the longest waiting; and the cursor of the next page."""
    place = None
    if after is not None:
        answered, since, interview_id = read_cursor(after, int, datetime.fromisoformat, UUID)
        place = (bool(answered), since, interview_id)
    rows = await conversation.waiting(session, after=place, limit=limit + 1)
    if len(rows) <= limit:
        return rows, None
    last = rows[limit - 1]
    return rows[:limit], cursor(int(last.is_answered), last.since.isoformat(), last.interview.id)


async def read_conversation(session: AsyncSession, interview_id: UUID, now: datetime) -> Conversation:
    """The conversation of an interview. Raises NotFoundError when it, or its job, is not there to be seen."""
    interview = await find.interview(session, interview_id)
    if interview.job_id is None:
        raise NotFoundError("The job of this interview no longer exists.")
    job = await find.job(session, interview.job_id)
    negotiation = await find.negotiation(session, interview_id)
    talk = await read_talk(session, interview, job, negotiation, now)
    handed = [line.turn for line in talk.lines if isinstance(line.turn, BotTurn) and line.turn.handover]
    return Conversation(
        interview=interview,
        job=job,
        candidate=await session.get_one(Candidate, interview.candidate_id),
        negotiation=negotiation,
        talk=talk,
        handed_over=handed[-1] if handed else None,
        people=await _people(session, interview),
        free=await _free(session, job, interview, now),
    )


async def _people(session: AsyncSession, interview: Interview) -> tuple[User, ...]:
    ids = people_of(interview)
    known = {user.id: user for user in await session.scalars(select(User).where(User.id.in_(ids)))}
    return tuple(known[user] for user in ids if user in known)


async def _free(session: AsyncSession, job: Job, interview: Interview, now: datetime) -> tuple[Slot, ...]:
    booked = interview.status is InterviewStatus.CONFIRMED
    over = booked and interview.scheduled_time is not None and now >= interview.scheduled_time
    waits = interview.status is InterviewStatus.SLOT_PENDING or (booked and not over)
    if not waits or interview.leave_effective_at is not None:
        return ()
    return tuple(await slots.free(session, job, interview, now))
