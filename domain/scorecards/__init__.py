"""Scorecards: what may stand on one, what is proposed for one, and how several become one. Pure."""

from domain.scorecards.merge import Merged, merged
from domain.scorecards.model import DIMENSIONS, Card, Point, Recommendation, overall
from domain.scorecards.prefill import Insight, Proposal, proposed
from domain.scorecards.rules import checked, ready

__all__ = [
    "DIMENSIONS",
    "Card",
    "Insight",
    "Merged",
    "Point",
    "Proposal",
    "Recommendation",
    "checked",
    "merged",
    "overall",
    "proposed",
    "ready",
]
