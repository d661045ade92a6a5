"""How places in a text lie to one another, and how many kinds of a cue a text holds."""

from collections.abc import Iterable, Sequence

from domain.negotiation.intents.books import each
from domain.negotiation.intents.cues import Cue


def inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(left <= span[0] < right for left, right in others)


def meets(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(span[0] < right and left < span[1] for left, right in others)


def kinds(folded: str, languages: Sequence[str]) -> int:
    """How many different hints of an automatic answer stand in the text, in the language with most of them."""
    return max(
        sum(bool(pattern.search(folded)) for pattern in each(language, Cue.AUTOMATIC_HINT))
        for language in languages
    )
