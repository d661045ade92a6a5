"""How likely it is that a booked candidate does not come: an index to prepare by, never to select by."""

from domain.risk.rule import (
    NEUTRAL,
    RULE,
    WEIGHTS,
    Band,
    Part,
    Risk,
    RiskFacts,
    RiskPart,
    assess,
    band_of,
)
from domain.risk.words import advice, explain

__all__ = [
    "NEUTRAL",
    "RULE",
    "WEIGHTS",
    "Band",
    "Part",
    "Risk",
    "RiskFacts",
    "RiskPart",
    "advice",
    "assess",
    "band_of",
    "explain",
]
