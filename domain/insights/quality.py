"""How good an answer is, and what the answers so far say about a dimension. Two rules, stated in docs/interviews.md.

Attitude and English get no running score: no rule here could tell them, and a number would look as if one did.
"""

from collections.abc import Iterable, Sequence

from domain.insights.facts import Facts
from domain.insights.model import Sentiment

MIDDLE, LOWEST, HIGHEST = 5, 1, 10
MOST_FIGURES = 2
"""Figures beyond the second add nothing."""
MOST_HEDGES = 3
SHORT = 8
"""Words; a shorter answer says little."""
SHORTEST_JUDGED = 3
"""Words; "Yes, sure" is no answer to be judged."""
MANY_HEDGES = 4
"""So many of them sound evasive."""


def quality(parts: Sequence[Facts]) -> int | None:
    """The quality of an answer given in one or more turns, 1 to 10; None when it cannot be judged.

    It begins at 5. Up: one for each figure with a unit (at most two), for a concrete example, for something the
    speaker did, for a result. Down: one for every two hedges (at most three), one for two or more vague words, two
    for fewer than eight words, three for "I don't know".
    """
    words = sum(one.words for one in parts)
    if words < SHORTEST_JUDGED or any(one.language is None for one in parts):
        return None
    up = min(MOST_FIGURES, sum(one.figures for one in parts))
    up += any(one.has_example for one in parts)
    up += any(one.is_own for one in parts)
    up += any(one.has_outcome for one in parts)
    down = min(MOST_HEDGES, sum(one.hedges for one in parts) // 2)
    down += sum(one.vague for one in parts) >= 2  # noqa: PLR2004 - one may happen to anybody
    down += 2 if words < SHORT else 0
    down += 3 if any(one.is_unknowing for one in parts) else 0
    return max(LOWEST, min(HIGHEST, MIDDLE + up - down))


def dimensions(parts: Iterable[Facts], *, about_skill: bool) -> set[str]:
    """Which dimensions an answer counts for: communication always, the others by what it is about."""
    found = {"communication"}
    for one in parts:
        if about_skill or any(sentence.skills for sentence in one.sentences):
            found.add("technical")
        if one.leads:
            found.add("leadership")
        if one.plans:
            found.add("strategic")
    return found


def running(sums: dict[str, tuple[int, int]]) -> dict[str, float] | None:
    """Mean quality of the answers that count for each dimension, one decimal; None before the first answer."""
    return {name: round(total / count, 1) for name, (total, count) in sorted(sums.items())} or None


def sentiment(facts: Facts) -> Sentiment | None:
    """How a turn sounds, by few words of feeling and by hedges; None when its language is not known here."""
    if facts.language is None:
        return None
    if facts.is_unknowing or facts.hedges >= MANY_HEDGES:
        return Sentiment.EVASIVE
    if facts.positive == facts.negative:
        return Sentiment.NEUTRAL
    return Sentiment.POSITIVE if facts.positive > facts.negative else Sentiment.NEGATIVE
