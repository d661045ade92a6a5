"""The state tables themselves."""

from enum import StrEnum

import pytest

from domain.errors import ConflictError
from domain.states import FINAL_JOB, INITIAL, LIVE_INTERVIEW, MOVES, check_move
from domain.vocabulary import (
    BotState,
    InterviewStatus,
    JobStatus,
    NegotiationState,
    ProcessingStatus,
    ShortlistStatus,
)

WORDS: dict[str, type[StrEnum]] = {
    "application": ShortlistStatus,
    "interview": InterviewStatus,
    "negotiation": NegotiationState,
    "job": JobStatus,
    "processing": ProcessingStatus,
    "bot_interview": BotState,
}


def reachable(entity: str, start: StrEnum) -> set[StrEnum]:
    found, fresh = {start}, {start}
    while fresh:
        fresh = {new for old in fresh for new in MOVES[entity][old]} - found
        found |= fresh
    return found


@pytest.mark.parametrize("entity", MOVES)
def test_every_state_has_a_row_and_is_reached_from_the_initial_one(entity: str) -> None:
    assert set(MOVES[entity]) == set(WORDS[entity])
    assert reachable(entity, INITIAL[entity]) == set(WORDS[entity])


RESTS = {"processing": {ProcessingStatus.READY}}
"""What is done and may be done once more: no state is final."""


@pytest.mark.parametrize("entity", MOVES)
def test_from_every_state_an_end_can_be_reached(entity: str) -> None:
    ends = {state for state, targets in MOVES[entity].items() if not targets} | RESTS.get(entity, set())
    assert ends
    for state in WORDS[entity]:
        assert reachable(entity, state) & ends


@pytest.mark.parametrize("entity", MOVES)
def test_exactly_the_listed_moves_pass_and_a_refusal_names_both_states(entity: str) -> None:
    for old in WORDS[entity]:
        for new in WORDS[entity]:
            if new in MOVES[entity][old]:
                check_move(entity, old, new)
            else:
                with pytest.raises(ConflictError, match=f"from {old} to {new}"):
                    check_move(entity, old, new)


def test_only_a_reschedule_stays_where_it_is() -> None:
    loops = {
        (entity, old) for entity, table in MOVES.items() for old, targets in table.items() if old in targets
    }
    assert loops == {("interview", InterviewStatus.CONFIRMED)}


def test_live_and_final_are_what_the_tables_say() -> None:
    assert {s for s, targets in MOVES["job"].items() if not targets} == FINAL_JOB
    assert {s for s, targets in MOVES["interview"].items() if targets} == LIVE_INTERVIEW
