"""From rows of applicants to counts: who reached what, by what they said of themselves."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from domain.impact.vocabulary import STEPS, AgeBand, Column, RaceEthnicity, Sex


@dataclass(frozen=True, slots=True)
class Row:
    """One applicant. An answer is None when it was not given, withdrawn, or "prefer not to say"."""

    sex: Sex | None = None
    race_ethnicity: RaceEthnicity | None = None
    age_band: AgeBand | None = None
    furthest: Column | None = None
    """The last step reached; None: not even ranked. Who reached a step counts for all before it."""
    score: Decimal | float | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """What rows are told apart by in every figure: the answers, and the sets that a row belongs to."""

    sex: Sex | None
    race_ethnicity: RaceEthnicity | None
    age_band: AgeBand | None
    columns: frozenset[Column]


Tally = Counter[Kind]
"""How many applicants there are of each kind."""


def tally(rows: Iterable[Row]) -> Tally:
    """Count rows by kind.

    The scored step counts who lies strictly above the median of all scores, those of unknown group included:
    6 RCNY 5-300 defines the scoring rate as the rate of receiving "a score above the sample's median score". So
    a score equal to the median is not above it, and where many share one score fewer than half are above.
    """
    kept = list(rows)
    middle = median([row.score for row in kept if row.score is not None])
    return Counter(
        Kind(row.sex, row.race_ethnicity, row.age_band, frozenset(_columns(row, middle))) for row in kept
    )


def median(scores: list[Decimal | float]) -> Decimal | float | None:
    """The median; of an even number the mean of the two in the middle. None of nothing."""
    ordered = sorted(scores)
    if not ordered:
        return None
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return low if low == high else (Decimal(str(low)) + Decimal(str(high))) / 2


def _columns(row: Row, middle: Decimal | float | None) -> Iterable[Column]:
    if row.furthest is not None:
        yield from STEPS[: STEPS.index(row.furthest) + 1]
    if row.score is not None and middle is not None:
        yield Column.SCORED
        if row.score > middle:
            yield Column.ABOVE_MEDIAN
