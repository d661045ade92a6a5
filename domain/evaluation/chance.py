"""What a random order reaches on average: the line that a scorer must stand above. Exact, nothing is drawn."""

import math
from collections.abc import Sequence

from domain.evaluation.metrics import gain

PAIRWISE = 0.5
"""AUC and pair accuracy of a random order."""

NO_CORRELATION = 0.0
"""Kendall's tau of a random order."""


def ndcg(grades: Sequence[float], k: int) -> float | None:
    """Expected nDCG@k: every place holds the mean gain of the list."""
    best = gain(sorted(grades, reverse=True), k)
    if not best:
        return None
    mean = sum(math.exp2(grade) - 1 for grade in grades) / len(grades)
    return mean * sum(1 / math.log2(place + 2) for place in range(min(k, len(grades)))) / best


def precision(count: int, positives: int, k: int) -> float | None:
    """Expected positives among the first k of `count`, divided by k."""
    return min(k, count) * positives / count / k if positives else None


def average_precision(count: int, positives: int) -> float | None:
    """Expected average precision.

    A place is a positive with chance R/n; given that, each place before it is one with (R-1)/(n-1).
    """
    if not positives:
        return None
    further = (positives - 1) / (count - 1) if count > 1 else 0.0
    return sum((1 + (place - 1) * further) / place for place in range(1, count + 1)) / count
