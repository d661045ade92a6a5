"""How sure a figure is: 95 % intervals of means over jobs, of paired differences, and of shares."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from domain.evaluation.seeds import seeded

RESAMPLES = 2000
_SEED = 7
_Z = 1.959964
"""The normal distribution's 97.5 % point."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over `n` jobs with its 95 % interval, which is absent below two jobs."""

    mean: float
    low: float | None
    high: float | None
    n: int

    @property
    def excludes_zero(self) -> bool:
        """Whether a difference is more than chance, at the 5 % level."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def mean_interval(values: Sequence[float | None]) -> Interval | None:
    """Percentile bootstrap (Efron 1979) over jobs; jobs without the figure are left out.

    The same values give the same interval. Below some 20 jobs such intervals come out too narrow.
    """
    known = [value for value in values if value is not None]
    if not known:
        return None
    mean = math.fsum(known) / len(known)
    if len(known) == 1:
        return Interval(mean, None, None, 1)
    draw = seeded(_SEED)
    means = sorted(math.fsum(draw.choices(known, k=len(known))) / len(known) for _ in range(RESAMPLES))
    return Interval(mean, _percentile(means, 0.025), _percentile(means, 0.975), len(known))


def paired_difference(first: Sequence[float | None], second: Sequence[float | None]) -> Interval | None:
    """Mean of first minus second over the jobs that have both, resampled as pairs."""
    return mean_interval(
        [a - b if a is not None and b is not None else None for a, b in zip(first, second, strict=True)]
    )


def wilson(hits: int, count: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927): sound for few cases and for shares near 0 and 1."""
    share = hits / count
    spread = _Z**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * math.sqrt(share * (1 - share) / count + spread / (4 * count))
    return max(0.0, middle - half), min(1.0, middle + half)


def _percentile(ordered: Sequence[float], share: float) -> float:
    """Linear between the two nearest values."""
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
