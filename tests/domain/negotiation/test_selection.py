"""Which proposal a message takes: never one that was not meant."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.negotiation.conclusion import conclude
from domain.negotiation.intents.signals import signals
from domain.negotiation.reading import Ask, Intent
from domain.negotiation.text.cleaning import clean
from domain.negotiation.times import read_times
from tests.domain.negotiation.understanding import ONE, TUESDAY, ZONE, heard, understood

PAIR = ("2026-04-20T11:00-04:00", "2026-04-20T15:00-04:00", "2026-04-22T09:00-04:00")
"""Two on Monday, one on Wednesday."""


@pytest.mark.parametrize(
    "message",
    ["The Monday one please", "Monday", "ok", "yes please", "👍", "the later one", "option 4", "mornings"],
)
def test_words_that_fit_several_or_none_of_a_list_select_nothing(message: str) -> None:
    got = understood(message, PAIR)
    assert got.selected is None
    assert got.intent in {Intent.UNCLEAR, Intent.AVAILABILITY}


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("the later one on Monday", 1),
        ("Monday, the earlier one", 0),
        ("Monday afternoon", 1),
        ("Monday at 11", 0),
        ("Wednesday", 2),
        ("the last one", 2),
        ("any is fine", 0),
        ("all but the first are fine", 1),
        ("either Monday one works", 0),
        ("not Monday, but Wednesday works", 2),
        ("2 or 3", 1),
        ("not the first or second, the third is good", 2),
    ],
)
def test_words_that_fit_one_select_it(message: str, place: int) -> None:
    got = understood(message, PAIR)
    assert (got.intent, got.selected) == (Intent.SELECTION, place)


@pytest.mark.parametrize("message", ["Tuesday at 4", "Wednesday at 10", "Monday at 4pm", "Friday"])
def test_a_time_that_no_proposal_has_is_a_new_one(message: str) -> None:
    got = understood(message, PAIR)
    assert got.selected is None
    assert got.intent is Intent.AVAILABILITY
    assert got.available


def test_a_proposal_moved_to_another_time_is_not_taken() -> None:
    got = understood("Friday works, but can we make it 3pm rather than 1?")
    assert (got.intent, got.selected) == (Intent.MIXED, None)
    assert got.available is not None
    assert [span.start.isoformat() for span in got.available] == ["2026-04-17T19:00:00+00:00"]


def test_a_choice_beside_another_time_keeps_only_the_other_time_as_new() -> None:
    got = understood("The first one, or Thursday 23 at 2pm", PAIR)
    assert (got.intent, got.selected) == (Intent.MIXED, 0)
    assert got.available is not None
    assert len(got.available) == 1


def test_a_number_and_a_time_that_contradict_each_other_select_nothing() -> None:
    assert understood("Option 1 (Wednesday 9:00)", PAIR).selected is None
    assert understood("Option 3 (Wednesday 9:00)", PAIR).selected == 2


def test_refusing_every_proposal_is_a_rejection_and_refusing_a_day_is_a_statement() -> None:
    assert understood("Thursday doesn't work for me", ONE).intent is Intent.REJECTION
    assert understood("I can't do Wednesday", PAIR).intent is Intent.AVAILABILITY
    assert understood("1 and 3 don't work", PAIR).intent is Intent.REJECTION


def test_a_yes_before_another_time_does_not_take_the_proposal() -> None:
    got = understood("Sure, Wednesday at 3 works", ONE)
    assert (got.intent, got.selected) == (Intent.AVAILABILITY, None)


def test_a_proposal_in_another_offset_is_the_same_instant() -> None:
    offers = ("2026-04-16T15:00+02:00", "2026-04-17T19:00+02:00")
    assert understood("Thursday at 9", offers).selected == 0
    assert understood("Friday 1pm", offers).selected == 1


def test_options_are_not_looked_for_when_nothing_was_offered() -> None:
    assert heard("the first one, option 2", ()).choices == ()


@given(
    st.lists(st.integers(min_value=13, max_value=300), min_size=1, max_size=5, unique=True),
    st.integers(min_value=1, max_value=5),
)
def test_the_number_of_an_option_is_its_place_in_the_list(hours: list[int], number: int) -> None:
    offers = tuple(TUESDAY + timedelta(hours=hour) for hour in hours)
    ask = Ask(f"option {number} please", TUESDAY, ZONE, ZONE, offers, "en")
    said = signals(clean(ask.text), "en", len(offers))
    got = conclude(ask, said, read_times(said.statement, ask, "en", said.muted))
    assert got.selected == (number - 1 if number <= len(offers) else None)
