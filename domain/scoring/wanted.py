"""A job as the scorer sees it: weighted words, title, occupations, and level."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from domain.language.languages import detect
from domain.language.terms import lexicon, normalise, weights_of, words_of
from domain.masking.gendered import one_form
from domain.scoring import occupations
from domain.scoring.seniority import level_of
from domain.taxonomy import Weights

_TITLE_BOOST = 3.0
_TITLE_WORDS = 12
_ASKED_BOOST = 1.0
_TITLE_COUNTS = 5
"""So many further times the title's words count when the job's occupations are looked for."""
_GENDER_MARK = re.compile(r"\((?:[mwfdxh]\s*[/|,]\s*)+[mwfdxh]\)|\b[mwfdxh](?:/[mwfdxh])+\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False)
class PreparedJob:
    """A job as weighted stems. `weights` has length 1 as a vector; the others are as in the text."""

    language: str
    weights: dict[str, float]
    title: dict[str, float]
    title_pairs: dict[tuple[str, str], float]
    concepts: Weights | None
    """Its mixture of occupations; None in a language that the taxonomy has no names in."""
    level: int
    """The level that the title names; see `domain.scoring.seniority`."""


@lru_cache(maxsize=256)
def prepare_job(title: str, description: str, asked: tuple[str, ...] = ()) -> PreparedJob:
    """Read a job. Cached by its text: scoring ten thousand resumes reads it once."""
    title = one_form(_GENDER_MARK.sub(" ", normalise(title)))
    description = one_form(normalise(description))
    starts_with_title = description.lstrip().startswith(title.strip())
    body = description if starts_with_title else f"{title}\n{description}"
    asked_text = normalise("\n".join(asked))
    text = f"{body}\n{asked_text}"
    language = detect(words_of(text))
    lexemes = lexicon(language, language)
    words = lexemes.words(text)
    terms = lexemes.terms(words)
    title_terms = lexemes.terms(lexemes.words(title))[:_TITLE_WORDS]
    weight_of, _ = weights_of(terms, words)
    weight_of |= {term.stem: term.weight for term in title_terms if term.stem not in weight_of}
    boost = {term.stem: _ASKED_BOOST for term in lexemes.terms(lexemes.words(asked_text))}
    boost |= {term.stem: _TITLE_BOOST for term in title_terms}
    counts = Counter(term.stem for term in terms)
    weights = {s: (1 + math.log(n) + boost.get(s, 0.0)) * weight_of[s] for s, n in counts.items()}
    norm = math.hypot(*weights.values()) or 1.0
    title_stems = [term.stem for term in title_terms]
    return PreparedJob(
        language=language,
        weights={stem: weight / norm for stem, weight in weights.items()},
        title={stem: weight_of[stem] for stem in title_stems},
        title_pairs={(a, b): weight_of[a] + weight_of[b] for a, b in pairwise(title_stems)},
        concepts=_concepts(language, counts, title_stems),
        level=level_of(words_of(title)),
    )


def _concepts(language: str, counts: Counter[str], title: list[str]) -> Weights | None:
    if language != occupations.LANGUAGE:
        return None
    return occupations.concept_space().vector(counts + Counter(title * _TITLE_COUNTS))
