"""A resume as the scorer sees it: weighted words, positions held, occupations, and its facts."""

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from domain.language.languages import detect
from domain.language.terms import lexicon, normalise, weights_of, words_of
from domain.resume import ResumeFacts, read_resume
from domain.scoring import occupations
from domain.scoring.seniority import level_of
from domain.taxonomy import Weights

RECENCY = 0.7
"""Worth of a title against the one of the position that followed it."""


@dataclass(frozen=True, slots=True, eq=False)
class PreparedResume:
    """A resume as stems: in order, counted, weighted; the titles of its positions; its facts."""

    text: str
    stems: list[str]
    counts: Counter[str]
    weight_of: dict[str, float]
    surface: dict[str, str]
    titles: tuple[tuple[str, ...], ...]
    """Stems of the position titles, newest first."""
    recent: dict[str, float]
    """Per stem of a title how recent its latest position is: 1 for the newest, less for each one before it."""
    recent_pairs: dict[tuple[str, str], float]
    length: float
    concepts: Weights | None
    """The mixture of occupations of the position titles, recent ones above old ones; of the whole text when no
    title was found. None where the job's language has no taxonomy."""
    level: int | None
    """The level of the newest position; None without one."""
    facts: ResumeFacts


@lru_cache(maxsize=8)
def prepare_resume(text: str, language: str, as_of: int | None = None) -> PreparedResume:
    """Read a masked resume for jobs of one language. The small cache serves many jobs that meet one resume."""
    plain = normalise(text)
    lexemes = lexicon(language, detect(words_of(plain), otherwise=language))
    words = lexemes.words(plain)
    terms = lexemes.terms(words)
    weight_of, surface = weights_of(terms, words)
    stems = [term.stem for term in terms]
    counts = Counter(stems)
    facts = read_resume(text, as_of)
    titles = tuple(
        tuple(term.stem for term in lexemes.terms(lexemes.words(normalise(position.title.text))))
        for position in facts.positions
        if position.title is not None
    )
    newest = next((position.title.text for position in facts.positions if position.title), None)
    named = language == occupations.LANGUAGE
    space = occupations.concept_space() if named else None
    return PreparedResume(
        text=text,
        stems=stems,
        counts=counts,
        weight_of=weight_of,
        surface=surface,
        titles=titles,
        # Oldest first, so that the newest position has the last word.
        recent={stem: RECENCY**age for age, title in _oldest_first(titles) for stem in title},
        recent_pairs={pair: RECENCY**age for age, title in _oldest_first(titles) for pair in pairwise(title)},
        length=vector_length(counts, weight_of),
        concepts=space.vector(occupations.title_counts(titles) if titles else counts) if space else None,
        level=level_of(words_of(normalise(newest))) if newest else None,
        facts=facts,
    )


def _oldest_first(titles: tuple[tuple[str, ...], ...]) -> list[tuple[int, tuple[str, ...]]]:
    return list(enumerate(titles))[::-1]


def vector_length(counts: Counter[str], weight_of: dict[str, float]) -> float:
    """Euclidean length of the vector of (1 + ln count) * weight."""
    return math.sqrt(sum(((1 + math.log(n)) * weight_of[stem]) ** 2 for stem, n in counts.items()))
