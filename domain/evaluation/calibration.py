"""Whether a score means what it says: of the people with a score near 70, do about 70 of 100 turn out well?"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.evaluation.intervals import wilson

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """People whose scores lie in one range; empty ranges have neither mean nor share."""

    low: float
    high: float
    """Excluded, but for the last range."""
    count: int
    positives: int
    mean_score: float | None
    share: float | None
    """Share of positives, 0 to 1, with its 95 % Wilson interval."""
    share_low: float | None
    share_high: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """Reliability of scores from 0 to `scale`."""

    bins: Sequence[Bin]
    error: float
    """Expected calibration error: mean distance of score/scale and share, weighted by people. 0 is perfect."""
    base_rate: float
    """Share of positives among all."""
    scale: float


def scale_of(scores: Iterable[float]) -> float | None:
    """1 when every score lies in 0 to 1, else 100 when every one lies in 0 to 100, else None: no scale."""
    known = [score for score in scores if math.isfinite(score)]
    if not known or min(known) < 0:
        return None
    return next((scale for scale in (1.0, 100.0) if max(known) <= scale), None)


def calibrate(outcomes: Iterable[tuple[float, bool]], scale: float = 100.0) -> Calibration | None:
    """Bins of equal width over (score, positive); None without any finite score."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, positive in outcomes:
        if math.isfinite(score):
            held[min(BINS - 1, max(0, int(score / scale * BINS)))].append((score, positive))
    total = sum(map(len, held))
    if not total:
        return None
    bins = [_bin(place, inside, scale) for place, inside in enumerate(held)]
    return Calibration(
        bins=bins,
        error=sum(
            one.count / total * abs(one.share - one.mean_score / scale)
            for one in bins
            if one.share is not None and one.mean_score is not None
        ),
        base_rate=sum(one.positives for one in bins) / total,
        scale=scale,
    )


def _bin(place: int, inside: Sequence[tuple[float, bool]], scale: float) -> Bin:
    low, high = place * scale / BINS, (place + 1) * scale / BINS
    if not inside:
        return Bin(low, high, 0, 0, None, None, None, None)
    count, positives = len(inside), sum(positive for _, positive in inside)
    share_low, share_high = wilson(positives, count)
    mean = math.fsum(score for score, _ in inside) / count
    return Bin(low, high, count, positives, mean, positives / count, share_low, share_high)
