"""Which of many free times are named."""

from datetime import datetime, timedelta
from itertools import combinations
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.slots import Slot, Span, nearest, spread
from tests.domain.slots.by_hand import utc

MONDAY = utc(2026, 3, 2)
HOUR = timedelta(hours=1)
ONE = (UUID(int=1),)


def slot(day: int, hour: float, long: float = 1) -> Slot:
    start = MONDAY + timedelta(days=day) + hour * HOUR
    return Slot(start, start + long * HOUR, ONE)


def at(*chosen: tuple[int, float]) -> list[datetime]:
    return [MONDAY + timedelta(days=day) + hour * HOUR for day, hour in chosen]


def starts(slots: list[Slot]) -> list[datetime]:
    return [one.start for one in slots]


EVERY_HALF_HOUR = [slot(day, half / 2) for day in range(3) for half in range(18, 30)]
SLOTS = st.lists(
    st.builds(slot, st.integers(0, 2), st.integers(16, 24).map(lambda half: half / 2), st.sampled_from([0.5, 1, 1.5])),
    max_size=9,
    unique_by=lambda one: one.start,
)  # fmt: skip
WANTED = st.lists(
    st.builds(
        lambda start, long: Span(MONDAY + start * HOUR, MONDAY + (start + long) * HOUR),
        st.integers(0, 72),
        st.integers(1, 30),
    ),
    max_size=4,
)


def apart(slots: tuple[Slot, ...]) -> bool:
    return not any(Span(a.start, a.end).overlaps(Span(b.start, b.end)) for a, b in combinations(slots, 2))


def most(slots: list[Slot], count: int) -> int:
    """How many of the slots can be named side by side, by trying all groups."""
    return next(n for n in range(count, -1, -1) if any(apart(group) for group in combinations(slots, n)))


@given(SLOTS, WANTED, st.integers(0, 4))
def test_what_is_named_lies_inside_what_was_wanted_side_by_side_and_is_as_much_as_possible(
    slots: list[Slot], wanted: list[Span], count: int
) -> None:
    chosen = nearest(slots, wanted, count)
    inside = [s for s in slots if any(w.holds(Span(s.start, s.end)) for w in wanted)]
    assert set(chosen) <= set(inside)
    assert apart(tuple(chosen))
    assert chosen == sorted(chosen, key=lambda s: s.start)
    assert len(chosen) == most(inside, count)


@given(SLOTS, st.integers(0, 4))
def test_a_spread_is_side_by_side_and_as_much_as_possible(slots: list[Slot], count: int) -> None:
    chosen = spread(slots, count)
    assert set(chosen) <= set(slots)
    assert apart(tuple(chosen))
    assert len(chosen) == most(slots, count)


def test_every_wanted_time_is_served_before_one_is_served_twice() -> None:
    wanted = [
        Span(*at((0, 9), (0, 12))),
        Span(*at((0, 13), (0, 15))),
        Span(*at((2, 10.5), (2, 12))),
    ]
    assert starts(nearest(EVERY_HALF_HOUR, wanted, 3)) == at((0, 9), (0, 13), (2, 10.5))
    assert starts(nearest(EVERY_HALF_HOUR, wanted, 2)) == at((0, 9), (2, 10.5))
    assert starts(nearest(EVERY_HALF_HOUR, wanted, 4)) == at((0, 9), (0, 10), (0, 13), (2, 10.5))


def test_one_wanted_week_is_answered_with_different_days() -> None:
    assert starts(nearest(EVERY_HALF_HOUR, [Span(*at((0, 0), (7, 0)))], 3)) == at((0, 9), (1, 9), (2, 9))


def test_an_earlier_start_gives_way_when_it_would_cost_a_proposal() -> None:
    slots = [slot(0, 9, 2), slot(0, 9.5), slot(0, 10.5)]
    assert starts(nearest(slots, [Span(*at((0, 9), (0, 12)))], 2)) == at((0, 9.5), (0, 10.5))


def test_days_are_those_of_the_reader() -> None:
    slots = [slot(0, 14), slot(0, 16), slot(1, 14)]
    whole = [Span(*at((0, 0), (7, 0)))]
    assert starts(nearest(slots, whole, 2)) == at((0, 14), (1, 14))
    assert starts(nearest(slots, whole, 2, zone="Asia/Tokyo")) == at((0, 14), (0, 16))
    assert starts(spread(slots, 2, zone="Asia/Tokyo")) == at((0, 14), (0, 16))


def test_a_spread_names_different_days_first_and_evenly() -> None:
    slots = [slot(day, hour) for day in range(3) for hour in range(9, 13)]
    assert [s.start.day for s in spread(slots, 3)] == [2, 3, 4]
    assert starts(spread(slots, 5)) == at((0, 9), (0, 10), (1, 9), (1, 10), (2, 9))
    assert spread(slots[:2], 5) == slots[:2]
    assert spread([], 3) == []
