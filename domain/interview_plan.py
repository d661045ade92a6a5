"""What an interview waits for next. Pure: the workflow asks after each change, then waits or acts.

A move says what to do and from which business instant on. Moves that a closed gate holds are passed in, so
that one held step (say, the calendar) does not stop the others (say, the reminder).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.states import LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus

REMINDER_LEAD = timedelta(hours=24)
NO_SHOW_GRACE = timedelta(minutes=15)
"""Defaults for an interview whose job was deleted; a job brings its own."""


@dataclass(frozen=True, slots=True)
class InterviewView:
    """What a workflow knows of its interview: times, states and counters, nothing about the person."""

    interview_id: UUID
    job_id: UUID | None
    status: InterviewStatus
    version: int
    confirmation_deadline: datetime
    slot_selection_deadline: datetime | None = None
    scheduled_time: datetime | None = None
    duration: timedelta = timedelta(hours=1)
    leave_effective_at: datetime | None = None
    calendar_sequence: int = 0
    calendar_synced_sequence: int | None = None
    reminder_lead: timedelta = REMINDER_LEAD
    reminded_for: datetime | None = None
    no_show_grace: timedelta = NO_SHOW_GRACE
    outcome_asked_for: datetime | None = None
    unanswered_replies: int = 0
    """Negotiation replies of the candidate that nobody answered yet."""
    escalated: bool = False
    """A person must find the time; the slot-selection deadline rests."""
    bounced: bool = False
    """The mail that asks for the answer did not arrive; the deadline rests: silence is not an answer then."""
    risk_due: bool = False
    """The booked time has no no-show risk yet."""


class Act(StrEnum):
    """What the interview's workflow can do."""

    EXPIRE = "expire"
    LEAVE = "leave"
    NEGOTIATE = "negotiate"
    BOOK = "book"
    ASSESS_RISK = "assess_risk"
    REMIND = "remind"
    ASK_OUTCOME = "ask_outcome"
    WAIT = "wait"
    END = "end"


@dataclass(frozen=True, slots=True)
class Move:
    """An act and the business instant from which on it is due; None: at once."""

    act: Act
    at: datetime | None = None


def next_move(view: InterviewView, held: frozenset[Act] = frozenset()) -> Move:
    """The next thing to do. `WAIT` without a time means: until something changes.

    A pending leave comes before everything: its seat must pass on when the undo window ends. Of the rest the
    earliest comes first.
    """
    if view.status not in LIVE_INTERVIEW:
        return Move(Act.END)
    moves = [move for move in _moves(view) if move.act not in held]
    return min(moves, key=_due, default=Move(Act.WAIT))


def _due(move: Move) -> float:
    return float("-inf") if move.at is None else move.at.timestamp()


def _moves(view: InterviewView) -> list[Move]:
    if view.leave_effective_at is not None:
        return [Move(Act.LEAVE, view.leave_effective_at)]
    match view.status:
        case InterviewStatus.INVITATION_SENT:
            return [] if view.bounced else [Move(Act.EXPIRE, view.confirmation_deadline)]
        case InterviewStatus.SLOT_PENDING:
            return _moves_before_a_time_is_fixed(view)
        case InterviewStatus.CONFIRMED | InterviewStatus.IN_PROGRESS:
            return _moves_of_a_booked_interview(view)
        case _:
            return []


def _moves_before_a_time_is_fixed(view: InterviewView) -> list[Move]:
    if view.unanswered_replies > 0:
        return [Move(Act.NEGOTIATE)]
    if view.escalated or view.bounced or view.slot_selection_deadline is None:
        return []
    return [Move(Act.EXPIRE, view.slot_selection_deadline)]


def _moves_of_a_booked_interview(view: InterviewView) -> list[Move]:
    if view.scheduled_time is None:
        return []
    moves = []
    if view.calendar_synced_sequence != view.calendar_sequence:
        moves.append(Move(Act.BOOK))
    if view.risk_due and view.status is InterviewStatus.CONFIRMED:
        moves.append(Move(Act.ASSESS_RISK))
    if view.reminded_for != view.scheduled_time:
        moves.append(Move(Act.REMIND, view.scheduled_time - view.reminder_lead))
    if view.outcome_asked_for != view.scheduled_time and view.job_id is not None:
        moves.append(Move(Act.ASK_OUTCOME, view.scheduled_time + view.duration + view.no_show_grace))
    return moves
