"""Sums and differences of spans against sets of minutes."""

from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.slots import Span, clip, merge, subtract
from tests.domain.slots.by_hand import MINUTE, utc

START = utc(2026, 10, 25, 0)
ZONES = st.sampled_from([UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kathmandu")])
"""The night in which Berlin's clocks go back: wall-clock times of one zone are out of order."""


def span(start: int, length: int, zone: tzinfo = UTC) -> Span:
    return Span(
        (START + start * MINUTE).astimezone(zone), (START + (start + length) * MINUTE).astimezone(zone)
    )


ANY = st.builds(span, st.integers(0, 180), st.integers(0, 60), ZONES)
MANY = st.lists(ANY, max_size=8)


def minutes(spans: list[Span]) -> set[datetime]:
    found = set()
    for one in spans:
        at = one.start.astimezone(UTC)
        while at < one.end.astimezone(UTC):
            found.add(at)
            at += MINUTE
    return found


def is_plain(spans: list[Span]) -> bool:
    """In UTC, in order, apart from each other, and each with a length."""
    in_utc = all(one.start.tzinfo is UTC and one.end.tzinfo is UTC and one.start < one.end for one in spans)
    return in_utc and all(a.end < b.start for a, b in pairwise(spans))


@given(MANY)
def test_a_union_holds_every_minute_once(spans: list[Span]) -> None:
    assert is_plain(merge(spans))
    assert minutes(merge(spans)) == minutes(spans)


@given(MANY, MANY)
def test_a_difference_holds_the_minutes_that_are_not_taken(spans: list[Span], taken: list[Span]) -> None:
    left = subtract(spans, taken)
    assert is_plain(left)
    assert minutes(left) == minutes(spans) - minutes(taken)


@given(MANY, ANY)
def test_clipping_keeps_the_minutes_inside_the_window(spans: list[Span], window: Span) -> None:
    assert is_plain(clip(spans, window))
    assert minutes(clip(spans, window)) == minutes(spans) & minutes([window])


def test_a_length_is_elapsed_time_also_when_the_clock_is_put_back() -> None:
    assert span(0, 120, ZoneInfo("Europe/Berlin")).length == timedelta(hours=2)
