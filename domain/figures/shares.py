"""A share of a count, honest about small numbers."""

from dataclasses import dataclass

from domain.impact.statistics import wilson

SMALL = 5
"""Below this many cases no percentage is given, only the count."""


def percent(rate: float) -> str:
    """`60 %` for 0.6, rounded to whole percents."""
    return f"{100 * rate:.0f} %"


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `of` cases; 0 <= hits <= of."""

    hits: int
    of: int

    @property
    def rate(self) -> float | None:
        """The share, 0 to 1; None below `SMALL` cases."""
        return self.hits / self.of if self.of >= SMALL else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of the share; None below `SMALL` cases."""
        return wilson(self.hits, self.of) if self.of >= SMALL else None

    @property
    def said(self) -> str:
        """In words: `12 of 20 (60 %)`, `3 of 4`, `none yet`."""
        if self.of == 0:
            return "none yet"
        counted = f"{self.hits:,} of {self.of:,}"
        return counted if self.rate is None else f"{counted} ({percent(self.rate)})"
