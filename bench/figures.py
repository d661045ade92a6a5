"""What a measurement is: a figure beside its floor, its goal, and whether the goal is met. Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


def percentile(values: Sequence[float], share: float) -> float:
    """The nearest-rank percentile: the smallest value that at least `share` (0..1) of all do not exceed.

    Raises ValueError without values, or for a share outside 0..1.
    """
    if not values or not 0 <= share <= 1:
        raise ValueError("a percentile needs values and a share between 0 and 1")
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


@dataclass(frozen=True, slots=True)
class Spread:
    """How values are spread. Unit as the values have it."""

    count: int
    p50: float
    p95: float
    p99: float
    longest: float


def spread(values: Sequence[float], digits: int = 4) -> Spread:
    """The spread of some values, rounded for reading. Raises ValueError without values."""
    marks = [round(percentile(values, share), digits) for share in (0.5, 0.95, 0.99, 1.0)]
    return Spread(len(values), *marks)


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure should reach: `value` (or its ratio to the floor) at most, or at least, `limit`."""

    limit: float
    at_least: bool = False
    of_ratio: bool = False

    def met_by(self, value: float, floor: float | None) -> bool:
        """Whether a figure reaches the goal. A goal of the ratio is missed without a floor."""
        if self.of_ratio:
            if not floor:
                return False
            value /= floor
        return value >= self.limit if self.at_least else value <= self.limit

    def words(self, unit: str) -> str:
        """The goal for people."""
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {self.limit:g} × floor" if self.of_ratio else f"{sign} {self.limit:g} {unit}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `what` says from where to where; `detail` holds everything else that was seen."""

    name: str
    what: str
    unit: str
    value: float
    goal: Goal
    floor: float | None = None
    floor_is: str = ""
    today: str = ""
    """Today's practice, in words."""
    detail: Mapping[str, Any] = field(default_factory=dict)

    @property
    def meets_goal(self) -> bool:
        """Whether the goal is met."""
        return self.goal.met_by(self.value, self.floor)

    @property
    def ratio(self) -> float | None:
        """Value by floor; None without a floor."""
        return round(self.value / self.floor, 3) if self.floor else None

    def as_mapping(self) -> dict[str, Any]:
        """The figure for programs."""
        return {
            "what": self.what,
            "unit": self.unit,
            "value": self.value,
            "floor": self.floor,
            "floor_is": self.floor_is,
            "ratio": self.ratio,
            "goal": self.goal.words(self.unit),
            "meets_goal": self.meets_goal,
            "today": self.today,
            "detail": {
                key: asdict(value) if isinstance(value, Spread) else value
                for key, value in self.detail.items()
            },
        }
