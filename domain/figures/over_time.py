"""What changes over time: the bench as a line, promotions as columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_POINTS = 60
"""Periods that a chart shows at most."""

WIDTHS = tuple(
    timedelta(hours=hours) for hours in (1, 3, 6, 12, 24, 2 * 24, 7 * 24, 14 * 24, 28 * 24, 84 * 24, 364 * 24)
)


@dataclass(frozen=True, slots=True)
class Point:
    """What there was at the end of the period that began at `at`."""

    at: datetime
    value: int


@dataclass(frozen=True, slots=True)
class Period:
    """What happened in the period that began at `at`."""

    at: datetime
    auto: int
    by_hand: int


def period_width(first: datetime, last: datetime, most: int = MOST_POINTS) -> timedelta:
    """The shortest usual period that cuts a span into at most so many."""
    span = last - first
    fitting = (width for width in WIDTHS if span <= width * (most - 1))
    return next(fitting, WIDTHS[-1] * (span // (WIDTHS[-1] * (most - 1)) + 1))


def bench_line(changes: Iterable[tuple[datetime, int]]) -> tuple[Point, ...]:
    """The size of the bench, from what came and went in each period (in order of time)."""
    points, size = [], 0
    for at, change in changes:
        size += change
        points.append(Point(at, size))
    return tuple(points)
