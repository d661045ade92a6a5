"""Negotiating a time: the candidate's message is stored first, the workflow answers it."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import (
    ConflictError,
    DeadlinePassedError,
    InvalidInputError,
    SlotTakenError,
    UnavailableError,
)
from domain.negotiation.bot import Decision, Move, Situation, decide
from domain.negotiation.reading import Ask, Reading
from domain.negotiation.turns import BotTurn, PersonTurn, keep, told
from domain.negotiation.words import passed_on
from domain.slots import Slot
from domain.vocabulary import InterviewStatus, NegotiationState
from models import Candidate, Interview, Job, NegotiationSession
from services import find, holds, mail, outbox, reading, slots, talk
from services.interviews import answer as answers
from services.log import Cause
from services.moves import move_negotiation, note
from services.negotiation_letters import letters, passed_on_letter
from services.reading import Rewritten

OPEN = {NegotiationState.AWAITING_AVAILABILITY, NegotiationState.AWAITING_SELECTION}
LONGEST_MESSAGE = 4000
MOST_TURNS = 200
TRIES = 6
"""How often a time is wanted while others want it too; the last try waits in everybody's queue."""


async def reply(
    session: AsyncSession, interview_id: UUID, text: str, *, cause: Cause, received_at: datetime
) -> NegotiationSession:
    """Take a candidate's message, in their own words. Refused messages are not stored.

    Raises InvalidInputError (empty, too long), ConflictError, DeadlinePassedError.
    """
    _refuse_unusable(text)
    interview = await find.interview(session, interview_id, lock=True)
    negotiation = await find.negotiation(session, interview_id)
    _refuse_closed(interview, negotiation, received_at)
    if negotiation is None:
        negotiation = NegotiationSession(
            id=uuid4(),
            interview_id=interview_id,
            round=1,
            state=NegotiationState.AWAITING_AVAILABILITY,
            history=[],
            proposals=[],
            replies=0,
            answered=0,
        )
        session.add(negotiation)
    negotiation.history = [*negotiation.history, keep(PersonTurn(received_at, "candidate", text))]
    negotiation.replies += 1
    interview.bounced_at = None  # whoever writes was reached; the answer brings a new deadline
    await session.flush()
    await note(
        session,
        interview,
        "message_received",
        cause=cause,
        at=received_at,
        round=negotiation.round,
        length=len(text),
    )
    key = f"interview:{interview.id}:{interview.version}:reply"
    await outbox.tell_interview(session, interview.id, interview.job_id, key, "reply")
    return negotiation


def _refuse_unusable(text: str) -> None:
    if not text.strip():
        raise InvalidInputError(
            "The message is empty.", field="message", remedy="Write when you could come, in your own words."
        )
    if len(text) > LONGEST_MESSAGE:
        raise InvalidInputError(
            f"The message is longer than {LONGEST_MESSAGE} characters.",
            field="message",
            remedy="A sentence or two is enough.",
        )


def _refuse_closed(
    interview: Interview, negotiation: NegotiationSession | None, received_at: datetime
) -> None:
    if interview.status is not InterviewStatus.SLOT_PENDING or interview.leave_effective_at is not None:
        raise ConflictError("There is no time to be found for this interview now.")
    escalated = negotiation is not None and negotiation.state is NegotiationState.ESCALATED
    rests = escalated or interview.bounced_at is not None
    deadline = interview.slot_selection_deadline
    if not rests and deadline is not None and received_at > deadline:
        raise DeadlinePassedError("The time to choose has passed.")
    if negotiation is not None and len(negotiation.history) >= MOST_TURNS:
        raise ConflictError(
            "This conversation has become too long.", remedy="Reply to our mail to reach a person."
        )


async def needs_rewrite(
    session: AsyncSession, interview_id: UUID, job: Job, *, cause: Cause, at: datetime
) -> Ask | None:
    """What the bot has to answer and cannot read, when a language model may help; else None, and `answer` can.

    Logs a help that a flag forbids. Give what the model said to `answer`, in a transaction of its own.
    """
    interview = await find.interview(session, interview_id, lock=True)
    negotiation = await find.negotiation(session, interview_id)
    if negotiation is None or not _is_unanswered(interview, negotiation) or negotiation.state not in OPEN:
        return None
    ask = await reading.asked(session, negotiation, job, interview)
    may = await reading.may_rewrite(session, negotiation, interview, ask, cause=cause, at=at)
    return ask if may else None


async def answer(
    session: AsyncSession,
    interview_id: UUID,
    job: Job,
    *,
    cause: Cause,
    at: datetime,
    rewritten: Rewritten | None = None,
) -> Interview:
    """Answer what the candidate wrote and nobody answered yet: a booking, offers, a question, or a person.

    Answered once. While a person looks for a time, messages are passed on to them and not answered. `rewritten`
    is looked at where the message itself is not understood, and only if it is about just these words.
    """
    interview = await find.interview(session, interview_id, lock=True)
    negotiation = await find.negotiation(session, interview_id)
    if negotiation is None or not _is_unanswered(interview, negotiation):
        return interview
    if negotiation.state not in OPEN:
        await _pass_on(session, interview, negotiation, job, cause=cause, at=at)
        return interview
    ask = await reading.asked(session, negotiation, job, interview)
    said, helped = await reading.read(session, negotiation, interview, ask, rewritten, cause=cause, at=at)
    where = Situation(negotiation.state, negotiation.round, job.negotiation_rounds, _unclear(negotiation))
    facts = await talk.facts(session, interview, job, at)
    # From here on others may wait for this transaction: what can be read before is read before.
    decision = await _decide_and_do(session, interview, job, where, said, cause=cause, at=at)
    turn = replace(told(decision, said, at, _held_until(interview, job, at)), rewritten=helped)
    turn = replace(turn, passed_on=passed_on(turn, facts))
    negotiation.history = [*negotiation.history, keep(turn)]
    await _settle(session, interview, negotiation, job, decision, said, turn, cause=cause, at=at)
    return interview


