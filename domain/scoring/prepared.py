"""Both sides of a comparison, read once: what a job looks for and what a resume holds."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from domain.scoring.dates import lines_beside_dates, months_of_experience
from domain.scoring.facts import education_asked, education_level, months_asked, recent_position
from domain.scoring.languages import detect
from domain.scoring.terms import STOP_WEIGHT, Term, lexicon, normalise, words_of

COPIED_RUN = 5
"""So many content words in the order of the advertisement are a copy, not a description of a person."""

_TITLE_BOOST = 3.0
_TITLE_WORDS = 12
_ASKED_BOOST = 1.0
_TELLING_TERMS = 20
_GENDER_MARK = re.compile(r"\((?:[mwfdxh]\s*[/|,]\s*)+[mwfdxh]\)|\b[mwfdxh](?:/[mwfdxh])+\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PreparedJob:
    """A job as weighted stems. `weights` has length 1 as a vector; the others are as in the text."""

    language: str
    weights: dict[str, float]
    title: dict[str, float]
    title_pairs: dict[tuple[str, str], float]
    runs: frozenset[tuple[str, ...]]
    months_asked: int
    education_asked: int
    telling: tuple[str, ...]
    """The stems of most weight, function words apart."""
    skills: tuple[tuple[str, tuple[str, ...]], ...]
    """Skills that structured requirements name, each with its stems."""


@dataclass(frozen=True, slots=True)
class PreparedResume:
    """A resume as stems: in order, counted, weighted; those of the lines that stand beside dates; its facts."""

    text: str
    stems: list[str]
    counts: Counter[str]
    weight_of: dict[str, float]
    surface: dict[str, str]
    positions: frozenset[str]
    position_pairs: frozenset[tuple[str, str]]
    length: float
    months: int
    education: int
    position: str | None


@lru_cache(maxsize=256)
def prepare_job(
    title: str, description: str, asked: tuple[str, ...] = (), skills: tuple[str, ...] = ()
) -> PreparedJob:
    """Read a job. Cached by its text: scoring ten thousand resumes reads it once."""
    title = _GENDER_MARK.sub(" ", normalise(title))
    description = normalise(description)
    starts_with_title = description.lstrip().startswith(title.strip())
    body = description if starts_with_title else f"{title}\n{description}"
    asked_text = normalise("\n".join(asked))
    words = words_of(f"{body}\n{asked_text}")
    language = detect(words)
    lexemes = lexicon(language, language)
    terms = lexemes.terms(words)
    title_terms = lexemes.terms(words_of(title))[:_TITLE_WORDS]
    weight_of, _ = _weights(terms, words)
    weight_of |= {term.stem: term.weight for term in title_terms if term.stem not in weight_of}
    boost = {term.stem: _ASKED_BOOST for term in lexemes.terms(words_of(asked_text))}
    boost |= {term.stem: _TITLE_BOOST for term in title_terms}
    counts = Counter(term.stem for term in terms)
    weights = {s: (1 + math.log(n) + boost.get(s, 0.0)) * weight_of[s] for s, n in counts.items()}
    norm = math.hypot(*weights.values()) or 1.0
    title_stems = [term.stem for term in title_terms]
    content = [term.stem for term in terms if term.weight >= STOP_WEIGHT]
    telling = sorted(set(content), key=lambda stem: (-weights[stem], stem))
    return PreparedJob(
        language=language,
        weights={stem: weight / norm for stem, weight in weights.items()},
        title={stem: weight_of[stem] for stem in title_stems},
        title_pairs={(a, b): weight_of[a] + weight_of[b] for a, b in pairwise(title_stems)},
        runs=frozenset(_runs(content) | _runs(list(dict.fromkeys(content)))),
        months_asked=months_asked(f"{body}\n{asked_text}"),
        education_asked=education_asked(f"{body}\n{asked_text}"),
        telling=tuple(telling[:_TELLING_TERMS]),
        skills=tuple((s, tuple(t.stem for t in lexemes.terms(words_of(normalise(s))))) for s in skills),
    )


@lru_cache(maxsize=8)
def prepare_resume(text: str, language: str) -> PreparedResume:
    """Read a resume for jobs of one language. The small cache serves many jobs meeting one resume in turn."""
    text = normalise(text)
    words = words_of(text)
    lexemes = lexicon(language, detect(words, otherwise=language))
    terms = lexemes.terms(words)
    weight_of, surface = _weights(terms, words)
    stems = [term.stem for term in terms]
    counts = Counter(stems)
    dated_lines = lines_beside_dates(text)
    beside = [term.stem for term in lexemes.terms(words_of("\n".join(dated_lines)))]
    return PreparedResume(
        text=text,
        stems=stems,
        counts=counts,
        weight_of=weight_of,
        surface=surface,
        positions=frozenset(beside),
        position_pairs=frozenset(pairwise(beside)),
        length=vector_length(counts, weight_of),
        months=months_of_experience(text),
        education=education_level(text),
        position=recent_position(dated_lines),
    )


def without_copies(resume: PreparedResume, job: PreparedJob) -> tuple[list[str], int]:
    """The stems of the resume without runs that were copied from the advertisement, and how many fell out."""
    stems, weight_of = resume.stems, resume.weight_of
    content = [i for i, stem in enumerate(stems) if weight_of[stem] >= STOP_WEIGHT]
    copied: set[int] = set()
    run: list[int] = []
    for i in content:
        if stems[i] not in job.weights:
            run.clear()
            continue
        run.append(i)
        if len(run) >= COPIED_RUN and tuple(stems[k] for k in run[-COPIED_RUN:]) in job.runs:
            copied.update(run[-COPIED_RUN:])
    if not copied:
        return stems, 0
    return [stem for i, stem in enumerate(stems) if i not in copied], len(copied)


def vector_length(counts: Counter[str], weight_of: dict[str, float]) -> float:
    """Euclidean length of the vector of (1 + ln count) * weight."""
    return math.sqrt(sum(((1 + math.log(n)) * weight_of[stem]) ** 2 for stem, n in counts.items()))


def _weights(terms: list[Term], words: list[str]) -> tuple[dict[str, float], dict[str, str]]:
    """Per stem the weight of its commonest form in this text, and the first form for people to read."""
    weight_of: dict[str, float] = {}
    surface: dict[str, str] = {}
    for word, term in dict(zip(words, terms, strict=True)).items():
        known = weight_of.get(term.stem)
        if known is None:
            weight_of[term.stem] = term.weight
            surface[term.stem] = word
        elif term.weight < known:
            weight_of[term.stem] = term.weight
    return weight_of, surface


def _runs(stems: list[str]) -> set[tuple[str, ...]]:
    return {tuple(stems[i : i + COPIED_RUN]) for i in range(len(stems) - COPIED_RUN + 1)}
