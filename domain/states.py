"""State machines as tables: code, database triggers and documents read these, and nothing else decides.

Source: the product's design, section 3.
"""

from collections.abc import Mapping
from enum import StrEnum

from domain.errors import ConflictError
from domain.vocabulary import BotState as B
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import JobStatus as J
from domain.vocabulary import NegotiationState as N
from domain.vocabulary import ProcessingStatus as P
from domain.vocabulary import ShortlistStatus as S

APPLICATION_MOVES: Mapping[S, frozenset[S]] = {
    S.PENDING: frozenset({S.SHORTLISTED, S.BUFFER, S.REJECTED}),
    S.BUFFER: frozenset({S.SHORTLISTED, S.PENDING, S.REJECTED}),
    S.SHORTLISTED: frozenset({S.REJECTED, S.EXPIRED}),
    S.REJECTED: frozenset(),
    S.EXPIRED: frozenset(),
}

INTERVIEW_MOVES: Mapping[I, frozenset[I]] = {
    I.INVITATION_SENT: frozenset({I.SLOT_PENDING, I.CANCELLED, I.EXPIRED}),
    I.SLOT_PENDING: frozenset({I.CONFIRMED, I.CANCELLED, I.EXPIRED}),
    I.CONFIRMED: frozenset({I.CONFIRMED, I.IN_PROGRESS, I.COMPLETED, I.NO_SHOW, I.CANCELLED}),
    I.IN_PROGRESS: frozenset({I.COMPLETED, I.CANCELLED}),
    I.COMPLETED: frozenset(),
    I.CANCELLED: frozenset(),
    I.NO_SHOW: frozenset(),
    I.EXPIRED: frozenset(),
}

NEGOTIATION_MOVES: Mapping[N, frozenset[N]] = {
    N.AWAITING_AVAILABILITY: frozenset({N.AWAITING_SELECTION, N.RESOLVED, N.ESCALATED, N.EXPIRED}),
    N.AWAITING_SELECTION: frozenset({N.AWAITING_AVAILABILITY, N.RESOLVED, N.ESCALATED, N.EXPIRED}),
    N.RESOLVED: frozenset(),
    N.ESCALATED: frozenset(),
    N.EXPIRED: frozenset(),
}

JOB_MOVES: Mapping[J, frozenset[J]] = {
    J.DRAFT: frozenset({J.OPEN, J.ON_HOLD, J.CANCELLED}),
    J.OPEN: frozenset({J.CLOSED, J.ON_HOLD, J.CANCELLED}),
    J.CLOSED: frozenset({J.FILLED, J.EXHAUSTED, J.ON_HOLD, J.CANCELLED}),
    J.ON_HOLD: frozenset({J.DRAFT, J.OPEN, J.CLOSED, J.CANCELLED}),
    J.FILLED: frozenset(),
    J.EXHAUSTED: frozenset(),
    J.CANCELLED: frozenset(),
}

PROCESSING_MOVES: Mapping[P, frozenset[P]] = {
    P.NONE: frozenset({P.PROCESSING}),
    P.PROCESSING: frozenset({P.READY, P.ERROR}),
    P.READY: frozenset({P.PROCESSING}),
    P.ERROR: frozenset({P.PROCESSING}),
}

BOT_MOVES: Mapping[B, frozenset[B]] = {
    B.RUNNING: frozenset({B.PAUSED, B.HANDED_OVER, B.COMPLETED, B.EXPIRED}),
    B.PAUSED: frozenset({B.RUNNING, B.HANDED_OVER, B.EXPIRED}),
    B.HANDED_OVER: frozenset({B.RUNNING, B.EXPIRED}),
    B.COMPLETED: frozenset(),
    B.EXPIRED: frozenset(),
}

INITIAL: Mapping[str, StrEnum] = {
    "application": S.PENDING,
    "interview": I.INVITATION_SENT,
    "negotiation": N.AWAITING_AVAILABILITY,
    "job": J.DRAFT,
    "processing": P.NONE,
    "bot_interview": B.RUNNING,
}

MOVES: Mapping[str, Mapping[StrEnum, frozenset[StrEnum]]] = {
    "application": dict(APPLICATION_MOVES.items()),
    "interview": dict(INTERVIEW_MOVES.items()),
    "negotiation": dict(NEGOTIATION_MOVES.items()),
    "job": dict(JOB_MOVES.items()),
    "processing": dict(PROCESSING_MOVES.items()),
    "bot_interview": dict(BOT_MOVES.items()),
}

LIVE_INTERVIEW = frozenset({I.INVITATION_SENT, I.SLOT_PENDING, I.CONFIRMED, I.IN_PROGRESS})
"""An interview in one of these states holds its seat and, once booked, its interviewer's time."""

FINAL_JOB = frozenset({J.FILLED, J.EXHAUSTED, J.CANCELLED})


def check_move(entity: str, old: StrEnum, new: StrEnum) -> None:
    """Refuse a transition that the table does not list.

    Raises ConflictError naming both states.
    """
    if new not in MOVES[entity][old]:
        raise ConflictError(
            f"{entity} cannot go from {old} to {new}.",
            field="status",
            remedy=f"From {old} it can go to: {', '.join(sorted(MOVES[entity][old])) or 'nothing, it is final'}.",
        )
