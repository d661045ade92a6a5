"""What stands out in an interview: found by rules, explained in plain words, and never said twice."""

from domain.insights.analyser import Analysis, analyse
from domain.insights.model import Background, Found, Kind, Planned, Said, Sentiment, Severity

__all__ = [
    "Analysis",
    "Background",
    "Found",
    "Kind",
    "Planned",
    "Said",
    "Sentiment",
    "Severity",
    "analyse",
]
