"""Where an interview stands for its candidate, as one word that pages can switch on."""

from datetime import datetime
from enum import StrEnum

from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import LeaveKind, NegotiationState
from models import Interview, NegotiationSession


class Phase(StrEnum):
    """What a candidate can do now follows from this."""

    INVITED = "invited"
    TOO_LATE = "too_late"
    """A deadline has passed, or the interview lapsed."""
    CHOOSING = "choosing"
    WAITING = "waiting"
    """The candidate wrote times; the answer is on its way."""
    ESCALATED = "escalated"
    CONFIRMED = "confirmed"
    RUNNING = "running"
    LEAVING = "leaving"
    """Declined or withdrawn, and it can still be undone."""
    LEFT = "left"
    COMPLETED = "completed"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


FINAL = {
    I.COMPLETED: Phase.COMPLETED,
    I.NO_SHOW: Phase.NO_SHOW,
    I.EXPIRED: Phase.TOO_LATE,
}
OPEN = frozenset({Phase.INVITED, Phase.CHOOSING, Phase.WAITING, Phase.ESCALATED, Phase.CONFIRMED})
"""A candidate may still leave."""


def phase_of(interview: Interview, negotiation: NegotiationSession | None, now: datetime) -> Phase:
    """The phase at a business instant. A deadline that passed counts as passed before the worker says so."""
    if interview.status in FINAL:
        return FINAL[interview.status]
    if interview.status is I.CANCELLED:
        return Phase.LEFT if interview.leave_kind else Phase.CANCELLED
    if interview.leave_effective_at is not None:
        return Phase.LEAVING if now < interview.leave_effective_at else Phase.LEFT
    if interview.status is I.INVITATION_SENT:
        rests = interview.bounced_at is not None
        return Phase.INVITED if rests or now <= interview.confirmation_deadline else Phase.TOO_LATE
    if interview.status is I.SLOT_PENDING:
        return _before_a_time_is_fixed(interview, negotiation, now)
    started = interview.scheduled_time is not None and now >= interview.scheduled_time
    return Phase.RUNNING if started or interview.status is I.IN_PROGRESS else Phase.CONFIRMED


def _before_a_time_is_fixed(
    interview: Interview, negotiation: NegotiationSession | None, now: datetime
) -> Phase:
    if negotiation is not None and negotiation.state is NegotiationState.ESCALATED:
        return Phase.ESCALATED
    waiting = negotiation is not None and negotiation.answered < negotiation.replies
    deadline = interview.slot_selection_deadline
    rests = interview.bounced_at is not None
    if deadline is not None and now > deadline and not waiting and not rests:
        return Phase.TOO_LATE
    return Phase.WAITING if waiting else Phase.CHOOSING


def leave_word(interview: Interview) -> LeaveKind:
    """What leaving would be called now, or was called."""
    if interview.leave_kind is not None:
        return interview.leave_kind
    booked = interview.status in {I.CONFIRMED, I.IN_PROGRESS}
    return LeaveKind.WITHDREW if booked else LeaveKind.DECLINED
