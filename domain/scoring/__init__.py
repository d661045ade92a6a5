"""Fit scores from text: pure, explainable, the same for a pair today and tomorrow."""

from domain.scoring.relevance import Parameters, RelevanceScorer, masked_text, record_of

__all__ = ["Parameters", "RelevanceScorer", "masked_text", "record_of"]
