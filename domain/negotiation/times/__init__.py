"""Reads times out of a message: words -> tokens -> statements -> instants. Pure, deterministic, no network."""

from collections.abc import Sequence

from domain.negotiation.reading import Ask
from domain.negotiation.times.reader import read, unknown
from domain.negotiation.times.reading import Contradiction, Mention, TimeReading


def read_times(
    text: str, ask: Ask, language: str | None = None, muted: Sequence[tuple[int, int]] = ()
) -> TimeReading:
    """Every time that `text` states, by the frame of `ask` (its `text` is not looked at).

    `language` is en, de, fr, es or pt; None: the lexicon that knows most words is taken. `muted` are offset
    ranges whose times are not the candidate's statement (questions, references to an option by its number).
    Only the first 4,000 characters are read. Never raises for any text.
    """
    return read(text, ask, language, muted)


def unknown_words(text: str, language: str) -> frozenset[str]:
    """The words of a text, folded, that the lexicon of a language does not know."""
    return unknown(text, language)


__all__ = ["Contradiction", "Mention", "TimeReading", "read_times", "unknown_words"]
