"""Finding a time in up to three rounds, in plain words. Pure."""

from domain.negotiation.bot import Decision, Handover, Move, Situation, decide
from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Ask, Intent, Reading

__all__ = [
    "Ask",
    "Decision",
    "Handover",
    "Intent",
    "Move",
    "Reading",
    "Situation",
    "decide",
    "interpret",
]
