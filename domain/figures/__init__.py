"""What the charts show, as numbers: pure rules over counts that `services.figures` reads."""

from domain.figures.funnel import Funnel, Stage
from domain.figures.over_time import Period, Point, bench_line, period_width
from domain.figures.report import Deadlines, Figures, RiskOutcome
from domain.figures.saved import (
    BY_HAND,
    MINUTES,
    SCORING,
    SavedLine,
    Saving,
    Step,
    minutes_of,
    steps_without_a_person,
    time_saved,
)
from domain.figures.shares import SMALL, Share, percent
from domain.figures.spread import Bin, Spread, spread

__all__ = [
    "BY_HAND",
    "MINUTES",
    "SCORING",
    "SMALL",
    "Bin",
    "Deadlines",
    "Figures",
    "Funnel",
    "Period",
    "Point",
    "RiskOutcome",
    "SavedLine",
    "Saving",
    "Share",
    "Spread",
    "Stage",
    "Step",
    "bench_line",
    "minutes_of",
    "percent",
    "period_width",
    "spread",
    "steps_without_a_person",
    "time_saved",
]
