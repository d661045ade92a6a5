"""What a message leads to: rounds, offers, bookings, and when a person takes over."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.negotiation.bot import MAX_PROPOSALS, MAX_UNCLEAR, Handover, Move, Situation, decide
from domain.negotiation.reading import Clarification, Intent, Reading, Topic
from domain.slots import Slot, Span
from domain.states import NEGOTIATION_MOVES
from domain.vocabulary import NegotiationState as N

ANN = UUID(int=1)
HOUR = timedelta(hours=1)
MONDAY = datetime(2026, 3, 9, tzinfo=UTC)


def slot(day: int, hour: int) -> Slot:
    """An hour of that day of the week of MONDAY."""
    start = MONDAY + timedelta(days=day, hours=hour)
    return Slot(start, start + HOUR, (ANN,))


FREE = [slot(day, hour) for day in range(5) for hour in range(9, 17)]
ALL_TUESDAY = Span(MONDAY + timedelta(days=1, hours=7), MONDAY + timedelta(days=1, hours=22))
SUNDAY = Span(MONDAY + timedelta(days=6), MONDAY + timedelta(days=7))


def available(*spans: Span) -> Reading:
    return Reading(Intent.AVAILABILITY, available=spans)


def waiting(round_number: int = 1, rounds: int = 3, unclear: int = 0) -> Situation:
    return Situation(N.AWAITING_AVAILABILITY, round_number, rounds, unclear)


def offered(round_number: int = 1, rounds: int = 3) -> Situation:
    return Situation(N.AWAITING_SELECTION, round_number, rounds)


def test_times_that_are_free_are_offered_at_most_three_at_a_time() -> None:
    decision = decide(waiting(), available(ALL_TUESDAY), FREE)
    assert decision.move is Move.PROPOSE
    assert decision.state is N.AWAITING_SELECTION
    assert decision.round == 1
    assert len(decision.proposals) == MAX_PROPOSALS
    assert all(ALL_TUESDAY.holds(Span(s.start, s.end)) for s in decision.proposals)


def test_other_times_instead_of_the_offered_ones_cost_a_round() -> None:
    assert decide(offered(1), available(ALL_TUESDAY), FREE).round == 2
    assert decide(offered(3), available(ALL_TUESDAY), FREE).handover is Handover.LAST_ROUND


def test_times_that_nobody_has_free_cost_a_round_and_the_third_goes_to_a_person() -> None:
    first = decide(waiting(), available(SUNDAY), FREE)
    assert (first.move, first.round) == (Move.ASK_OTHER_TIMES, 2)
    second = decide(Situation(first.state, first.round, 3), available(SUNDAY), FREE)
    assert (second.move, second.round) == (Move.ASK_OTHER_TIMES, 3)
    third = decide(Situation(second.state, second.round, 3), available(SUNDAY), FREE)
    assert (third.move, third.state, third.handover) == (Move.ESCALATE, N.ESCALATED, Handover.LAST_ROUND)


def test_declining_all_offers_asks_for_other_times() -> None:
    decision = decide(offered(1), Reading(Intent.REJECTION), FREE)
    assert (decision.move, decision.state, decision.round) == (
        Move.ASK_OTHER_TIMES,
        N.AWAITING_AVAILABILITY,
        2,
    )


def test_declining_before_anything_was_offered_costs_nothing() -> None:
    decision = decide(waiting(), Reading(Intent.REJECTION), FREE)
    assert (decision.move, decision.round) == (Move.ASK_OTHER_TIMES, 1)


def test_an_accepted_offer_is_booked() -> None:
    decision = decide(offered(), Reading(Intent.SELECTION, selected=FREE[3].start), FREE)
    assert (decision.move, decision.chosen) == (Move.BOOK, FREE[3].start)


def test_an_accepted_offer_that_is_gone_is_answered_with_the_next_best_at_no_cost() -> None:
    wanted = FREE[3].start
    decision = decide(
        offered(2), Reading(Intent.SELECTION, selected=wanted), [s for s in FREE if s.start != wanted]
    )
    assert (decision.move, decision.round) == (Move.PROPOSE_NEXT_BEST, 2)
    assert {s.start for s in decision.proposals} == {wanted - 2 * HOUR, wanted - HOUR, wanted + HOUR}


def test_whoever_asks_for_a_person_gets_one_at_once() -> None:
    decision = decide(offered(), Reading(Intent.HUMAN), FREE)
    assert (decision.state, decision.handover) == (N.ESCALATED, Handover.ASKED_FOR_A_PERSON)


def test_without_any_free_time_a_person_takes_over() -> None:
    assert decide(waiting(), available(ALL_TUESDAY), []).handover is Handover.NO_FREE_TIMES


def test_a_question_changes_nothing_and_an_unclear_message_is_asked_back() -> None:
    question = decide(offered(2), Reading(Intent.QUESTION, questions=("How long is it?",)), FREE)
    assert (question.move, question.state, question.round) == (Move.ANSWER, N.AWAITING_SELECTION, 2)
    assert question.asks == ("How long is it?",)
    which = Clarification(Topic.WHICH_OPTION, {"options": "1,2"})
    unclear = decide(offered(2), Reading(Intent.UNCLEAR, clarification=which), FREE)
    assert (unclear.move, unclear.round, unclear.clarification) == (Move.CLARIFY, 2, which)


def test_what_is_never_understood_goes_to_a_person() -> None:
    assert decide(waiting(unclear=MAX_UNCLEAR - 1), Reading(Intent.UNCLEAR), FREE).move is Move.CLARIFY
    assert (
        decide(waiting(unclear=MAX_UNCLEAR), Reading(Intent.UNCLEAR), FREE).handover
        is Handover.NOT_UNDERSTOOD
    )


@pytest.mark.parametrize("intent", [Intent.AVAILABILITY, Intent.MIXED])
def test_questions_are_answered_beside_times(intent: Intent) -> None:
    reading = Reading(intent, available=(ALL_TUESDAY,), questions=("Where is it?",))
    decision = decide(waiting(), reading, FREE)
    assert (decision.move, decision.asks) == (Move.PROPOSE, ("Where is it?",))


READINGS = st.builds(
    Reading,
    intent=st.sampled_from(Intent),
    available=st.none() | st.lists(st.sampled_from([ALL_TUESDAY, SUNDAY]), max_size=2).map(tuple),
    selected=st.none() | st.sampled_from([s.start for s in FREE]),
)


@given(
    state=st.sampled_from([N.AWAITING_AVAILABILITY, N.AWAITING_SELECTION]),
    messages=st.lists(READINGS, max_size=12),
    free=st.lists(st.sampled_from(FREE), unique_by=lambda s: s.start).map(
        lambda s: sorted(s, key=lambda x: x.start)
    ),
)
def test_every_conversation_follows_the_state_table_and_ends(
    state: N, messages: list[Reading], free: list[Slot]
) -> None:
    where = Situation(state, 1, 3)
    for reading in messages:
        decision = decide(where, reading, free)
        assert decision.state is where.state or decision.state in NEGOTIATION_MOVES[where.state]
        assert where.round <= decision.round <= 3
        assert set(decision.proposals) <= set(free)
        assert len(decision.proposals) <= MAX_PROPOSALS
        assert (decision.chosen is not None) == (decision.move is Move.BOOK)
        assert (decision.handover is not None) == (decision.state is N.ESCALATED)
        if decision.move is Move.PROPOSE:
            said = reading.available or ()
            assert all(any(w.holds(Span(s.start, s.end)) for w in said) for s in decision.proposals)
        if decision.state is N.ESCALATED or decision.move is Move.BOOK:
            return
        unclear = where.unclear + 1 if decision.move is Move.CLARIFY else 0
        where = Situation(decision.state, decision.round, 3, unclear)
