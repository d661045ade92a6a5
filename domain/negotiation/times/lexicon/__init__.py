"""Words about time, one file a language."""

from functools import cache
from importlib import import_module

from domain.negotiation.times.lexicon.matching import Matcher

LANGUAGES = ("en", "de", "fr", "es", "pt")


@cache
def matcher(language: str) -> Matcher:
    """The phrases of a language, built once."""
    return Matcher(import_module(f"domain.negotiation.times.lexicon.{language}").LEXICON)


__all__ = ["LANGUAGES", "Matcher", "matcher"]
