"""Fit scores from text: pure, explainable, the same for a pair today and tomorrow."""

from domain.scoring.lexical import LexicalScorer

__all__ = ["LexicalScorer"]
