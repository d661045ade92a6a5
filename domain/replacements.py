"""When replacements would be invited if nobody answered: a cascade of deadlines. Pure.

Each seat is vacated when its deadline passes; the next in line is invited at that instant and has the
confirmation window to answer, then the next, until nobody is left or promotions stop.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Cascade:
    """What silence would lead to."""

    invitations: int
    """How many more people would be invited."""
    last: datetime | None
    """When the last of them would be; None: nobody."""


def cascade(
    vacated: Sequence[datetime], waiting: int, window: timedelta, cutoff: datetime | None = None
) -> Cascade:
    """The replacements of seats that are vacated at these instants if nobody ever answers.

    `waiting` people can be promoted; each has `window` to answer; nobody is promoted at `cutoff` or later.
    Raises ValueError for a window that is not positive.
    """
    if window <= timedelta(0):
        raise ValueError("a window is longer than nothing")
    seats = sorted(at for at in vacated if cutoff is None or at < cutoff)
    possible = waiting if cutoff is None else sum(_steps(at, cutoff, window) for at in seats)
    count = min(waiting, possible) if seats else 0
    return Cascade(count, _nth(seats, count, window) if count else None)


def _steps(first: datetime, before: datetime, window: timedelta) -> int:
    """How many of `first`, `first + window`, ... lie before an instant; `first` does."""
    return -((first - before) // window)


def _nth(seats: list[datetime], count: int, window: timedelta) -> datetime:
    """The `count`-th instant, counted from 1, at which a seat is vacated."""
    # Once every seat is in the cycle, each window holds one instant of each seat: whole cycles are skipped.
    before = sum(_steps(at, seats[-1], window) for at in seats[:-1])
    cycles = max(0, (count - before - 1) // len(seats))
    if count > before:
        seats = [at + window * _steps(at, seats[-1], window) if at < seats[-1] else at for at in seats]
        seats = [at + window * cycles for at in seats]
        count -= before + cycles * len(seats)
    heapq.heapify(seats)
    for _ in range(count - 1):
        heapq.heapreplace(seats, seats[0] + window)
    return seats[0]
