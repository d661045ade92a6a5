"""What a candidate's message leads to: the decision of a negotiation, as a pure function.

The first message belongs to the round it arrives in. Declining what was proposed, naming other times instead,
and naming times that nobody has free each cost a round; questions, unclear words and a lost race do not. After
the last round, or when there is nothing to offer at all, a person takes over with the whole history.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.negotiation.reading import Clarification, Intent, Reading, Topic
from domain.slots import Slot, Span, nearest
from domain.vocabulary import NegotiationState

MAX_PROPOSALS = 3
MAX_UNCLEAR = 3
"""Messages in a row that led nowhere; the next one goes to a person."""


class Move(StrEnum):
    """What the bot does."""

    PROPOSE = "propose"
    """Offers times that fit what was said."""
    PROPOSE_NEXT_BEST = "propose_next_best"
    """The chosen time was taken a moment ago: offers the nearest ones."""
    ASK_OTHER_TIMES = "ask_other_times"
    """Nothing fits: asks for more times."""
    BOOK = "book"
    ANSWER = "answer"
    """Only answers questions; the state stays."""
    CLARIFY = "clarify"
    LEAVE = "leave"
    """The candidate withdraws; that takes effect after the undo window."""
    ESCALATE = "escalate"


class Handover(StrEnum):
    """Why a person takes over."""

    ASKED_FOR_A_PERSON = "asked_for_a_person"
    LAST_ROUND = "last_round"
    NO_FREE_TIMES = "no_free_times"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a negotiation stands when a message is answered."""

    state: NegotiationState
    round: int
    rounds: int
    """How many rounds there are."""
    unclear: int = 0
    """Messages in a row, before this one, that led nowhere."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the bot does with one message."""

    move: Move
    state: NegotiationState
    round: int
    proposals: tuple[Slot, ...] = ()
    chosen: datetime | None = None
    handover: Handover | None = None
    clarification: Clarification | None = None
    asks: tuple[str, ...] = ()
    """What the candidate asked, in their words; answered beside whatever else happens."""


def decide(where: Situation, reading: Reading, free: Sequence[Slot], zone: str = "UTC") -> Decision:
    """Decide on one message.

    `free` are the slots that could be booked now, those on offer to this candidate included, earliest first;
    `zone` is the candidate's, by whose days proposals are spread.
    """
    stay = Decision(Move.ANSWER, where.state, where.round, asks=reading.questions)
    if reading.intent in {Intent.WITHDRAWAL, Intent.HUMAN, Intent.QUESTION, Intent.UNCLEAR}:
        return _without_a_time(stay, where, reading)
    if reading.selected is not None:
        return _take(stay, reading.selected, free)
    if not free:
        return _hand_over(stay, Handover.NO_FREE_TIMES)
    if reading.available is None and where.state is NegotiationState.AWAITING_AVAILABILITY:
        # Nothing was on offer yet that could be declined: ask, at no cost.
        return _ask(stay, where.round)
    return _next_round(stay, where, reading.available or (), free, zone)


def _without_a_time(stay: Decision, where: Situation, reading: Reading) -> Decision:
    if reading.intent is Intent.WITHDRAWAL:
        return replace(stay, move=Move.LEAVE)
    if reading.intent is Intent.HUMAN:
        return _hand_over(stay, Handover.ASKED_FOR_A_PERSON)
    if reading.intent is Intent.QUESTION:
        return stay
    return _clarify(stay, where, reading)


def _take(stay: Decision, selected: datetime, free: Sequence[Slot]) -> Decision:
    if any(slot.start == selected for slot in free):
        return replace(stay, move=Move.BOOK, chosen=selected)
    if not free:
        return _hand_over(stay, Handover.NO_FREE_TIMES)
    closest = sorted(free, key=lambda slot: (abs(slot.start - selected), slot.start))
    apart: list[Slot] = []
    for slot in closest:
        if all(slot.end <= other.start or other.end <= slot.start for other in apart):
            apart.append(slot)
        if len(apart) == MAX_PROPOSALS:
            break
    proposals = tuple(sorted(apart, key=lambda slot: slot.start))
    return replace(
        stay,
        move=Move.PROPOSE_NEXT_BEST,
        state=NegotiationState.AWAITING_SELECTION,
        proposals=proposals,
    )


def _next_round(
    stay: Decision, where: Situation, wanted: Sequence[Span], free: Sequence[Slot], zone: str
) -> Decision:
    round_number = where.round + (where.state is NegotiationState.AWAITING_SELECTION)
    if round_number > where.rounds:
        return _hand_over(stay, Handover.LAST_ROUND)
    proposals = tuple(nearest(free, wanted, MAX_PROPOSALS, zone))
    if proposals:
        return replace(
            stay,
            move=Move.PROPOSE,
            state=NegotiationState.AWAITING_SELECTION,
            round=round_number,
            proposals=proposals,
        )
    if where.state is NegotiationState.AWAITING_AVAILABILITY:
        round_number += 1
    if round_number > where.rounds:
        return _hand_over(stay, Handover.LAST_ROUND)
    return _ask(stay, round_number)


def _ask(stay: Decision, round_number: int) -> Decision:
    return replace(
        stay,
        move=Move.ASK_OTHER_TIMES,
        state=NegotiationState.AWAITING_AVAILABILITY,
        round=round_number,
        clarification=Clarification(Topic.WHICH_DAY),
    )


def _clarify(stay: Decision, where: Situation, reading: Reading) -> Decision:
    if where.unclear >= MAX_UNCLEAR:
        return _hand_over(stay, Handover.NOT_UNDERSTOOD)
    return replace(
        stay, move=Move.CLARIFY, clarification=reading.clarification or Clarification(Topic.SAY_AGAIN)
    )


def _hand_over(stay: Decision, why: Handover) -> Decision:
    return replace(stay, move=Move.ESCALATE, state=NegotiationState.ESCALATED, handover=why)