def _is_unanswered(interview: Interview, negotiation: NegotiationSession) -> bool:
    """Whether the candidate wrote something that nobody answered, and a time is still looked for."""
    return (
        negotiation.answered < negotiation.replies
        and interview.status is InterviewStatus.SLOT_PENDING
        and interview.leave_effective_at is None
    )


def _unclear(negotiation: NegotiationSession) -> int:
    """Answers in a row that could only ask back."""
    count = 0
    for turn in reversed(negotiation.history):
        if turn["from"] == "bot":
            if turn.get("move") != Move.CLARIFY:
                break
            count += 1
    return count


async def _decide_and_do(
    session: AsyncSession,
    interview: Interview,
    job: Job,
    where: Situation,
    said: Reading,
    *,
    cause: Cause,
    at: datetime,
) -> Decision:
    """Decide on what is free, and carry it out; when somebody was faster, look again.

    The last try comes in everybody's queue, where nobody is faster. Each before it waits for the people it wants
    alone: among many candidates that is much shorter. Raises UnavailableError when all of them fail.
    """
    zone = (await session.get_one(Candidate, interview.candidate_id)).time_zone
    for attempt in range(1, TRIES + 1):
        if attempt == TRIES:
            await holds.queue_for(session, await slots.interviewers(session, job.id), at)
        if attempt > 1:
            await session.refresh(interview)
        free = await slots.free(session, job, interview, at)
        decision = decide(where, said, free, zone)
        if await _carry_out(session, interview, job, decision, free, cause=cause, at=at):
            return decision
    raise UnavailableError("These times are being taken at this moment.", remedy="Try again.")


async def _carry_out(
    session: AsyncSession,
    interview: Interview,
    job: Job,
    decision: Decision,
    free: list[Slot],
    *,
    cause: Cause,
    at: datetime,
) -> bool:
    """Book, leave or hold. False when somebody was faster, and then nothing was done."""
    if decision.move is Move.LEAVE:
        await answers.leave(session, interview.id, cause=cause, received_at=at)
        return True
    if decision.move is Move.BOOK:
        slot = next(slot for slot in free if slot.start == decision.chosen)
        try:
            await answers.take_slot(session, interview, job, slot, cause=cause, at=at)
        except SlotTakenError:
            return False
        return True
    if decision.proposals:
        until = _held_until(interview, job, at)
        return await holds.hold(session, interview.id, decision.proposals, until, at)
    if decision.move in {Move.ASK_OTHER_TIMES, Move.ESCALATE}:
        await holds.release(session, interview.id)
    return True


def _choose_by(interview: Interview, job: Job, at: datetime) -> datetime | None:
    """A message in time earns a full window for the answer to it."""
    deadline = interview.slot_selection_deadline
    return max(deadline, at + job.slot_selection_window) if deadline is not None else None


def _held_until(interview: Interview, job: Job, at: datetime) -> datetime:
    choose_by = _choose_by(interview, job, at)
    until = at + job.hold_window
    return min(until, choose_by) if choose_by is not None else until


async def _settle(
    session: AsyncSession,
    interview: Interview,
    negotiation: NegotiationSession,
    job: Job,
    decision: Decision,
    said: Reading,
    turn: BotTurn,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """Keep what was decided, log it, and mail it."""
    if decision.move in {Move.PROPOSE, Move.PROPOSE_NEXT_BEST, Move.ASK_OTHER_TIMES, Move.ESCALATE}:
        negotiation.proposals = [slot.start.isoformat() for slot in decision.proposals]
    negotiation.round = decision.round
    negotiation.answered = negotiation.replies
    if decision.move is Move.BOOK:
        await session.flush()
    else:
        interview.version += 1
        interview.slot_selection_deadline = _choose_by(interview, job, at)
        await move_negotiation(
            session,
            negotiation,
            decision.state,
            interview,
            cause=cause,
            at=at,
            move=decision.move.value,
            intent=said.intent.value,
            proposals=len(decision.proposals),
            handover=decision.handover.value if decision.handover else None,
        )
    await mail.queue(session, at, *letters(interview, negotiation, job, decision, turn))


async def _pass_on(
    session: AsyncSession,
    interview: Interview,
    negotiation: NegotiationSession,
    job: Job,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """A person has taken over: they get what was written, the bot keeps quiet."""
    messages = negotiation.replies - negotiation.answered
    negotiation.answered = negotiation.replies
    await note(session, interview, "message_passed_on", cause=cause, at=at, round=negotiation.round)
    await mail.queue(session, at, passed_on_letter(interview, negotiation, job, messages))
