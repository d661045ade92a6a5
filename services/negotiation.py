"""Negotiating a time: the candidate's reply is stored first, the workflow answers it."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, DeadlinePassedError
from domain.negotiation import answer_reply, read_intervals
from domain.vocabulary import InterviewStatus, MailTemplate, NegotiationState
from models import Candidate, Interview, Job, NegotiationSession
from services import find, mail, outbox, slots
from services.log import Cause
from services.mail import Letter
from services.moves import move_negotiation, note, subject

OPEN = {NegotiationState.AWAITING_AVAILABILITY, NegotiationState.AWAITING_SELECTION}


async def reply(
    session: AsyncSession, interview_id: UUID, text: str, *, cause: Cause, received_at: datetime
) -> NegotiationSession:
    """Take a candidate's other times. Raises InvalidInputError when they cannot be read; nothing is stored."""
    interview = await find.interview(session, interview_id, lock=True)
    if interview.status is not InterviewStatus.SLOT_PENDING or interview.leave_effective_at is not None:
        raise ConflictError("There is no time to be found for this interview now.")
    deadline = interview.slot_selection_deadline
    negotiation = await find.negotiation(session, interview_id)
    if negotiation is not None and negotiation.state not in OPEN:
        raise ConflictError("A person is looking for a time with you.", remedy="Please answer their mail.")
    if deadline is not None and received_at > deadline:
        raise DeadlinePassedError("The time to choose has passed.")
    candidate = await session.get_one(Candidate, interview.candidate_id)
    wanted = read_intervals(text, candidate.time_zone)
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
    spans = [
        [span.start.astimezone(UTC).isoformat(), span.end.astimezone(UTC).isoformat()] for span in wanted
    ]
    turn = {"at": received_at.isoformat(), "from": "candidate", "text": text, "intervals": spans}
    negotiation.history = [*negotiation.history, {**turn, "round": negotiation.round}]
    negotiation.replies += 1
    await session.flush()
    await note(
        session,
        interview,
        "times_proposed",
        cause=cause,
        at=received_at,
        round=negotiation.round,
        count=len(spans),
    )
    key = f"interview:{interview.id}:{interview.version}:reply"
    await outbox.tell_interview(session, interview.id, interview.job_id, key, "reply")
    return negotiation


async def answer(
    session: AsyncSession, interview_id: UUID, job: Job, *, cause: Cause, at: datetime
) -> Interview:
    """Answer the newest reply: proposals that fit, another round, or a person. Answered once."""
    interview = await find.interview(session, interview_id, lock=True)
    negotiation = await find.negotiation(session, interview_id)
    if (
        negotiation is None
        or negotiation.answered >= negotiation.replies
        or interview.status is not InterviewStatus.SLOT_PENDING
        or negotiation.state not in OPEN
    ):
        return interview
    turn = next(t for t in reversed(negotiation.history) if t["from"] == "candidate")
    candidate = await session.get_one(Candidate, interview.candidate_id)
    wanted = read_intervals(turn["text"], candidate.time_zone)
    free = await slots.free(session, job, interview, at)
    decision = answer_reply(negotiation.state, negotiation.round, job.negotiation_rounds, wanted, free)
    proposals = [slot.start.astimezone(UTC).isoformat() for slot in decision.proposals]
    negotiation.round = decision.round
    negotiation.answered = negotiation.replies
    negotiation.proposals = proposals
    said = {"at": at.isoformat(), "from": "bot", "proposals": proposals, "round": decision.round}
    negotiation.history = [*negotiation.history, {**said, "state": decision.state.value}]
    interview.version += 1
    # A reply in time earns a full window for the answer to it.
    if interview.slot_selection_deadline is not None:
        interview.slot_selection_deadline = max(
            interview.slot_selection_deadline, at + job.slot_selection_window
        )
    await move_negotiation(
        session, negotiation, decision.state, interview, cause=cause, at=at, proposals=len(proposals)
    )
    await mail.queue(session, at, _letter(interview, negotiation, job, proposals))
    return interview


def _letter(interview: Interview, negotiation: NegotiationSession, job: Job, proposals: list[str]) -> Letter:
    details = {"proposals": proposals, "round": negotiation.round}
    if negotiation.state is NegotiationState.ESCALATED:
        return Letter(MailTemplate.ESCALATION, subject(interview), user_id=job.recruiter_id, details=details)
    template = (
        MailTemplate.SLOT_PROPOSALS
        if negotiation.state is NegotiationState.AWAITING_SELECTION
        else MailTemplate.NEGOTIATION_RETRY
    )
    return Letter(
        template,
        subject(interview),
        candidate_id=interview.candidate_id,
        sequence=negotiation.answered,
        details=details,
    )
