"""Figures of one ranked list. Each returns None where it is not defined, for example without a positive.

nDCG follows Järvelin and Kekäläinen (2002) with the gain 2^grade - 1 and the discount log2(place + 1);
MAP, precision and AUC are those of Manning, Raghavan and Schütze (2008), chapter 8; Kendall's tau is tau-b,
counted in O(n log n) after Knight (1966).
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from domain.evaluation.seeds import tie_key


@dataclass(frozen=True, slots=True)
class Judged:
    """One resume of a job: what the scorer said and what became of the person."""

    resume_id: str
    score: float
    """Higher is better; minus infinity when the system gave none, so that it ranks below every scored one."""
    grade: float
    """0 (did not fit) and up."""


@dataclass(frozen=True, slots=True)
class PairCounts:
    """Pairs of one list by how two orders agree about them."""

    concordant: int
    discordant: int
    tied_first: int
    """Tied in the first order only."""
    tied_second: int
    """Tied in the second order only."""


def ranked(job_id: str, items: Iterable[Judged]) -> list[Judged]:
    """Best first; equal scores in the order of a hash, the same in every run."""
    return sorted(items, key=lambda item: (-item.score, tie_key(job_id, item.resume_id)))


def gain(grades: Sequence[float], k: int) -> float:
    """Discounted cumulative gain of the first k."""
    return sum((math.exp2(grade) - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:k]))


def ndcg(grades: Sequence[float], k: int) -> float | None:
    """Gain of the first k over the gain of the best possible order; `grades` stand best rank first."""
    best = gain(sorted(grades, reverse=True), k)
    return gain(grades, k) / best if best else None


def precision(hits: Sequence[bool], k: int) -> float | None:
    """Positives among the first k, divided by k also where the list is shorter."""
    return sum(hits[:k]) / k if any(hits) else None


def average_precision(hits: Sequence[bool]) -> float | None:
    """Mean over the positives of the precision at their places; its mean over jobs is MAP."""
    found, total = 0, 0.0
    for place, hit in enumerate(hits, 1):
        if hit:
            found += 1
            total += found / place
    return total / found if found else None


def auc(positives: Sequence[float], negatives: Sequence[float]) -> float | None:
    """Chance that a positive scores above a negative, a tie counted half (Mann-Whitney)."""
    if not positives or not negatives:
        return None
    hits = Counter(positives)
    others = Counter(negatives)
    below, wins = 0, 0.0
    for score in sorted(hits.keys() | others.keys()):
        wins += hits[score] * (below + others[score] / 2)
        below += others[score]
    return wins / (len(positives) * len(negatives))


def pair_accuracy(scores: Sequence[float], grades: Sequence[float]) -> float | None:
    """Share of the pairs of different grade that the scores put in the right order, a tie counted half."""
    counts = pair_counts(scores, grades)
    differing = counts.concordant + counts.discordant + counts.tied_first
    return (counts.concordant + counts.tied_first / 2) / differing if differing else None


def kendall_tau(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's tau-b, -1 (reversed) to 1 (the same order); None when one side is constant."""
    counts = pair_counts(first, second)
    decided = counts.concordant + counts.discordant
    root = math.sqrt((decided + counts.tied_second) * (decided + counts.tied_first))
    return (counts.concordant - counts.discordant) / root if root else None


def pair_counts(first: Sequence[float], second: Sequence[float]) -> PairCounts:
    """All pairs sorted into agreeing, disagreeing and tied, in O(n log n)."""
    both = sorted(zip(first, second, strict=True))
    total = _pairs(len(both))
    ties_first, ties_second, ties_both = _ties(first), _ties(second), _ties(both)
    discordant = _inversions([value for _, value in both])[1]
    return PairCounts(
        concordant=total - ties_first - ties_second + ties_both - discordant,
        discordant=discordant,
        tied_first=ties_first - ties_both,
        tied_second=ties_second - ties_both,
    )


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _ties(values: Sequence[float] | Sequence[tuple[float, float]]) -> int:
    return sum(_pairs(len(list(group))) for _, group in groupby(sorted(values)))


def _inversions(values: list[float]) -> tuple[list[float], int]:
    """The values sorted, and how many pairs stood in the wrong order (merge sort)."""
    if len(values) <= 1:
        return values, 0
    half = len(values) // 2
    left, in_left = _inversions(values[:half])
    right, in_right = _inversions(values[half:])
    merged: list[float] = []
    count, i = in_left + in_right, 0
    for value in right:
        while i < len(left) and left[i] <= value:
            merged.append(left[i])
            i += 1
        count += len(left) - i
        merged.append(value)
    return merged + left[i:], count
