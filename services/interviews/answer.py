"""What a candidate answers: yes, no (with a way back), another time, goodbye.

An answer counts by `received_at`, the business time at which the web tier received it (I14). The row's lock
decides between an answer and a deadline in the same instant; the loser gets an error that says so.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, DeadlinePassedError, SlotTakenError
from domain.slots import Slot
from domain.states import LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import LeaveKind, MailTemplate, NegotiationState
from models import Interview, Job
from services import find, holds, mail, outbox, slots
from services.log import Cause
from services.mail import Letter
from services.moves import move_interview, move_negotiation, note, subject

BY_HAND = "Reply to our mail: a person can still move it."
TOO_LATE_TO_UNDO = "It is too late to undo this: the place has passed on."


async def accept(
    session: AsyncSession, interview_id: UUID, *, cause: Cause, received_at: datetime
) -> Interview:
    """Accept an invitation; the slot-selection deadline begins. Accepting twice is accepting once.

    Raises DeadlinePassedError after the deadline, ConflictError when the interview is over.
    """
    interview = await find.interview(session, interview_id, lock=True)
    if interview.leave_effective_at is not None and interview.status in LIVE_INTERVIEW:
        await _undo(session, interview, cause=cause, at=received_at)
    if interview.status in {I.SLOT_PENDING, I.CONFIRMED, I.IN_PROGRESS}:
        return interview
    _refuse_over(interview)
    if received_at > interview.confirmation_deadline and interview.bounced_at is None:
        raise DeadlinePassedError("The time to answer this invitation has passed.")
    job = await _job(session, interview)
    interview.bounced_at = None  # whoever answers was reached
    interview.slot_selection_deadline = received_at + job.slot_selection_window
    deadline = interview.slot_selection_deadline.isoformat()
    await move_interview(
        session,
        interview,
        I.SLOT_PENDING,
        "invitation_accepted",
        cause=cause,
        at=received_at,
        slot_selection_deadline=deadline,
    )
    letter = Letter(MailTemplate.SLOT_CHOICE, subject(interview), candidate_id=interview.candidate_id)
    await mail.queue(session, received_at, letter)
    await _tell(session, interview, "accepted")
    return interview


async def leave(
    session: AsyncSession, interview_id: UUID, *, cause: Cause, received_at: datetime
) -> Interview:
    """Decline or withdraw. It takes effect after the undo window; until then nothing is lost (I10)."""
    interview = await find.interview(session, interview_id, lock=True)
    if interview.leave_effective_at is not None:
        return interview
    _refuse_over(interview)
    job = await _job(session, interview)
    booked = interview.status in {I.CONFIRMED, I.IN_PROGRESS}
    interview.leave_kind = LeaveKind.WITHDREW if booked else LeaveKind.DECLINED
    interview.leave_requested_at = received_at
    interview.leave_effective_at = received_at + job.undo_window
    await note(
        session,
        interview,
        "leave_requested",
        cause=cause,
        at=received_at,
        kind=interview.leave_kind.value,
        effective_at=interview.leave_effective_at.isoformat(),
        calendar_sequence=interview.calendar_sequence,
    )
    letter = Letter(
        MailTemplate.LEAVE_RECEIPT,
        subject(interview),
        candidate_id=interview.candidate_id,
        sequence=interview.version,
    )
    await mail.queue(session, received_at, letter)
    await _tell(session, interview, "leave_requested")
    return interview


async def undo_leave(
    session: AsyncSession, interview_id: UUID, *, cause: Cause, received_at: datetime
) -> Interview:
    """Take back a decline or withdrawal within its window. Raises ConflictError when the seat passed on."""
    interview = await find.interview(session, interview_id, lock=True)
    if interview.status not in LIVE_INTERVIEW:
        raise ConflictError(TOO_LATE_TO_UNDO)
    if interview.leave_effective_at is not None:
        await _undo(session, interview, cause=cause, at=received_at)
    return interview


async def _undo(session: AsyncSession, interview: Interview, *, cause: Cause, at: datetime) -> None:
    if interview.leave_effective_at is not None and at > interview.leave_effective_at:
        raise ConflictError(TOO_LATE_TO_UNDO)
    interview.leave_kind = None
    interview.leave_requested_at = None
    interview.leave_effective_at = None
    await mail.unsend(session, interview.id, {MailTemplate.LEAVE_RECEIPT}, "undone")
    await note(session, interview, "leave_undone", cause=cause, at=at)
    await _tell(session, interview, "leave_undone")


async def pick(
    session: AsyncSession, interview_id: UUID, start: datetime, *, cause: Cause, received_at: datetime
) -> Interview:
    """Take a time, or another one when one is booked already. Picking the booked time changes nothing.

    Raises SlotTakenError when somebody was faster, DeadlinePassedError, ConflictError.
    """
    interview = await find.interview(session, interview_id, lock=True)
    booked = interview.status is I.CONFIRMED
    if booked and interview.scheduled_time == start and interview.leave_effective_at is None:
        return interview
    await _refuse_pick(session, interview, received_at, by_candidate=cause.actor_kind == "candidate")
    job = await _job(session, interview)
    slot = next((s for s in await slots.free(session, job, interview, received_at) if s.start == start), None)
    if slot is None:
        raise SlotTakenError(
            "This time is no longer free.", field="start", remedy="Choose one of the next best."
        )
    await take_slot(session, interview, job, slot, cause=cause, at=received_at)
    return interview


async def _refuse_pick(
    session: AsyncSession, interview: Interview, received_at: datetime, *, by_candidate: bool
) -> None:
    """Deadlines and limits bind candidates; a recruiter may still move or fix a time."""
    if interview.status is I.INVITATION_SENT:
        raise ConflictError("Accept the invitation first.", remedy="Use the link in the invitation.")
    if interview.status not in {I.SLOT_PENDING, I.CONFIRMED}:
        raise ConflictError("This interview can no longer be scheduled.")
    if interview.leave_effective_at is not None:
        raise ConflictError("You have declined.", remedy="Undo that first.")
    if interview.status is I.CONFIRMED:
        if interview.scheduled_time is not None and received_at >= interview.scheduled_time:
            raise DeadlinePassedError("The interview has begun.")
        if by_candidate:
            await _refuse_move(session, interview, received_at)
        return
    if not by_candidate or interview.bounced_at is not None:
        return
    negotiation = await find.negotiation(session, interview.id)
    if negotiation is not None and negotiation.state is NegotiationState.ESCALATED:
        return
    if interview.slot_selection_deadline is not None and received_at > interview.slot_selection_deadline:
        raise DeadlinePassedError("The time to choose has passed.")


async def _refuse_move(session: AsyncSession, interview: Interview, received_at: datetime) -> None:
    refused = why_not_move(interview, await _job(session, interview), received_at)
    if refused is not None:
        raise refused


def why_not_move(interview: Interview, job: Job, at: datetime) -> ConflictError | None:
    """Why a candidate may not move a booked time any more: so late, or moved as often, as the job says."""
    booked = interview.scheduled_time
    if booked is not None and at > booked - job.reschedule_cutoff:
        return DeadlinePassedError("It is too late to move this interview.", remedy=BY_HAND)
    if interview.reschedules >= job.reschedule_limit:
        return ConflictError("This interview was moved as often as possible.", remedy=BY_HAND)
    return None


async def take_slot(
    session: AsyncSession,
    interview: Interview,
    job: Job,
    slot: Slot,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """Book a time for a locked interview; the database refuses an overlap (I5).

    Raises SlotTakenError when somebody was faster.
    """
    moved = interview.status is I.CONFIRMED
    previous = interview.scheduled_time
    try:
        async with session.begin_nested():
            await holds.queue_for(session, slot.interviewer_ids, at)
            interview.scheduled_time = slot.start
            interview.interviewer_id = slot.interviewer_id
            interview.panel = list(slot.interviewer_ids[1:])
            if moved:
                interview.calendar_sequence += 1
                interview.reschedules += cause.actor_kind == "candidate"
            # Booked inside the reminder's lead: the confirmation is reminder enough.
            interview.reminded_for = slot.start if slot.start - job.reminder_lead <= at else None
            interview.outcome_asked_for = None
            action = "interview_rescheduled" if moved else "slot_picked"
            await move_interview(
                session,
                interview,
                I.CONFIRMED,
                action,
                cause=cause,
                at=at,
                scheduled_time=slot.start.isoformat(),
                previous_time=previous.isoformat() if previous else None,
                interviewer_ids=[str(user) for user in slot.interviewer_ids],
            )
    except IntegrityError as error:
        if holds.OVERLAP in str(error.orig):
            raise SlotTakenError(
                "This time was taken a moment ago.", field="start", remedy="Choose one of the next best."
            ) from error
        raise
    negotiation = await find.negotiation(session, interview.id)
    if negotiation is not None and negotiation.state in {
        NegotiationState.AWAITING_AVAILABILITY,
        NegotiationState.AWAITING_SELECTION,
    }:
        negotiation.answered = negotiation.replies
        await move_negotiation(session, negotiation, NegotiationState.RESOLVED, interview, cause=cause, at=at)
    await _tell(session, interview, "slot_picked")


async def _job(session: AsyncSession, interview: Interview) -> Job:
    if interview.job_id is None:
        raise ConflictError("The job of this interview no longer exists.")
    return await find.job(session, interview.job_id)


def _refuse_over(interview: Interview) -> None:
    if interview.status is I.EXPIRED:
        raise DeadlinePassedError("The time to answer has passed, and the place went on to the next person.")
    if interview.status not in LIVE_INTERVIEW:
        raise ConflictError(f"This interview is over ({interview.status.replace('_', ' ')}).")


async def _tell(session: AsyncSession, interview: Interview, cause: str) -> None:
    key = f"interview:{interview.id}:{interview.version}:{cause}"
    await outbox.tell_interview(session, interview.id, interview.job_id, key, cause)
