"""Business time and the wall clock."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.tempo import EPOCH, Tempo

instants = st.timedeltas(timedelta(0), timedelta(days=90)).map(lambda span: EPOCH + span)
"""A clock that runs 3600 times as fast is through the calendar in some years: demos begin near their origin."""
rates = st.sampled_from([0.5, 1.0, 2.0, 60.0, 600.0, 3600.0, 7200.0])


@given(instants, rates)
def test_there_and_back_is_where_one_was(wall: datetime, rate: float) -> None:
    tempo = Tempo(EPOCH, rate)
    assert abs(tempo.wall(tempo.business(wall)) - wall) <= timedelta(microseconds=2)


@given(instants, instants, rates)
def test_time_never_runs_backwards_and_spans_agree(one: datetime, other: datetime, rate: float) -> None:
    tempo = Tempo(EPOCH, rate)
    first, last = sorted((one, other))
    assert tempo.business(first) <= tempo.business(last)
    span = tempo.business(last) - tempo.business(first)
    assert abs(tempo.wall_span(span) - (last - first)) <= timedelta(microseconds=2)


@given(instants)
def test_in_production_both_are_the_same(wall: datetime) -> None:
    assert Tempo().business(wall) is wall
    assert Tempo().wall(wall) is wall


def test_at_3600_an_hour_passes_in_a_second() -> None:
    tempo = Tempo(EPOCH, 3600)
    assert tempo.business(EPOCH + timedelta(seconds=48)) == EPOCH + timedelta(hours=48)
    assert tempo.wall_span(timedelta(hours=48)) == timedelta(seconds=48)
