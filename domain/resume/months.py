"""Months of experience: ranges that overlap count once, gaps between them are left alone."""

import re
from collections.abc import Callable, Iterable, Sequence

from domain.resume.model import Position, ResumeFacts
from domain.resume.source import without_invisible


def months(spans: Iterable[tuple[int, int]]) -> int:
    """Months that the half-open ranges cover together."""
    total = 0
    reached: int | None = None
    for first, after in sorted(spans):
        start = first if reached is None else max(first, reached)
        if after > start:
            total += after - start
            reached = after
    return total


def months_where(facts: ResumeFacts, holds: Callable[[Position], bool]) -> int:
    """Months of the positions for which the predicate holds. Positions without dates add nothing."""
    return months(
        (position.start, position.end)
        for position in facts.positions
        if position.start is not None and position.end is not None and holds(position)
    )


def months_of_phrase(facts: ResumeFacts, text: str, phrases: Sequence[str]) -> int:
    """Months of the positions in whose block one of the phrases stands as whole words, in any case.

    `text` is the text that the facts were read from. Line breaks inside a phrase do not matter.
    """
    pattern = phrase_pattern(phrases)
    if pattern is None:
        return 0
    return months_where(
        facts,
        lambda position: (
            pattern.search(without_invisible(text[position.span.start : position.span.end])) is not None
        ),
    )


def phrase_pattern(phrases: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the phrases as whole words; None when there is none to find."""
    parts = [r"\s+".join(map(re.escape, words)) for phrase in phrases if (words := phrase.split())]
    if not parts:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
