"""The rounds of a negotiation, as a decision: what a reply leads to."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.slots import Slot, Span, nearest
from domain.vocabulary import NegotiationState

MAX_PROPOSALS = 3


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a candidate's reply."""

    state: NegotiationState
    round: int
    proposals: tuple[Slot, ...] = ()


def answer_reply(
    state: NegotiationState, round_number: int, rounds: int, wanted: Sequence[Span], free: Sequence[Slot]
) -> Reply:
    """Decide a round.

    The first reply belongs to the round it arrives in. A reply to proposals means that none of them fits:
    it costs a round. When the last round is unresolved a person takes over, with the whole history.
    """
    if state is NegotiationState.AWAITING_SELECTION:
        round_number += 1
    if round_number > rounds:
        return Reply(NegotiationState.ESCALATED, rounds)
    proposals = tuple(nearest(free, wanted, MAX_PROPOSALS))
    if proposals:
        return Reply(NegotiationState.AWAITING_SELECTION, round_number, proposals)
    if round_number == rounds:
        return Reply(NegotiationState.ESCALATED, round_number)
    return Reply(NegotiationState.AWAITING_AVAILABILITY, round_number + 1)
