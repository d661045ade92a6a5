"""How long something takes: quartiles, and counts in bins of whole days."""

from collections.abc import Mapping
from dataclasses import dataclass

WIDTHS = (1, 2, 3, 7, 14, 30, 90, 365)
"""Days of a bin: the narrowest that needs at most `MOST_BINS`."""
MOST_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases that took at least `low` and less than `high` days."""

    low: int
    high: int
    count: int

    @property
    def name(self) -> str:
        """`3` for one day, `7–13` for several."""
        return str(self.low) if self.high - self.low == 1 else f"{self.low}–{self.high - 1}"


@dataclass(frozen=True, slots=True)
class Spread:
    """Durations in days. Quartiles are those of the durations themselves, not of the bins; None without any."""

    count: int
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    bins: tuple[Bin, ...]


def spread(by_day: Mapping[int, int], quartiles: tuple[float, float, float] | None) -> Spread:
    """From counts by whole days (0: less than one) and quartiles in days."""
    counted = {day: count for day, count in by_day.items() if count > 0}
    if not counted or quartiles is None:
        return Spread(0, None, None, None, ())
    first, last = min(counted), max(counted)
    width = next((w for w in WIDTHS if last // w - first // w < MOST_BINS), None)
    if width is None:
        width = WIDTHS[-1] * ((last - first) // (WIDTHS[-1] * (MOST_BINS - 1)) + 1)
    bins = tuple(
        Bin(place * width, (place + 1) * width, _within(counted, place * width, (place + 1) * width))
        for place in range(first // width, last // width + 1)
    )
    return Spread(sum(counted.values()), *quartiles, bins)


def _within(counted: Mapping[int, int], low: int, high: int) -> int:
    return sum(count for day, count in counted.items() if low <= day < high)
