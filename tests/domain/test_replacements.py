"""The cascade of deadlines, held to a clock that ticks through it seat by seat."""

import heapq
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.replacements import Cascade, cascade

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOURS = st.integers(0, 200).map(lambda hours: NOON + timedelta(hours=hours))
WINDOWS = st.integers(1, 72).map(lambda hours: timedelta(hours=hours))


def _ticking(vacated: list[datetime], waiting: int, window: timedelta, cutoff: datetime | None) -> Cascade:
    queue, invited, last = list(vacated), 0, None
    heapq.heapify(queue)
    while queue and invited < waiting:
        at = heapq.heappop(queue)
        if cutoff is not None and at >= cutoff:
            break
        invited, last = invited + 1, at
        heapq.heappush(queue, at + window)
    return Cascade(invited, last)


@given(st.lists(HOURS, max_size=8), st.integers(0, 60), WINDOWS, st.none() | HOURS)
def test_skipping_whole_cycles_changes_nothing(
    vacated: list[datetime], waiting: int, window: timedelta, cutoff: datetime | None
) -> None:
    assert cascade(vacated, waiting, window, cutoff) == _ticking(vacated, waiting, window, cutoff)


@given(st.lists(HOURS, min_size=1, max_size=8), st.integers(1, 60), WINDOWS)
def test_a_longer_line_never_ends_sooner(vacated: list[datetime], waiting: int, window: timedelta) -> None:
    shorter, longer = cascade(vacated, waiting, window), cascade(vacated, waiting + 1, window)
    assert shorter.last is not None
    assert longer.last is not None
    assert longer.last >= shorter.last


def test_ten_thousand_in_line_are_counted_at_once() -> None:
    week = timedelta(days=7)
    assert cascade([NOON], 10_000, week) == Cascade(10_000, NOON + 9_999 * week)


def test_a_window_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="longer than nothing"):
        cascade([NOON], 1, timedelta(0))
