"""What occupations a text is about: the concept space of the taxonomy, in the scorer's own stems."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from domain.language.terms import lexicon, normalise
from domain.taxonomy import ConceptSpace, occupations

LANGUAGE = "en"
"""The taxonomy's labels are English; a job in another language is compared by its words alone."""

_NAMES_FACTOR = 6
"""A word of an occupation's name says more about it than one of its description."""

_RECENCY = 0.5
"""Weight of a position against the one that followed it."""


@cache
def concept_space() -> ConceptSpace:
    """The occupations as concepts; made once per process (about 1 s, 15 MB)."""
    words = lexicon(LANGUAGE, LANGUAGE)
    documents: list[Counter[str]] = []
    for occupation in occupations():
        names = Counter(_stems(occupation.labels))
        counts = Counter({stem: _NAMES_FACTOR * n for stem, n in names.items()})
        counts.update(term.stem for term in words.terms(words.words(normalise(occupation.description))))
        documents.append(counts)
    return ConceptSpace(documents)


def title_counts(titles: Sequence[Sequence[str]]) -> dict[str, float]:
    """Counts of the stems of position titles, newest first, each position half of the one after it."""
    counts: dict[str, float] = {}
    for age, stems in enumerate(titles):
        for stem in stems:
            counts[stem] = counts.get(stem, 0.0) + _RECENCY**age
    return counts


def _stems(text: str) -> list[str]:
    words = lexicon(LANGUAGE, LANGUAGE)
    return [term.stem for term in words.terms(words.words(normalise(text)))]
