"""All figures of one job, or of several together."""

from dataclasses import dataclass

from domain.figures.funnel import Funnel
from domain.figures.over_time import Period, Point
from domain.figures.saved import Saving
from domain.figures.shares import Share
from domain.figures.spread import Spread
from domain.risk import Band


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Deadlines that are over: kept, or lapsed. Those still open count for nothing."""

    answer: Share
    """Invitations that were answered in time, with yes or no."""
    time: Share
    """Accepted invitations for which a time was fixed in time."""


@dataclass(frozen=True, slots=True)
class RiskOutcome:
    """Interviews of one band of no-show risk that came to an end: how many were no-shows."""

    band: Band
    no_shows: Share
    cancelled: int
    """Ended before they took place; they count neither way."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that charts and tables show."""

    funnel: Funnel
    days_to_interview: Spread
    saving: Saving
    without_a_person: Share
    promotions: tuple[Period, ...]
    deadlines: Deadlines
    bench: tuple[Point, ...]
    risk: tuple[RiskOutcome, ...]
    """Green, yellow, red."""
